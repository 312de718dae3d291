import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** A screenshot of a phone, as large as they come in a dispute. */
const width = 1080;
const height = 2400;
const glyphSize = 40;
/** Strokes are drawn this many times larger and averaged down, which gives them the grey edges of real text. */
const oversampling = 4;

/** Writes `count` pictures that compress like chat screenshots, about 300 KB each. Resolves to their paths within `folder`. */
export async function writeScreenshots(folder: string, count: number): Promise<string[]> {
  await mkdir(join(folder, 'evidence'), { recursive: true });
  const random = seededRandom(20_261_118);
  const glyphs = Array.from({ length: 300 }, () => drawGlyph(random));
  const paths: string[] = [];
  for (let index = 1; index <= count; index += 1) {
    const path = `evidence/${String(index).padStart(2, '0')}.png`;
    // Each row filtered as compresses best, at zlib's usual level: what phones write. It decides how long decoding takes.
    await sharp(drawScreenshot(random, glyphs), { raw: { width, height, channels: 3 } })
      .png({ compressionLevel: 6, adaptiveFiltering: true, palette: false })
      .toFile(join(folder, path));
    paths.push(path);
  }
  return paths;
}

/** Something like a Chinese character: a few strokes, as darkness from 0 to 255. */
function drawGlyph(random: SeededRandom): Uint8Array {
  const large = glyphSize * oversampling;
  const ink = new Uint8Array(large * large);
  const stroke = 3 * oversampling;
  for (let count = random.between(5, 11); count > 0; count -= 1) {
    const length = random.between(large / 4, large - 4 * oversampling);
    const slope = [0, 0, 0, 0.5, -0.5][random.between(0, 4)] ?? 0;
    const isUpright = random.between(0, 1) === 1;
    const across = random.between(2 * oversampling, large - stroke - 2 * oversampling);
    const along = random.between(0, large - length);
    for (let step = 0; step < length; step += 1) {
      for (let thick = 0; thick < stroke; thick += 1) {
        const side = Math.round(across + thick + slope * step);
        const [x, y] = isUpright ? [side, along + step] : [along + step, side];
        if (x >= 0 && x < large && y >= 0 && y < large) ink[y * large + x] = 1;
      }
    }
  }
  return averageDown(ink, large);
}

function averageDown(ink: Uint8Array, large: number): Uint8Array {
  const glyph = new Uint8Array(glyphSize * glyphSize);
  for (let y = 0; y < large; y += 1) {
    for (let x = 0; x < large; x += 1) {
      const cell = Math.floor(y / oversampling) * glyphSize + Math.floor(x / oversampling);
      // 16 cells at most, each adding less than a sixteenth of 256.
      glyph[cell] = (glyph[cell] ?? 0) + (ink[y * large + x] ?? 0) * 15;
    }
  }
  return glyph;
}

function drawScreenshot(random: SeededRandom, glyphs: readonly Uint8Array[]): Buffer {
  const pixels = Buffer.alloc(width * height * 3, 0xed);
  for (let top = 140; top < height - 420; ) {
    const lines = random.between(1, 5);
    const characters = random.between(4, 16);
    const isMine = random.between(0, 2) === 0;
    const bubble = { width: characters * 46 + 60, height: lines * 58 + 44 };
    const left = isMine ? width - 190 - bubble.width : 190;
    fill(pixels, left, top, bubble.width, bubble.height, isMine ? [149, 236, 105] : [255, 255, 255]);
    drawPortrait(pixels, random, isMine ? width - 160 : 40, top);
    for (let line = 0; line < lines; line += 1) {
      const length = line === lines - 1 ? random.between(1, characters) : characters;
      for (let place = 0; place < length; place += 1) {
        const glyph = glyphs[random.between(0, glyphs.length - 1)];
        if (glyph !== undefined) stamp(pixels, glyph, left + 30 + place * 46, top + 26 + line * 58);
      }
    }
    top += Math.max(bubble.height, 120) + random.between(30, 70);
  }
  return pixels;
}

type Color = readonly [number, number, number];

function fill(pixels: Buffer, left: number, top: number, wide: number, high: number, color: Color): void {
  const row = Buffer.alloc(wide * 3);
  for (let offset = 0; offset < row.length; offset += 3) row.set(color, offset);
  for (let y = top; y < top + high; y += 1) row.copy(pixels, (y * width + left) * 3);
}

/** The photographs in real screenshots take most of their bytes; here, a shaded square with grain. */
function drawPortrait(pixels: Buffer, random: SeededRandom, left: number, top: number): void {
  const shade = random.between(40, 160);
  for (let y = 0; y < 120; y += 1) {
    for (let x = 0; x < 120; x += 1) {
      const grain = random.between(0, 31);
      pixels.set(
        [shade + (x >> 1) + grain, shade + (y >> 1) + grain, shade + grain],
        ((top + y) * width + left + x) * 3,
      );
    }
  }
}

function stamp(pixels: Buffer, glyph: Uint8Array, left: number, top: number): void {
  for (let y = 0; y < glyphSize; y += 1) {
    for (let x = 0; x < glyphSize; x += 1) {
      const darkness = glyph[y * glyphSize + x] ?? 0;
      if (darkness === 0) continue;
      const offset = ((top + y) * width + left + x) * 3;
      for (let channel = offset; channel < offset + 3; channel += 1) {
        pixels[channel] = Math.round(((pixels[channel] ?? 0) * (255 - darkness)) / 255);
      }
    }
  }
}
