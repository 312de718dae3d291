/** The shapes a timeline is drawn with. Lengths are points; `kind` names a class of styles/timeline.css. */
export interface Drawing {
  readonly width: number;
  /** Where the drawing begins: less than its full height when the upper row of labels is not needed. */
  readonly top: number;
  readonly height: number;
  /** White behind text, so that no grid line runs through it. */
  readonly masks: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly lines: readonly LineShape[];
  readonly paths: readonly PathShape[];
  readonly marks: readonly MarkShape[];
  readonly texts: readonly TextShape[];
}

export interface LineShape {
  readonly kind: 'axis' | 'tick' | 'leader' | 'grid';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface PathShape {
  readonly kind: 'arrow' | 'promised' | 'actual' | 'ongoing' | 'gap' | 'break';
  readonly d: string;
}

/** A circle: filled for an exact time, hollow for an approximate one, half filled where a shared mark has both. */
export interface MarkShape {
  readonly kind: 'exact' | 'approximate' | 'mixed';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** The filled half of a mixed mark, `undefined` for the others. */
  readonly half: string | undefined;
}

export interface TextShape {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor: 'start' | 'middle';
  readonly content: string;
}

const radius = 4.2;

/** Room a mark takes on the axis, from its middle. */
export const markRadius = radius;

export function lineShape(kind: LineShape['kind'], x1: number, y1: number, x2: number, y2: number): LineShape {
  return { kind, x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) };
}

export function textShape(x: number, y: number, size: number, anchor: TextShape['anchor'], content: string): TextShape {
  return { x: round(x), y: round(y), size, anchor, content };
}

export function markShape(kind: MarkShape['kind'], x: number, y: number): MarkShape {
  const half = `M${round(x)} ${round(y - radius)}A${radius} ${radius} 0 0 0 ${round(x)} ${round(y + radius)}Z`;
  return { kind, x: round(x), y: round(y), radius, half: kind === 'mixed' ? half : undefined };
}

export function arrowHead(x: number, y: number): PathShape {
  return { kind: 'arrow', d: `M${round(x)} ${round(y)}L${round(x - 6)} ${round(y - 3)}V${round(y + 3)}Z` };
}

/** A box from one time to another; an open one ends in a point instead of a side. */
export function barShape(
  kind: 'promised' | 'actual' | 'ongoing',
  box: { readonly left: number; readonly right: number; readonly y: number; readonly height: number },
  isOpen: boolean,
): PathShape {
  const [left, right] = [round(box.left), round(box.right)];
  const [top, bottom] = [round(box.y), round(box.y + box.height)];
  const shoulder = Math.max(left, round(right - 5));
  const end = isOpen
    ? `H${shoulder}L${right} ${round(box.y + box.height / 2)}L${shoulder} ${bottom}`
    : `H${right}V${bottom}`;
  return { kind, d: `M${left} ${top}${end}H${left}Z` };
}

/** A break in the axis or in a bar: a white gap with a stroke at either side. */
export function breakShapes(x: number, y: number): PathShape[] {
  const stroke = (offset: number) =>
    `M${round(x + offset - 2)} ${round(y + 7)}L${round(x + offset + 2)} ${round(y - 7)}`;
  const gap = `M${round(x - 4)} ${round(y + 6)}L${round(x)} ${round(y - 6)}H${round(x + 4)}L${round(x)} ${round(y + 6)}Z`;
  return [
    { kind: 'gap', d: gap },
    { kind: 'break', d: `${stroke(-2)}${stroke(2)}` },
  ];
}

/** Hundredths of a point: finer than any printer, and the same digits in every build. */
export function round(length: number): number {
  return Math.round(length * 100) / 100;
}
