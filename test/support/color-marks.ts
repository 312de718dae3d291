import type { RenderedPage } from './read-pdf.ts';

/** Where a colour stands on a rendered page: its bounding box and middle, in pixels; `undefined` when it is not there. */
export interface ColorMark {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: number;
  readonly y: number;
}

type Test = (red: number, green: number, blue: number) => boolean;

/** The corner marks of support/pictures.ts; wide limits, because CMYK and JPEG shift colours. */
const tests: Readonly<Record<'red' | 'green' | 'blue', Test>> = {
  red: (red, green, blue) => red > 130 && red - green > 70 && red - blue > 70,
  green: (red, green, blue) => green > 80 && green - red > 40 && green - blue > 30,
  blue: (red, green, blue) => blue > 110 && blue - red > 50 && blue - green > 40,
};

export function findColor(page: RenderedPage, color: keyof typeof tests): ColorMark | undefined {
  return findPixels(page, tests[color]);
}

/** The bounding box of everything on the page that `test` accepts. */
export function findPixels({ width, height, data }: RenderedPage, test: Test): ColorMark | undefined {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const place = (row * width + column) * 4;
      if (!test(data[place] ?? 0, data[place + 1] ?? 0, data[place + 2] ?? 0)) continue;
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
    }
  }
  return right < 0 ? undefined : { left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2 };
}
