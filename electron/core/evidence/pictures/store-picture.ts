import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import type { OutputInfo } from 'sharp';
import type { Picture } from '../evidence-source.ts';
import { readPngLayout } from './png-layout.ts';
import { pngPicture } from './png-picture.ts';

/** What the image library gives for `toBuffer({ resolveWithObject: true })`, as JPEG or as PNG that a PDF can hold. */
export interface Encoded {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

/** Puts an upright picture at `target` (a path without its ending) in the work folder. */
export async function storePicture(
  { data, info }: Encoded,
  target: string,
  profile: Uint8Array | undefined,
): Promise<Picture> {
  const path = `${target}.${info.format === 'png' ? 'png' : 'jpg'}`;
  // Two files with the same bytes have the same copy; whoever reads it must never find half of it.
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, data);
  await rename(unfinished, path);
  if (info.format === 'png') {
    const layout = readPngLayout(data);
    return pngPicture({ ...layout, profile }, { path, ranges: layout.data, size: data.length });
  }
  return {
    width: info.width,
    height: info.height,
    orientation: 1,
    encoding: { kind: 'jpeg', components: info.channels, inverted: false, ...(profile && { profile }) },
    data: { path, ranges: [{ offset: 0, length: data.length }], size: data.length },
  };
}
