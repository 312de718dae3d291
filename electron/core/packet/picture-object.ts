import { type PDFArray, type PDFContext, PDFName } from 'pdf-lib';
import type { Picture } from '../evidence/evidence-source.ts';
import { DeferredStream, rangesLength } from './deferred-stream.ts';

/** The picture as an image XObject in its own compression (ISO 32000-1, 8.9.5). */
export function pictureObject(context: PDFContext, picture: Picture): DeferredStream {
  const { encoding } = picture;
  const isTurned = picture.orientation >= 5;
  const width = isTurned ? picture.height : picture.width;
  const height = isTurned ? picture.width : picture.height;
  const base = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, Length: rangesLength(picture.data) };
  switch (encoding.kind) {
    case 'jpeg': {
      const names: Readonly<Record<number, string>> = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' };
      const dict = context.obj({
        ...base,
        ColorSpace: names[encoding.components] ?? 'DeviceRGB',
        BitsPerComponent: 8,
        Filter: 'DCTDecode',
      });
      if (encoding.inverted) dict.set(PDFName.of('Decode'), context.obj([1, 0, 1, 0, 1, 0, 1, 0]));
      return new DeferredStream(dict, picture.data);
    }
    case 'png': {
      const colors = encoding.color.kind === 'rgb' ? 3 : 1;
      const dict = context.obj({
        ...base,
        BitsPerComponent: encoding.bitDepth,
        Filter: 'FlateDecode',
        DecodeParms: { Predictor: 15, Colors: colors, BitsPerComponent: encoding.bitDepth, Columns: width },
      });
      dict.set(PDFName.of('ColorSpace'), pngColorSpace(context, encoding.color));
      return new DeferredStream(dict, picture.data);
    }
  }
}

type PngColor = Extract<Picture['encoding'], { kind: 'png' }>['color'];

function pngColorSpace(context: PDFContext, color: PngColor): PDFName | PDFArray {
  switch (color.kind) {
    case 'grey':
      return PDFName.of('DeviceGray');
    case 'rgb':
      return PDFName.of('DeviceRGB');
    case 'palette': {
      const table = context.register(context.stream(color.palette));
      return context.obj(['Indexed', 'DeviceRGB', color.palette.length / 3 - 1, table]);
    }
  }
}
