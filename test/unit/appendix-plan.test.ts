import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceGroups } from '../../electron/contract/case/case-kinds.ts';
import { orderExhibits } from '../../electron/core/documents/exhibit-order.ts';
import {
  type EvidenceSource,
  mmPerPoint,
  type Picture,
  type SourcePage,
  wholePicture,
} from '../../electron/core/evidence/evidence-source.ts';
import { type AppendixPage, planAppendix } from '../../electron/core/packet/appendix-plan.ts';
import { cleanCase } from '../support/clean-case.ts';

const digest = 'ab'.repeat(32);

function picture(width: number, height: number): Picture {
  return {
    width,
    height,
    orientation: 1,
    encoding: { kind: 'png', bitDepth: 8, color: { kind: 'rgb' } },
    data: { path: '/图.png', ranges: [{ offset: 0, length: 10 }], size: 10 },
  };
}

function pictureSource(width: number, height: number, slices = 1): EvidenceSource {
  const each = Math.floor(height / slices);
  const slice = (index: number): SourcePage => ({
    kind: 'picture',
    picture: picture(width, height),
    slice: { top: index * each, height: index === slices - 1 ? height - index * each : each },
    size: { width: 110, height: (110 * each) / width, isFixed: true },
    mark: `第${index + 1}段/共${slices}段`,
  });
  return {
    path: '图.png',
    size: 10,
    sha256: digest,
    content: {
      kind: 'pages',
      pages:
        slices === 1
          ? [wholePicture(picture(width, height))]
          : Array.from({ length: slices }, (_, index) => slice(index)),
      remarks: [],
    },
  };
}

function pdfSource(pages: readonly { width: number; height: number }[]): EvidenceSource {
  const sheets = pages.map(
    ({ width, height }, index): SourcePage => ({
      kind: 'pdf-page',
      pdf: '/文件.pdf',
      index,
      size: { width: width * mmPerPoint, height: height * mmPerPoint, isFixed: false },
    }),
  );
  return { path: '文件.pdf', size: 10, sha256: digest, content: { kind: 'pages', pages: sheets, remarks: [] } };
}

const unusable: EvidenceSource = {
  path: '坏.png',
  size: 7,
  sha256: digest,
  content: { kind: 'unusable', missing: false, reason: '坏了' },
};

function frameOf(source: EvidenceSource) {
  const [page] = planAppendix([{ id: '一', number: 1, title: '一', sources: [source] }]);
  const [cell] = page?.cells ?? [];
  if (page === undefined || cell === undefined || cell.content.kind === 'placeholder') throw new RangeError('no frame');
  return { orientation: page.orientation, ...cell.content.frame };
}

const anySource = fc.oneof(
  fc
    .record({
      width: fc.integer({ min: 1, max: 6_000 }),
      height: fc.integer({ min: 8, max: 20_000 }),
      slices: fc.integer({ min: 1, max: 8 }),
    })
    .map(({ width, height, slices }) => pictureSource(width, height, slices)),
  fc
    .array(fc.record({ width: fc.integer({ min: 20, max: 4_000 }), height: fc.integer({ min: 20, max: 4_000 }) }), {
      minLength: 1,
      maxLength: 9,
    })
    .map(pdfSource),
  fc.constant(unusable),
);
const anyExhibits = fc
  .array(fc.array(anySource, { minLength: 1, maxLength: 5 }), { maxLength: 30 })
  .map((lists) =>
    lists.map((sources, index) => ({ id: `件-${index}`, number: index + 1, title: `第${index}件`, sources })),
  );

const pagesOfSource = ({ content }: EvidenceSource) => (content.kind === 'pages' ? content.pages.length : 1);

