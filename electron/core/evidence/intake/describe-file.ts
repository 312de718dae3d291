import { writeFile } from 'node:fs/promises';
import type { EvidenceLimits } from '../../../contract/evidence-limits.ts';
import type { StoredFile } from '../../../contract/rpc/evidence-procedures.ts';
import { detectKind } from '../detect-kind.ts';
import { officeKindOf } from '../documents/office-files.ts';
import { type FileFamily, familyOf } from '../file-family.ts';
import { pagesProblem, sizeProblem } from '../limits.ts';
import { unprintedKind } from '../unprinted-kind.ts';
import { UnusableFile } from '../unusable-file.ts';
import type { Arrival } from './bring-in.ts';
import type { Describing } from './describing.ts';
import type { ExifFacts } from './exif-facts.ts';
import { makeThumbnail, type PictureReading } from './thumbnail.ts';
import { writeTrouble } from './write-trouble.ts';

/** What can be told of a file without reading it for paper. */
export type FileFacts = Pick<StoredFile, 'mime' | 'kind' | 'width' | 'height' | 'pages' | 'duration' | 'problem'> & {
  readonly hasThumbnail: boolean;
  /** For the intake log. */
  readonly exif: ExifFacts;
};

const kinds: Readonly<Record<FileFamily, StoredFile['kind']>> = {
  picture: 'picture',
  pdf: 'pdf',
  document: 'document',
  mail: 'document',
  ofd: 'document',
  recording: 'recording',
  archive: 'document',
  other: 'other',
};

/**
 * Looks at a file that has arrived under `name`; its small picture goes to `thumbnail`. Never throws for a bad file;
 * WRITE_FAILED when the small picture cannot be written.
 */
export async function describeFile(
  { path, size }: Pick<Arrival, 'path' | 'size'>,
  name: string,
  thumbnail: string,
  describing: Describing,
  signal: AbortSignal,
): Promise<FileFacts> {
  const { pages, limits } = describing;
  const found = await detectKind(path, name);
  const family = familyOf(found);
  const facts = {
    mime: found ?? 'application/octet-stream',
    kind: kinds[family],
    hasThumbnail: false,
    exif: {},
  };
  try {
    const oversize = sizeProblem(size, family, limits);
    if (oversize !== undefined) throw new UnusableFile(oversize);
    switch (family) {
      case 'picture':
        return { ...facts, ...(await describePicture(path, facts.mime, thumbnail, { ...describing, signal })) };
      case 'pdf':
        return { ...facts, ...withinLimit(await pages.count(path, signal), limits) };
      case 'recording':
        return { ...facts, ...(await describeRecording(path, describing, signal)) };
      case 'document':
        await refuseDamagedOffice(path, facts.mime, signal);
        return facts;
      case 'mail':
      case 'archive':
        return facts;
      case 'ofd':
      case 'other':
        return { ...facts, problem: unprintedKind(found) };
    }
  } catch (cause) {
    signal.throwIfAborted();
    if (!(cause instanceof UnusableFile)) throw cause;
    return { ...facts, problem: cause.reason };
  }
}

function withinLimit(pages: number, limits: EvidenceLimits): Pick<FileFacts, 'pages' | 'problem'> {
  const problem = pagesProblem(pages, limits);
  return { pages, ...(problem === undefined ? {} : { problem }) };
}

/** Whoever adds it can still fetch it anew: a file that is cut off has lost its list of parts, which stands at the end. */
async function refuseDamagedOffice(path: string, mime: string, signal: AbortSignal): Promise<void> {
  const kind = officeKindOf(mime);
  if (kind === undefined) return;
  const { openOfficeFile } = await import('../documents/open-office-file.ts');
  (await openOfficeFile(path, kind, signal)).close();
}

async function describePicture(path: string, mime: string, thumbnail: string, reading: PictureReading) {
  const { bytes, measured } = await makeThumbnail(path, mime, reading);
  await writeFile(thumbnail, bytes, { mode: 0o600 }).catch(unwritable);
  return { ...measured, hasThumbnail: true };
}

async function describeRecording(path: string, { recordings }: Describing, signal: AbortSignal) {
  const found = await recordings.read(path, signal);
  if (typeof found === 'string') return {};
  const { duration, recordedAt, device } = found;
  return {
    ...(duration === undefined ? {} : { duration: Math.round(duration * 10) / 10 }),
    exif: { ...(recordedAt === undefined ? {} : { recordedAt }), ...(device === undefined ? {} : { device }) },
  };
}

function unwritable(cause: unknown): never {
  throw writeTrouble(cause);
}
