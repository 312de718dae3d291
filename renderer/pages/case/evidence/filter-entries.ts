import type { EvidenceEntry, EvidenceGroup } from './evidence-entries.ts';

export type EvidenceFilter = 'all' | 'uncited' | 'troubled' | EvidenceGroup;

export interface FilterFacts {
  isCited(entry: EvidenceEntry): boolean;
  hasTrouble(entry: EvidenceEntry): boolean;
}

/** All words must be there: in the number, the name, what it proves, where it comes from, or a file's name. */
export function filterEntries(
  entries: readonly EvidenceEntry[],
  filter: EvidenceFilter,
  text: string,
  { isCited, hasTrouble }: FilterFacts,
): readonly EvidenceEntry[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (filter === 'all' && words.length === 0) return entries;
  return entries.filter((entry) => isWanted(entry) && words.every((word) => textOfEntry(entry).includes(word)));

  function isWanted(entry: EvidenceEntry): boolean {
    switch (filter) {
      case 'all':
        return true;
      case 'uncited':
        return !isCited(entry);
      case 'troubled':
        return hasTrouble(entry);
      default:
        return entry.group === filter;
    }
  }
}

function textOfEntry({ number, title, proves, source, files }: EvidenceEntry): string {
  const names = files.map(({ path, note }) => `${path} ${note}`);
  return [`证据${number}`, title, proves, source, ...names].join('\n').toLowerCase();
}
