import { join } from 'node:path';
import { createChromiumPrinter } from '../../electron/server/chromium-printer.ts';
import { writeCase } from './case-input.ts';
import type { Contest, Contestant } from './contest.ts';
import { runPacketCommand } from './juli-command.ts';
import { expectFacts, readPdfFacts } from './output-checks.ts';
import { writePdfs } from './pdf-input.ts';

const items = 80;
const pagesOfItem = 25;
const mostSeconds = 20;
const mostBytes = 500_000_000;

/** Two thousand pages of PDF evidence: in one file, and in volumes of 200 pages for printing on both sides. No peer does this. */
export async function twoThousandContest(folder: string): Promise<Contest> {
  const paths = await writePdfs(folder, createChromiumPrinter(), items, pagesOfItem);
  await writeCase(
    folder,
    paths.map((path, index) => ({ title: `交易记录（${index + 1}）`, files: [path] })),
  );
  return {
    title: `${items * pagesOfItem} pages`,
    input: `${items} items, each one PDF of ${pagesOfItem} pages with text, a drawing and a picture. Targets: ${mostSeconds} s, ${mostBytes / 1_000_000} MB in the main process.`,
    ours: [
      packet(folder, 'one file', []),
      packet(folder, 'volumes of 200 pages, both sides', ['--duplex', '--volume-pages', '200']),
    ],
    peers: [],
  };
}

function packet(folder: string, name: string, options: readonly string[]): Contestant {
  const target = join(folder, `juli-${options.length}.pdf`);
  return {
    name: `juli packet, ${name}`,
    covers: 'whole process, all papers, browser start included',
    async run(watch) {
      const { wallMs, result } = await runPacketCommand(folder, target, watch, options);
      const pages = result.evidence.flatMap(({ files }) => files).reduce((sum, file) => sum + file.pages, 0);
      if (pages !== items * pagesOfItem) throw new Error(`the packet shows ${pages} pages of evidence`);
      for (const volume of result.volumes) {
        expectFacts(name, await readPdfFacts(volume.packet), { pages: volume.pages, bookmarks: true });
      }
      return [{ name, wallMs }];
    },
  };
}
