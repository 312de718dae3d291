import { createHash } from 'node:crypto';
import { type PDFArray, type PDFContext, PDFName, type PDFRef } from 'pdf-lib';
import type { Picture } from '../evidence/evidence-source.ts';
import { DeferredStream, rangesLength } from './deferred-stream.ts';

/** ICC profiles that are in the file already, by hash: the photos of one phone share theirs. */
export type SharedProfiles = Map<string, PDFRef>;

/** The picture as an image XObject in its own compression (ISO 32000-1, 8.9.5). */
export function pictureObject(context: PDFContext, picture: Picture, profiles: SharedProfiles): DeferredStream {
  const { encoding } = picture;
  const isTurned = picture.orientation >= 5;
  const width = isTurned ? picture.height : picture.width;
  const height = isTurned ? picture.width : picture.height;
  const base = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, Length: rangesLength(picture.data) };
  switch (encoding.kind) {
    case 'jpeg': {
      const dict = context.obj({ ...base, BitsPerComponent: 8, Filter: 'DCTDecode' });
      dict.set(PDFName.of('ColorSpace'), colorSpace(context, encoding.components, encoding.profile, profiles));
      if (encoding.inverted) dict.set(PDFName.of('Decode'), context.obj([1, 0, 1, 0, 1, 0, 1, 0]));
      return new DeferredStream(dict, picture.data);
    }
    case 'png': {
      const { bitDepth, color, profile } = encoding;
      const dict = context.obj({
        ...base,
        BitsPerComponent: bitDepth,
        Filter: 'FlateDecode',
        DecodeParms: {
          Predictor: 15,
          Colors: color.kind === 'rgb' ? 3 : 1,
          BitsPerComponent: bitDepth,
          Columns: width,
        },
      });
      const direct = colorSpace(context, color.kind === 'grey' ? 1 : 3, profile, profiles);
      dict.set(PDFName.of('ColorSpace'), color.kind === 'palette' ? indexed(context, direct, color.palette) : direct);
      return new DeferredStream(dict, picture.data);
    }
  }
}

/** What the components mean: the device's own, or what the profile says (8.6.5.5). */
function colorSpace(
  context: PDFContext,
  components: number,
  profile: Uint8Array | undefined,
  profiles: SharedProfiles,
): PDFName | PDFArray {
  const names: Readonly<Record<number, string>> = { 1: 'DeviceGray', 4: 'DeviceCMYK' };
  const device = names[components] ?? 'DeviceRGB';
  if (profile === undefined) return PDFName.of(device);
  const hash = createHash('sha256').update(profile).digest('hex');
  const stream =
    profiles.get(hash) ?? context.register(context.flateStream(profile, { N: components, Alternate: device }));
  profiles.set(hash, stream);
  return context.obj(['ICCBased', stream]);
}

function indexed(context: PDFContext, base: PDFName | PDFArray, palette: Uint8Array): PDFArray {
  return context.obj(['Indexed', base, palette.length / 3 - 1, context.register(context.stream(palette))]);
}
