import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMoments, type Moment, parseMoment } from '../../electron/contract/case/moments.ts';
import { textWidth, wrapText } from '../../electron/core/documents/timeline/text-width.ts';
import { drawTimeline } from '../../electron/core/documents/timeline/timeline-drawing.ts';
import { markLabelSize, placeMarks } from '../../electron/core/documents/timeline/timeline-marks.ts';
import { createTimeScale } from '../../electron/core/documents/timeline/timeline-scale.ts';
import type { Drawing, TextShape } from '../../electron/core/documents/timeline/timeline-shapes.ts';

/** Looking for the smallest counterexample among sixty events would otherwise take minutes. */
const bounded = { interruptAfterTimeLimit: 10_000 };
const hour = 3_600_000;
const day = 24 * hour;
const start = Date.parse('2026-10-02T00:00:00+08:00');

function moment(offset: number): Moment {
  const parsed = parseMoment(new Date(start + offset).toISOString().replace(/\.\d+Z$/, 'Z'));
  if (parsed === undefined) throw new RangeError(`no moment at ${offset}`);
  return parsed;
}

const events = (offsets: readonly number[]) =>
  offsets
    .map(moment)
    .sort(compareMoments)
    .map((at, index) => ({ number: index + 1, at, precision: 'exact' as const }));

/** The box a text takes: its advance, and its height above and below the line. */
function boxOf({ x, y, size, anchor, content }: TextShape) {
  const width = textWidth(content, size);
  const left = anchor === 'middle' ? x - width / 2 : x;
  return { left, right: left + width, top: y - size * 0.9, bottom: y + size * 0.15 };
}

function overlapping({ texts }: Drawing): string[] {
  const boxes = texts.map((text) => ({ ...boxOf(text), content: text.content }));
  return boxes.flatMap((first, index) =>
    boxes
      .slice(index + 1)
      .filter((second) => first.left < second.right && second.left < first.right)
      .filter((second) => first.top < second.bottom && second.top < first.bottom)
      .map((second) => `${first.content} / ${second.content}`),
  );
}

const offsets = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 400 * day }), { minLength: 1, maxLength: 60, size: 'max' }),
  fc.array(fc.integer({ min: 0, max: 3 * hour }), { minLength: 1, maxLength: 60, size: 'max' }),
  fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: hour }))
      .map(([at, extra]) => at * 90 * day + extra),
    { minLength: 1, maxLength: 60, size: 'max' },
  ),
);
const interval = fc
  .record({
    from: fc.integer({ min: 0, max: 400 * day }),
    promisedUntil: fc.option(fc.integer({ min: 0, max: 400 * day }), { nil: undefined }),
    actualUntil: fc.integer({ min: 0, max: 400 * day }),
    actualOngoing: fc.boolean(),
    promisedText: fc.string({ minLength: 1, maxLength: 200, size: 'max' }),
  })
  .map(({ from, promisedUntil, actualUntil, ...rest }) => ({
    ...rest,
    from: moment(from),
    promisedUntil: promisedUntil === undefined ? undefined : moment(promisedUntil),
    actualUntil: moment(actualUntil),
    actualText: '超过48小时',
  }));

describe('drawTimeline', () => {
  it('never lets two texts touch, nor leave the drawing, whatever happened when', () => {
    fc.assert(
      fc.property(offsets, fc.array(interval, { maxLength: 9 }), (at, intervals) => {
        const drawing = drawTimeline(events(at), intervals);

        expect(overlapping(drawing)).toEqual([]);
        for (const box of drawing.texts.map(boxOf)) {
          expect(box.left).toBeGreaterThanOrEqual(-0.01);
          expect(box.right).toBeLessThanOrEqual(drawing.width + 0.01);
          expect(box.top).toBeGreaterThanOrEqual(drawing.top);
          expect(box.bottom).toBeLessThanOrEqual(drawing.top + drawing.height);
        }
      }),
      bounded,
    );
  });

  it('leaves room on its page for heading and introduction at its fullest', () => {
    const words = '承诺'.repeat(100);
    const full = { from: moment(0), promisedUntil: undefined, actualUntil: moment(day), actualOngoing: true };
    const rows = Array.from({ length: 12 }, () => ({ ...full, promisedText: words, actualText: words }));

    const drawing = drawTimeline(events([0, day, 300 * day]), rows);

    // 257 mm of text height are 728 points; heading, introduction and the line below take less than 130.
    expect(drawing.height).toBeLessThan(598);
  });

  it('keeps all text at 8.5 points or more', () => {
    const drawing = drawTimeline(events([0, hour, 90 * day]), []);

    expect(Math.min(...drawing.texts.map(({ size }) => size))).toBeGreaterThanOrEqual(8.5);
  });

  it('fills an exact mark and leaves an approximate one hollow', () => {
    const at = [moment(0), moment(day)] as const;
    const drawing = drawTimeline(
      [
        { number: 1, at: at[0], precision: 'exact' },
        { number: 2, at: at[1], precision: 'approximate' },
      ],
      [],
    );

    const onAxis = drawing.marks.slice(0, 2);

    expect(onAxis.map(({ kind }) => kind)).toEqual(['exact', 'approximate']);
    expect(drawing.texts.map(({ content }) => content)).toEqual(
      expect.arrayContaining(['准确时间', '大约时间（前后）']),
    );
  });

  it('labels times where everything happened on one day, and days where it did not', () => {
    const oneDay = drawTimeline(events([9 * hour, 15 * hour]), []).texts.map(({ content }) => content);
    const twoYears = drawTimeline(events([0, 100 * day]), []).texts.map(({ content }) => content);

    expect(oneDay).toEqual(expect.arrayContaining(['09:00', '15:00', '2026年10月2日']));
    expect(twoYears).toEqual(expect.arrayContaining(['10月2日', '2026年', '1月10日', '2027年']));
  });

  it('draws the open end of a promise and of what still goes on, and no more breaks than needed', () => {
    const drawing = drawTimeline(events([0, day]), [
      {
        from: moment(0),
        promisedText: '终身有效',
        actualUntil: moment(day),
        actualText: '停用',
        actualOngoing: true,
      },
    ]);

    expect(drawing.paths.filter(({ kind }) => kind === 'ongoing')).toHaveLength(2);
    expect(drawing.texts.map(({ content }) => content)).toEqual(
      expect.arrayContaining(['承诺没有截止日', '此后仍在持续']),
    );
    expect(drawing.paths.some(({ kind }) => kind === 'break')).toBe(false);
  });
});

