import { type SeededRandom, seededRandom } from '../bench/seeded-random.ts';

/** Rows from `top` up to but without `bottom`. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** A long chat of one grey byte a pixel, and where its bubbles, pictures and lines of text stand. */
export interface SyntheticChat {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
  readonly boxes: readonly Extent[];
  readonly lines: readonly Extent[];
}

const backgrounds = ['plain', 'dark', 'falling', 'sideways', 'dots', 'stripes', 'grain', 'clouds'] as const;
type Background = (typeof backgrounds)[number];
const spacings = ['wide', 'narrow', 'none'] as const;

interface Page {
  readonly grey: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Pixels of a point: a 360-wide screen has one. */
  readonly unit: number;
  readonly random: SeededRandom;
  readonly isDark: boolean;
}

/** Chat number `seed`: every background, spacing and bubble style comes up in turn, the rest is drawn by lot. */
export function syntheticChat(seed: number, width: number, pages: number): SyntheticChat {
  const random = seededRandom(seed * 7_919 + 1);
  const background = backgrounds[seed % backgrounds.length] ?? 'plain';
  const spacing = spacings[Math.floor(seed / backgrounds.length) % spacings.length] ?? 'wide';
  const isOutlined = spacing === 'wide' && seed % 5 === 0;
  const most = Math.floor(width * 2.2);
  const height = most * pages;
  const isDark = background === 'dark' || random.between(0, 4) === 0;
  const page: Page = { grey: new Uint8Array(width * height), width, height, unit: width / 360, random, isDark };
  paintBackground(page, background);
  const boxes: Extent[] = [];
  const lines: Extent[] = [];
  let top = Math.round(page.unit * random.between(4, 40));
  let shade = 0;
  for (;;) {
    const kind = random.between(0, 9);
    const drawn =
      kind === 0
        ? drawTimestamp(page, top)
        : kind === 1
          ? drawPicture(page, top)
          : drawBubble(page, top, { isOutlined, shade: shade++ % 2, isLong: random.between(0, 14) === 0, most });
    if (drawn === undefined) break;
    boxes.push(drawn.box);
    lines.push(...drawn.lines);
    const gaps = { wide: random.between(10, 36), narrow: random.between(4, 9), none: 0 };
    // What has no edge of its own against the background needs some of it around.
    const gap = kind <= 1 && spacing === 'none' ? 5 : gaps[spacing];
    top = drawn.box.bottom + Math.round(gap * page.unit);
  }
  return {
    name: `${seed} ${background} ${spacing}${isOutlined ? ' outlined' : ''} ${width}`,
    width,
    height,
    grey: page.grey,
    boxes,
    lines,
  };
}

function paintBackground({ grey, width, height, unit, random, isDark }: Page, background: Background): void {
  const base = isDark ? random.between(10, 40) : random.between(225, 238);
  const slope = random.between(15, 25) * (isDark ? 1 : -1);
  const step = Math.max(4, Math.round(14 * unit));
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      let value = base;
      if (background === 'falling') value += (slope * row) / height;
      if (background === 'sideways') value += (slope * column) / width;
      if (background === 'dots' && row % step < 2 * unit && column % step < 2 * unit) value += isDark ? 20 : -25;
      if (background === 'stripes' && (row + column) % step < step / 2) value += isDark ? 14 : -14;
      if (background === 'grain') value += ((row * 31 + column * 17 + ((row * column) % 13)) % 7) - 3;
      if (background === 'clouds') value += Math.sin(row / (90 * unit)) * 6 + Math.sin(column / (70 * unit)) * 6;
      grey[row * width + column] = Math.min(255, Math.max(0, value));
    }
  }
}

interface Drawn {
  readonly box: Extent;
  readonly lines: readonly Extent[];
}

function drawTimestamp(page: Page, top: number): Drawn | undefined {
  const high = Math.round(10 * page.unit);
  if (top + high > page.height) return undefined;
  const wide = Math.round(70 * page.unit);
  drawText(page, Math.round((page.width - wide) / 2), top, wide, high, page.isDark ? 130 : 150);
  return { box: { top, bottom: top + high }, lines: [{ top, bottom: top + high }] };
}

