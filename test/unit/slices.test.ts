import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type RowCosts, rowCosts } from '../../electron/core/evidence/pictures/row-costs.ts';
import { cutIntoSlices } from '../../electron/core/evidence/pictures/slices.ts';
import { type Extent, type SyntheticChat, syntheticChat } from '../support/synthetic-chat.ts';

/** Width of the pictures below: one in which the strip that neighbours share is two rows, or a line of six. */
const width = 90;

/** Rows that cost nothing to cut above (`.`), or a line of text (`#`). */
const rowsOf = (rows: string) => inkRows(Array.from(rows, (row) => (row === '#' ? 40 : 0)));

function inkRows(ink: readonly number[], weight = 8): RowCosts {
  return { height: ink.length, ink: (row) => ink[row] ?? 0, cost: (row) => (ink[row] ?? 0) * weight };
}
const slicesOf = (rows: string, most: number) => cutIntoSlices(rowsOf(rows), width, most);

describe('rowCosts', () => {
  const measure = (rows: readonly (readonly number[])[]) =>
    rowCosts(Uint8Array.from(rows.flat()), rows[0]?.length ?? 0, rows.length);
  const background = Array.from({ length: 40 }, () => 230);
  const bubble = background.map((value, column) => (column >= 6 && column < 26 ? 255 : value));
  const other = background.map((value, column) => (column >= 6 && column < 26 ? 150 : value));
  const text = bubble.map((value, column) => (column >= 8 && column < 24 && column % 2 === 0 ? 20 : value));
  const { cost, ink } = measure([background, background, bubble, bubble, text, text, bubble, other, other, background]);

  it('is nothing between bubbles', () => {
    expect(cost(1)).toBe(0);
  });

  it('is as much as the bubble is wide within it, and more in its text', () => {
    expect(cost(3)).toBe(20 + 8 * ink(3));
    expect(cost(5)).toBeGreaterThan(cost(3) + 100);
  });

  it('is the same whichever row is asked for first', () => {
    const rows = Array.from(
      { length: 200 },
      (_, row) => [background, bubble, text, other][((row * 7) % 11) % 4] ?? background,
    );
    const order = rows.map((_, row) => row);
    const [down, up] = [measure(rows), measure(rows)];
    const upwards = order.toReversed().map((row) => [up.cost(row), up.ink(row)]);
    expect(upwards.toReversed()).toEqual(order.map((row) => [down.cost(row), down.ink(row)]));
    expect(up.cost(64), 'at the border of two bands').toBeGreaterThan(0);
  });

  it('is little between two bubbles that touch', () => {
    expect(cost(7)).toBeLessThan(cost(3) / 2);
  });
});

describe('cutIntoSlices', () => {
  it('leaves a picture that fits in one piece', () => {
    expect(slicesOf('#'.repeat(90), 90)).toEqual([{ top: 0, height: 90 }]);
  });

  it('loses no row, shares at most a line, and no slice is longer than a page', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 300 }), { minLength: 1, maxLength: 3_000 }),
        fc.integer({ min: 12, max: 400 }),
        (rows, most) => {
          const slices = cutIntoSlices(inkRows(rows, 1), width, most);
          expectWhole(slices, rows.length, most, 6);
        },
      ),
      { numRuns: 300, seed: 20261118 },
    );
  });

  it('cuts in an empty row wherever the last third of the page has one', () => {
    const gap = fc.record({ text: fc.integer({ min: 3, max: 25 }), space: fc.integer({ min: 2, max: 12 }) });
    fc.assert(
      fc.property(fc.array(gap, { minLength: 10, maxLength: 120 }), (gaps) => {
        const rows = gaps.map(({ text, space }) => '#'.repeat(text) + '.'.repeat(space)).join('');
        // A third of 90 rows is longer than any line of text here, so there is always a gap to cut in.
        for (const [index, { top, height }] of slicesOf(rows, 90).entries()) {
          if (index > 0) expect(rows.slice(top - 1, top + 1), `begins at ${top}`).toContain('.');
          if (top + height < rows.length) expect(rows.slice(top + height - 1, top + height + 1)).toContain('.');
        }
      }),
      { numRuns: 300, seed: 20261118 },
    );
  });

  it('goes far up the page for a gap, when what is below it fits on the next', () => {
    const [first, second] = slicesOf(`${'#'.repeat(20)}${'.'.repeat(6)}${'#'.repeat(80)}${'.'.repeat(40)}`, 90);
    expect((first?.top ?? 0) + (first?.height ?? 0)).toBeLessThanOrEqual(26);
    expect(second?.top).toBeLessThanOrEqual(26);
    expect((second?.top ?? 0) + (second?.height ?? 0)).toBeGreaterThanOrEqual(106);
  });

  it('cuts where there is least ink when no row is empty, and shows a line of it twice', () => {
    const ink = Array.from({ length: 150 }, (_, row) => (row === 77 ? 15 : 40));
    const [first, second] = cutIntoSlices(inkRows(ink), width, 90);
    expect(first).toEqual({ top: 0, height: 77 });
    expect(second?.top).toBe(72);
  });
});

