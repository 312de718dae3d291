import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SourcePage } from '../../electron/core/evidence/evidence-source.ts';
import { isSamePicture } from '../../electron/core/evidence/pdf/compare-pixels.ts';
import { loadPdf } from '../../electron/core/evidence/pdf/load-pdf.ts';
import type { Pixels } from '../../electron/core/evidence/pdf/pdf-document.ts';
import { drawTrialPages, saveTrialPages } from '../../electron/core/evidence/pdf/trial-pages.ts';

const run = promisify(execFile);

/** The reader that had no part in making the copies. */
export const independentReader = 'pdftoppm';

export async function hasIndependentReader(): Promise<boolean> {
  return run(independentReader, ['-v']).then(
    () => true,
    () => false,
  );
}

/** What an independent reader says of the pages that were taken over: their numbers, counted from 1. */
export interface PageCheck {
  readonly same: readonly number[];
  readonly changed: readonly number[];
  /** The reader cannot show the file's page, so there is nothing to compare. */
  readonly unseen: readonly number[];
}

/**
 * Takes the pages over as the packet does, each on a sheet of its own size, and has the reader draw them and those of the
 * file. Pages that went in as pictures, as repaired or not at all say so, and are left out.
 */
export async function checkPages(path: string, pages: readonly SourcePage[], workFolder: string): Promise<PageCheck> {
  const taken = pages.flatMap((page, index) =>
    page.kind === 'pdf-page' && page.mark === undefined ? [{ page, number: index + 1 }] : [],
  );
  const folder = await mkdtemp(join(workFolder, 'check-'));
  try {
    const copy = taken[0]?.page.pdf;
    if (copy === undefined) return { same: [], changed: [], unseen: [] };
    await writeFile(
      join(folder, 'packet.pdf'),
      await saveTrialPages(await drawTrialPages(await loadPdf(await readFile(copy)))),
    );
    const [file, packet] = await Promise.all([
      draw(path, folder, 'file', pages.length),
      draw(join(folder, 'packet.pdf'), folder, 'packet', pages.length),
    ]);
    const check = { same: [] as number[], changed: [] as number[], unseen: [] as number[] };
    for (const { number } of taken) {
      const [before, after] = [await file(number), await packet(number)];
      if (before === undefined) check.unseen.push(number);
      else if (after !== undefined && isSamePicture(...toSameSize(before, after))) check.same.push(number);
      else check.changed.push(number);
    }
    return check;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** At twice the resolution of the comparison that makes the copies, and halved, so that whole pixels do not decide. */
const dotsPerInch = 136;

async function draw(pdf: string, folder: string, prefix: string, pages: number) {
  const options = ['-r', String(dotsPerInch), '-cropbox', '-l', String(pages)];
  // What it could draw before it gave up is there; the rest is missing, and counted so.
  await run(independentReader, [...options, pdf, join(folder, prefix)], { timeout: 60_000 }).catch(() => undefined);
  const names = await readdir(folder);
  return async (page: number): Promise<Pixels | undefined> => {
    const name = names.find((one) => one.startsWith(`${prefix}-`) && Number(/-(\d+)\.ppm$/.exec(one)?.[1]) === page);
    return name === undefined ? undefined : halved(await readFile(join(folder, name)));
  };
}

/** A binary portable pixmap (P6) at half its size, four bytes a pixel. */
function halved(file: Buffer): Pixels {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64));
  if (head === null) throw new Error('not a pixmap');
  const [start, across, down] = [head[0].length, Number(head[1]), Number(head[2])];
  const [width, height] = [Math.max(1, across >> 1), Math.max(1, down >> 1)];
  const data = new Uint8Array(width * height * 4).fill(255);
  const right = across > 1 ? 3 : 0;
  const below = down > 1 ? across * 3 : 0;
  for (let y = 0; y < height; y += 1) {
    let from = start + 2 * y * across * 3;
    let to = y * width * 4;
    for (let x = 0; x < width; x += 1) {
      for (let color = 0; color < 3; color += 1) {
        const upper = (file[from] ?? 255) + (file[from + right] ?? 255);
        const lower = (file[from + below] ?? 255) + (file[from + right + below] ?? 255);
        data[to + color] = (upper + lower) >> 2;
        from += 1;
      }
      from += 3;
      to += 4;
    }
  }
  return { width, height, data };
}

/** How far a clip at the very edge of a page reaches into its last pixels differs; a margin of two is left out. */
const margin = 2;

/** Sizes that differ by a pixel are a matter of rounding; what both have is compared. */
function toSameSize(first: Pixels, second: Pixels): [Pixels, Pixels] {
  if (Math.abs(first.width - second.width) > 1 || Math.abs(first.height - second.height) > 1) return [first, second];
  const width = Math.max(1, Math.min(first.width, second.width) - 2 * margin);
  const height = Math.max(1, Math.min(first.height, second.height) - 2 * margin);
  const cut = (pixels: Pixels): Pixels => {
    const data = new Uint8Array(width * height * 4);
    for (let y = 0; y < height; y += 1) {
      const start = ((y + margin) * pixels.width + margin) * 4;
      data.set(pixels.data.subarray(start, start + width * 4), y * width * 4);
    }
    return { width, height, data };
  };
  return [cut(first), cut(second)];
}
