/** Larger ones are made to be read by presses, not to be carried by each picture. */
const mostBytes = 4 * 1024 * 1024;
const spaces: Readonly<Record<number, string>> = { 1: 'GRAY', 3: 'RGB ', 4: 'CMYK' };

/**
 * The ICC profile of a picture where a PDF has to carry it, because without it colours would shift: photos of phones
 * are Display P3, scans have the scanner's own. Undefined for sRGB, which is what readers take RGB for, and for a
 * profile that is damaged or of another number of components (ICC.1:2022, 7.2).
 */
export function neededProfile(icc: Uint8Array | undefined, components: number): Uint8Array | undefined {
  if (icc === undefined || icc.length < 132 || icc.length > mostBytes) return undefined;
  const bytes = Buffer.from(icc.buffer, icc.byteOffset, icc.length);
  if (bytes.readUInt32BE(0) > bytes.length || bytes.toString('latin1', 36, 40) !== 'acsp') return undefined;
  if (bytes.toString('latin1', 16, 20) !== spaces[components]) return undefined;
  return components === 3 && description(bytes).includes('sRGB') ? undefined : Uint8Array.from(bytes);
}

/** The profile's name for people: a `desc` tag, in ASCII or, since version 4, in UTF-16; here without its empty bytes. */
function description(bytes: Buffer): string {
  const count = Math.min(bytes.readUInt32BE(128), 100);
  for (let tag = 0; tag < count; tag += 1) {
    const entry = 132 + tag * 12;
    if (entry + 12 > bytes.length) return '';
    if (bytes.toString('latin1', entry, entry + 4) !== 'desc') continue;
    const offset = bytes.readUInt32BE(entry + 4);
    return bytes.toString('latin1', offset, offset + bytes.readUInt32BE(entry + 8)).replaceAll('\0', '');
  }
  return '';
}