describe('planAppendix', () => {
  it('gives every page of every file one slot, in order, and loses none', () => {
    fc.assert(
      fc.property(anyExhibits, (exhibits) => {
        const pages = planAppendix(exhibits);
        expect(pages.map(({ index }) => index)).toEqual([...pages.keys()]);
        expect(pages.flatMap(({ cells }) => cells.map(({ slot }) => slot))).toEqual([...pages.keys()]);
        const expected = exhibits.flatMap(({ number, sources }) =>
          sources.flatMap((source, file) =>
            Array.from({ length: pagesOfSource(source) }, () => ({ number, file, path: source.path })),
          ),
        );
        expect(
          pages.flatMap(({ exhibit, cells }) => cells.map(({ file, path }) => ({ number: exhibit, file, path }))),
        ).toEqual(expected);
      }),
      { numRuns: 300, seed: 20261118 },
    );
  });

  it('counts the pages of each exhibit from 1 to their number', () => {
    fc.assert(
      fc.property(anyExhibits, (exhibits) => {
        const byExhibit = new Map<number, AppendixPage[]>();
        for (const page of planAppendix(exhibits))
          byExhibit.set(page.exhibit, [...(byExhibit.get(page.exhibit) ?? []), page]);
        for (const { number, sources } of exhibits) {
          const pages = byExhibit.get(number) ?? [];
          const total = sources.reduce((sum, source) => sum + pagesOfSource(source), 0);
          expect(pages.map(({ page }) => page)).toEqual(Array.from({ length: total }, (_, index) => index + 1));
          expect(new Set(pages.map((page) => page.pages))).toEqual(new Set([total]));
        }
      }),
      { numRuns: 300, seed: 20261118 },
    );
  });

  it('keeps every frame on its sheet, in proportion, never enlarged beyond 150 %', () => {
    const rooms = { portrait: [168, 245], landscape: [256, 157] } as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_000 }),
        fc.integer({ min: 1, max: 9_000 }),
        fc.boolean(),
        (width, height, isPdf) => {
          fc.pre(isPdf || height <= width * 3);
          const frame = frameOf(isPdf ? pdfSource([{ width, height }]) : pictureSource(width, height));
          const [roomWidth, roomHeight] = rooms[frame.orientation];
          expect(frame.width).toBeLessThanOrEqual(roomWidth + 1e-6);
          expect(frame.height).toBeLessThanOrEqual(roomHeight + 1e-6);
          expect(frame.width / frame.height / (width / height)).toBeCloseTo(1, 6);
          const millimetres = isPdf ? 25.4 / 72 : 25.4 / 96;
          expect(frame.width / (width * millimetres)).toBeLessThanOrEqual(1.5 + 1e-6);
        },
      ),
      { numRuns: 500, seed: 20261118 },
    );
  });

  it.each([
    ['a phone screenshot stands upright, as high as the sheet allows', 1080, 2400, 'portrait', 245],
    ['a landscape scan is turned to read, as wide as the turned sheet allows', 2339, 1654, 'landscape', 157],
    ['a square stays upright', 1000, 1000, 'portrait', 168],
  ] as const)('%s', (_, width, height, orientation, high) => {
    const frame = frameOf(pictureSource(width, height));
    expect(frame.orientation).toBe(orientation);
    expect(frame.height).toBeCloseTo(high, 0);
  });

  it('does not turn a small picture that is as large upright', () => {
    const { orientation, width } = frameOf(pictureSource(96, 48));
    expect(orientation).toBe('portrait');
    expect(width).toBeCloseTo(38.1, 6);
  });

  it('says which piece of a long screenshot a page shows, and nothing of the kind for a whole picture', () => {
    const sources = [pictureSource(100, 1_000, 5), pictureSource(100, 100)];
    const marks = planAppendix([{ id: '一', number: 1, title: '一', sources }]).flatMap(({ cells }) =>
      cells.map(({ mark }) => mark),
    );
    expect(marks).toEqual([...[1, 2, 3, 4, 5].map((index) => `第${index}段/共5段`), undefined]);
  });

  it('says below the first page of a signed file where the original is, and keeps room for as many lines', () => {
    const narrow = { width: 400, height: 842 };
    const signed = (path: string) => {
      const source = pdfSource([narrow, narrow]);
      const content = { ...source.content, notice: '签名只能在原始文件里验证。' };
      return planAppendix([{ id: '一', number: 1, title: '一', sources: [{ ...source, path, content }] }]);
    };
    const [first, second] = signed('evidence/合同.pdf').flatMap(({ cells }) => cells);
    const [long] = signed(`evidence/${'很长的名字'.repeat(20)}.pdf`).flatMap(({ cells }) => cells);
    const heightOf = (cell: typeof first) =>
      cell !== undefined && 'frame' in cell.content ? cell.content.frame.height : 0;

    expect(first?.notice).toBe('签名只能在原始文件里验证。原始文件：evidence/合同.pdf，随案件一并导出。');
    expect(second?.notice).toBeUndefined();
    expect(heightOf(first)).toBeCloseTo(245 - 7);
    expect(heightOf(long)).toBeCloseTo(245 - 7 - 2 * 4.5);
  });

  it('gives a file that cannot be used a page with its size, hash and reason', () => {
    const [page] = planAppendix([{ id: '一', number: 4, title: '一', sources: [unusable] }]);
    expect(page).toMatchObject({ exhibit: 4, page: 1, pages: 1, cells: [{ path: '坏.png' }] });
    expect(page?.cells[0]?.content).toEqual({ kind: 'placeholder', size: 7, sha256: digest, reason: '坏了' });
  });
});

