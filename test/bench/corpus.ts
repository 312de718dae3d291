import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { defaultLimits } from '../../electron/contract/evidence-limits.ts';
import type { SourceContent } from '../../electron/core/evidence/evidence-source.ts';
import { hashFile } from '../../electron/core/evidence/hash-file.ts';
import { createPdfReader, type PdfReader } from '../../electron/core/evidence/pdf/read-pdf.ts';
import { UnusableFile } from '../../electron/core/evidence/unusable-file.ts';
import { checkPages, hasIndependentReader, independentReader } from './corpus-check.ts';

/**
 * What becomes of the PDFs of a folder on their way into a packet: `npm run corpus -- DIR`. Ends with 1 where a file
 * crashed the reader, hung, or changed without a word.
 */

const hangMs = 60_000;
type Way = 'identical' | 'image' | 'placeholder' | 'refused' | 'crash';

interface FileRecord {
  readonly name: string;
  readonly way: Way;
  readonly milliseconds: number;
  /** Of this process, its worker threads among them. */
  readonly cpuMilliseconds: number;
  readonly pages: Readonly<Record<'identical' | 'image' | 'placeholder', number>>;
  readonly reason: string;
  /** Pages that the independent reader shows otherwise, though nothing said so. */
  readonly silent: readonly number[];
  readonly unseen: number;
}

const none = { identical: 0, image: 0, placeholder: 0 };

async function recordOf(path: string, name: string, reader: PdfReader, check: Check): Promise<FileRecord> {
  const { signal } = new AbortController();
  const { sha256 } = await hashFile(path, signal);
  const started = performance.now();
  const base = { name, pages: none, reason: '', silent: [], unseen: 0 };
  const before = process.cpuUsage();
  const elapsed = () => {
    const { user, system } = process.cpuUsage(before);
    return { milliseconds: performance.now() - started, cpuMilliseconds: (user + system) / 1_000 };
  };
  try {
    const content = await reader.read(path, sha256, signal);
    const taken = elapsed();
    if (content.kind !== 'pages') return { ...base, way: 'refused', ...taken, reason: content.reason };
    const pages = countWays(content);
    const way = pages.placeholder > 0 ? 'placeholder' : pages.image > 0 ? 'image' : 'identical';
    const { changed, unseen } = await check(path, content);
    if (changed.length > 0) process.stderr.write(`${name}: ${changed.join(', ')}\n`);
    const reason = content.remarks.join('；');
    return { ...base, way, ...taken, pages, reason, silent: changed, unseen: unseen.length };
  } catch (cause) {
    const isRefused = cause instanceof UnusableFile;
    const reason = isRefused ? cause.reason : String(cause);
    return { ...base, way: isRefused ? 'refused' : 'crash', ...elapsed(), reason };
  }
}

type Pages = Extract<SourceContent, { kind: 'pages' }>;
type Check = (
  path: string,
  content: Pages,
) => Promise<{ readonly changed: readonly number[]; readonly unseen: readonly number[] }>;

function countWays({ pages }: Pages): FileRecord['pages'] {
  const count = (way: keyof FileRecord['pages']) =>
    pages.filter(
      (page) => way === (page.kind === 'placeholder' ? 'placeholder' : page.isImageOfPage ? 'image' : 'identical'),
    ).length;
  return { identical: count('identical'), image: count('image'), placeholder: count('placeholder') };
}

function report(folder: string, records: readonly FileRecord[], reader: string | undefined): string {
  const ways: readonly Way[] = ['identical', 'image', 'placeholder', 'refused', 'crash'];
  const files = (way: Way) => records.filter((one) => one.way === way).length;
  const pages = (way: keyof FileRecord['pages']) => records.reduce((sum, one) => sum + one.pages[way], 0);
  const hangs = records.filter(({ milliseconds }) => milliseconds > hangMs).length;
  const silent = records.filter((one) => one.silent.length > 0);
  const silentPages = silent.reduce((sum, one) => sum + one.silent.length, 0);
  const unseen = records.reduce((sum, one) => sum + one.unseen, 0);
  const loads = loadavg();
  const unread = reader === undefined ? '–' : undefined;
  const lines = [
    `| ${basename(folder)} | ${ways.join(' | ')} | hang | silent |`,
    `| --- |${' ---: |'.repeat(ways.length + 2)}`,
    `| ${records.length} files | ${ways.map(files).join(' | ')} | ${hangs} | ${unread ?? silent.length} |`,
    `| ${pages('identical') + pages('image') + pages('placeholder')} pages | ${pages('identical')} | ${pages('image')} | ${pages('placeholder')} | | | | ${unread ?? silentPages} |`,
    '',
    `Milliseconds for a file: ${spread(records, ({ milliseconds }) => milliseconds)}; of processor time: ${spread(records, ({ cpuMilliseconds }) => cpuMilliseconds)}. Load of the machine over the last minutes: ${loads.map((load) => load.toFixed(1)).join(', ')}, on ${availableParallelism()} processors.`,
    reader === undefined
      ? `Nothing was checked independently: ${independentReader} is not installed.`
      : `Silent: pages taken over unmarked that ${reader} draws differently in file and packet. It could not draw ${unseen} pages of the files.`,
    '',
    'Refused, by reason:',
    ...byReason(records.filter(({ way }) => way === 'refused' || way === 'crash')),
    '',
    'With pages as pictures or placeholders, and repaired:',
    ...records
      .filter(({ way, reason }) => way !== 'refused' && way !== 'crash' && reason !== '')
      .map(({ name, reason }) => `- ${name}: ${reason}`),
    ...(silent.length === 0 ? [] : ['', 'Silent:', ...silent.map((one) => `- ${one.name}: ${one.silent.join(', ')}`)]),
  ];
  return lines.join('\n');
}

function spread(records: readonly FileRecord[], of: (record: FileRecord) => number): string {
  const sorted = records.toSorted((first, second) => of(first) - of(second));
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  const value = (record: FileRecord | undefined) => (record === undefined ? 0 : Math.round(of(record)));
  const worst = sorted.at(-1);
  return `p50 ${value(at(0.5))}, p95 ${value(at(0.95))}, worst ${value(worst)} (${worst?.name})`;
}

function byReason(records: readonly FileRecord[]): string[] {
  const groups = Map.groupBy(records, ({ reason }) => reason);
  return [...groups].map(
    ([reason, group]) => `- ${reason} (${group.length}): ${group.map(({ name }) => name).join(', ')}`,
  );
}

async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined) {
    process.stderr.write('npm run corpus -- FOLDER\n');
    return 2;
  }
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => name.toLowerCase().endsWith('.pdf'))
    .sort();
  const workFolder = await realpath(await mkdtemp(join(tmpdir(), 'juli-corpus-')));
  const reader = createPdfReader(workFolder, () => defaultLimits);
  const isChecked = await hasIndependentReader();
  const check: Check = (path, { pages }) =>
    isChecked ? checkPages(path, pages, workFolder) : Promise.resolve({ changed: [], unseen: [] });
  const records: FileRecord[] = [];
  try {
    for (const name of names) {
      records.push(await recordOf(join(folder, name), relative('.', name), reader, check));
      if (process.stderr.isTTY) process.stderr.write(`\r${records.length}/${names.length}`);
    }
  } finally {
    await reader.close();
    await rm(workFolder, { recursive: true, force: true });
  }
  process.stdout.write(`${report(folder, records, isChecked ? independentReader : undefined)}\n`);
  return records.some(({ way, silent, milliseconds }) => way === 'crash' || silent.length > 0 || milliseconds > hangMs)
    ? 1
    : 0;
}

process.exitCode = await main(process.argv[2]);
