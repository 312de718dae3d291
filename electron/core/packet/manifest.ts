import { decodePDFRawStream, PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRawStream } from 'pdf-lib';
import { z } from 'zod';
import { AppError } from '../../contract/errors.ts';

/** What the packet says of the originals behind it; carried in the PDF as an attachment and checked by `juli verify`. */
export const manifestSchema = z.strictObject({
  format: z.literal('juli.manifest/1'),
  date: z.string(),
  files: z.array(
    z.strictObject({
      evidence: z.string(),
      number: z.int(),
      path: z.string(),
      /** Bytes; 0 with an empty hash for a file that was missing when the packet was built. */
      size: z.int(),
      sha256: z.string().regex(/^([0-9a-f]{64})?$/),
    }),
  ),
});
export type Manifest = z.output<typeof manifestSchema>;

const fileName = 'juli-manifest.json';

/** Attaches the manifest (ISO 32000-1, 7.11.4; listed under AF as ISO 32000-2, 14.13 asks). */
export function attachManifest(document: PDFDocument, manifest: Manifest): void {
  const { context, catalog } = document;
  const bytes = Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`, 'utf8');
  const stream = context.register(
    context.flateStream(bytes, { Type: 'EmbeddedFile', Subtype: 'application/json', Params: { Size: bytes.length } }),
  );
  const name = PDFHexString.fromText(fileName);
  const specification = context.obj({ Type: 'Filespec', EF: { F: stream, UF: stream }, AFRelationship: 'Data' });
  specification.set(PDFName.of('F'), name);
  specification.set(PDFName.of('UF'), name);
  specification.set(PDFName.of('Desc'), PDFHexString.fromText('证据原件校验清单（juli verify 使用）'));
  const reference = context.register(specification);
  const names = context.obj([]);
  names.push(name);
  names.push(reference);
  const embedded = context.obj({});
  embedded.set(PDFName.of('Names'), names);
  const tree = catalog.lookupMaybe(PDFName.of('Names'), PDFDict) ?? context.obj({});
  tree.set(PDFName.of('EmbeddedFiles'), embedded);
  catalog.set(PDFName.of('Names'), tree);
  catalog.set(PDFName.of('AF'), context.obj([reference]));
}

/** Reads the manifest out of a packet. Throws NOT_A_PACKET when there is none or it is not whole. */
export function readManifest(document: PDFDocument, file: string): Manifest {
  const refuse = (detail: string, cause?: unknown) => new AppError('NOT_A_PACKET', { file, detail }, { cause });
  const names = document.catalog
    .lookupMaybe(PDFName.of('Names'), PDFDict)
    ?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict)
    ?.lookupMaybe(PDFName.of('Names'), PDFArray);
  for (let index = 0; index + 1 < (names?.size() ?? 0); index += 2) {
    if (names?.lookupMaybe(index, PDFHexString)?.decodeText() !== fileName) continue;
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
