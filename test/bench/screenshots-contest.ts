import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wholePacket } from '../../electron/core/packet/parts.ts';
import { createChromiumPrinter } from '../../electron/server/chromium-printer.ts';
import { capturePacket } from './captured-packet.ts';
import { type InputItem, writeCase } from './case-input.ts';
import type { AbsentPeer, Contest, Contestant } from './contest.ts';
import { expectFacts, outputCheck, readPdfFacts } from './output-checks.ts';
import type { Peers } from './peers.ts';
import { prepareAssembly } from './picture-assembly.ts';
import { runCommand } from './run-command.ts';
import { writeScreenshots } from './screenshot-input.ts';

const count = 60;
const filesOfItem = 5;
const program = fileURLToPath(new URL('./assemble-pictures.mjs', import.meta.url));

/** Sixty phone screenshots into an appendix that is already printed, against img2pdf. */
export async function screenshotsContest(folder: string, peers: Peers): Promise<Contest> {
  const paths = await writeScreenshots(folder, count);
  const sizes = await Promise.all(paths.map(async (path) => (await stat(join(folder, path))).size));
  const items = itemsOf(paths);
  await writeCase(folder, items);
  const selection = { ...wholePacket, papers: [], cover: false, contents: false, timeline: false, originals: false };
  const captured = await capturePacket(createChromiumPrinter(), folder, join(folder, 'captured.pdf'), selection);
  const firstPage = captured.result.parts.find(({ id }) => id === 'appendix')?.firstPage ?? 0;
  const exhibits = items.map((item, index) => ({ id: `证据-${index + 1}`, number: index + 1, ...item }));
  await prepareAssembly(folder, { title: '测速', date: '2026-11-18', firstPage, exhibits }, captured.printed);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const check = outputCheck('assembly', () => ({ pages: captured.result.pages, pictures: count, bookmarks: true }));
  return {
    title: `${count} screenshots into the appendix`,
    input: `${count} PNG of 1080×2400, 8-bit RGB, ${(total / 1_000_000).toFixed(1)} MB in all. Ours ends in a packet with stamps, tags, bookmarks and manifest; img2pdf's has the bare pictures.`,
    ours: [
      assembly(
        folder,
        'assembly',
        'whole process: read, hash and verify the evidence, fill the frames, write',
        [],
        check,
      ),
      assembly(
        folder,
        'assembly, evidence known',
        'whole process: the same with what reading found given',
        ['known'],
        check,
      ),
    ],
    peers: [img2pdfContestant(folder, paths, peers)],
  };
}

function itemsOf(paths: readonly string[]): InputItem[] {
  return Array.from({ length: Math.ceil(paths.length / filesOfItem) }, (_, index) => ({
    title: `聊天截图（${index + 1}）`,
    files: paths.slice(index * filesOfItem, (index + 1) * filesOfItem),
  }));
}

function assembly(
  folder: string,
  name: string,
  covers: string,
  options: readonly string[],
  check: (path: string) => Promise<void>,
): Contestant {
  const target = join(folder, `${['assembled', ...options].join('-')}.pdf`);
  return {
    name,
    covers,
    async run(watch) {
      const { wallMs } = await runCommand(process.execPath, [program, folder, target, ...options], watch);
      await check(target);
      return [{ name, wallMs }];
    },
  };
}

function img2pdfContestant(folder: string, paths: readonly string[], { img2pdf }: Peers): Contestant | AbsentPeer {
  if (img2pdf === undefined) return { name: 'img2pdf', absent: 'not installed' };
  const target = join(folder, 'img2pdf.pdf');
  return {
    name: 'img2pdf',
    covers: 'whole process: img2pdf *.png -o out.pdf',
    async run(watch) {
      const pictures = paths.map((path) => join(folder, path));
      const { wallMs } = await runCommand(img2pdf.command, [...pictures, '-o', target], watch);
      expectFacts('img2pdf', await readPdfFacts(target), { pages: count, pictures: count });
      return [{ name: 'img2pdf', wallMs }];
    },
  };
}
