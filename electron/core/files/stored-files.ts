import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileNamePart } from '../cases/per-claimant.ts';
import { thumbnailPath } from '../evidence/intake/thumbnail-path.ts';
import type { Store } from '../store/store.ts';
import type { ServedFile } from './files.ts';

/** The originals as a window shows them. The libraries that read pictures are loaded with the first that is asked for. */

/** What every browser shows by itself, turned upright as EXIF says. */
const browserPictures = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'];
const mostBytesOfName = 200;

/** The small picture; made again when it is gone. Undefined for what is no picture. */
export async function openThumbnail(store: Store, sha256: string): Promise<ServedFile | undefined> {
  const path = thumbnailPath(store.folder, sha256);
  const served: ServedFile = { content: { kind: 'path', path }, mime: 'image/webp', isImmutable: true };
  // It is not synced when it is written: after a power failure it may be there and empty.
  if (((await stat(path).catch(() => undefined))?.size ?? 0) > 0) return served;
  const { isPicture, makeThumbnail, measurePicture } = await readers();
  const original = store.originals.pathOf(sha256);
  if (!(await isPicture(original))) return;
  const bytes = await measurePicture(original)
    .then((size) => makeThumbnail(original, size))
    .catch(() => undefined);
  if (bytes === undefined) return;
  await putAside(path, bytes);
  return { ...served, content: { kind: 'bytes', bytes } };
}

/** The picture for the viewer. Undefined for what is no picture, or one that cannot be read. */
export async function openPicture(store: Store, sha256: string): Promise<ServedFile | undefined> {
  const { convertToJpeg, isPicture, kindOf } = await readers();
  const path = store.originals.pathOf(sha256);
  const mime = await kindOf(path);
  if (mime !== undefined && browserPictures.includes(mime)) {
    return { content: { kind: 'path', path }, mime, isImmutable: true };
  }
  if (!(await isPicture(path))) return;
  const bytes = await convertToJpeg(path).catch(() => undefined);
  return bytes === undefined ? undefined : { content: { kind: 'bytes', bytes }, mime: 'image/jpeg', isImmutable: true };
}

/**
 * The original itself. A PDF is shown by the browser's own viewer; anything else is saved, never shown: it may be a
 * page with a script.
 */
export async function openOriginal(store: Store, sha256: string, name: string): Promise<ServedFile | undefined> {
  const { kindOf } = await readers();
  const path = store.originals.pathOf(sha256);
  if (!(await stat(path).catch(() => undefined))?.isFile()) return;
  const content = { kind: 'path', path } as const;
  if ((await kindOf(path)) === 'application/pdf') return { content, mime: 'application/pdf', isImmutable: true };
  const downloadName = fileNamePart(name.toWellFormed(), mostBytesOfName) || '证据原件';
  return { content, mime: 'application/octet-stream', isImmutable: true, downloadName };
}

async function readers() {
  const { detectKind } = await import('../evidence/detect-kind.ts');
  const { isShownPicture } = await import('../evidence/intake/describe-file.ts');
  const { convertToJpeg, makeThumbnail, measurePicture } = await import('../evidence/intake/thumbnail.ts');
  const kindOf = (path: string) => detectKind(path).catch(() => undefined);
  const isPicture = async (path: string) => isShownPicture(await kindOf(path));
  return { convertToJpeg, isPicture, kindOf, makeThumbnail, measurePicture };
}

/** Only a convenience: a folder that cannot be written must not keep the picture from being shown. */
async function putAside(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    .then(() => writeFile(beside, bytes, { mode: 0o600 }))
    .then(() => rename(beside, path))
    .catch(() => rm(beside, { force: true }));
}
