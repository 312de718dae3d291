import { evidenceGroups } from '../../../../electron/contract/case/case-kinds.ts';
import type { EvidenceEntry, EvidenceGroup } from './evidence-entries.ts';

/** The lines the grid is made of; only those in sight are drawn. */
export type GridRow =
  | { readonly kind: 'group'; readonly group: EvidenceGroup; readonly count: number; readonly first: number }
  | { readonly kind: 'empty'; readonly group: EvidenceGroup }
  | { readonly kind: 'cards'; readonly group: EvidenceGroup; readonly entries: readonly EvidenceEntry[] };

export function gridRows(entries: readonly EvidenceEntry[], columns: number, showsEmpty: boolean): GridRow[] {
  return evidenceGroups.flatMap((group): GridRow[] => {
    const members = entries.filter((entry) => entry.group === group);
    const [first] = members;
    const head: GridRow = { kind: 'group', group, count: members.length, first: first?.number ?? 0 };
    if (first === undefined) return showsEmpty ? [head, { kind: 'empty', group }] : [];
    const lines: GridRow[] = [];
    for (let start = 0; start < members.length; start += columns) {
      lines.push({ kind: 'cards', group, entries: members.slice(start, start + columns) });
    }
    return [head, ...lines];
  });
}

/** Where the arrows lead: a line up or down keeps the column as far as there is one. */
export function neighbourOf(
  rows: readonly GridRow[],
  key: string,
  arrow: 'left' | 'right' | 'up' | 'down',
): string | undefined {
  const lines = rows.flatMap((row) => (row.kind === 'cards' ? [row.entries] : []));
  const line = lines.findIndex((entries) => entries.some((entry) => entry.key === key));
  const column = lines[line]?.findIndex((entry) => entry.key === key) ?? -1;
  if (column === -1) return undefined;
  if (arrow === 'up' || arrow === 'down') {
    const target = lines[line + (arrow === 'up' ? -1 : 1)];
    return target?.[Math.min(column, target.length - 1)]?.key;
  }
  const flat = lines.flat();
  const place = flat.findIndex((entry) => entry.key === key);
  return flat[place + (arrow === 'left' ? -1 : 1)]?.key;
}

/** Stays with a line while it is drawn again. */
export function rowKey(row: GridRow | undefined): string {
  if (row === undefined) return '';
  return row.kind === 'cards' ? `${row.group} ${row.entries[0]?.key}` : `${row.kind} ${row.group}`;
}

/** Pixels, before it was measured. */
const heights = { group: 60, empty: 96, cards: { grid: 330, list: 104 } } as const;

export function estimatedHeight(row: GridRow | undefined, isList: boolean): number {
  if (row === undefined || row.kind === 'cards') return heights.cards[isList ? 'list' : 'grid'];
  return heights[row.kind];
}
