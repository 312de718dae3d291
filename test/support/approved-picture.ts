import { mkdir, readFile, writeFile } from 'node:fs/promises';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import sharp from 'sharp';
import { expect } from 'vitest';

const folder = new URL('../app/pictures/', import.meta.url);
/** Of all pixels: about a thousand at 1280×800, a few words. */
const mostDifferent = 0.001;
/** How often the page is looked at until it stays as it is. */
const mostLooks = 20;
const isUpdating = process.env.UPDATE_PICTURES === '1';

/**
 * Holds the page against the picture of how it looked when a person last approved it. After a change of design, look
 * at the window, then renew the pictures:
 *
 *     UPDATE_PICTURES=1 npx vitest run test/app/window-screens.test.ts
 *
 * `PICTURE_DIFFERENCES=folder` puts what differs there, in red.
 */
export async function expectApprovedPicture(page: Page, name: string): Promise<void> {
  const file = new URL(`${name}.png`, folder);
  const actual = PNG.sync.read(await stillPicture(page));
  const { width, height } = actual;
  if (isUpdating) {
    await mkdir(folder, { recursive: true });
    await writeFile(file, await smallPng(PNG.sync.write(actual)));
  }

  const approved = PNG.sync.read(await readFile(file));

  expect({ width, height }).toEqual({ width: approved.width, height: approved.height });
  const difference = new PNG({ width, height });
  const different = pixelmatch(approved.data, actual.data, difference.data, width, height, { threshold: 0.15 });
  const isSame = different / (width * height) <= mostDifferent;
  const differences = process.env.PICTURE_DIFFERENCES;
  if (!isSame && differences !== undefined) {
    await writeFile(`${differences}/${name}.png`, PNG.sync.write(difference));
    await writeFile(`${differences}/${name}-now.png`, PNG.sync.write(actual));
  }
  expect(isSame, `${different} of ${width * height} pixels differ on the screen “${name}”`).toBe(true);
}

/** Once two pictures in a row are the same: thumbnails, faces and previews have arrived. */
async function stillPicture(page: Page): Promise<Buffer> {
  let before = await look(page);
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const now = await look(page);
    if (now.equals(before)) return now;
    before = now;
  }
  throw new Error('the page does not come to rest');
}

async function look(page: Page): Promise<Buffer> {
  await page.evaluate('document.fonts.ready.then(() => new Promise((seen) => requestIdleCallback(seen)))');
  return page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
}

/** Few colours: it is the shapes that are held against each other. */
async function smallPng(picture: Buffer): Promise<Buffer> {
  return sharp(picture).png({ palette: true, colours: 48, dither: 0, compressionLevel: 9, effort: 10 }).toBuffer();
}
