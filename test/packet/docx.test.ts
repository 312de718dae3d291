import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isTag } from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';
import { beforeAll, describe, expect, it } from 'vitest';
import { paperIds } from '../../electron/contract/case/case-kinds.ts';
import { readCaseFolder } from '../../electron/core/cases/read-case-folder.ts';
import { exportDocx, type WrittenPaper, wordContent } from '../../electron/core/export/export-docx.ts';
import { composePacket, type PacketSection } from '../../electron/core/packet/compose-packet.ts';
import { packetContent, unreadExhibits } from '../../electron/core/packet/packet-content.ts';
import { wholePacket } from '../../electron/core/packet/parts.ts';
import { unknownPlaces } from '../../electron/core/packet/places.ts';
import type { Progress } from '../../electron/core/ports.ts';
import { readFonts } from '../../electron/core/render/fonts.ts';
import { readTemplates } from '../../electron/core/render/templates.ts';
import { sampleFolder } from '../support/build-packet.ts';
import { builtInLaw } from '../support/built-in-law.ts';
import { readDocx } from '../support/read-docx.ts';
import { readPdf, withoutSpace } from '../support/read-pdf.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const samples = ['software-key', 'game-credit', 'lifetime-membership'] as const;
const templates = await readTemplates(join(import.meta.dirname, '../../templates'));
const running: { signal: AbortSignal; progress: Progress } = {
  signal: new AbortController().signal,
  progress: () => undefined,
};

/** Every paper of a sample, as the app composes them for Word. */
async function sectionsOf(sample: (typeof samples)[number]): Promise<readonly PacketSection[]> {
  const { case: file } = await readCaseFolder(sampleFolder(sample));
  const house = { templates, law: builtInLaw, fonts: await readFonts(), assetUrl: (path: string) => `file://${path}` };
  const content = packetContent(file, { ...wholePacket, papers: paperIds }, unreadExhibits(file), house);
  return composePacket(wordContent(content), unknownPlaces, { fixedReferences: false, withAppendix: false }).sections;
}

const write = (folder: string, sections: readonly PacketSection[], options = running) =>
  exportDocx({ folder, sections, stylesheet: templates.styles, date: '2026-11-18' }, options);

/** What a reader of the HTML sees but for the drawing and the words about it. */
function textOf(html: string): string {
  const document = parseDocument(html);
  for (const node of DomUtils.filter(() => true, document.children)) {
    if (!isTag(node)) continue;
    const isDrawing = node.children.some((child) => isTag(child) && child.name === 'svg');
    if (isDrawing || (node.attribs.class ?? '').split(' ').includes('drawing-note')) DomUtils.removeElement(node);
  }
  return withoutSpace(DomUtils.textContent(document));
}

/** Rows of cells, without rows that close the frame of a printed form. */
function cellsOf(html: string): number[][] {
  return DomUtils.getElementsByTagName('table', parseDocument(html).children).map((table) =>
    DomUtils.getElementsByTagName('tr', table.children)
      .filter((row) => DomUtils.textContent(row).trim() !== '')
      .map((row) => row.children.filter(isTag).length),
  );
}

describe.each(samples)('the papers of %s as Word files', (sample) => {
  const work = useWorkFolder();
  let sections: readonly PacketSection[];
  let written: WrittenPaper[];
  beforeAll(async () => {
    sections = await sectionsOf(sample);
    written = await write(work.path('word'), sections);
  });
  const readAll = () => Promise.all(written.map(async ({ path }) => readDocx(await readFile(path))));

  it('are one file for each paper, the timeline and the evidence list, numbered and named', async () => {
    expect(sections.map(({ id }) => id)).toEqual([...paperIds, 'timeline', 'evidence-list']);
    expect(written.map(({ path }) => basename(path))).toEqual(
      sections.map(({ title }, index) => `${String(index + 1).padStart(2, '0')}-${title}.docx`),
    );
    expect((await readdir(work.path('word'))).toSorted()).toEqual(written.map(({ path }) => basename(path)));
  });

  it('say to the letter what the papers say', async () => {
    const texts = (await readAll()).map(({ paragraphs }) => withoutSpace(paragraphs.join('')));
    expect(texts).toEqual(sections.map(({ html }) => textOf(html)));
    expect(texts.join('')).not.toMatch(/证据\d+（第/);
  });

  it('have the cells and the headings of the papers', async () => {
    for (const [index, { tables, headings }] of (await readAll()).entries()) {
      const html = sections[index]?.html ?? '';
      // A merged cell stands in each row that it covers, so rows are compared by their number and first rows by cells.
      expect(tables.map((rows) => rows.length)).toEqual(cellsOf(html).map((rows) => rows.length));
      expect(tables.map((rows) => rows[0]?.spans.length)).toEqual(cellsOf(html).map((rows) => rows[0]));
      expect(headings).toHaveLength(html.match(/<h[1-6]/g)?.length ?? 0);
    }
  });

  it('are the same bytes when written again, and a file that its owner has edited stays', async () => {
    const [first] = written;
    const path = first?.path ?? '';
    const before = await Promise.all(written.map((paper) => readFile(paper.path)));
    expect(await write(work.path('word'), sections)).toEqual(written);
    expect(await Promise.all(written.map((paper) => readFile(paper.path)))).toEqual(before);
    await writeFile(path, 'edited');
    const again = await write(work.path('word'), sections);
    expect(again[0]?.path).toBe(path.replace('.docx', '-2.docx'));
    expect(await readFile(path, 'utf8')).toBe('edited');
    await writeFile(path, before[0] ?? '');
  });
});

