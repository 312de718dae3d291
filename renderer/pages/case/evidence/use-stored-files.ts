import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { StoredFile } from '../../../../electron/contract/rpc/evidence-procedures.ts';
import { client } from '../../../api.ts';
import type { EvidenceEntry } from './evidence-entries.ts';

export interface StoredFiles {
  readonly byPath: ReadonlyMap<string, StoredFile>;
  /** All that the draft names has been asked for. */
  readonly isKnown: boolean;
  refresh(): void;
}

const none: ReadonlyMap<string, StoredFile> = new Map();

/**
 * The files behind the entries. Asked for again only when the draft names others: each word typed is an event of the
 * case, and five hundred files are not looked at for every one.
 */
export function useStoredFiles(caseId: string, entries: readonly EvidenceEntry[]): StoredFiles {
  const paths = useMemo(() => {
    const all = entries.flatMap(({ files }) => files.map(({ path }) => path));
    return all.toSorted().join('\n');
  }, [entries]);
  const { data, isPlaceholderData, refetch } = useQuery({
    queryKey: ['evidence-files', caseId, paths],
    queryFn: () => client.evidence.files({ id: caseId }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const byPath = useMemo(() => (data === undefined ? none : new Map(data.map((file) => [file.path, file]))), [data]);
  return useMemo(
    () => ({ byPath, isKnown: data !== undefined && !isPlaceholderData, refresh: () => void refetch() }),
    [byPath, data, isPlaceholderData, refetch],
  );
}
