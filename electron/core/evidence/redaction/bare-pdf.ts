import { readFile, writeFile } from 'node:fs/promises';
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream, PDFStream } from 'pdf-lib';
import { loadPdf } from '../pdf/load-pdf.ts';
import { UnusableFile } from '../unusable-file.ts';
import { bareJpegRanges } from './bare-jpeg.ts';

/** What tells of whoever made a page and how, and nothing of it is shown (ISO 32000-1, 14.3, 14.5). */
const told = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb'].map((key) => PDFName.of(key));

/**
 * Writes the normalised PDF at `source` to `target` without the metadata of its pages and pictures: a photo that was
 * put into a PDF keeps the place it was taken at. Not a pixel changes. False, with nothing written, when a picture in it
 * cannot be taken apart.
 */
export async function writeBarePdf(source: string, target: string): Promise<boolean> {
  const document = await loadPdf(await readFile(source));
  const { context } = document;
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    const dict = dictOf(object);
    for (const key of told) dict?.delete(key);
    if (!(object instanceof PDFRawStream) || !isJpeg(object.dict)) continue;
    const bare = bareJpeg(Buffer.from(object.contents));
    if (bare === undefined) return false;
    context.assign(reference, PDFRawStream.of(object.dict, bare));
  }
  await writeFile(target, await document.save({ useObjectStreams: false, updateFieldAppearances: false }));
  return true;
}

function dictOf(object: PDFObject): PDFDict | undefined {
  if (object instanceof PDFStream) return object.dict;
  return object instanceof PDFDict ? object : undefined;
}

/** A JPEG that was compressed once more is not looked into; writers do not do that. */
function isJpeg(dict: PDFDict): boolean {
  const filter = dict.lookup(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  return only === PDFName.of('DCTDecode') || only === PDFName.of('DCT');
}

function bareJpeg(bytes: Buffer): Buffer | undefined {
  try {
    return Buffer.concat(bareJpegRanges(bytes).map(({ offset, length }) => bytes.subarray(offset, offset + length)));
  } catch (cause) {
    if (cause instanceof UnusableFile) return;
    throw cause;
  }
}