describe('placeMarks', () => {
  it('gives every event exactly one mark, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 24, max: 438, noNaN: true }), { minLength: 1, maxLength: 60, size: 'max' }),
        (places) => {
          const points = places
            .toSorted((first, second) => first - second)
            .map((x, index) => ({ number: index + 1, x, precision: 'exact' as const }));

          const covered = placeMarks(points).flatMap(({ label }) => {
            const [first = 0, last = first] = label.split('—').map(Number);
            return Array.from({ length: last - first + 1 }, (_, index) => first + index);
          });

          expect(covered).toEqual(points.map(({ number }) => number));
        },
      ),
    );
  });

  it('never runs the line to an upper label through a lower one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 24, max: 438, noNaN: true }), { minLength: 1, maxLength: 60, size: 'max' }),
        (places) => {
          const points = places
            .toSorted((first, second) => first - second)
            .map((x, index) => ({ number: index + 1, x, precision: 'exact' as const }));
          const marks = placeMarks(points);

          const crossed = marks.filter((upper) =>
            marks.some(
              (lower) =>
                lower.level < upper.level && Math.abs(lower.x - upper.x) < textWidth(lower.label, markLabelSize) / 2,
            ),
          );

          expect(crossed).toEqual([]);
        },
      ),
      bounded,
    );
  });

  it('joins crowded events under one label and marks mixed precision as such', () => {
    const marks = placeMarks([
      { number: 1, x: 100, precision: 'exact' },
      { number: 2, x: 101, precision: 'approximate' },
      { number: 3, x: 300, precision: 'approximate' },
    ]);

    expect(marks.map(({ label, precision }) => [label, precision])).toEqual([
      ['1—2', 'mixed'],
      ['3', 'approximate'],
    ]);
  });
});

describe('createTimeScale', () => {
  it('is to scale when no gap is long', () => {
    const scale = createTimeScale([0, 10, 20, 40], 0, 400);

    expect([0, 10, 20, 40].map((time) => scale.place(time))).toEqual([0, 100, 200, 400]);
    expect(scale.breaks).toEqual([]);
  });

  it('breaks a gap that would squash the rest, and keeps the rest to one scale', () => {
    const scale = createTimeScale([0, 10, 20, 1000, 1020], 0, 400);

    expect(scale.breaks).toEqual([{ left: 145, right: 255, length: 980 }]);
    expect(scale.place(10)).toBe(72.5);
    expect(scale.place(1020) - scale.place(1000)).toBe(145);
  });

  it('never turns time around, and stays within its ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 * day }), { minLength: 2, maxLength: 60, size: 'max' }),
        (times) => {
          const scale = createTimeScale(times, 24, 438);
          const places = times.toSorted((first, second) => first - second).map((time) => scale.place(time));

          for (const [index, place] of places.entries()) {
            expect(place).toBeGreaterThanOrEqual(places[index - 1] ?? 24 - 1e-6);
            expect(place).toBeLessThanOrEqual(438 + 1e-6);
          }
        },
      ),
    );
  });

  it('puts a single moment in the middle', () => {
    expect(createTimeScale([5, 5], 0, 400).place(5)).toBe(200);
  });
});

describe('wrapText', () => {
  it('cuts no character of two code units and ends what is left over in …', () => {
    const lines = wrapText('𠮷'.repeat(30), 10, 100, 2);

    expect(lines).toEqual(['𠮷'.repeat(10), `${'𠮷'.repeat(9)}…`]);
  });

  it('leaves short text whole', () => {
    expect(wrapText('承诺24小时到账', 9, 479, 2)).toEqual(['承诺24小时到账']);
  });
});