/** Chats of which it is known where everything stands prove that nothing which fits on a page is ever cut. */
describe('two hundred synthetic chats', () => {
  const seeds = Array.from({ length: 200 }, (_, seed) => seed);
  const widths = [240, 270, 300, 330, 360];

  it.each([0, 1, 2, 3].map((quarter) => seeds.slice(quarter * 50, quarter * 50 + 50)))(
    'are cut between bubbles, and long bubbles between lines: from %i',
    (...quarter) => {
      for (const seed of quarter) expectCutWell(syntheticChat(seed, widths[seed % widths.length] ?? 360, 4));
    },
  );

  it('are cut as well at the width of a phone', () => {
    for (const seed of [3, 10]) expectCutWell(syntheticChat(seed, 1_080, 3));
  });

  it('are cut as well with the noise of a JPEG', async () => {
    for (const seed of [1, 8, 17, 26, 32, 41, 48, 56]) {
      const chat = syntheticChat(seed, 540, 4);
      const { width: wide, height } = chat;
      const jpeg = await sharp(chat.grey, { raw: { width: wide, height, channels: 1 } })
        .jpeg({ quality: 70 })
        .toBuffer();
      const grey = await sharp(jpeg).toColourspace('b-w').raw().toBuffer();
      expectCutWell({ ...chat, grey, name: `${chat.name} JPEG` });
    }
  });
});

function expectCutWell({ name, grey, width: wide, height, boxes, lines }: SyntheticChat): void {
  const most = Math.floor(wide * 2.2);
  const slices = cutIntoSlices(rowCosts(grey, wide, height), wide, most);
  const strip = Math.ceil((24 * wide) / 1_080);
  expectWhole(slices, height, most, Math.ceil((64 * wide) / 1_080));
  for (const extent of [...boxes.filter(({ top, bottom }) => bottom - top <= most - 2 * strip), ...lines]) {
    const cut = slices.find(({ top, height: rows }) => isInside(top, extent) || isInside(top + rows, extent));
    expect(cut, `${name}: ${extent.top}–${extent.bottom} of ${height}`).toBeUndefined();
  }
}

function isInside(row: number, { top, bottom }: Extent): boolean {
  return row > top && row < bottom;
}

function expectWhole(slices: readonly { top: number; height: number }[], height: number, most: number, strip: number) {
  let [begun, shown] = [-1, 0];
  for (const { top, height: rows } of slices) {
    expect(top).toBeGreaterThan(begun);
    expect(top).toBeLessThanOrEqual(shown);
    expect(top).toBeGreaterThanOrEqual(shown - strip);
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThanOrEqual(most);
    [begun, shown] = [top, top + rows];
  }
  expect(shown).toBe(height);
}
