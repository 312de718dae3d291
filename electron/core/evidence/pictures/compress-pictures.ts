import { rm } from 'node:fs/promises';
import pMap from 'p-map';
import type { Picture } from '../evidence-source.ts';
import { type Compression, compressPicture, levels } from './compress-picture.ts';

/** A picture as it stands on paper: pixels for each inch there. */
export interface PlacedPicture {
  readonly picture: Picture;
  readonly dotsPerInch: number;
}

export interface CompressedPictures {
  readonly compression: Compression;
  /** What stands for each picture; itself where nothing smaller was found. */
  readonly pictures: ReadonlyMap<Picture, Picture>;
  /** Of all of them together. */
  readonly bytes: number;
}

/** What compressing is done with. */
export interface Compressing {
  readonly workFolder: string;
  readonly signal: AbortSignal;
  /** Told how much is done, from 0 to 1. */
  readonly progress: (share: number) => void;
}

/** Of many pictures, so many show what a level makes of them: coding one takes up to a second. */
const sampleSize = 8;
/** How far a sample may be wrong. */
const doubt = 1.1;

/**
 * Compresses pictures as little as `room` bytes allow for all of them: the best level whose files, made and measured,
 * are small enough, or the smallest that could be had. Originals are only read.
 */
export async function compressPictures(
  placed: readonly PlacedPicture[],
  room: number,
  compressing: Compressing,
): Promise<CompressedPictures> {
  const sample = sampleOf(placed);
  const factor = totalOf(placed) / Math.max(1, totalOf(sample));
  const predicted = new Map<number, number>();
  let [level, worst] = [0, levels.length - 1];
  while (level < worst) {
    const middle = Math.floor((level + worst) / 2);
    const { bytes } = await discarded(await attempt(sample, middle, { ...compressing, progress: () => undefined }));
    predicted.set(middle, bytes * factor);
    if (bytes * factor <= room) worst = middle;
    else level = middle + 1;
  }
  // The sample may have said no to a level that would just have done.
  if (level > 0 && (predicted.get(level - 1) ?? Number.POSITIVE_INFINITY) <= room * doubt) level -= 1;
  for (;;) {
    const result = await attempt(placed, level, compressing);
    if (result.bytes <= room || level === levels.length - 1) return result;
    await discarded(result);
    level += 1;
  }
}

async function attempt(
  placed: readonly PlacedPicture[],
  index: number,
  { workFolder, signal, progress }: Compressing,
): Promise<CompressedPictures> {
  const level = levels[index];
  if (level === undefined) throw new RangeError(`there is no level ${index}`);
  let done = 0;
  const pairs = await pMap(
    placed,
    async ({ picture, dotsPerInch }) => {
      const smaller = await compressPicture(picture, Math.min(1, level.dotsPerInch / dotsPerInch), level, workFolder);
      done += 1;
      progress(done / placed.length);
      return [picture, sizeOf(smaller) < sizeOf(picture) ? smaller : picture] as const;
    },
    { concurrency: 2, signal },
  );
  const { quality, dotsPerInch } = level;
  return {
    compression: { quality, dotsPerInch },
    pictures: new Map(pairs),
    bytes: pairs.reduce((sum, [, picture]) => sum + sizeOf(picture), 0),
  };
}

/** Removes what was made; what it weighed stays known. */
async function discarded(result: CompressedPictures): Promise<CompressedPictures> {
  const made = [...result.pictures].filter(([picture, smaller]) => picture !== smaller);
  await Promise.all(made.map(([, { data }]) => rm(data.path, { force: true })));
  return result;
}

/** Large and small ones alike. */
function sampleOf(placed: readonly PlacedPicture[]): readonly PlacedPicture[] {
  if (placed.length <= sampleSize) return placed;
  const bySize = placed.toSorted((one, other) => sizeOf(one.picture) - sizeOf(other.picture));
  const step = bySize.length / sampleSize;
  return bySize.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function totalOf(placed: readonly PlacedPicture[]): number {
  return placed.reduce((sum, { picture }) => sum + sizeOf(picture), 0);
}

function sizeOf({ data }: Picture): number {
  return data.ranges.reduce((sum, { length }) => sum + length, 0);
}
