import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../../electron/core/evidence/evidence-source.ts';
import { createEvidenceReader } from '../../electron/core/evidence/read-evidence.ts';
import { pageUnits } from '../../electron/core/evidence/redaction/page-units.ts';
import { pictureBytes } from '../../electron/core/evidence/redaction/picture-bytes.ts';
import { redactPicture } from '../../electron/core/evidence/redaction/redact-picture.ts';
import { evidenceTools } from '../support/evidence-tools.ts';
import { checkerPng, markedPicture, orientedJpeg } from '../support/pictures.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
const redMark = [{ x: 0, y: 0, width: 0.2, height: 0.15 }];
let files = 0;

async function pagesOf(bytes: Uint8Array, ending: string) {
  files += 1;
  const path = work.path(`${files}.${ending}`);
  const copies = work.path('work');
  await mkdir(copies, { recursive: true });
  await writeFile(path, bytes);
  const reader = createEvidenceReader(evidenceTools(copies));
  const { content } = await reader.read(path, { path: `${files}.${ending}` }, new AbortController().signal);
  await reader.close();
  if (content.kind !== 'pages') throw new Error(content.reason);
  return content.pages;
}

async function pictureOf(bytes: Uint8Array, ending: string): Promise<Picture> {
  const [page] = await pagesOf(bytes, ending);
  if (page?.kind !== 'picture') throw new Error('no picture');
  return page.picture;
}

/** Pixels as displayed, three bytes each. */
async function pixels(picture: Picture) {
  const turned = sharp(await pictureBytes(picture))
    .autoOrient()
    .removeAlpha()
    .toColourspace('srgb');
  const { data, info } = await turned.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

const orientations = [1, 2, 3, 4, 5, 6, 7, 8];
const pictures: readonly (readonly [string, string, () => Promise<Uint8Array>])[] = [
  ['RGB', 'png', () => markedPicture(300, 400)],
  [
    'palette',
    'png',
    async () =>
      sharp(await markedPicture(300, 400))
        .png({ palette: true })
        .toBuffer(),
  ],
  ['grey', 'png', () => checkerPng(300, 400)],
  [
    'JPEG',
    'jpg',
    async () =>
      sharp(await markedPicture(300, 400))
        .jpeg({ quality: 95 })
        .toBuffer(),
  ],
  [
    'grey JPEG',
    'jpg',
    async () =>
      sharp(await checkerPng(300, 400))
        .toColourspace('b-w')
        .jpeg()
        .toBuffer(),
  ],
  [
    'CMYK JPEG',
    'jpg',
    async () =>
      sharp(await markedPicture(300, 400))
        .toColourspace('cmyk')
        .jpeg()
        .toBuffer(),
  ],
  ...orientations.map((orientation): (typeof pictures)[number] => [
    `JPEG turned by ${orientation}`,
    'jpg',
    async () => orientedJpeg(await markedPicture(300, 400), orientation),
  ]),
];

describe('redactPicture', () => {
  it.each(pictures)('blackens the box as it is seen, and nothing else: %s', async (name, ending, make) => {
    const before = await pictureOf(await make(), ending);
    const after = await redactPicture(before, redMark, work.path('work', `redacted-${files}`));
    expect({ width: after.width, height: after.height, orientation: after.orientation }).toEqual({
      width: 300,
      height: 400,
      orientation: 1,
    });
    const [old, now] = [await pixels(before), await pixels(after)];
    let [inside, outside] = [0, 0];
    for (let at = 0; at < now.data.length; at += 3) {
      const [column, row] = [(at / 3) % 300, Math.floor(at / 900)];
      const value = Math.max(...now.data.subarray(at, at + 3));
      if (column < 60 && row < 60) inside = Math.max(inside, value);
      // Within a block of the box's edge a JPEG mixes.
      else if (column >= 72 || row >= 72)
        outside = Math.max(outside, Math.abs((now.data[at] ?? 0) - (old.data[at] ?? 0)));
    }
    expect(inside).toBeLessThan(ending === 'png' ? 1 : 12);
    if (!name.startsWith('CMYK')) expect(outside).toBeLessThan(ending === 'png' ? 1 : 30);
  });

  it('takes a photo without a box byte for byte, but for what is no picture', async () => {
    const plain = await sharp(await markedPicture(300, 400))
      .jpeg({ progressive: true })
      .toBuffer();
    const told = await sharp(plain)
      .keepExif()
      .withExif({ IFD0: { Make: 'a camera' }, IFD3: { GPSLatitude: '1/1' } })
      .jpeg()
      .toBuffer();
    const film = Buffer.from('a film that a phone hangs on');
    const before = await pictureOf(Buffer.concat([told, film]), 'jpg');
    const after = await redactPicture(before, [], work.path('work', 'never'));
    const [whole, bare] = [await pictureBytes(before), await pictureBytes(after)];
    expect(bare.length).toBeLessThan(whole.length);
    for (const text of ['Exif', 'a camera', 'film']) expect(bare.includes(text)).toBe(false);
    expect((await sharp(bare).metadata()).exif).toBeUndefined();
    expect((await pixels(after)).data.equals((await pixels({ ...before, orientation: 1 })).data)).toBe(true);
    await expect(stat(work.path('work', 'never.jpg'))).rejects.toThrow();
    expect(await readFile(before.data.path)).toHaveLength(before.data.size);
  });
});

describe('pageUnits', () => {
  it('counts a long screenshot as one page, however it is cut', async () => {
    const pages = await pagesOf(await checkerPng(200, 2_400), 'png');
    expect(pages.length).toBeGreaterThan(1);
    expect(pageUnits(pages)).toHaveLength(1);
    expect(pageUnits(pages)[0]?.pages).toEqual(pages.map((_page, index) => index));
  });
});
