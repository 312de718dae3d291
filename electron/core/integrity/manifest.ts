import { decodePDFRawStream, PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRawStream } from 'pdf-lib';
import { z } from 'zod';
import { evidencePathProblem } from '../../contract/case/evidence-path.ts';
import { AppError } from '../../contract/errors.ts';
import { manifestFile } from './attach-manifest.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What the packet says of the originals behind it; carried in the PDF as an attachment and checked by `juli verify`.
 * The format grows by optional fields alone: those of a later version are passed over, those of an earlier lack some.
 */
const manifestSchema = z.object({
  format: z.literal('juli.manifest/1'),
  date: z.string(),
  /** What the packet is: the version for others, a copy. Unset where it is neither. */
  form: z
    .object({
      isRedacted: z.boolean().exactOptional(),
      isCopy: z.boolean().exactOptional(),
    })
    .exactOptional(),
  /** The intake log as it stood then: how many lines, and the hash of the last. */
  intakeLog: z.object({ lines: z.int().min(1), head: sha256 }).exactOptional(),
  files: z.array(
    z.object({
      evidence: z.string(),
      number: z.int(),
      /** Relative to the case folder, as case.json may write it: a packet from elsewhere cannot point out of the folder. */
      path: z.string().refine((path) => evidencePathProblem(path) === undefined),
      /** Bytes; 0 with an empty hash for a file that was missing when the packet was built. */
      size: z.int(),
      sha256: z.union([sha256, z.literal('')]),
      /** When the intake log says it was taken in, and the name it came with, where that is another. */
      takenAt: z.string().exactOptional(),
      cameAs: z.string().exactOptional(),
    }),
  ),
});
export type Manifest = z.output<typeof manifestSchema>;

/** Reads the manifest out of a packet. Throws NOT_A_PACKET when there is none or it is not whole. */
export function readManifest(document: PDFDocument, file: string): Manifest {
  const refuse = (detail: string, cause?: unknown) => new AppError('NOT_A_PACKET', { file, detail }, { cause });
  const names = document.catalog
    .lookupMaybe(PDFName.of('Names'), PDFDict)
    ?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict)
    ?.lookupMaybe(PDFName.of('Names'), PDFArray);
  for (let index = 0; index + 1 < (names?.size() ?? 0); index += 2) {
    if (names?.lookupMaybe(index, PDFHexString)?.decodeText() !== manifestFile) continue;
    const stream = names
      .lookupMaybe(index + 1, PDFDict)
      ?.lookupMaybe(PDFName.of('EF'), PDFDict)
      ?.lookup(PDFName.of('F'));
    if (!(stream instanceof PDFRawStream)) throw refuse('清单附件无法读出');
    try {
      const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('utf8');
      return manifestSchema.parse(JSON.parse(text));
    } catch (cause) {
      throw refuse('清单附件已损坏', cause);
    }
  }
  throw refuse('这个 PDF 里没有据理的清单附件');
}
