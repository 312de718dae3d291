import sharp from 'sharp';

/**
 * Recordings of known content, written byte by byte: no encoder is needed, for a lossy WebP holds exactly one key frame
 * of VP8, and WebM holds VP8 frames one after another.
 */

export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** EBML: id, length in eight bytes, content. */
function element(id: readonly number[], ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(body.length) | (1n << 56n));
  return Buffer.concat([Buffer.from(id), size, body]);
}

function whole(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function fraction(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

async function vp8Frame(width: number, height: number, background: Colour): Promise<Buffer> {
  const webp = await sharp({ create: { width, height, channels: 3, background } })
    .webp({ quality: 90 })
    .toBuffer();
  const start = webp.indexOf('VP8 ') + 4;
  return webp.subarray(start + 4, start + 4 + webp.readUInt32LE(start));
}

export interface WebmOrder {
  readonly width: number;
  readonly height: number;
  /** What is to be seen, each for a second. */
  readonly colours: readonly Colour[];
  /** Without its length, as a browser writes it while it records. */
  readonly isUnmeasured?: boolean;
}

/** A WebM (VP8, no sound). */
export async function webmClip({ width, height, colours, isUnmeasured = false }: WebmOrder): Promise<Buffer> {
  const shown = await Promise.all(colours.map((colour) => vp8Frame(width, height, colour)));
  const framesEach = 10;
  const blocks = shown.flatMap((frame, second) =>
    Array.from({ length: framesEach }, (_, index) => {
      const head = Buffer.from([0x81, 0, 0, 0x80]);
      head.writeInt16BE(index * (1_000 / framesEach), 1);
      return { second, block: element([0xa3], head, frame) };
    }),
  );
  const clusters = shown.map((_, second) =>
    element(
      [0x1f, 0x43, 0xb6, 0x75],
      element([0xe7], whole(second * 1_000)),
      ...blocks.filter((one) => one.second === second).map(({ block }) => block),
    ),
  );
  const header = element(
    [0x1a, 0x45, 0xdf, 0xa3],
    element([0x42, 0x86], whole(1)),
    element([0x42, 0xf7], whole(1)),
    element([0x42, 0xf2], whole(4)),
    element([0x42, 0xf3], whole(8)),
    element([0x42, 0x82], Buffer.from('webm')),
    element([0x42, 0x87], whole(2)),
    element([0x42, 0x85], whole(2)),
  );
  const information = element(
    [0x15, 0x49, 0xa9, 0x66],
    element([0x2a, 0xd7, 0xb1], whole(1_000_000)),
    element([0x4d, 0x80], Buffer.from('juli')),
    element([0x57, 0x41], Buffer.from('juli')),
    ...(isUnmeasured ? [] : [element([0x44, 0x89], fraction(colours.length * 1_000))]),
  );
  const tracks = element(
    [0x16, 0x54, 0xae, 0x6b],
    element(
      [0xae],
      element([0xd7], whole(1)),
      element([0x73, 0xc5], whole(1)),
      element([0x83], Buffer.from([1])),
      element([0x86], Buffer.from('V_VP8')),
      element([0xe0], element([0xb0], whole(width)), element([0xba], whole(height))),
    ),
  );
  return Buffer.concat([header, element([0x18, 0x53, 0x80, 0x67], information, tracks, ...clusters)]);
}

/** A WAV (16 bit, mono, 8 kHz): a tone of so many seconds. */
export function wavTone(seconds: number): Buffer {
  const rate = 8_000;
  const samples = Math.round(seconds * rate);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples * 2, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples * 2, 40);
  const tone = Buffer.alloc(samples * 2);
  for (let index = 0; index < samples; index += 1) {
    tone.writeInt16LE(Math.round(8_000 * Math.sin((index / rate) * 440 * 2 * Math.PI)), index * 2);
  }
  return Buffer.concat([head, tone]);
}

function box(type: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([whole(8 + body.length), Buffer.from(type, 'latin1'), body]);
}

const short = (...values: readonly number[]) => Buffer.concat(values.map((value) => whole(value).subarray(2)));
const wholes = (...values: readonly number[]) => Buffer.concat(values.map(whole));
const matrix = wholes(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
/** MP4 counts seconds from 1904. */
const epochOf1904 = 2_082_844_800;

export interface Mp4Order {
  readonly width: number;
  readonly height: number;
  /** What is to be seen, each for a second. */
  readonly colours: readonly Colour[];
  /** `hvc1` gives a file in a code that the browser does not have; nothing in it can be seen. */
  readonly code: 'av01' | 'hvc1';
  /** ISO; what the device wrote as the time it was made. */
  readonly madeAt?: string;
}

/** An MP4 (AV1, no sound): an AVIF is one key frame of AV1. */
export async function mp4Clip({ width, height, colours, code, madeAt }: Mp4Order): Promise<Buffer> {
  const pictures = await Promise.all(
    colours.map((background) =>
      sharp({ create: { width, height, channels: 3, background } })
        .avif({ quality: 80, chromaSubsampling: '4:2:0' })
        .toBuffer(),
    ),
  );
  const samples = pictures.map((avif) => {
    const start = avif.indexOf('mdat');
    return avif.subarray(start + 4, start - 4 + avif.readUInt32BE(start - 4));
  });
  const [first] = pictures;
  if (first === undefined) throw new RangeError('a clip without pictures');
  const start = first.indexOf('av1C') - 4;
  const setUp = first.subarray(start, start + first.readUInt32BE(start));
  const made = madeAt === undefined ? 0 : Date.parse(madeAt) / 1_000 + epochOf1904;
  const type = box('ftyp', Buffer.from('isom'), whole(0x200), Buffer.from('isomav01mp41'));
  const entry = box(
    code,
    Buffer.alloc(6),
    short(1),
    Buffer.alloc(16),
    short(width, height),
    wholes(0x480000, 0x480000, 0),
    short(1),
    Buffer.alloc(32),
    short(24, 0xffff),
    code === 'av01' ? setUp : box('hvcC', Buffer.from([1, 1, 96, 0, 0, 0, ...Buffer.alloc(17)])),
  );
  const moov = (offset: number) =>
    box(
      'moov',
      box(
        'mvhd',
        wholes(0, made, made, 1_000, colours.length * 1_000, 0x10000),
        short(0x100, 0),
        wholes(0, 0),
        matrix,
        Buffer.alloc(24),
        whole(2),
      ),
      box(
        'trak',
        box(
          'tkhd',
          wholes(3, made, made, 1, 0, colours.length * 1_000, 0, 0, 0, 0),
          matrix,
          short(width, 0, height, 0),
        ),
        box(
          'mdia',
          box('mdhd', wholes(0, made, made, 1_000, colours.length * 1_000, 0x55c40000)),
          box('hdlr', wholes(0, 0), Buffer.from('vide'), Buffer.alloc(13)),
          box(
            'minf',
            box('vmhd', whole(1), Buffer.alloc(8)),
            box('dinf', box('dref', wholes(0, 1), box('url ', whole(1)))),
            box(
              'stbl',
              box('stsd', wholes(0, 1), entry),
              box('stts', wholes(0, 1, samples.length, 1_000)),
              box('stsc', wholes(0, 1, 1, samples.length, 1)),
              box('stsz', wholes(0, 0, samples.length, ...samples.map(({ length }) => length))),
              box('stco', wholes(0, 1, offset)),
            ),
          ),
        ),
      ),
    );
  const offset = type.length + moov(0).length + 8;
  return Buffer.concat([type, moov(offset), box('mdat', ...samples)]);
}
