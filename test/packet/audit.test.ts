import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../electron/contract/finding.ts';
import { auditPacket, createAudit } from '../../electron/core/audit/audit-packet.ts';
import { readFigures } from '../../electron/core/audit/read-figures.ts';
import { type PageText, readPacketText } from '../../electron/core/audit/read-packet-text.ts';
import type { PrintSession } from '../../electron/core/ports.ts';
import { createChromiumPrinter } from '../../electron/server/chromium-printer.ts';
import { seededRandom } from '../bench/seeded-random.ts';
import { sampleFolder } from '../support/build-packet.ts';
import { writeCleanCase } from '../support/case-folder.ts';
import { type PrintedCase, printCase, readHouse } from '../support/printed-case.ts';
import { readPdf } from '../support/read-pdf.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const { signal } = new AbortController();
const samples = ['software-key', 'game-credit', 'lifetime-membership'] as const;
const work = useWorkFolder();
let session: PrintSession;
beforeAll(async () => {
  session = await createChromiumPrinter().open(signal);
});
afterAll(() => session.close());

/** A digit of the text read from a page, and the one put in its place. */
interface Change {
  readonly page: number;
  readonly run: number;
  readonly place: number;
  readonly digit: string;
}

const digitSets = ['0123456789', '零一二三四五六七八九', '零壹贰叁肆伍陆柒捌玖'] as const;

/** Every digit that is printed, Chinese ones where they stand in a figure. */
function digitsOf(pages: readonly PageText[]): Omit<Change, 'digit'>[] {
  return pages.flatMap(({ number, runs }) =>
    runs.flatMap(({ text }, run) => {
      const inFigures = new Set(
        readFigures(text)
          .filter(({ kind }) => kind === 'amount' || kind === 'article' || kind === 'percentage')
          .flatMap((figure) => Array.from(figure.text, (_, place) => figure.index + place)),
      );
      return [...text].flatMap((character, place) => {
        const isDigit =
          /\d/.test(character) || (inFigures.has(place) && digitSets.some((set) => set.includes(character)));
        return isDigit ? [{ page: number, run, place }] : [];
      });
    }),
  );
}

function withChange(pages: readonly PageText[], { page, run, place, digit }: Change): PageText[] {
  return pages.map((one) => {
    if (one.number !== page) return one;
    const runs = one.runs.map((text, index) =>
      index === run ? { ...text, text: `${text.text.slice(0, place)}${digit}${text.text.slice(place + 1)}` } : text,
    );
    return { ...one, runs };
  });
}

describe.each(samples)('the packet of %s with every paper', (sample) => {
  let printed: PrintedCase;
  let pages: PageText[];
  beforeAll(async () => {
    printed = await printCase(sampleFolder(sample), work.path(`${sample}.pdf`), session, await readHouse());
    pages = await readPacketText([printed.target], signal);
  });

  it('has no figure without a source and none that changed on its way', async () => {
    expect(await auditPacket([printed.target], printed.content, printed.built.composed, signal)).toEqual([]);
  });

  it('is read as another reader reads it, evidence left out', async () => {
    const pdf = await readPdf(printed.target);
    const appendix = printed.built.parts.find(({ id }) => id === 'appendix');
    const inOrder = (text: string) => [...text].sort().join('');
    for (const { number, compact, foot } of pdf.pages) {
      const runs = pages[number - 1]?.runs ?? [];
      const own = (isContent: boolean) =>
        runs
          .filter((run) => run.isContent === isContent)
          .map(({ text }) => text)
          .join('');
      const isAppendix =
        appendix !== undefined && number >= appendix.firstPage && number < appendix.firstPage + appendix.pages;
      expect(own(false), `第${number}页`).toBe(foot.replaceAll(' ', ''));
      if (isAppendix) expect(compact, `第${number}页`).toContain(own(true));
      else expect(inOrder(own(true)), `第${number}页`).toBe(inOrder(compact));
    }
    await pdf.close();
  });

  it('shows every one of 340 changed digits', () => {
    const random = seededRandom(20_261_118 + samples.indexOf(sample));
    const places = digitsOf(pages);
    expect(places.length).toBeGreaterThan(1_000);
    // One audit for each part: a change concerns no other.
    const { composed } = printed.built;
    const audits = composed.parts.map((part) => {
      const sections = composed.sections.filter(({ id }) => id === part.id);
      return { ...part, audit: createAudit(printed.content, { ...composed, sections }) };
    });
    const unseen: string[] = [];
    for (let count = 0; count < 340; count += 1) {
      const place = places[random.between(0, places.length - 1)];
      const text = pages[(place?.page ?? 0) - 1]?.runs[place?.run ?? 0]?.text ?? '';
      const old = text[place?.place ?? 0] ?? '';
      const digits = digitSets.find((set) => set.includes(old)) ?? '';
      const digit = digits[(digits.indexOf(old) + random.between(1, 9)) % 10] ?? '';
      if (place === undefined) throw new RangeError('no digit');
      const { page } = place;
      const part = audits.find(({ firstPage, pages: count }) => page >= firstPage && page < firstPage + count);
      const findings = part?.audit(withChange(pages, { ...place, digit })) ?? [];
      const named = new RegExp(`第(?:\\d+、)*${page}(?:、\\d+)*页`);
      const isSeen = findings.some(({ severity, message }) => severity === 'error' && named.test(message));
      if (!isSeen) unseen.push(`第${place.page}页“${text}”第${place.place + 1}字${old}→${digit}`);
    }
    expect(unseen).toEqual([]);
  });
});

