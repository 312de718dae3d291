import type { PDFContext, PDFRef } from 'pdf-lib';
import { AppError } from '../../contract/errors.ts';
import type { Finding } from '../../contract/finding.ts';
import type { Picture } from '../evidence/evidence-source.ts';
import type { PlacedPicture } from '../evidence/pictures/compress-pictures.ts';
import type { Running } from '../ports.ts';
import type { AppendixPage } from './appendix-plan.ts';
import { DeferredStream, rangesLength } from './deferred-stream.ts';
import { pictureObject, type SharedProfiles } from './picture-object.ts';

/** What filling the slots has put into the document. */
export interface FilledPictures {
  readonly objects: ReadonlyMap<Picture, PDFRef>;
  readonly profiles: SharedProfiles;
}

/** For what is added after the pictures: outline, properties, manifest. */
const reserve = 40_000;
const reserveForFile = 400;
/** Around an object: its number, `obj`, `endobj`, `stream`, `endstream` and its line of the cross-reference table. */
const objectFrame = 80;

/**
 * Compresses the pictures of a filled document as far as `megabytes` (10^6 bytes) need, and no further; says what it
 * did, or nothing where all fits as it is. Text and pages of PDF files are never touched. Throws PACKET_TOO_LARGE.
 */
export async function fitBudget(
  context: PDFContext,
  filled: FilledPictures,
  appendix: readonly AppendixPage[],
  { megabytes, workFolder }: { readonly megabytes: number; readonly workFolder: string },
  { signal, progress }: Running,
): Promise<Finding[]> {
  const budget = megabytes * 1_000_000;
  const placed = placedPictures(appendix);
  const pictures = placed.reduce((sum, { picture }) => sum + rangesLength(picture.data), 0);
  const rest = sizeOf(context) - pictures + reserve + reserveForFile * appendix.length;
  if (rest + pictures <= budget) return [];
  const { compressPictures } = await import('../evidence/pictures/compress-pictures.ts');
  const result = await compressPictures(placed, budget - rest, {
    workFolder,
    signal,
    progress: (share) => progress({ label: '压缩图片', done: Math.round(share * 100), total: 100 }),
  });
  if (rest + result.bytes > budget) {
    const needed = Math.ceil((rest + result.bytes) / 100_000) / 10;
    throw new AppError('PACKET_TOO_LARGE', {
      detail: `上限 ${megabytes} MB，压缩到最低仍需 ${needed} MB，其中不能压缩的文书和 PDF 页 ${megabyteWords(rest)}`,
    });
  }
  for (const [picture, smaller] of result.pictures) {
    const ref = filled.objects.get(picture);
    if (ref !== undefined && smaller !== picture) {
      context.assign(ref, pictureObject(context, smaller, filled.profiles));
    }
  }
  const { quality, dotsPerInch } = result.compression;
  return [
    {
      id: 'packet.compressed',
      severity: 'hint',
      path: '',
      message: `为不超过 ${megabytes} MB，图片压缩到质量 ${quality}、每英寸最多 ${dotsPerInch} 点，从 ${megabyteWords(pictures)} 减到 ${megabyteWords(result.bytes)}；文书和 PDF 页没有压缩。提交前请逐页核对图片中的文字能否看清；原件没有改动，需要清晰版时，请不设大小上限另做一份。`,
    },
  ];
}

/** Each picture once, with the dots per inch of the largest place it has. */
function placedPictures(appendix: readonly AppendixPage[]): PlacedPicture[] {
  const byPicture = new Map<Picture, number>();
  for (const { content } of appendix.flatMap(({ cells }) => cells)) {
    if (content.kind !== 'picture') continue;
    const { picture, frame } = content;
    const dots = picture.width / (frame.width / 25.4);
    byPicture.set(picture, Math.min(dots, byPicture.get(picture) ?? Number.POSITIVE_INFINITY));
  }
  return [...byPicture].map(([picture, dotsPerInch]) => ({ picture, dotsPerInch }));
}

/** Bytes of everything in the document as it will be written. */
function sizeOf(context: PDFContext): number {
  return context
    .enumerateIndirectObjects()
    .reduce(
      (sum, [, object]) =>
        sum +
        objectFrame +
        (object instanceof DeferredStream
          ? object.dict.sizeInBytes() + rangesLength(object.data)
          : object.sizeInBytes()),
      0,
    );
}

function megabyteWords(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
