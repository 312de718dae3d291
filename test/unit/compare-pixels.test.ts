import { describe, expect, it } from 'vitest';
import { isBlank, isSamePicture } from '../../electron/core/evidence/pdf/compare-pixels.ts';
import type { Pixels } from '../../electron/core/evidence/pdf/pdf-document.ts';

const [width, height] = [300, 400];

/** A page of grey lines, and what `draw` changes of it: the colour of a pixel, or undefined to leave it. */
function page(draw: (x: number, y: number) => number | undefined = () => undefined): Pixels {
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const grey = draw(x, y) ?? (y % 20 < 4 && x > 30 && x < 270 ? 40 : 255);
      data.fill(grey, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { width, height, data };
}

const within = (x: number, y: number, left: number, top: number, size: number) =>
  x >= left && x < left + size && y >= top && y < top + size;

describe('two renderings of a page are the same', () => {
  it('when they are equal, or their edges differ as smoothing does', () => {
    expect(isSamePicture(page(), page())).toBe(true);
    const smoothed = page((_, y) => (y % 20 === 4 ? 220 : undefined));
    expect(isSamePicture(page(), smoothed)).toBe(true);
  });

  it('when everything lies a pixel lower', () => {
    const lined = (shift: number) => page((x, y) => (y > 10 && (y - shift) % 20 < 4 && x > 30 && x < 270 ? 40 : 255));
    expect(isSamePicture(lined(0), lined(1))).toBe(true);
    expect(isSamePicture(lined(0), lined(3))).toBe(false);
  });
});

describe('two renderings of a page are different', () => {
  it.each([
    ['a small seal', 12, 110],
    ['a digit of a form', 3, 60],
    ['a pale mark', 10, 190],
  ])('when %s is missing on one of them', (_, size, grey) => {
    const marked = page((x, y) => (within(x, y, 281, 305, size) ? grey : undefined));
    expect(isSamePicture(page(), marked)).toBe(false);
    expect(isSamePicture(marked, page())).toBe(false);
  });

  it('when their sizes are', () => {
    expect(isSamePicture(page(), { width: height, height: width, data: page().data })).toBe(false);
  });
});

it('a page with anything on it is not blank', () => {
  expect(isBlank(page(() => 255))).toBe(true);
  expect(isBlank(page((x, y) => (x === 150 && y === 399 ? 254 : 255)))).toBe(false);
});
