import type { RedactionBox } from '../../../../electron/contract/case/case-file.ts';
import { useDraftSession, useDraftValue } from '../../../draft/draft-context.tsx';
import { valueAt } from '../../../draft/draft-values.ts';
import { fileWith } from './change-files.ts';
import { type BoxShape, boxesOf, changeOfBox, changesToAdd, newBoxes, type PlacedBox } from './cover-boxes.ts';

/** The boxes of one file, and what can be done with them; each act is one step to undo. */
export interface CoverBoxes {
  readonly boxes: readonly PlacedBox[];
  add(boxes: readonly RedactionBox[]): void;
  /** Those of `proposed` that no box covers yet, however long it took to find them; how many that were. */
  addProposed(proposed: readonly RedactionBox[]): number;
  reshape(box: PlacedBox, shape: BoxShape): void;
  setKind(box: PlacedBox, kind: RedactionBox['kind']): void;
  remove(box: PlacedBox): void;
  removeAll(): void;
}

export function useCoverBoxes(item: number, file: number): CoverBoxes {
  const session = useDraftSession();
  const path = ['evidence', item, 'files', file];
  const row = useDraftValue(path);
  return {
    boxes: boxesOf(row),
    add: (boxes) => session.change('画遮盖框', changesToAdd(path, row, boxes)),
    addProposed(proposed) {
      // Boxes may have been drawn since it was asked.
      const now = valueAt(session.state().draft, path);
      const added = newBoxes(boxesOf(now), proposed);
      if (added.length > 0) session.change('加上建议的遮盖框', changesToAdd(path, now, added));
      return added.length;
    },
    reshape: (box, shape) => session.change('移动遮盖框', [changeOfBox(path, { ...box, ...shape })]),
    setKind: (box, kind) => session.change('修改遮盖框遮的内容', [changeOfBox(path, { ...box, kind })]),
    removeAll: () =>
      session.change('移除全部遮盖框', [
        { kind: 'set', path: [...path], value: fileWith(row, { redactions: [], drawnOn: '' }) },
      ]),
    remove: ({ index }) => session.change('移除遮盖框', [{ kind: 'remove', path: [...path, 'redactions', index] }]),
  };
}
