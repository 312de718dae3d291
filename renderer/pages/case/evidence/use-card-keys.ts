import { type FocusEvent, type KeyboardEvent, useMemo, useState } from 'react';
import { applyChange } from '../../../../electron/contract/case/apply-change.ts';
import type { Draft } from '../../../../electron/contract/rpc/case-procedures.ts';
import { useDraftSession } from '../../../draft/draft-context.tsx';
import type { CardDesk } from './evidence-card.tsx';
import { type EvidenceEntry, evidenceEntries } from './evidence-entries.ts';
import { gridRows, neighbourOf } from './grid-rows.ts';
import { changesToPlace, type Placement, placementBy } from './place-entries.ts';
import type { Selection } from './use-selection.ts';

interface CardKeysOptions {
  readonly entries: readonly EvidenceEntry[];
  readonly columns: number;
  readonly selection: Selection;
  readonly desk: CardDesk;
  focus(key: string, part?: 'main' | 'title' | 'grip'): void;
}

interface CardKeys {
  /** The card that was picked up by keys. */
  readonly lifted: string | undefined;
  /** The entries as they would stand if it were put down now. */
  readonly shown: readonly EvidenceEntry[];
  /** For readers. */
  readonly say: string;
  /** For what is around the cards. */
  readonly keys: {
    onKeyDown(event: KeyboardEvent): void;
    /** When the focus goes elsewhere, what was picked up is put back. */
    onBlur(event: FocusEvent): void;
  };
}

interface Lifted {
  readonly key: string;
  readonly placement: Placement | undefined;
}

const arrows = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const;
type Arrow = (typeof arrows)[keyof typeof arrows];

/**
 * The keys of the cards: arrows lead from one to the next, Alt and arrows move one, space on a grip picks it up,
 * Shift and arrows select, Ctrl+A selects all, Delete removes, F2 names.
 */
export function useCardKeys({ entries, columns, selection, desk, focus }: CardKeysOptions): CardKeys {
  const session = useDraftSession();
  const [lifted, setLifted] = useState<Lifted>();
  const [say, setSay] = useState('');
  const shown = useMemo(
    () => (lifted === undefined ? entries : placed(session.state().draft, entries, lifted)),
    [entries, lifted, session],
  );

  function stepOf(arrow: Arrow): number {
    const by = { left: -1, right: 1, up: -columns, down: columns };
    return by[arrow];
  }

  function carry(held: Lifted, arrow: Arrow): void {
    const placement = placementBy(shown, held.key, stepOf(arrow));
    if (placement === undefined) {
      setSay('已经到这一组的头上了');
      return;
    }
    const next = { ...held, placement };
    setLifted(next);
    setSay(`现在是证据${placed(session.state().draft, entries, next).find(({ key }) => key === held.key)?.number}`);
    focus(held.key, 'grip');
  }

  function putDown(held: Lifted, isKept: boolean): void {
    setLifted(undefined);
    if (isKept && held.placement !== undefined) desk.acts.place(new Set([held.key]), held.placement);
    setSay(isKept ? '放下了' : '放回了原处');
    focus(held.key, 'grip');
  }

  function whileLifted(event: KeyboardEvent, held: Lifted): void {
    const arrow = arrowOf(event);
    if (arrow !== undefined) carry(held, arrow);
    else if (event.key === ' ' || event.key === 'Enter') putDown(held, true);
    else if (event.key === 'Escape') putDown(held, false);
    else return;
    event.preventDefault();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const key = target?.closest<HTMLElement>('[data-key]')?.dataset.key;
    if (target === undefined || key === undefined || event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (lifted !== undefined) {
      whileLifted(event, lifted);
      return;
    }
    const arrow = arrowOf(event);
    const isTyping = target.matches('textarea, select, input:not([type="checkbox"])');
    if (event.altKey && arrow !== undefined) {
      if (desk.acts.shift(key, stepOf(arrow))) focus(key, isTyping ? 'title' : 'main');
      else setSay('已经到这一组的头上了');
    } else if (isTyping) return;
    else if (arrow !== undefined) {
      const next = neighbourOf(gridRows(entries, columns, false), key, arrow);
      if (next === undefined) return;
      if (event.shiftKey) {
        if (!selection.keys.has(key)) selection.toggle(key);
        selection.extend(next);
      }
      focus(next);
    } else if (target.matches('[data-grip]') && (event.key === ' ' || event.key === 'Enter')) {
      setLifted({ key, placement: undefined });
      setSay('拿起来了');
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') selection.all();
    else if (event.key === 'Delete') removeAt(key);
    else if (event.key === 'F2') focus(key, 'title');
    else if (event.key === 'Escape' && selection.keys.size > 0) selection.clear();
    else return;
    event.preventDefault();
  }

  function removeAt(key: string): void {
    const keys = selection.keys.has(key) ? selection.keys : new Set([key]);
    const place = entries.findIndex((entry) => entry.key === key);
    const after = [...entries.slice(place), ...entries.slice(0, place).toReversed()];
    const next = after.find((entry) => !keys.has(entry.key));
    desk.acts.remove(keys);
    if (next !== undefined) focus(next.key);
  }

  return {
    lifted: lifted?.key,
    shown,
    say,
    keys: {
      onKeyDown,
      onBlur({ relatedTarget, currentTarget }) {
        // While it is carried its line may be drawn anew, and nothing has the focus for a moment.
        const isElsewhere = relatedTarget !== null && !currentTarget.contains(relatedTarget);
        if (lifted !== undefined && isElsewhere) setLifted(undefined);
      },
    },
  };
}

function arrowOf({ key }: KeyboardEvent): Arrow | undefined {
  return Object.hasOwn(arrows, key) ? arrows[key as keyof typeof arrows] : undefined;
}

function placed(draft: Draft, all: readonly EvidenceEntry[], { key, placement }: Lifted): readonly EvidenceEntry[] {
  if (placement === undefined) return all;
  const changes = changesToPlace(draft, new Set([key]), placement);
  const visible = new Set(all.map((entry) => entry.key));
  const next = evidenceEntries(changes.reduce((before, change) => applyChange(before, change).draft, draft));
  return next.filter((entry) => visible.has(entry.key));
}
