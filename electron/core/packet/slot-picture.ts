/**
 * Chromium lays out and tags the appendix like every other page: each frame holds a tiny JPEG that is unlike
 * any other, with its slot number in a comment segment. Chromium puts a JPEG into the PDF byte for byte, so
 * the slot is found again in the printed file and the real picture takes its place (see fill-slots.ts).
 */

// An 8×8 grey JPEG: baseline, one component, the standard tables.
const pixels = Buffer.from(
  '/9j/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AUv/Z',
  'base64',
);
const mark = 'juli-slot:';

/** The picture that stands for slot `number` until the real one is put in, as a data URL. */
export function slotPicture(number: number): string {
  const text = Buffer.from(`${mark}${number}`, 'latin1');
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), text]);
  const jpeg = Buffer.concat([pixels.subarray(0, 2), comment, pixels.subarray(2)]);
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}

/** The slot number in the bytes of a printed picture, or `undefined` when it is an ordinary picture. */
export function slotNumberOf(bytes: Uint8Array): number | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64)).toString('latin1');
  const found = /juli-slot:(?<number>\d+)/.exec(head)?.groups?.number;
  return found === undefined ? undefined : Number(found);
}