describe('orderExhibits', () => {
  const items = cleanCase().evidence;
  const anyEvidence = fc
    .array(fc.record({ item: fc.constantFrom(...items), group: fc.constantFrom(...evidenceGroups) }), { maxLength: 40 })
    .map((list) =>
      list.map(({ item, group }, index) => ({ ...item, id: `件-${index}`, title: `第${index}件`, group })),
    );

  it('numbers from 1 without a jump, group after group, each as the case lists them', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const ordered = orderExhibits({ evidence });
        expect(ordered.map(({ number }) => number)).toEqual(evidence.map((_, index) => index + 1));
        const places = ordered.map(({ id }) => evidence.findIndex((item) => item.id === id));
        const ranks = places.map((place) => evidenceGroups.indexOf(evidence[place]?.group ?? 'other') * 1_000 + place);
        expect(ranks).toEqual(ranks.toSorted((first, second) => first - second));
        expect(new Set(places).size).toBe(evidence.length);
      }),
      { numRuns: 300, seed: 20261118 },
    );
  });
});

describe('several phone screenshots on one sheet', () => {
  const phone = () => pictureSource(1_080, 2_400);
  const plan = (sources: readonly EvidenceSource[], perSheet: 1 | 2 | 4) =>
    planAppendix(
      [
        { id: '一', number: 1, title: '一', sources },
        { id: '二', number: 2, title: '二', sources: [phone()] },
      ],
      { perSheet, separators: false },
      new Map([['图.png', '聊天记录']]),
    );

  it('puts neighbours of one exhibit together, never those of two', () => {
    const pages = plan([phone(), phone(), phone()], 2);
    expect(pages.map(({ exhibit, page, pages: all, cells }) => [exhibit, page, all, cells.length])).toEqual([
      [1, 1, 2, 2],
      [1, 2, 2, 1],
      [2, 1, 1, 1],
    ]);
    expect(pages.flatMap(({ cells }) => cells.map(({ slot }) => slot))).toEqual([0, 1, 2, 3]);
    expect(pages.flatMap(({ cells }) => cells.map(({ caption }) => caption))).toEqual([
      '证据1-1 · 聊天记录',
      '证据1-2 · 聊天记录',
      undefined,
      undefined,
    ]);
  });

  it('leaves each its own sheet unless asked', () => {
    expect(plan([phone(), phone()], 1).map(({ cells }) => cells.length)).toEqual([1, 1, 1]);
  });

  it('lets nothing else share: photos, slices, pages of a PDF, placeholders', () => {
    const others = [
      pictureSource(1_000, 1_000),
      pictureSource(2_400, 1_080),
      pictureSource(1_080, 9_000, 4),
      pdfSource([{ width: 300, height: 600 }]),
      unusable,
    ];
    for (const other of others) {
      expect(plan([other, other, phone()], 4).every(({ cells }) => cells.length === 1)).toBe(true);
    }
  });

  it('keeps them side by side on the sheet, at 150 dots an inch and more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(2 as const, 4 as const),
        fc.integer({ min: 360, max: 1_440 }),
        fc.integer({ min: 165, max: 240 }),
        (perSheet, width, ratio) => {
          const source = pictureSource(width, Math.round((width * ratio) / 100));
          for (const { cells, orientation } of plan([source, source, source, source], perSheet)) {
            if (cells.length === 1) continue;
            const frames = cells.flatMap(({ content }) => (content.kind === 'placeholder' ? [] : [content.frame]));
            const across = frames.reduce((sum, frame) => sum + frame.width, (frames.length - 1) * 6);
            expect(across).toBeLessThanOrEqual(orientation === 'portrait' ? 16801 : 25601);
            for (const frame of frames) {
              expect(frame.height).toBeLessThanOrEqual(orientation === 'portrait' ? 237.001 : 149.001);
              expect(width / (frame.width / 25.4)).toBeGreaterThanOrEqual(149.99);
            }
          }
        },
      ),
      { numRuns: 200, seed: 20261118 },
    );
  });
});
