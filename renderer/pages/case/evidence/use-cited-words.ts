import { useMemo } from 'react';
import type { Citations } from './citations.ts';

/** Where each item is cited, short enough for a card: 引用 3 处. */
export function useCitedWords(citations: Citations): ReadonlyMap<string, string> {
  return useMemo(() => new Map([...citations].map(([id, places]) => [id, `引用 ${places.length} 处`])), [citations]);
}
