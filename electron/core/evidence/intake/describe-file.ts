import { writeFile } from 'node:fs/promises';
import type { StoredFile } from '../../../contract/rpc/evidence-procedures.ts';
import { detectKind, maximumBytes, tooLarge } from '../detect-kind.ts';
import { checkPixels } from '../pictures/read-picture.ts';
import { unprintedKind } from '../unprinted-kind.ts';
import { UnusableFile } from '../unusable-file.ts';
import type { Arrival } from './bring-in.ts';
import type { PageCounter } from './page-counter.ts';
import { makeThumbnail, measurePicture } from './thumbnail.ts';
import { writeTrouble } from './write-trouble.ts';

/** What can be told of a file without reading it for paper. */
export type FileFacts = Pick<StoredFile, 'mime' | 'kind' | 'width' | 'height' | 'pages' | 'problem'> & {
  readonly hasThumbnail: boolean;
};

/** What this program shows; the printer of evidence (read-evidence.ts) takes the first two of them as they are. */
const printedPictures = ['image/png', 'image/jpeg'];
const shownPictures = [...printedPictures, 'image/webp', 'image/gif', 'image/avif', 'image/tiff'];

export function isShownPicture(mime: string | undefined): boolean {
  return mime !== undefined && shownPictures.includes(mime);
}

/**
 * Looks at a file that has arrived; its small picture goes to `thumbnail`. Never throws for a bad file; WRITE_FAILED
 * when the small picture cannot be written.
 */
export async function describeFile(
  { path, size }: Arrival,
  thumbnail: string,
  pages: PageCounter,
  signal: AbortSignal,
): Promise<FileFacts> {
  const found = await detectKind(path);
  const mime = found ?? 'application/octet-stream';
  const kind = isShownPicture(mime) ? 'picture' : mime === 'application/pdf' ? 'pdf' : 'other';
  const facts = { mime, kind, hasThumbnail: false } as const;
  try {
    if (size > maximumBytes) throw new UnusableFile(tooLarge);
    if (kind === 'picture') return { ...facts, ...(await describePicture(path, mime, thumbnail)) };
    if (kind === 'pdf') return { ...facts, pages: await pages.count(path, signal) };
    return { ...facts, problem: unprintedKind(found) };
  } catch (cause) {
    signal.throwIfAborted();
    if (!(cause instanceof UnusableFile)) throw cause;
    return { ...facts, problem: cause.reason };
  }
}

async function describePicture(path: string, mime: string, thumbnail: string) {
  const size = await measurePicture(path);
  checkPixels(size.width, size.height);
  await writeFile(thumbnail, await makeThumbnail(path, size), { mode: 0o600 }).catch(unwritable);
  const problem = printedPictures.includes(mime) ? {} : { problem: unprintedKind(mime) };
  return { ...size, ...problem, hasThumbnail: true };
}

function unwritable(cause: unknown): never {
  throw writeTrouble(cause);
}
