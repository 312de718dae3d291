import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AbsentPeer, Contestant } from './contest.ts';
import { expectFacts, readPdfFacts } from './output-checks.ts';
import type { Peers } from './peers.ts';
import { runCommand } from './run-command.ts';

const name = 'LibreOffice + img2pdf + pikepdf';
const nameOfSingles = `${name}, a start for each .docx`;
const mergeScript = new URL('./merge-pdfs.py', import.meta.url).pathname;

/** What the pipeline makes its packet of. */
export interface OfficeInput {
  /** The packet's HTML, whose parts become one .docx each. */
  readonly html: string;
  readonly pictures: readonly string[];
  readonly pdfs: readonly string[];
}

/**
 * The same content as people script it: one .docx per paper through LibreOffice, the pictures through img2pdf,
 * everything joined with pikepdf. Once with all .docx in one start of LibreOffice, which is the best such a script
 * can do, and once with a start for each. No stamps, links, bookmarks or page numbers.
 */
export async function officePipelines(
  folder: string,
  input: OfficeInput,
  peers: Peers,
): Promise<(Contestant | AbsentPeer)[]> {
  const { office, img2pdf, pikepdf } = peers;
  if (office === undefined || img2pdf === undefined || pikepdf === undefined) {
    return [name, nameOfSingles].map((absentName) => ({ name: absentName, absent: absence(peers) }));
  }
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'office-profile')).href}`;
  const convert = (format: string, files: readonly string[]) => [
    profile,
    '--headless',
    ...(format === 'pdf' ? [] : ['--infilter=HTML (StarWriter)']),
    '--convert-to',
    format,
    '--outdir',
    folder,
    ...files,
  ];
  const pages = await writePages(folder, input.html);
  await runCommand(office.command, convert('docx:MS Word 2007 XML', pages));
  const documents = pages.map((page) => page.replace(/\.html$/, '.docx'));
  const papers = pages.map((page) => page.replace(/\.html$/, '.pdf'));
  const pictures = join(folder, 'pictures.pdf');
  const packet = join(folder, 'office-packet.pdf');

  const pipeline = (pipelineName: string, starts: readonly (readonly string[])[]): Contestant => ({
    name: pipelineName,
    covers: 'the three programs one after the other, .docx files ready',
    async run(watch) {
      let officeMs = 0;
      for (const files of starts) officeMs += (await runCommand(office.command, convert('pdf', files), watch)).wallMs;
      const bound = await runCommand(img2pdf.command, [...input.pictures, '-o', pictures], watch);
      const merged = await runCommand(
        pikepdf.command,
        [mergeScript, packet, ...papers, pictures, ...input.pdfs],
        watch,
      );
      const parts = await Promise.all([...papers, pictures, ...input.pdfs].map(readPdfFacts));
      const pageCount = parts.reduce((sum, part) => sum + part.pages, 0);
      expectFacts(pipelineName, await readPdfFacts(packet), { pages: pageCount });
      return [
        { name: `LibreOffice: ${documents.length} .docx to PDF`, wallMs: officeMs },
        { name: `img2pdf: ${input.pictures.length} pictures`, wallMs: bound.wallMs },
        { name: `pikepdf: ${papers.length + 1 + input.pdfs.length} files joined`, wallMs: merged.wallMs },
      ];
    },
  });
  return [
    pipeline(name, [documents]),
    pipeline(
      nameOfSingles,
      documents.map((document) => [document]),
    ),
  ];
}

function absence({ office, img2pdf, pikepdf }: Peers): string {
  const programs = { LibreOffice: office, img2pdf, pikepdf };
  const absent = Object.entries(programs).flatMap(([program, found]) => (found === undefined ? [program] : []));
  return `${absent.join(', ')} not installed`;
}

/** The appendix is pictures, which img2pdf takes; every other part is text, with its drawings left out. */
async function writePages(folder: string, html: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const [, ...parts] = html.split(/<section class="part part-(?=[a-z0-9-]+")/);
  const pages: string[] = [];
  for (const part of parts) {
    const id = /^[a-z0-9-]+/.exec(part)?.[0] ?? '';
    if (id === 'appendix') continue;
    const body = part
      .slice(part.indexOf('>') + 1)
      .replaceAll(/<svg[\s\S]*?<\/svg>|<img[^>]*>|<\/section>\s*(?:<\/body>\s*<\/html>\s*)?$/g, '');
    const page = join(folder, `${id}.html`);
    await writeFile(
      page,
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>${pageStyle}</style></head><body>${body}</body></html>`,
    );
    pages.push(page);
  }
  if (pages.length < 3)
    throw new Error(`only ${pages.map((page) => basename(page)).join(', ')} found in the packet's HTML`);
  return pages;
}

const pageStyle = `
@page { size: A4; margin: 2cm 1.5cm 2cm 2.6cm; }
body { font-family: 'Noto Serif CJK SC'; font-size: 12pt; line-height: 150%; }
h1, h2, th { font-family: 'Noto Sans CJK SC'; }
table { border-collapse: collapse; width: 100%; }
td, th { border: 1px solid black; }
`;