/** A photograph with an avatar beside it. */
function drawPicture(page: Page, top: number): Drawn | undefined {
  const { unit, random } = page;
  const high = Math.round(random.between(60, 300) * unit);
  const bottom = top + high;
  if (bottom > page.height) return undefined;
  const wide = Math.round(random.between(80, 200) * unit);
  const left = Math.round(54 * unit);
  const base = random.between(60, 190);
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < left + wide; column += 1) {
      const value = base + Math.sin(row / (11 * unit)) * 30 + Math.sin(column / (17 * unit)) * 25;
      page.grey[row * page.width + column] = value + random.between(0, 5);
    }
  }
  return { box: { top, bottom: Math.max(bottom, drawAvatar(page, false, top)) }, lines: [] };
}

interface BubbleStyle {
  readonly isOutlined: boolean;
  readonly shade: number;
  readonly isLong: boolean;
  /** Rows of a page. */
  readonly most: number;
}

function drawBubble(page: Page, top: number, { isOutlined, shade, isLong, most }: BubbleStyle): Drawn | undefined {
  const { grey, width, unit, random } = page;
  const isMine = random.between(0, 1) === 1;
  const lineHigh = Math.round(15 * unit);
  const lineGap = Math.round(random.between(5, 8) * unit);
  const padding = Math.round(9 * unit);
  const count = isLong ? Math.ceil((most * random.between(11, 18)) / 10 / (lineHigh + lineGap)) : random.between(1, 9);
  const bottom = top + 2 * padding + count * lineHigh + (count - 1) * lineGap;
  if (Math.max(bottom, top + 40 * unit) > page.height) return undefined;
  const wide = Math.round(random.between(60, 240) * unit);
  const left = isMine ? width - Math.round(54 * unit) - wide : Math.round(54 * unit);
  const fills = page.isDark ? [70, 105] : [255, 180];
  const fill = fills[shade] ?? 255;
  const radius = Math.round(6 * unit);
  for (let row = top; row < bottom; row += 1) {
    const inward = Math.max(0, radius - Math.min(row - top, bottom - 1 - row));
    const inset = radius - Math.round(Math.sqrt(Math.max(0, radius * radius - inward * inward)));
    const [from, to] = [row * width + left + inset, row * width + left + wide - inset];
    if (!isOutlined) grey.fill(fill, from, to);
    else if (row === top || row === bottom - 1) grey.fill(page.isDark ? 150 : 100, from, to);
    else {
      grey[from] = page.isDark ? 150 : 100;
      grey[to - 1] = page.isDark ? 150 : 100;
    }
  }
  const ink = page.isDark ? 225 : 25;
  const lines = Array.from({ length: count }, (_, line): Extent => {
    const lineTop = top + padding + line * (lineHigh + lineGap);
    const length = line === count - 1 ? random.between(20, 100) / 100 : 1;
    drawText(page, left + padding, lineTop, Math.round((wide - 2 * padding) * length), lineHigh, ink);
    return { top: lineTop, bottom: lineTop + lineHigh };
  });
  return { box: { top, bottom: Math.max(bottom, drawAvatar(page, isMine, top)) }, lines };
}

/** Resolves to the row below it. */
function drawAvatar({ grey, width, unit, random }: Page, isMine: boolean, top: number): number {
  const size = Math.round(36 * unit);
  const left = isMine ? width - Math.round(46 * unit) : Math.round(10 * unit);
  const base = random.between(70, 180);
  for (let row = top; row < top + size; row += 1) {
    for (let column = left; column < left + size; column += 1) {
      grey[row * width + column] = base + random.between(0, 12) + Math.round(((column - left) / size) * 30);
    }
  }
  return top + size;
}

/** Something like Chinese characters: upright and level strokes in squares, at least one in each row of the line. */
function drawText(
  { grey, width, unit, random }: Page,
  left: number,
  top: number,
  wide: number,
  high: number,
  ink: number,
) {
  const stroke = Math.max(1, Math.round(1.4 * unit));
  for (let start = left; start + high <= left + wide; start += high + Math.round(unit)) {
    const upright = start + random.between(0, high - stroke);
    for (let row = top; row < top + high; row += 1) {
      for (let column = upright; column < upright + stroke; column += 1) grey[row * width + column] = ink;
    }
    for (let count = random.between(2, 4); count > 0; count -= 1) {
      const level = top + random.between(0, high - stroke);
      for (let row = level; row < level + stroke; row += 1)
        grey.fill(ink, row * width + start, row * width + start + high);
    }
  }
}
