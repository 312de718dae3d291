import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileNamePart } from '../cases/per-claimant.ts';
import { familyOf } from '../evidence/file-family.ts';
import type { PictureReading } from '../evidence/intake/thumbnail.ts';
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
  const { isShownPicture, kindOf, makeThumbnail } = await readers();
  const original = store.originals.pathOf(sha256);
  const mime = await kindOf(original);
  if (!isShownPicture(mime)) return;
  const bytes = await withReading(store, (reading) => makeThumbnail(original, mime, reading))
    .then((made) => made.bytes)
    .catch(() => undefined);
  if (bytes === undefined) return;
  await putAside(path, bytes);
  return { ...served, content: { kind: 'bytes', bytes } };
}

/** The picture for the viewer. Undefined for what is no picture, or one that cannot be read. */
export async function openPicture(store: Store, sha256: string): Promise<ServedFile | undefined> {
  const { convertToJpeg, isShownPicture, kindOf } = await readers();
  const path = store.originals.pathOf(sha256);
  const mime = await kindOf(path);
  if (mime !== undefined && browserPictures.includes(mime)) {
    return { content: { kind: 'path', path }, mime, isImmutable: true };
  }
  if (!isShownPicture(mime)) return;
  const bytes = await withReading(store, (reading) => convertToJpeg(path, mime, reading)).catch(() => undefined);
  return bytes === undefined ? undefined : { content: { kind: 'bytes', bytes }, mime: 'image/jpeg', isImmutable: true };
}

/** A recording for the player of the window. Undefined for what is none. */
export async function openRecording(store: Store, sha256: string): Promise<ServedFile | undefined> {
  const { kindOf } = await readers();
  const path = store.originals.pathOf(sha256);
  const mime = await kindOf(path);
  if (mime === undefined || familyOf(mime) !== 'recording') return;
  return { content: { kind: 'path', path }, mime, isImmutable: true };
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
  const { convertToJpeg, isShownPicture, makeThumbnail } = await import('../evidence/intake/thumbnail.ts');
  const kindOf = (path: string) => detectKind(path).catch(() => undefined);
  return { convertToJpeg, isShownPicture, kindOf, makeThumbnail };
}

async function withReading<Result>(store: Store, read: (reading: PictureReading) => Promise<Result>): Promise<Result> {
  const { createPictureWorkers } = await import('../evidence/pictures/picture-workers.ts');
  const workers = createPictureWorkers();
  const { limits } = store.settings.get();
  const signal = new AbortController().signal;
  try {
    return await read({ workers, limits, signal, folder: store.originals.incoming });
  } finally {
    await workers.close();
  }
}

/** Only a convenience: a folder that cannot be written must not keep the picture from being shown. */
async function putAside(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    .then(() => writeFile(beside, bytes, { mode: 0o600 }))
    .then(() => rename(beside, path))
    .catch(() => rm(beside, { force: true }));
}
