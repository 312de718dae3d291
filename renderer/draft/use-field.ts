import type { DraftPath, Json } from '../../electron/contract/rpc/case-procedures.ts';
import { useDraftSession, useDraftValue } from './draft-context.tsx';
import { changesTo } from './set-field.ts';

/** The value at a place and what writes it; `undefined` clears it. */
export function useField(path: DraftPath, label: string): [Json | undefined, (value: Json | undefined) => void] {
  const session = useDraftSession();
  const value = useDraftValue(path);
  const write = (next: Json | undefined) => {
    const changes = changesTo(session.state().draft, path, next);
    if (changes.length > 0) session.change(`修改${label}`, changes);
  };
  return [value, write];
}
