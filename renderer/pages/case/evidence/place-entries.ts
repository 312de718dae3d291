import { evidenceGroups } from '../../../../electron/contract/case/case-kinds.ts';
import type { Change, Draft } from '../../../../electron/contract/rpc/case-procedures.ts';
import { type EvidenceEntry, type EvidenceGroup, evidenceEntries } from './evidence-entries.ts';

/** Where entries are to go: before another one of the group, or behind its last. */
export interface Placement {
  readonly group: EvidenceGroup;
  /** A key. */
  readonly before: string | undefined;
}

/** The changes that bring entries to a place, in the order in which they are numbered now. None when nothing moves. */
export function changesToPlace(draft: Draft, keys: ReadonlySet<string>, { group, before }: Placement): Change[] {
  const entries = evidenceEntries(draft);
  const moved = entries.filter(({ key }) => keys.has(key));
  const anchor = firstUnmovedFrom(entries, keys, group, before);
  const standing: { key: string; group: EvidenceGroup }[] = entries
    .toSorted((first, second) => first.index - second.index)
    .map((entry) => ({ key: entry.key, group: entry.group }));
  const changes: Change[] = [];
  for (const { key, group: old } of moved) {
    const from = standing.findIndex((one) => one.key === key);
    if (old !== group) changes.push({ kind: 'set', path: ['evidence', from, 'group'], value: group });
    standing.splice(from, 1);
    const to = placeFor(standing, group, anchor, from);
    standing.splice(to, 0, { key, group });
    if (from !== to) changes.push({ kind: 'move', path: ['evidence'], from, to });
  }
  return isSameOrder(entries, standing) ? [] : changes;
}

/** Between groups the draft may list them as it likes; only what is numbered otherwise has moved. */
function isSameOrder(
  entries: readonly EvidenceEntry[],
  standing: readonly { readonly key: string; readonly group: EvidenceGroup }[],
): boolean {
  const next = evidenceGroups.flatMap((group) => standing.filter((one) => one.group === group));
  return entries.every(({ key, group }, index) => key === next[index]?.key && group === next[index]?.group);
}

/** What it is to stand before may itself be on its way: then the next one that stays. */
function firstUnmovedFrom(
  entries: readonly EvidenceEntry[],
  keys: ReadonlySet<string>,
  group: EvidenceGroup,
  before: string | undefined,
): string | undefined {
  const members = entries.filter((entry) => entry.group === group);
  const start = members.findIndex(({ key }) => key === before);
  return start === -1 ? undefined : members.slice(start).find(({ key }) => !keys.has(key))?.key;
}

function placeFor(
  standing: readonly { readonly key: string; readonly group: EvidenceGroup }[],
  group: EvidenceGroup,
  anchor: string | undefined,
  from: number,
): number {
  if (anchor !== undefined) return standing.findIndex(({ key }) => key === anchor);
  const last = standing.findLastIndex((one) => one.group === group);
  // Alone in its group, any place will do.
  return last === -1 ? from : last + 1;
}

/** One up or several down within its group; undefined at the edge. */
export function placementBy(entries: readonly EvidenceEntry[], key: string, by: number): Placement | undefined {
  const entry = entries.find((one) => one.key === key);
  if (entry === undefined) return undefined;
  const members = entries.filter(({ group }) => group === entry.group);
  const now = members.indexOf(entry);
  const next = Math.max(0, Math.min(members.length - 1, now + by));
  if (next === now) return undefined;
  return { group: entry.group, before: members[next > now ? next + 1 : next]?.key };
}

/** To bear a number: into the group in which that number stands now. */
export function placementAt(
  entries: readonly EvidenceEntry[],
  keys: ReadonlySet<string>,
  number: number,
): Placement | undefined {
  const target = entries[number - 1];
  if (target === undefined) return undefined;
  const first = entries.find(({ key }) => keys.has(key));
  const isDown = first !== undefined && first.number < number;
  const members = entries.filter(({ group }) => group === target.group);
  const place = members.indexOf(target) + (isDown ? 1 : 0);
  return { group: target.group, before: members[place]?.key };
}
