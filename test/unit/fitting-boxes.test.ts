import { writeFile } from 'node:fs/promises';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { EvidenceFile } from '../../electron/contract/case/case-file.ts';
import type { SourceContent, SourcePage } from '../../electron/core/evidence/evidence-source.ts';
import { layoutMark } from '../../electron/core/evidence/redaction/layout-mark.ts';
import type { ExhibitSources } from '../../electron/core/packet/appendix-plan.ts';
import { fittingBoxes } from '../../electron/core/redaction/fitting-boxes.ts';
import { cleanCase } from '../support/clean-case.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const { signal } = new AbortController();
const mark = 'aaaaaaaaaaaa';
const boxOn = (page: number) => ({ page, x: 0, y: 0, width: 1, height: 0.1 });
const size = { width: 170, height: 240, isFixed: true };
const printed = (pages: number, isSet: boolean): SourcePage[] =>
  Array.from({ length: pages }, (_, index) => ({
    kind: 'pdf-page',
    pdf: 'x.pdf',
    index,
    size,
    ...(isSet ? { isSet } : {}),
  }));
const pagesOf = (pages: number, isSet: boolean): SourceContent => ({
  kind: 'pages',
  pages: printed(pages, isSet),
  remarks: [],
});

interface Row {
  readonly file: EvidenceFile;
  readonly content: SourceContent;
  /** Unset: bytes of its own. */
  readonly sha256?: string;
}

/** The pages on which boxes are painted, for each file. */
async function pagesWithBoxes(rows: readonly Row[], reworded: readonly string[] = []) {
  const base = cleanCase().evidence[0];
  if (base === undefined) throw new RangeError('the clean case has evidence');
  const evidence = [{ ...base, files: rows.map(({ file }) => file) }];
  const sources = rows.map(({ file: { path }, content, sha256 = path }) => ({ path, size: 1, sha256, content }));
  const exhibit: ExhibitSources = { ...base, number: 1, title: '聊天', sources };
  const markOf = () => Promise.resolve(mark);
  const fitting = await fittingBoxes([exhibit], evidence, new Set(reworded), { markOf }, signal);
  return sources.map(({ content }) => fitting.get(content)?.map(({ page }) => page) ?? []);
}

describe('boxes fit', () => {
  it('pages that come out of the file, with or without a mark', async () => {
    const content = pagesOf(2, false);
    expect(await pagesWithBoxes([{ file: { path: 'a.pdf', redactions: [boxOn(2)] }, content }])).toEqual([[2]]);
  });

  it('set pages that look as they did', async () => {
    const file = { path: 'a.docx', redactions: [boxOn(1)], drawnOn: mark };
    expect(await pagesWithBoxes([{ file, content: pagesOf(2, true) }])).toEqual([[1]]);
  });

  it('and hold for files with the same bytes, all that were drawn', async () => {
    const content = pagesOf(2, false);
    const drawn = (path: string, page: number) => ({
      file: { path, redactions: [boxOn(page)] },
      content,
      sha256: 'same',
    });
    const copy = { file: { path: 'c.pdf' }, content, sha256: 'same' };
    // The same file named twice, once without boxes, keeps them.
    const again = { file: { path: 'a.pdf' }, content, sha256: 'same' };
    expect((await pagesWithBoxes([drawn('a.pdf', 1), drawn('b.pdf', 2), copy, again]))[2]).toEqual([1, 2]);
  });
});

describe('boxes are refused', () => {
  const content = pagesOf(2, true);
  const drawn = (drawnOn?: string): Row => ({ file: { path: 'a.docx', redactions: [boxOn(1)], drawnOn }, content });
  const cases: readonly (readonly [string, readonly Row[], told: string, reworded: readonly string[]])[] = [
    ['without a mark on set pages', [drawn()], `没有记下.*"drawnOn": "${mark}"`, []],
    ['with the mark of other pages', [drawn('bbbbbbbbbbbb')], `和画框时不一样.*"drawnOn": "${mark}"`, []],
    ['when its own words are masked', [drawn(mark)], '有要遮的号码', ['a.docx']],
    [
      'on a copy that is set otherwise',
      [
        { ...drawn('bbbbbbbbbbbb'), sha256: 'same' },
        { file: { path: 'b.docx' }, content: pagesOf(2, true), sha256: 'same' },
      ],
      'b.docx：内容相同的另一份画了框',
      [],
    ],
    [
      'behind the last page, of a PDF too',
      [{ file: { path: 'a.pdf', redactions: [boxOn(3)] }, content: pagesOf(2, false) }],
      '有框画在第3页，它现在只有2页',
      [],
    ],
  ];
  it.each(cases)('%s', async (_case, rows, told, reworded) => {
    await expect(pagesWithBoxes(rows, reworded)).rejects.toMatchObject({
      code: 'BOXES_MISPLACED',
      data: { detail: expect.stringMatching(new RegExp(`证据1“聊天”的 .*${told}`, 'u')) },
    });
  });
});

describe('the mark of set pages', () => {
  const work = useWorkFolder();
  let count = 0;
  type Line = readonly [text: string, y: number];
  async function pagesWith(...lines: readonly Line[]): Promise<SourcePage[]> {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.Helvetica);
    for (const [text, y] of lines) document.addPage([400, 500]).drawText(text, { x: 40, y, size: 12, font });
    count += 1;
    const pdf = work.path(`${count}.pdf`);
    await writeFile(pdf, await document.save());
    return lines.map((_, index) => ({ kind: 'pdf-page', pdf, index, size, isSet: true }));
  }
  const markOf = async (...lines: readonly Line[]) => layoutMark({ pages: await pagesWith(...lines) });

  it('is the same for the same look, and another when a line moves, a word changes or a page is added', async () => {
    const first = await markOf(['one', 400], ['two', 400]);
    expect(first).toMatch(/^[0-9a-f]{12}$/);
    expect(await markOf(['one', 400], ['two', 400])).toBe(first);
    const others = [
      await markOf(['one', 400], ['two', 399]),
      await markOf(['one', 400], ['twp', 400]),
      await markOf(['two', 400], ['one', 400]),
      await markOf(['one', 400], ['two', 400], ['', 400]),
    ];
    expect(new Set([first, ...others]).size).toBe(5);
  });

  it('tells pages of the file itself apart by what they are', async () => {
    const own: SourcePage = { kind: 'pdf-page', pdf: 'never opened', index: 0, size };
    const [set] = await pagesWith(['one', 400]);
    const marks = [[], [own], [own, own], [{ kind: 'placeholder', reason: 'x' } as const]].map((more) =>
      layoutMark({ pages: [...(set === undefined ? [] : [set]), ...more] }),
    );
    expect(new Set(await Promise.all(marks)).size).toBe(4);
  });
});
