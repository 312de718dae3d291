/**
 * Pictures of telephones and most recordings share one container (ISO/IEC 14496-12), whose brands say what it holds.
 * The first brand alone misleads: pictures often begin with a general one and name the real one behind it.
 */
export function detectIsoMedia(head: Buffer): string | undefined {
  if (head.length < 12 || head.toString('latin1', 4, 8) !== 'ftyp') return undefined;
  const end = Math.min(head.length, Math.max(head.readUInt32BE(0), 12));
  const brands = [head.toString('latin1', 8, 12)];
  // The short form of pictures has the real one where others have their version.
  if (brands[0] === 'mif3') brands.push(head.toString('latin1', 12, 16));
  for (let offset = 16; offset + 4 <= end; offset += 4) brands.push(head.toString('latin1', offset, offset + 4));
  return (
    kinds.find(([, ours]) => ours.some((brand) => brands.includes(brand)))?.[0] ?? kindOfRecording(brands[0] ?? '')
  );
}

/** ISO/IEC 23008-12, annex B, and the AVIF specification, clause 6; the more exact stand first. */
const kinds: readonly (readonly [string, readonly string[]])[] = [
  ['image/avif', ['avif', 'avis']],
  ['image/heic', ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']],
  ['image/heif', ['mif1', 'mif2', 'mif3', 'msf1', 'unif', 'miaf']],
  ['image/x-canon-cr3', ['crx ']],
];

function kindOfRecording(brand: string): string {
  if (/^M4[AB]|^F4[AB]/.test(brand)) return 'audio/mp4';
  if (brand.startsWith('qt')) return 'video/quicktime';
  if (/^3g[ep2]/i.test(brand)) return brand.startsWith('3g2') ? 'video/3gpp2' : 'video/3gpp';
  return 'video/mp4';
}
