/** What a PDF has to know of a JPEG before it can hold it (ITU-T T.81, annex B). */
export interface JpegHeader {
  /** Baseline, extended or progressive, Huffman coded, 8 bits: what a PDF's DCTDecode reads (ISO 32000-1, 7.4.8). */
  readonly isForPdf: boolean;
  readonly components: number;
  /** Adobe writes CMYK inverted and says so with an APP14 segment. */
  readonly hasAdobeMarker: boolean;
  readonly icc: Uint8Array | undefined;
}

const iccMark = Buffer.from('ICC_PROFILE\0', 'latin1');
const adobeMark = Buffer.from('Adobe', 'latin1');

/** Reads the segments before the image data; undefined when there is no frame among them. */
export function readJpegHeader(bytes: Buffer): JpegHeader | undefined {
  const profile: { place: number; part: Buffer }[] = [];
  let hasAdobeMarker = false;
  let offset = 2;
  while (offset + 4 <= bytes.length) {
    // Any number of 0xFF may stand before a marker.
    if (bytes[offset] !== 0xff || bytes[offset + 1] === 0xff) {
      offset += 1;
      continue;
    }
    const marker = bytes.readUInt8(offset + 1);
    const content = bytes.subarray(offset + 4, offset + 2 + bytes.readUInt16BE(offset + 2));
    if (isFrame(marker)) {
      if (content.length < 6) return undefined;
      return {
        isForPdf: marker <= 0xc2 && content.readUInt8(0) === 8,
        components: content.readUInt8(5),
        hasAdobeMarker,
        icc: joined(profile),
      };
    }
    if (marker === 0xee && content.subarray(0, 5).equals(adobeMark)) hasAdobeMarker = true;
    if (marker === 0xe2 && content.subarray(0, 12).equals(iccMark)) {
      profile.push({ place: content.readUInt8(12), part: content.subarray(14) });
    }
    offset += 2 + bytes.readUInt16BE(offset + 2);
  }
  return undefined;
}

/** SOF0 to SOF15; between them stand tables (C4, CC) and what is reserved (C8). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** A profile longer than a segment comes in numbered parts (ICC.1:2022, B.4). */
function joined(parts: readonly { place: number; part: Buffer }[]): Uint8Array | undefined {
  if (parts.length === 0) return undefined;
  return Buffer.concat(parts.toSorted((one, other) => one.place - other.place).map(({ part }) => part));
}