describe('writing Word files', () => {
  const work = useWorkFolder();

  it('leaves nothing behind when it is stopped', async () => {
    const stop = new AbortController();
    const progress = ({ done }: { done: number }) => {
      if (done === 3) stop.abort();
    };
    const sections = await sectionsOf('software-key');
    await expect(write(work.path('stopped'), sections, { signal: stop.signal, progress })).rejects.toThrow();
    expect(await readdir(work.path('stopped'))).toEqual([]);
  });

  it('says WRITE_FAILED where it cannot write', async () => {
    await writeFile(work.path('a-file'), '');
    const sections = await sectionsOf('software-key');
    await expect(write(work.path('a-file'), sections)).rejects.toMatchObject({ code: 'WRITE_FAILED' });
  });

  it('names files by titles of templates of one’s own without what file systems refuse', async () => {
    const sections = [{ id: 'timeline', title: '甲/乙:"丙"', html: '<p>丁</p>' }] as const;
    const [paper] = await write(work.path('named'), sections);
    expect(basename(paper?.path ?? '')).toBe('01-甲 乙  丙.docx');
  });
});

const office = spawnSync('soffice', ['--version'], { encoding: 'utf8' }).status === 0;

describe(`LibreOffice${office ? '' : ' (skipped: soffice is not installed here)'}`, () => {
  const work = useWorkFolder();
  let sections: readonly PacketSection[];
  let names: string[];

  const convert = (format: string) => {
    const { status, stderr } = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${work.path('profile')}`,
        ...['--headless', '--convert-to', format, '--outdir', work.path('converted')],
        ...readdirSync(work.path('word')).map((name) => work.path('word', name)),
      ],
      { encoding: 'utf8', timeout: 120_000 },
    );
    if (status !== 0) throw new Error(stderr);
  };

  beforeAll(async () => {
    if (!office) return;
    sections = await sectionsOf('software-key');
    await mkdir(work.path('converted'));
    const written = await write(work.path('word'), sections);
    names = written.map(({ path }) => basename(path, '.docx'));
    convert('txt:Text (encoded):UTF8');
    convert('pdf');
  }, 180_000);

  it.skipIf(!office)('opens each file and reads the same text', async () => {
    for (const [index, name] of names.entries()) {
      const text = await readFile(work.path('converted', `${name}.txt`), 'utf8');
      expect(withoutSpace(text.replace('\ufeff', ''))).toBe(textOf(sections[index]?.html ?? ''));
    }
  });

  it.skipIf(!office)('counts the pages in the foot of each', async () => {
    for (const name of names) {
      const pdf = await readPdf(work.path('converted', `${name}.pdf`));
      expect(pdf.pages.map(({ foot }) => withoutSpace(foot))).toEqual(
        pdf.pages.map((_, index) => `第${index + 1}页共${pdf.pages.length}页`),
      );
      // No head of a table that comes again on the next page: the whole text, in order.
      if (name.endsWith('民事起诉状')) {
        const html = sections.find(({ id }) => id === 'small-claims')?.html ?? '';
        expect(pdf.pages.map(({ compact }) => compact).join('')).toBe(textOf(html));
      }
      await pdf.close();
    }
  });
});
