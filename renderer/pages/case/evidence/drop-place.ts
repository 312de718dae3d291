import { type CollisionDetection, pointerWithin } from '@dnd-kit/core';
import type { EvidenceEntry, EvidenceGroup } from './evidence-entries.ts';
import type { Placement } from './place-entries.ts';

/** Where a dragged card would come to stand. */
export type DropPlace =
  | { readonly kind: 'beside'; readonly key: string; readonly side: 'before' | 'behind' }
  | { readonly kind: 'group'; readonly group: EvidenceGroup };

/** Groups are let fall on by their heads, cards by their keys, which never hold a colon. */
export const groupDropId = (group: EvidenceGroup) => `group:${group}`;

/** What is under the pointer; of a card, also which half. */
export function dropDetection(isList: boolean): CollisionDetection {
  return (args) => {
    const [first] = pointerWithin(args);
    const pointer = args.pointerCoordinates;
    const rect = first === undefined ? undefined : args.droppableRects.get(first.id);
    if (first === undefined || rect === undefined || pointer === null) return [];
    const isBehind = isList ? pointer.y > rect.top + rect.height / 2 : pointer.x > rect.left + rect.width / 2;
    return [{ ...first, data: { ...first.data, side: isBehind ? 'behind' : 'before' } }];
  };
}

export function readDrop(
  collision: { readonly id: string | number; readonly data?: Record<string, unknown> } | undefined,
): DropPlace | undefined {
  if (collision === undefined) return undefined;
  const id = String(collision.id);
  if (id.startsWith('group:')) return { kind: 'group', group: id.slice('group:'.length) as EvidenceGroup };
  return { kind: 'beside', key: id, side: collision.data?.side === 'behind' ? 'behind' : 'before' };
}

export function placementOf(entries: readonly EvidenceEntry[], drop: DropPlace): Placement | undefined {
  if (drop.kind === 'group') return { group: drop.group, before: undefined };
  const target = entries.find(({ key }) => key === drop.key);
  if (target === undefined) return undefined;
  const members = entries.filter(({ group }) => group === target.group);
  const place = members.indexOf(target) + (drop.side === 'behind' ? 1 : 0);
  return { group: target.group, before: members[place]?.key };
}
