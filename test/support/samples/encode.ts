import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';

/**
 * 8-bit RGB, no alpha, not interlaced: the PNG that phones write, and the only one whose data can go into a PDF
 * as it stands.
 */
export async function encodePng(picture: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Steps of four in each colour: the eye sees nothing, and the fine noise of gradients no longer fills the file.
  for (const [index, value] of data.entries()) data[index] = Math.min(255, Math.round(value / 4) * 4);
  const plain = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const [unfiltered, filtered] = await Promise.all(
    [false, true].map((adaptiveFiltering) =>
      plain.clone().png({ palette: false, progressive: false, compressionLevel: 9, adaptiveFiltering }).toBuffer(),
    ),
  );
  if (unfiltered === undefined || filtered === undefined) throw new RangeError('encodePng: no picture');
  // Row filters help gradients and hurt flat screens; the smaller one is kept.
  return filtered.length < unfiltered.length ? filtered : unfiltered;
}

/** A phone photo held upright: the pixels are turned left by a quarter and orientation 6 says to turn them back. */
export async function encodePhoto(picture: Buffer): Promise<Buffer> {
  const upright = await withGrain(picture, 9);
  const turned = await sharp(upright).rotate(270).toBuffer();
  return sharp(turned)
    .withExif({ IFD0: { Make: 'JULI', Model: 'Sample Phone', DateTime: '2026:10:02 20:55:12' } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 78 })
    .toBuffer();
}

/** A flatbed scan at 200 dots per inch. */
export async function encodeScan(picture: Buffer): Promise<Buffer> {
  const grained = await withGrain(picture, 5);
  return sharp(grained).withMetadata({ density: 200 }).jpeg({ quality: 74 }).toBuffer();
}

/** Adds sensor noise with a fixed seed, the same on every run. */
async function withGrain(picture: Buffer, strength: number): Promise<Buffer> {
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  let state = 0x2f6e2b1;
  for (let pixel = 0; pixel < data.length; pixel += info.channels) {
    // xorshift32: small, fast and the same everywhere.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const noise = Math.round((((state >>> 0) % 1000) / 999 - 0.5) * strength);
    for (let channel = 0; channel < info.channels; channel += 1) {
      const value = data[pixel + channel] ?? 0;
      data[pixel + channel] = Math.max(0, Math.min(255, value + noise));
    }
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .png()
    .toBuffer();
}

/** Chromium writes the time of printing into a PDF; the sample's own date takes its place. */
export async function encodePdf(printed: Buffer, title: string, created: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false });
  const date = new Date(created);
  pdf.setTitle(title);
  pdf.setCreator('Juli samples');
  pdf.setProducer('Juli samples');
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  return pdf.save();
}
