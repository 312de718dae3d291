import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutIntoSlices, rowInk } from '../../electron/core/evidence/pictures/slices.ts';

/** Rows of ink: full rows (`#`) and empty ones (`.`). */
function ink(rows: string): Uint32Array {
  return Uint32Array.from(rows, (row) => (row === '#' ? 40 : 0));
}

describe('rowInk', () => {
  it('counts the jumps of each row, not how dark it is', () => {
    const rows = [
      [255, 255, 255, 255, 255, 255],
      [0, 0, 0, 0, 0, 0],
      [255, 0, 255, 0, 255, 0],
      [255, 245, 235, 225, 215, 205],
      [20, 20, 200, 200, 200, 20],
    ];
    expect([...rowInk(Uint8Array.from(rows.flat()), 6, rows.length)]).toEqual([0, 0, 5, 0, 2]);
  });
});

describe('cutIntoSlices', () => {
  it('leaves a picture that fits in one piece', () => {
    expect(cutIntoSlices(ink('#'.repeat(90)), 90)).toEqual([{ top: 0, height: 90 }]);
  });

  it('loses no row and shows none twice, and no slice is longer than a page', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 3_000 }),
        fc.integer({ min: 6, max: 400 }),
        (rows, maximum) => {
          const slices = cutIntoSlices(Uint32Array.from(rows), maximum);
          let top = 0;
          for (const slice of slices) {
            expect(slice.top).toBe(top);
            expect(slice.height).toBeGreaterThan(0);
            expect(slice.height).toBeLessThanOrEqual(maximum);
            top += slice.height;
          }
          expect(top).toBe(rows.length);
        },
      ),
      { numRuns: 300, seed: 20261118 },
    );
  });

  it('cuts an empty row wherever the last third of the page has one', () => {
    const gap = fc.record({ text: fc.integer({ min: 3, max: 25 }), space: fc.integer({ min: 2, max: 12 }) });
    fc.assert(
      fc.property(fc.array(gap, { minLength: 10, maxLength: 120 }), (gaps) => {
        const rows = gaps.map(({ text, space }) => '#'.repeat(text) + '.'.repeat(space)).join('');
        // A third of 90 rows is longer than any line of text here, so there is always a gap to cut in.
        for (const { top } of cutIntoSlices(ink(rows), 90).slice(1)) {
          expect(rows.slice(top - 1, top + 1), `row ${top}`).toContain('.');
        }
      }),
      { numRuns: 300, seed: 20261118 },
    );
  });

  it('prefers the widest gap, and cuts in its middle', () => {
    const rows = `${'#'.repeat(70)}..${'#'.repeat(6)}${'.'.repeat(8)}${'#'.repeat(60)}`;
    const [first] = cutIntoSlices(ink(rows), 90);
    expect(first?.height).toBeGreaterThanOrEqual(81);
    expect(first?.height).toBeLessThanOrEqual(83);
  });

  it('cuts where there is least ink when no row is empty', () => {
    const rows = Uint32Array.from({ length: 150 }, (_, row) => (row === 77 ? 3 : 40));
    expect(cutIntoSlices(rows, 90).map(({ top }) => top)).toContain(77);
  });
});
