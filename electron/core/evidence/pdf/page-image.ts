import { writeFile } from 'node:fs/promises';
import type { Picture } from '../evidence-source.ts';
import { paperRoom } from '../paper-room.ts';
import { readPngLayout } from '../pictures/png-layout.ts';
import { type Pixels, renderPage, type ShownPage } from './pdf-document.ts';
import type { Pdfium } from './pdfium.ts';
import type { PageSize } from './trial-pages.ts';

/** On paper, after small pages have been enlarged (appendix-plan.ts, at most 150 %). */
const dotsPerInch = 200;
const maximumEnlargement = 1.5;
/** A page that has more is far larger than the sheet it goes on. */
const maximumPixels = 40_000_000;

/** The page as fine as paper needs it. */
export function renderForPaper(pdfium: Pdfium, page: ShownPage): Pixels {
  const { width, height } = imageSize(page);
  return renderPage(pdfium, page, width, height);
}

/** In pixels. */
function imageSize({ width, height }: PageSize): PageSize {
  const room = paperRoom.portrait;
  const points = (millimetres: number) => (millimetres / 25.4) * 72;
  const enlargement = Math.min(maximumEnlargement, points(room.width) / width, points(room.height) / height);
  const wanted = (dotsPerInch / 72) * Math.max(1, enlargement);
  const scale = Math.min(wanted, Math.sqrt(maximumPixels / (width * height)));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * Writes a rendered page to `target` and an ending of its own: text and drawings without loss, what has the colours of a
 * photograph as JPEG, because its size would be many times that otherwise.
 */
export async function writePageImage(pixels: Pixels, target: string): Promise<Picture> {
  // Most PDFs need no picture, and a thread takes a while to load what makes it.
  const { default: sharp } = await import('sharp');
  const { width, height, data } = pixels;
  const image = sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: false }).removeAlpha();
  const base = { width, height, orientation: 1 };
  if (isPhotograph(pixels)) {
    const bytes = await image.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer();
    const path = `${target}.jpg`;
    await writeFile(path, bytes);
    const ranges = [{ offset: 0, length: bytes.length }];
    const encoding = { kind: 'jpeg', components: 3, inverted: false } as const;
    return { ...base, encoding, data: { path, ranges, size: bytes.length } };
  }
  const isGrey = hasOnlyGrey(pixels);
  const bytes = await (isGrey ? image.toColourspace('b-w') : image).png({ compressionLevel: 6 }).toBuffer();
  const path = `${target}.png`;
  await writeFile(path, bytes);
  const { bitDepth, data: ranges } = readPngLayout(bytes);
  const encoding = { kind: 'png', bitDepth, color: { kind: isGrey ? 'grey' : 'rgb' } } as const;
  return { ...base, encoding, data: { path, ranges, size: bytes.length } };
}

/** Many colours in a sample of the page. Smooth text in colour has some hundred, a photograph tens of thousands. */
function isPhotograph({ width, height, data }: Pixels): boolean {
  const colors = new Set<number>();
  const step = Math.max(1, Math.floor((width * height) / 65_536)) * 4;
  for (let at = 0; at < data.length; at += step) {
    colors.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
  }
  return colors.size > 2_048;
}

function hasOnlyGrey({ data }: Pixels): boolean {
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return false;
  }
  return true;
}
