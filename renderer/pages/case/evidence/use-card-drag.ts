import {
  type CollisionDetection,
  type DragMoveEvent,
  type DragStartEvent,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useMemo, useState } from 'react';
import { type DropPlace, dropDetection, placementOf, readDrop } from './drop-place.ts';
import type { CardDesk } from './evidence-card.tsx';
import type { EvidenceEntry, EvidenceGroup } from './evidence-entries.ts';
import type { Selection } from './use-selection.ts';

export interface CardDrag {
  readonly sensors: ReturnType<typeof useSensors>;
  readonly detect: CollisionDetection;
  /** The card that was taken; the selected ones go with it when it is one of them. */
  readonly taken: EvidenceEntry | undefined;
  readonly count: number;
  readonly keyUnder: string | undefined;
  readonly side: 'before' | 'behind';
  readonly groupUnder: EvidenceGroup | undefined;
  onStart(event: DragStartEvent): void;
  onMove(event: DragMoveEvent): void;
  onEnd(): void;
  onCancel(): void;
}

/** Cards dragged with the mouse or a finger. */
export function useCardDrag(
  entries: readonly EvidenceEntry[],
  selection: Selection,
  desk: CardDesk,
  isList: boolean,
): CardDrag {
  const [takenKey, setTaken] = useState<string>();
  const [under, setUnder] = useState<DropPlace>();
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const detect = useMemo(() => dropDetection(isList), [isList]);
  const keys = takenKey === undefined ? undefined : draggedKeys(takenKey, selection);
  const end = () => {
    setTaken(undefined);
    setUnder(undefined);
  };
  return {
    sensors,
    detect,
    taken: entries.find(({ key }) => key === takenKey),
    count: keys?.size ?? 0,
    keyUnder: under?.kind === 'beside' ? under.key : undefined,
    side: under?.kind === 'beside' ? under.side : 'before',
    groupUnder: under?.kind === 'group' ? under.group : undefined,
    onStart: ({ active }) => setTaken(String(active.id)),
    onMove({ collisions }) {
      const next = readDrop(collisions?.[0]);
      setUnder((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    },
    onEnd() {
      const placement = under === undefined ? undefined : placementOf(entries, under);
      if (keys !== undefined && placement !== undefined) desk.acts.place(keys, placement);
      end();
    },
    onCancel: end,
  };
}

function draggedKeys(key: string, { keys }: Selection): ReadonlySet<string> {
  return keys.has(key) ? keys : new Set([key]);
}
