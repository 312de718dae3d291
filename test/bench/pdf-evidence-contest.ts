import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createChromiumPrinter } from '../../electron/server/chromium-printer.ts';
import { writeCase } from './case-input.ts';
import type { AbsentPeer, Contest, Contestant } from './contest.ts';
import { runPacketCommand } from './juli-command.ts';
import { expectFacts, outputCheck, readPdfFacts } from './output-checks.ts';
import { writePdfs } from './pdf-input.ts';
import type { Peers } from './peers.ts';
import { runCommand } from './run-command.ts';

const items = 40;
const pagesOfItem = 25;
const mergeScript = fileURLToPath(new URL('./merge-pdfs.py', import.meta.url));

/** A thousand pages of PDF evidence to a whole packet, next to pikepdf joining the same files and nothing else. */
export async function pdfEvidenceContest(folder: string, peers: Peers): Promise<Contest> {
  const paths = await writePdfs(folder, createChromiumPrinter(), items, pagesOfItem);
  await writeCase(
    folder,
    paths.map((path, index) => ({ title: `交易记录（${index + 1}）`, files: [path] })),
  );
  const sizes = await Promise.all(paths.map(async (path) => (await stat(join(folder, path))).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return {
    title: `${items * pagesOfItem} pages of PDF evidence`,
    input: `${items} items, each one PDF of ${pagesOfItem} pages with text, a drawing and a picture, ${(total / 1_000_000).toFixed(1)} MB in all. Ours is the whole packet with all papers, every page stamped and linked; pikepdf only joins the files.`,
    ours: [packet(folder)],
    peers: [pikepdfContestant(folder, paths, peers)],
  };
}

function packet(folder: string): Contestant {
  const target = join(folder, 'juli.pdf');
  let pages = 0;
  const check = outputCheck('juli packet', () => ({ pages, bookmarks: true }));
  return {
    name: 'juli packet',
    covers: 'whole process, all papers, browser start included',
    async run(watch) {
      const { wallMs, result } = await runPacketCommand(folder, target, watch);
      const evidencePages = result.evidence.flatMap(({ files }) => files).reduce((sum, file) => sum + file.pages, 0);
      if (evidencePages !== items * pagesOfItem) throw new Error(`the packet shows ${evidencePages} pages of evidence`);
      pages = result.pages;
      await check(target);
      return [{ name: 'juli packet', wallMs }];
    },
  };
}

function pikepdfContestant(folder: string, paths: readonly string[], { pikepdf }: Peers): Contestant | AbsentPeer {
  if (pikepdf === undefined) return { name: 'pikepdf', absent: 'not installed' };
  const target = join(folder, 'merged.pdf');
  return {
    name: 'pikepdf',
    covers: 'whole process: joins the same files, no stamps',
    async run(watch) {
      const sources = paths.map((path) => join(folder, path));
      const { wallMs } = await runCommand(pikepdf.command, [mergeScript, target, ...sources], watch);
      expectFacts('pikepdf', await readPdfFacts(target), { pages: items * pagesOfItem });
      return [{ name: 'pikepdf', wallMs }];
    },
  };
}
