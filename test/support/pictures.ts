import sharp from 'sharp';

/** The colours of a marked picture's corners: red top left, green top right, blue bottom left; the rest is grey. */
const corners = { red: [214, 32, 32], green: [24, 150, 40], blue: [32, 48, 200] } as const;

/** A picture of which every turn and mirroring can be told. Corner marks are a fifth of the shorter side. */
export async function markedPicture(width: number, height: number): Promise<Buffer> {
  const size = Math.round(Math.min(width, height) / 5);
  const mark = (color: readonly [number, number, number], left: number, top: number) => ({
    input: {
      create: {
        width: size,
        height: size,
        channels: 3 as const,
        background: { r: color[0], g: color[1], b: color[2] },
      },
    },
    left,
    top,
  });
  return sharp({ create: { width, height, channels: 3, background: { r: 206, g: 206, b: 206 } } })
    .composite([mark(corners.red, 0, 0), mark(corners.green, width - size, 0), mark(corners.blue, 0, height - size)])
    .removeAlpha()
    .png()
    .toBuffer();
}

/**
 * `picture` as a JPEG whose stored pixels must be turned or mirrored by EXIF `orientation` to look like it again.
 * The steps are the inverses of Exif 3.0, tag 0112, each in a pipeline of its own: sharp would reorder them.
 */
export async function orientedJpeg(picture: Buffer, orientation: number): Promise<Buffer> {
  const inverses: Readonly<Record<number, readonly ('flop' | 'flip' | 90 | 180 | 270)[]>> = {
    1: [],
    2: ['flop'],
    3: [180],
    4: ['flip'],
    5: [90, 'flop'],
    6: [270],
    7: [270, 'flop'],
    8: [90],
  };
  let stored = picture;
  for (const step of inverses[orientation] ?? []) {
    const image = sharp(stored);
    stored = await (step === 'flop' ? image.flop() : step === 'flip' ? image.flip() : image.rotate(step)).toBuffer();
  }
  return sharp(stored).withMetadata({ orientation }).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
}

/** A small black and white board; every size gives other bytes. */
export async function checkerPng(width: number, height: number): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height);
  for (let index = 0; index < pixels.length; index += 1) {
    const [column, row] = [index % width, Math.floor(index / width)];
    pixels[index] = (Math.floor(column / 10) + Math.floor(row / 10)) % 2 === 0 ? 235 : 90;
  }
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toBuffer();
}

/** Grey that falls evenly from white at the top to `darkest` at the bottom: each row tells its place. */
export async function gradientPng(width: number, height: number, darkest: number): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height);
  for (let row = 0; row < height; row += 1) {
    pixels.fill(Math.round(255 - ((255 - darkest) * row) / (height - 1)), row * width, (row + 1) * width);
  }
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toBuffer();
}

/** A picture that no compression makes smaller; the same for the same seed. */
export function noisePng(width: number, height: number, seed: number): Promise<Buffer> {
  let state = seed;
  const pixels = Uint8Array.from({ length: width * height * 3 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}
