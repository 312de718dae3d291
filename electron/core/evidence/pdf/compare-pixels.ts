import type { Pixels } from './pdf-document.ts';

/** Less than this, of 255 in one colour, is how edges and gradients vary between two drawings of the same thing. */
const tolerance = 48;
/** Pixels of one tile that differ before the page does: a digit of a form is more, a stray edge less. */
const strayPixels = 3;
const tileSize = 16;

/**
 * Whether two renderings of a page, of the same size, show the same. A pixel differs when it lies outside what the other
 * shows at that place and around it, so that a shift of less than a pixel is no difference; and a page differs when
 * more than a few pixels of one tile do. Tiles, because a seal is small on a page and would drown in a mean.
 */
export function isSamePicture(first: Pixels, second: Pixels): boolean {
  const { width, height } = first;
  if (second.width !== width || second.height !== height) return false;
  const columns = Math.ceil(width / tileSize);
  const found = new Uint16Array(columns * Math.ceil(height / tileSize));
  const firstWords = wordsOf(first);
  const secondWords = wordsOf(second);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      if (firstWords[at] === secondWords[at]) continue;
      if (isAround(first, column, row, second) && isAround(second, column, row, first)) continue;
      const tile = Math.floor(row / tileSize) * columns + Math.floor(column / tileSize);
      const count = (found[tile] ?? 0) + 1;
      if (count > strayPixels) return false;
      found[tile] = count;
    }
  }
  return true;
}

/** Whether nothing is drawn on it. */
export function isBlank(pixels: Pixels): boolean {
  return wordsOf(pixels).every((word) => (word & 0x00ffffff) === 0x00ffffff);
}

/** Pixels as numbers, to find the equal ones quickly. */
function wordsOf({ data }: Pixels): Uint32Array {
  return new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
}

/** Whether each colour of `picture` at a place lies within those of `other` there and next to it. */
function isAround(picture: Pixels, column: number, row: number, other: Pixels): boolean {
  const { width, height } = picture;
  const at = (row * width + column) * 4;
  for (let color = 0; color < 3; color += 1) {
    let least = 255;
    let most = 0;
    for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y += 1) {
      for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x += 1) {
        const value = other.data[(y * width + x) * 4 + color] ?? 0;
        if (value < least) least = value;
        if (value > most) most = value;
      }
    }
    const value = picture.data[at + color] ?? 0;
    if (value < least - tolerance || value > most + tolerance) return false;
  }
  return true;
}
