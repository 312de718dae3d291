import { mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileRow, Store } from '../../store/store.ts';
import type { Arrival } from './bring-in.ts';
import type { FileFacts } from './describe-file.ts';
import { thumbnailPath } from './thumbnail-path.ts';

/** What the store notes of a file, but for its name and place in a case. */
export type KeptFile = Omit<FileRow, 'path' | 'originalName' | 'takenAt'>;

/** A file that has arrived and was looked at, not yet among the originals. */
export interface Prepared {
  readonly arrival: Arrival;
  readonly facts: FileFacts;
}

/** Where the small picture waits, beside the file that has arrived. */
export function thumbnailOf({ path }: Pick<Arrival, 'path'>): string {
  return `${path}.webp`;
}

/** Moves what was prepared to its place in the data folder. */
export async function keepPrepared(
  { folder, originals }: Pick<Store, 'folder' | 'originals'>,
  { arrival, facts }: Prepared,
): Promise<void> {
  await originals.keep(arrival.path, arrival.sha256);
  if (!facts.hasThumbnail) return;
  const place = thumbnailPath(folder, arrival.sha256);
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  await rename(thumbnailOf(arrival), place);
}

export function keptFile({
  arrival: { size, sha256 },
  facts: { hasThumbnail: _, exif: __, ...facts },
}: Prepared): KeptFile {
  return { sha256, size, ...facts };
}
