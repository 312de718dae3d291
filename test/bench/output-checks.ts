import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PDFDocument, PDFName, PDFStream } from 'pdf-lib';
import { type PacketResult, packetResultSchema } from '../../electron/contract/packet-result.ts';

/** What a PDF holds, as far as a benchmark can be wrong about it. */
export interface PdfFacts {
  readonly pages: number;
  /** Image objects at least this large on both sides, in pixels: evidence, not icons. */
  readonly pictures: number;
  readonly bookmarks: boolean;
}

const smallestPicture = 200;

export async function readPdfFacts(path: string): Promise<PdfFacts> {
  const document = await PDFDocument.load(await readFile(path), { updateMetadata: false });
  const number = (stream: PDFStream, key: string) => Number(stream.dict.get(PDFName.of(key))?.toString() ?? 0);
  const pictures = document.context
    .enumerateIndirectObjects()
    .filter(
      ([, object]) =>
        object instanceof PDFStream &&
        object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image') &&
        Math.min(number(object, 'Width'), number(object, 'Height')) >= smallestPicture,
    );
  return {
    pages: document.getPageCount(),
    pictures: pictures.length,
    bookmarks: document.catalog.get(PDFName.of('Outlines')) !== undefined,
  };
}

/** Throws unless the facts are as expected; `what` names the output. */
export function expectFacts(what: string, found: PdfFacts, expected: Partial<PdfFacts>): void {
  for (const [fact, value] of Object.entries(expected)) {
    const actual = Object.entries(found).find(([name]) => name === fact)?.[1];
    if (actual !== value) throw new Error(`${what}: ${fact} should be ${value} and is ${actual}`);
  }
}

/** Reads what `juli packet --json` printed and makes sure that no file was left out. */
export function readPacketResult(stdout: string): PacketResult {
  const result = packetResultSchema.parse(JSON.parse(stdout));
  const left = result.evidence.flatMap(({ files }) => files).filter(({ status }) => status !== 'included');
  if (left.length > 0)
    throw new Error(`the packet leaves out ${left.map(({ path, reason }) => `${path} (${reason})`).join(', ')}`);
  return result;
}

/**
 * Checks each output of the same work against `expected`. That all are the same to the byte is for the tests to
 * demand; here it is said once, on stderr, when they are not.
 */
export function outputCheck(what: string, expected: () => Partial<PdfFacts>): (path: string) => Promise<void> {
  const hashes = new Set<string>();
  return async (path) => {
    expectFacts(what, await readPdfFacts(path), expected());
    hashes.add(
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    );
    if (hashes.size === 2) console.error(`${what}: runs write different bytes`);
  };
}
