import { type PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from 'pdf-lib';

/**
 * What a viewer shows about the file. The date is the case's own, so that the same case gives the same bytes;
 * page labels count as the page feet do, over the whole packet.
 */
export function setDocumentProperties(
  document: PDFDocument,
  properties: { title: string; date: string; firstPage?: number },
): void {
  const { context, catalog } = document;
  const { firstPage = 1 } = properties;
  const date = PDFString.of(`D:${properties.date.replaceAll('-', '')}000000+08'00'`);
  const info = context.obj({});
  info.set(PDFName.of('Title'), PDFHexString.fromText(properties.title));
  info.set(PDFName.of('Creator'), PDFHexString.fromText('据理 Juli'));
  info.set(PDFName.of('Producer'), PDFHexString.fromText('据理 Juli'));
  info.set(PDFName.of('CreationDate'), date);
  info.set(PDFName.of('ModDate'), date);
  // In place of the browser's own, which would carry the time of printing into the file.
  const { Info: printed } = context.trailerInfo;
  if (printed instanceof PDFRef) context.assign(printed, info);
  else context.trailerInfo.Info = context.register(info);
  catalog.set(
    PDFName.of('PageLabels'),
    context.obj({ Nums: [0, firstPage === 1 ? { S: 'D' } : { S: 'D', St: firstPage }] }),
  );
  catalog.set(PDFName.of('Lang'), PDFString.of('zh-CN'));
}
