import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceGroups } from '../../electron/contract/case/case-kinds.ts';
import type { App } from '../../electron/core/app.ts';
import { pdfWith } from '../support/bad-files.ts';
import { build, openApp } from '../support/build-packet.ts';
import { writeCaseFolder } from '../support/case-folder.ts';
import { cleanCaseFile } from '../support/clean-case.ts';
import { expectTrueNumbers } from '../support/packet-truth.ts';
import { gradientPng } from '../support/pictures.ts';
import { readPdf } from '../support/read-pdf.ts';
import { useWorkFolder } from '../support/work-folder.ts';

/**
 * Living evidence references: whatever a case holds and however its items are moved, every printed page
 * number is true when read back from the finished PDF. Real Chromium prints, so the runs are few and large.
 */

type FileKind = 'picture' | 'long' | 'two-pages' | 'absent';

const fileNames: Readonly<Record<FileKind, string>> = {
  picture: '图.png',
  long: '长图.png',
  'two-pages': '文件.pdf',
  absent: '不在.png',
};

interface RandomCase {
  readonly items: readonly {
    readonly group: string;
    readonly files: readonly FileKind[];
    readonly titleLength: number;
  }[];
  /** For each text: which items it refers to, as places in the list, and how much is said between. */
  readonly texts: readonly (readonly { readonly item: number; readonly words: number }[])[];
  /** The order in which the items are listed in the case. */
  readonly order: readonly number[];
  readonly appendix: boolean;
  readonly contents: boolean;
}

const kinds: FileKind[] = ['picture', 'picture', 'long', 'two-pages', 'absent'];

const randomCase: fc.Arbitrary<RandomCase> = fc
  .array(
    fc.record({
      group: fc.constantFrom(...evidenceGroups),
      files: fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 4 }),
      titleLength: fc.integer({ min: 1, max: 18 }),
    }),
    { minLength: 1, maxLength: 24 },
  )
  .chain((items) =>
    fc.record({
      items: fc.constant(items),
      texts: fc.array(
        fc.array(fc.record({ item: fc.nat({ max: items.length - 1 }), words: fc.nat({ max: 60 }) }), { maxLength: 14 }),
        { minLength: 5, maxLength: 5 },
      ),
      order: fc.shuffledSubarray([...items.keys()], { minLength: items.length }),
      appendix: fc.boolean(),
      contents: fc.boolean(),
    }),
  );

const filler = '其间多次向店铺说明情况并请求处理但一直没有得到解决也没有收到退款';

function caseOf({ items, texts, order }: RandomCase): object {
  const prose = (index: number) =>
    (texts[index] ?? []).map(({ item, words }) => `${filler.repeat(3).slice(0, words)}见{证据:件-${item}}。`).join('');
  const ids = (index: number) => [...new Set((texts[index] ?? []).map(({ item }) => `件-${item}`))];
  return cleanCaseFile({
    keys: [],
    filings: [],
    'promises[0].evidence': ids(3),
    events: texts.map((_, index) => ({
      at: `2026-10-${String(index + 10)}`,
      text: `${prose(index)}联系店铺。`,
      evidence: ids(index),
    })),
    'claims[0].evidence': ids(0),
    statements: { background: prose(0), problem: prose(1), answer: prose(2), reply: prose(3), additional: prose(4) },
    evidence: order.map((place) => ({
      id: `件-${place}`,
      title: `凭${filler.repeat(2).slice(0, items[place]?.titleLength)}`,
      group: items[place]?.group,
      files: items[place]?.files.map((kind, index) => `件${place}/${index}-${fileNames[kind]}`),
      source: '投诉人手机截图',
      proves: '双方的约定和履行情况。',
      form: 'original',
      carrier: '投诉人手机',
    })),
  });
}

describe('page numbers of any case', () => {
  const work = useWorkFolder();
  let app: App;
  let bytes: Readonly<Record<FileKind, Uint8Array | undefined>>;
  beforeAll(async () => {
    app = openApp();
    bytes = {
      picture: await gradientPng(90, 160, 120),
      long: await gradientPng(60, 400, 120),
      'two-pages': await pdfWith(2),
      absent: undefined,
    };
  });
  afterAll(() => app.close());

  it('are true on every page, in every link and in the result', { timeout: 180_000 }, async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(randomCase, async (random) => {
        run += 1;
        const folder = await writeCaseFolder(
          work.path(`case-${run}`),
          caseOf(random),
          new Map(
            random.items.flatMap(({ files }, place) =>
              files.map((kind, index) => [`件${place}/${index}-${fileNames[kind]}`, bytes[kind]] as const),
            ),
          ),
        );
        const target = work.path(`packet-${run}.pdf`);
        const { appendix, contents } = random;
        const result = await build(app, folder, target, {
          selection: {
            papers: ['refund-request', 'complaint-12315', 'small-claims'],
            cover: true,
            contents,
            timeline: true,
            appendix,
            originals: true,
          },
        });
        const pdf = await readPdf(target);
        try {
          expectTrueNumbers(pdf, result);
        } finally {
          await pdf.close();
        }
      }),
      // A fixed seed: a failure seen once is seen by everyone. Shrinking prints again and again, so it is bounded.
      { numRuns: 7, seed: 20261118, interruptAfterTimeLimit: 150_000, markInterruptAsFailure: true },
    );
  });

  it('are on the stamp of an exhibit with the longest title, too', async () => {
    const random: RandomCase = {
      items: [{ group: 'problem', files: ['two-pages'], titleLength: 60 }],
      texts: [[{ item: 0, words: 10 }], [], [], [], []],
      order: [0],
      appendix: true,
      contents: true,
    };
    const folder = await writeCaseFolder(
      work.path('long-title'),
      caseOf(random),
      new Map([[`件0/0-${fileNames['two-pages']}`, bytes['two-pages']]]),
    );
    const result = await build(app, folder, work.path('long-title.pdf'));
    const pdf = await readPdf(work.path('long-title.pdf'));
    const start = result.evidence[0]?.files[0]?.firstPage ?? 0;
    await pdf.close();
    for (const page of [1, 2])
      expect(pdf.pages[start + page - 2]?.compact).toMatch(new RegExp(`证据1·.*第${page}/2页`, 'u'));
  });

  it('follow when an item moves in the list: the second build knows nothing of the first', async () => {
    const random: RandomCase = {
      items: [
        { group: 'problem', files: ['picture'], titleLength: 6 },
        { group: 'problem', files: ['two-pages', 'picture'], titleLength: 6 },
        { group: 'transaction', files: ['long'], titleLength: 6 },
      ],
      texts: [
        [
          { item: 0, words: 10 },
          { item: 1, words: 10 },
          { item: 2, words: 10 },
        ],
        [],
        [],
        [],
        [],
      ],
      order: [0, 1, 2],
      appendix: true,
      contents: true,
    };
    const files = new Map(
      random.items.flatMap(({ files: ofItem }, place) =>
        ofItem.map((kind, index) => [`件${place}/${index}-${fileNames[kind]}`, bytes[kind]] as const),
      ),
    );
    for (const order of [
      [0, 1, 2],
      [1, 0, 2],
      [2, 1, 0],
    ]) {
      const folder = await writeCaseFolder(work.path('moving'), caseOf({ ...random, order }), files);
      const result = await build(app, folder, work.path('moving.pdf'));
      const pdf = await readPdf(work.path('moving.pdf'));
      expectTrueNumbers(pdf, result);
      await pdf.close();
    }
  });
});
