import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSampleBrowser, type SampleBrowser } from './browser.ts';
import { encodePdf, encodePhoto, encodePng, encodeScan } from './encode.ts';
import type { SampleFile } from './sample.ts';
import { samples } from './samples.ts';

/**
 * Makes templates/samples again: `npm run samples`, or behind `--` a folder (`software-key`), a part of a file name
 * (`订单详情`) or `case.json` for the cases alone. Fixed dates, no clock, no chance: the same bytes every time.
 */
const samplesFolder = fileURLToPath(new URL('../../../templates/samples/', import.meta.url));

async function make(browser: SampleBrowser, file: SampleFile): Promise<Uint8Array> {
  switch (file.kind) {
    case 'screenshot':
      return encodePng(await browser.shoot(file.html, file));
    case 'photo':
      return encodePhoto(await browser.shoot(file.html, file));
    case 'scan':
      return encodeScan(await browser.shoot(file.html, file));
    case 'document':
      return encodePdf(await browser.print(file.html), file.title, file.created);
  }
}

const wanted = process.argv.slice(2);
const isWanted = (folder: string, path: string) =>
  wanted.length === 0 || wanted.some((word) => folder.includes(word) || path.includes(word));

async function write(folder: string, path: string, bytes: Uint8Array | string): Promise<void> {
  const target = join(samplesFolder, folder, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, bytes);
  console.log(`${folder}/${path}  ${Math.ceil(bytes.length / 1024)} KB`);
}

const browser = await openSampleBrowser();
try {
  for (const { folder, caseFile, files } of samples) {
    // Files that the story no longer has must not stay behind.
    if (wanted.length === 0) await rm(join(samplesFolder, folder), { recursive: true, force: true });
    if (isWanted(folder, 'case.json')) await write(folder, 'case.json', `${JSON.stringify(caseFile, null, 2)}\n`);
    for (const file of files) {
      if (isWanted(folder, file.path)) await write(folder, file.path, await make(browser, file));
    }
  }
} finally {
  await browser.close();
}
