import { readFile } from 'node:fs/promises';
import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib';

/** What stands in a packet's objects but is not to be seen on its pages. */
export interface PdfObjects {
  readonly language: string | undefined;
  readonly isMarked: boolean;
  readonly hasStructureTree: boolean;
  readonly fonts: readonly { readonly name: string; readonly type: string; readonly isEmbedded: boolean }[];
}

const name = PDFName.of;
const fontPrograms = ['FontFile', 'FontFile2', 'FontFile3'];

export async function readPdfObjects(path: string): Promise<PdfObjects> {
  const { catalog, context } = await PDFDocument.load(await readFile(path), { updateMetadata: false });
  const fonts = context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(name('Type')) !== name('Font')) return [];
    const type = object.lookupMaybe(name('Subtype'), PDFName)?.decodeText() ?? '';
    // A composite font has its program in the one font it descends to, which is listed on its own.
    if (type === 'Type0') return [];
    const descriptor = object.lookupMaybe(name('FontDescriptor'), PDFDict);
    return [
      {
        name: object.lookupMaybe(name('BaseFont'), PDFName)?.decodeText() ?? '',
        type,
        isEmbedded: fontPrograms.some((program) => descriptor?.has(name(program)) === true),
      },
    ];
  });
  return {
    language: catalog.lookupMaybe(name('Lang'), PDFString)?.decodeText(),
    isMarked: String(catalog.lookupMaybe(name('MarkInfo'), PDFDict)?.get(name('Marked'))) === 'true',
    hasStructureTree: catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)?.lookup(name('K')) !== undefined,
    fonts,
  };
}

/** The addresses outside the file that its links and actions lead to (ISO 32000-1, 12.6.4.7). */
export async function outsideLinks(path: string): Promise<string[]> {
  const { context } = await PDFDocument.load(await readFile(path), { updateMetadata: false });
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict)) return [];
    const action = object.lookup(name('A'));
    return [object, action].flatMap((dict) => {
      const address = dict instanceof PDFDict ? dict.get(name('URI')) : undefined;
      return address === undefined ? [] : [String(address)];
    });
  });
}
