import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';

/** What the browser that prints can draw, and nothing that can hold references or scripts, as SVG can. */
const drawable: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

/**
 * The address under which a picture inside a document can be printed; undefined for what is none, is damaged, or has
 * more than `mostPixels`. The kind is found by content, whatever the document says.
 */
export async function shownPicture(bytes: Uint8Array, mostPixels: number): Promise<string | undefined> {
  const type = await fileTypeFromBuffer(bytes);
  if (type === undefined) return undefined;
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels });
    await picture.metadata();
    if (drawable.includes(type.mime)) return dataAddress(type.mime, bytes);
    return type.mime === 'image/tiff' ? dataAddress('image/png', await picture.png().toBuffer()) : undefined;
  } catch {
    return undefined; // damaged, or larger than allowed
  }
}

function dataAddress(mime: string, bytes: Uint8Array): string {
  return `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`;
}
