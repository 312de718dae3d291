import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBmp } from '../../electron/core/evidence/pictures/bmp-pixels.ts';
import { type BmpForm, bmpColor, bmpFile } from '../support/bmp-file.ts';

const colorsOf = (bytes: Buffer) => {
  const { width, height, data } = readBmp(bytes);
  const pixel = (place: number) => ((data[place] ?? 0) << 16) | ((data[place + 1] ?? 0) << 8) | (data[place + 2] ?? 0);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => pixel((row * width + column) * 3)),
  );
};
const mixed = (most: number, width: number, height: number) =>
  Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => (row * 7 + column * 3 + row * column) % most),
  );
const trueColors = mixed(16_777_216, 5, 4).map((row) => row.map((value) => (value * 1_234_567) % 16_777_216));

describe('readBmp', () => {
  // Odd widths, because rows are padded and packed pixels end in the middle of a byte.
  it.each([1, 2, 4, 8] as const)('reads %i bits by the palette, to the last pixel of each row', (bits) => {
    for (const width of [1, 3, 5, 8, 13]) {
      const rows = mixed(2 ** bits, width, 6);
      for (const form of [{}, { isTopDown: true }, { isOld: true }, { gap: 10 }]) {
        expect(colorsOf(bmpFile({ bits, rows, ...form }))).toEqual(rows.map((row) => row.map(bmpColor)));
      }
    }
  });

  it.each([24, 32] as const)('reads %i bits as they are', (bits) => {
    for (const form of [{}, { isTopDown: true }])
      expect(colorsOf(bmpFile({ bits, rows: trueColors, ...form }))).toEqual(trueColors);
  });

  it('reads 32 bits in any order of colours', () => {
    const masks: BmpForm['masks'] = [0xff000000, 0x00ff0000, 0x0000ff00].map((mask) => mask >>> 8) as never;
    expect(colorsOf(bmpFile({ bits: 32, rows: trueColors, masks }))).toEqual(trueColors);
  });

  it.each([undefined, [0xf800, 0x07e0, 0x001f] as const])('white stays white and black black in 16 bits', (masks) => {
    const rows = [[0xffffff, 0, 0xff0000, 0x00ff00, 0x0000ff]];
    expect(colorsOf(bmpFile({ bits: 16, rows, ...(masks && { masks }) }))).toEqual(rows);
  });

  it('reads run lengths of 8 and 4 bits', () => {
    const rows = [
      [5, 5, 5, 7],
      [1, 2, 3, 0],
    ];
    const from = (...bytes: number[]) => Uint8Array.from(bytes);
    // From the bottom: three literal ones and one jumped over, a row end, then a run and one more.
    const eight = from(0, 3, 1, 2, 3, 0, 0, 0, 3, 5, 1, 7, 0, 1);
    const four = from(0, 3, 0x12, 0x30, 0, 0, 3, 0x55, 1, 0x70, 0, 1);
    const expected = rows.map((row) => row.map(bmpColor));
    expect(colorsOf(bmpFile({ bits: 8, rows, runs: eight }))).toEqual(expected);
    expect(colorsOf(bmpFile({ bits: 4, rows, runs: four }))).toEqual(expected);
  });

  it('refuses a file cut off anywhere', () => {
    const whole = bmpFile({ bits: 24, rows: mixed(1_000, 5, 4) });
    for (let length = 0; length < whole.length - 1; length += 1) {
      expect(() => readBmp(whole.subarray(0, length)), `${length} bytes`).toThrow(RangeError);
    }
  });

  it('ends for any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 60, maxLength: 400 }),
        fc.constantFrom(1, 4, 8, 16, 24, 32),
        (noise, bits) => {
          const bytes = Buffer.concat([bmpFile({ bits: bits as 8, rows: mixed(2, 9, 9) }).subarray(0, 54), noise]);
          bytes.writeUInt32LE(noise[0] ?? 0, 30);
          try {
            readBmp(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
          }
        },
      ),
      { numRuns: 300, seed: 20261118 },
    );
  });
});
