import { App } from 'antd';
import { useMemo } from 'react';
import { evidenceGroupWords } from '../../../../electron/contract/case/words.ts';
import type { Change } from '../../../../electron/contract/rpc/case-procedures.ts';
import { useDraftSession } from '../../../draft/draft-context.tsx';
import type { DraftSession } from '../../../draft/draft-session.ts';
import { changesTo } from '../../../draft/set-field.ts';
import { useUndoMessage } from '../../../parts/use-undo-message.tsx';
import { type EvidenceEntry, type EvidenceGroup, entryName, evidenceEntries } from './evidence-entries.ts';
import { changesToPlace, type Placement, placementAt, placementBy } from './place-entries.ts';
import { changesToMerge, changesToRemove } from './remove-and-merge.ts';

/** What can be done with entries; each is one stroke that undo takes back. All take keys. */
export interface EvidenceActs {
  write(key: string, field: 'title' | 'proves', text: string): void;
  regroup(keys: ReadonlySet<string>, group: EvidenceGroup): void;
  place(keys: ReadonlySet<string>, placement: Placement): void;
  /** Within its group; false at its edge. */
  shift(key: string, by: number): boolean;
  /** To bear this number. */
  moveTo(keys: ReadonlySet<string>, number: number): void;
  remove(keys: ReadonlySet<string>): void;
  merge(keys: ReadonlySet<string>): void;
}

const fieldWords = { title: '证据名称', proves: '证明什么' } as const;

export function useEvidenceActs(): EvidenceActs {
  const session = useDraftSession();
  const offerUndo = useUndoMessage();
  const { message } = App.useApp();

  return useMemo(() => {
    const find = (keys: ReadonlySet<string>) =>
      evidenceEntries(session.state().draft).filter(({ key }) => keys.has(key));
    const change = (label: string, changes: readonly Change[]) => {
      if (changes.length > 0) session.change(label.slice(0, longestLabel), changes);
    };
    const place = (keys: ReadonlySet<string>, placement: Placement, label = `移动${nameOf(find(keys))}`) =>
      change(label, changesToPlace(session.state().draft, keys, placement));
    /** Done at once; taking it back means undoing it, as long as nothing was done since. */
    const doAndOffer = (label: string, changes: readonly Change[], done: string) => {
      if (changes.length === 0) return;
      const name = label.slice(0, longestLabel);
      session.change(name, changes);
      offerUndo(done, () => undoIfLast(session, name, () => void message.info(laterEdits)));
    };

    return {
      write(key, field, text) {
        const { draft } = session.state();
        const entry = evidenceEntries(draft).find((one) => one.key === key);
        if (entry === undefined) return;
        const path = ['evidence', entry.index, field];
        change(
          `修改${fieldWords[field]}`,
          field === 'title' ? [{ kind: 'set', path, value: text }] : changesTo(draft, path, text),
        );
      },
      regroup(keys, group) {
        const others = find(keys).filter((entry) => entry.group !== group);
        const label = `把${nameOf(others)}归到${evidenceGroupWords[group]}`;
        place(new Set(others.map(({ key }) => key)), { group, before: undefined }, label);
      },
      place,
      shift(key, by) {
        const placement = placementBy(evidenceEntries(session.state().draft), key, by);
        if (placement === undefined) return false;
        place(new Set([key]), placement);
        return true;
      },
      moveTo(keys, number) {
        const placement = placementAt(evidenceEntries(session.state().draft), keys, number);
        if (placement !== undefined) place(keys, placement);
      },
      remove(keys) {
        const { draft } = session.state();
        const name = nameOf(find(keys));
        const changes = changesToRemove(draft, keys);
        const cites = changes.filter(({ path }) => path[0] !== 'evidence').length;
        const also = cites === 0 ? '' : `，${cites} 处引用也去掉了`;
        doAndOffer(`移除${name}`, changes, `已移除${name}${also}`);
      },
      merge(keys) {
        const found = find(keys);
        const name = nameOf(found.slice(0, 1));
        doAndOffer(
          `合并成${name}`,
          changesToMerge(session.state().draft, keys),
          `${found.length} 份已合并成一份：${name}`,
        );
      },
    };
  }, [session, offerUndo, message]);
}

/** As the contract has it (case-procedures.ts, `edit`). */
const longestLabel = 100;
const laterEdits = '之后又改过别的内容。请按上面的“撤销”，一步一步退回去。';

async function undoIfLast(session: DraftSession, label: string, tellOtherwise: () => void): Promise<void> {
  await session.saved();
  if (session.state().undo === label) await session.undo();
  else tellOtherwise();
}

/** 证据3 付款截图, or 4 份证据. */
function nameOf(entries: readonly EvidenceEntry[]): string {
  const [first, second] = entries;
  return first !== undefined && second === undefined ? entryName(first) : ` ${entries.length} 份证据`;
}
