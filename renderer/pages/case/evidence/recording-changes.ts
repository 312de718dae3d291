import type { Change, DraftPath, Json } from '../../../../electron/contract/rpc/case-procedures.ts';
import { isList, isObject } from '../../../draft/draft-values.ts';
import { fileWith } from './change-files.ts';

/**
 * Changes of the lists of a recording, each as small as it can be, so that each is one step of undo. A file that is no
 * more than its path so far becomes an object with the first of them.
 */
export interface RecordingLists {
  insert(list: ListName, index: number, values: readonly Json[]): Change[];
  set(list: ListName, index: number, value: Json): Change[];
  remove(list: ListName, index: number): Change[];
}

type ListName = 'marks' | 'transcript';

/** `value` is what stands at `path`, the place of the file in the draft. */
export function recordingLists(value: Json | undefined, path: DraftPath): RecordingLists {
  const before = (list: ListName): readonly Json[] => {
    const there = isObject(value) ? value[list] : undefined;
    return isList(there) ? there : [];
  };
  return {
    insert(list, index, values) {
      if (!isObject(value)) return [{ kind: 'set', path: [...path], value: fileWith(value, { [list]: [...values] }) }];
      const [only, ...more] = values;
      if (only !== undefined && more.length === 0) {
        return [{ kind: 'insert', path: [...path, list], index, value: only }];
      }
      return [{ kind: 'set', path: [...path, list], value: before(list).toSpliced(index, 0, ...values) }];
    },
    set: (list, index, changed) => [{ kind: 'set', path: [...path, list, index], value: changed }],
    remove: (list, index) => [
      { kind: 'remove', path: before(list).length === 1 ? [...path, list] : [...path, list, index] },
    ],
  };
}
