import { PDFDict, type PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import type { Manifest } from './manifest.ts';

/** The name of the attachment. */
export const manifestFile = 'juli-manifest.json';

/** Attaches the manifest (ISO 32000-1, 7.11.4; listed under AF as ISO 32000-2, 14.13 asks). */
export function attachManifest(document: PDFDocument, manifest: Manifest): void {
  const { context, catalog } = document;
  const bytes = Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`, 'utf8');
  const stream = context.register(
    context.flateStream(bytes, { Type: 'EmbeddedFile', Subtype: 'application/json', Params: { Size: bytes.length } }),
  );
  const name = PDFHexString.fromText(manifestFile);
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