/** A packet of the clean case printed with templates in which `changes` were made. */
async function auditWith(
  name: string,
  changes: Readonly<Record<string, (source: string) => string>>,
): Promise<{ readonly findings: Finding[]; readonly printed: PrintedCase }> {
  const templates = work.path(`${name}-templates`);
  await cp(join(import.meta.dirname, '../../templates'), templates, {
    recursive: true,
    filter: (source) => !source.includes('samples'),
  });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(templates, file);
    const source = await readFile(path, 'utf8');
    const changed = change(source);
    if (changed === source) throw new RangeError(`nothing was changed in ${file}`);
    await writeFile(path, changed);
  }
  const folder = await writeCleanCase(work.path(name));
  const printed = await printCase(folder, work.path(`${name}.pdf`), session, await readHouse(templates));
  return { printed, findings: await auditPacket([printed.target], printed.content, printed.built.composed, signal) };
}

describe('templates of one’s own', () => {
  it('are right as they come', async () => {
    const { findings } = await auditWith('unchanged', { 'documents/originals.hbs': (source) => `${source}<p>无</p>` });
    expect(findings).toEqual([]);
  });

  it('show each figure that nobody entered, with its page and its words', async () => {
    const strays = [
      '另付123.45元',
      '于2020年1月2日',
      '依据《中华人民共和国民法典》第九十九条',
      '《市场监督管理投诉举报处理暂行办法》规定',
      '按33%扣除',
      '订单号JL20991231000099',
      '依据《中华人民共和国民法典》第五十五条',
      '另付叁佰元整',
    ];
    const { findings, printed } = await auditWith('strays', {
      'documents/complaint-12315.hbs': (source) =>
        source.replace('</article>', `${strays.map((stray) => `<p>${stray}。</p>`).join('')}</article>`),
    });
    const complaint = printed.built.parts.find(({ id }) => id === 'complaint-12315');
    const last = (complaint?.firstPage ?? 0) + (complaint?.pages ?? 0) - 1;
    const said = findings.map(({ id, severity, message }) => `${id} ${severity} ${message}`).join('\n');
    for (const [kind, shown, words] of [
      ['金额', '123.45元', '另付123.45元'],
      ['日期或者时间', '2020年1月2日', '于2020年1月2日'],
      ['法律条文', '第九十九条', '第九十九条'],
      ['法律文件名称', '《市场监督管理投诉举报处理暂行办法》', '暂行办法》规定'],
      ['百分比', '33%', '按33%扣除'],
      ['编号', 'JL20991231000099', '订单号JL2099'],
      ['法律条文', '第五十五条', '民法典》第五十五条'],
      ['金额', '叁佰元整', '另付叁佰元整'],
    ]) {
      expect(said).toMatch(
        new RegExp(`audit\\.untraced-figure error 成品第${last}页的${kind}“${shown}”（见“.*${words}`),
      );
    }
    expect(findings).toHaveLength(strays.length);
  });

  it('show a figure that a style takes away', async () => {
    const { findings } = await auditWith('hidden', {
      'styles/papers.css': (source) => `${source}\n.claims-total { display: none; }\n`,
    });
    expect(findings.map(({ id }) => id)).toContain('audit.changed-figure');
    expect(findings.map(({ message }) => message).join()).toContain('缺少“268.00元”');
  });
});
