import { mkdir, readFile, writeFile } from 'node:fs/promises';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PacketResult } from '../../electron/contract/packet-result.ts';
import type { App } from '../../electron/core/app.ts';
import { build, openApp, sampleFolder } from '../support/build-packet.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';
import { useWorkFolder } from '../support/work-folder.ts';

/**
 * A few pages of the first sample against pictures of how they looked when a person last approved them. After a
 * change of design, look at the pages, then renew the pictures:
 *
 *     UPDATE_PICTURES=1 npx vitest run test/packet/page-pictures.test.ts
 *
 * They are grey and small: enough to see a line that moved, a table that broke or a glyph that is not drawn.
 */
const folder = new URL('./pictures/', import.meta.url);
const dotsPerInch = 60;
/** Of all pixels. Another version of the renderer moves single pixels at the edges of glyphs; a moved line is 1 % and more. */
const mostDifferent = 0.004;
const isUpdating = process.env.UPDATE_PICTURES === '1';

const pages: readonly (readonly [picture: string, page: (result: PacketResult) => number])[] = [
  ['cover', firstPageOf('cover')],
  ['contents', firstPageOf('contents')],
  ['refund-request', firstPageOf('refund-request')],
  ['complaint-12315', firstPageOf('complaint-12315')],
  ['small-claims', firstPageOf('small-claims')],
  ['timeline', firstPageOf('timeline')],
  ['evidence-list', firstPageOf('evidence-list')],
  ['appendix-screenshot', firstPageOf('appendix')],
  ['appendix-slice', (result) => firstFileOf(result, '售后聊天记录.png') + 1],
  ['appendix-landscape', (result) => firstFileOf(result, '售后处理单扫描件.jpg')],
  ['originals', firstPageOf('originals')],
];

describe('pages of the first sample', () => {
  const work = useWorkFolder();
  let app: App;
  let result: PacketResult;
  let pdf: ReadPdf;
  beforeAll(async () => {
    app = openApp();
    result = await build(app, sampleFolder('software-key'), work.path('packet.pdf'));
    pdf = await readPdf(work.path('packet.pdf'));
  });
  afterAll(async () => {
    await pdf.close();
    await app.close();
  });

  it.each(pages)('look as approved: %s', async (picture, page) => {
    const { width, height, data } = await pdf.render(page(result), dotsPerInch);
    const actual = new PNG({ width, height });
    for (let place = 0; place < data.length; place += 4) {
      // Rec. 601 luma, as a black and white printer sees the page.
      const grey = Math.round(
        0.299 * (data[place] ?? 0) + 0.587 * (data[place + 1] ?? 0) + 0.114 * (data[place + 2] ?? 0),
      );
      actual.data.set([grey, grey, grey, 255], place);
    }
    const file = new URL(`${picture}.png`, folder);
    if (isUpdating) {
      await mkdir(folder, { recursive: true });
      await writeFile(file, PNG.sync.write(actual, { colorType: 0, deflateLevel: 9 }));
    }

    const approved = PNG.sync.read(await readFile(file));

    expect({ width, height }).toEqual({ width: approved.width, height: approved.height });
    const difference = new PNG({ width, height });
    const different = pixelmatch(approved.data, actual.data, difference.data, width, height, { threshold: 0.15 });
    const isSame = different / (width * height) <= mostDifferent;
    // What differs, in red, for the person who has to decide; only where a place is named for it.
    const differences = process.env.PICTURE_DIFFERENCES;
    if (!isSame && differences !== undefined)
      await writeFile(`${differences}/${picture}.png`, PNG.sync.write(difference));
    expect(isSame, `${different} of ${width * height} pixels differ on the page “${picture}”`).toBe(true);
  });
});

function firstPageOf(id: string): (result: PacketResult) => number {
  return ({ parts }) => parts.find((part) => part.id === id)?.firstPage ?? 0;
}

function firstFileOf({ evidence }: PacketResult, name: string): number {
  return evidence.flatMap(({ files }) => files).find(({ path }) => path.endsWith(name))?.firstPage ?? 0;
}
