import type { RedactionBox } from '../../../../electron/contract/case/case-file.ts';
import { useDraftSession, useDraftValue } from '../../../draft/draft-context.tsx';
import { type BoxShape, boxesOf, changeOfBox, changesToAdd, type PlacedBox } from './cover-boxes.ts';

/** The boxes of one file, and what can be done with them; each act is one step to undo. */
export interface CoverBoxes {
  readonly boxes: readonly PlacedBox[];
  add(boxes: readonly RedactionBox[], label?: string): void;
  reshape(box: PlacedBox, shape: BoxShape): void;
  setKind(box: PlacedBox, kind: RedactionBox['kind']): void;
  remove(box: PlacedBox): void;
}

export function useCoverBoxes(item: number, file: number): CoverBoxes {
  const session = useDraftSession();
  const path = ['evidence', item, 'files', file];
  const row = useDraftValue(path);
  return {
    boxes: boxesOf(row),
    add: (boxes, label = '画遮盖框') => session.change(label, changesToAdd(path, row, boxes)),
    reshape: (box, shape) => session.change('移动遮盖框', [changeOfBox(path, { ...box, ...shape })]),
    setKind: (box, kind) => session.change('修改遮盖框遮的内容', [changeOfBox(path, { ...box, kind })]),
    remove: ({ index }) => session.change('移除遮盖框', [{ kind: 'remove', path: [...path, 'redactions', index] }]),
  };
}
