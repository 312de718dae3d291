import type { RedactionBox } from '../../../../electron/contract/case/case-file.ts';
import { secretKinds } from '../../../../electron/contract/case/case-kinds.ts';
import type { Change, DraftPath, Json } from '../../../../electron/contract/rpc/case-procedures.ts';
import { isList, isObject } from '../../../draft/draft-values.ts';
import { fileWith } from './change-files.ts';

/** A box as it is drawn: shares of its page, from the upper left corner. */
export type BoxShape = Pick<RedactionBox, 'x' | 'y' | 'width' | 'height'>;

/** Smaller, it could be neither seen nor taken hold of. */
const smallest = 0.004;

/** A box and where it stands in the list of its file. */
export interface PlacedBox extends RedactionBox {
  readonly index: number;
}

/** The boxes of a file as the draft has them; what is odd there is left out. */
export function boxesOf(file: Json | undefined): PlacedBox[] {
  const rows = isObject(file) && isList(file.redactions) ? file.redactions : [];
  return rows.flatMap((row, index): PlacedBox[] => {
    if (!isObject(row)) return [];
    const { page = 1, x, y, width, height } = row;
    const numbers = [page, x, y, width, height];
    if (!numbers.every((one) => typeof one === 'number')) return [];
    const [number = 1, left = 0, top = 0, across = 0, down = 0] = numbers;
    const kind = secretKinds.find((one) => one === row.kind);
    return [
      { index, page: number, x: left, y: top, width: across, height: down, ...(kind === undefined ? {} : { kind }) },
    ];
  });
}

/** As the draft keeps them: five digits tell pixels of any page apart. */
function boxToKeep({ x, y, width, height, kind, page }: RedactionBox): Json {
  const short = (share: number) => Math.round(share * 100_000) / 100_000;
  const shape = { x: short(x), y: short(y), width: short(width), height: short(height) };
  return { page, ...shape, ...(kind === undefined ? {} : { kind }) };
}

/** What adds boxes to the file that stands at `path`, each a row of its own, so that each act is a step to undo. */
export function changesToAdd(path: DraftPath, file: Json | undefined, boxes: readonly RedactionBox[]): Change[] {
  const list = isObject(file) ? file.redactions : undefined;
  const rows = boxes.map(boxToKeep);
  if (!isList(list)) return [{ kind: 'set', path: [...path], value: fileWith(file, { redactions: rows }) }];
  const at = [...path, 'redactions'];
  return rows.map((value, place) => ({ kind: 'insert', path: at, index: list.length + place, value }));
}

export function changeOfBox(path: DraftPath, box: PlacedBox): Change {
  return { kind: 'set', path: [...path, 'redactions', box.index], value: boxToKeep(box) };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The box between two points of a page; undefined for a mere click. */
export function boxBetween(from: Point, to: Point): BoxShape | undefined {
  const x = Math.max(0, Math.min(from.x, to.x));
  const y = Math.max(0, Math.min(from.y, to.y));
  const width = Math.min(1, Math.max(from.x, to.x)) - x;
  const height = Math.min(1, Math.max(from.y, to.y)) - y;
  return width < smallest || height < smallest ? undefined : { x, y, width, height };
}

/** Moved, and kept on its page. */
export function movedBox(box: BoxShape, { x, y }: Point): BoxShape {
  return {
    ...box,
    x: Math.min(1 - box.width, Math.max(0, box.x + x)),
    y: Math.min(1 - box.height, Math.max(0, box.y + y)),
  };
}

/** Its lower right corner moved. */
export function resizedBox(box: BoxShape, { x, y }: Point): BoxShape {
  return {
    ...box,
    width: Math.min(1 - box.x, Math.max(smallest, box.width + x)),
    height: Math.min(1 - box.y, Math.max(smallest, box.height + y)),
  };
}

/** Those of `proposed` that no box of the same page covers already. */
export function newBoxes(known: readonly RedactionBox[], proposed: readonly RedactionBox[]): RedactionBox[] {
  const slack = 0.002;
  return proposed.filter(
    (box) =>
      !known.some(
        (one) =>
          one.page === box.page &&
          one.x <= box.x + slack &&
          one.y <= box.y + slack &&
          one.x + one.width >= box.x + box.width - slack &&
          one.y + one.height >= box.y + box.height - slack,
      ),
  );
}
