import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pMap from 'p-map';
import type { AdmittedFile } from '../../files/files.ts';
import type { Running } from '../../ports.ts';
import { type Arrival, bringIn } from './bring-in.ts';
import { describeFile } from './describe-file.ts';
import type { Describing } from './describing.ts';
import { inOrderOfNames, isLeftByTheSystem } from './evidence-names.ts';
import { type Prepared, thumbnailOf } from './keep-file.ts';
import { openMembers } from './open-members.ts';
import type { IncomingFile } from './sort-files.ts';
import { UntakenFile } from './untaken-file.ts';

/**
 * Pictures are decoded in the four threads that Node shares with all reading and writing of files; one of them stays
 * free, so that the window does not wait.
 */
export const atOnce = 3;

export interface ArrivalDesk {
  readonly describing: Describing;
  /** Whether the case has a file with this hash and size, and its original is there, whole. */
  known(sha256: string, size: number): Promise<boolean>;
}

export interface ArrivedFiles {
  /** In the order of their names; what came out of an archive behind it. */
  readonly incoming: readonly IncomingFile[];
  /** What the case does not have yet, by hash. */
  readonly arrived: ReadonlyMap<string, Prepared>;
}

/** Copies files into the folder of `desk`, hashes them and looks at them; opens archives. Keeps nothing yet. */
export async function arriveFiles(
  files: readonly AdmittedFile[],
  { describing, known }: ArrivalDesk,
  { signal, progress }: Running,
): Promise<ArrivedFiles> {
  const wanted = inOrderOfNames(files.filter(({ relativePath }) => !isLeftByTheSystem(relativePath)));
  const arrived = new Map<string, Prepared>();
  const desk = { describing, known, arrived };
  let done = 0;
  const outcomes = await eachToItsEnd(wanted, signal, async (file, index, stop) => {
    const incoming = await prepare(file, join(describing.folder, String(index)), desk, stop);
    done += 1;
    progress({ label: `正在收录：${file.name}`, done, total: wanted.length });
    return incoming;
  });
  return { incoming: outcomes.flat(), arrived };
}

interface Desk extends ArrivalDesk {
  /** By hash; each once. */
  readonly arrived: Map<string, Prepared>;
}

/** A file, or an archive and all that is in it. */
async function prepare(file: AdmittedFile, target: string, desk: Desk, signal: AbortSignal): Promise<IncomingFile[]> {
  const { limits } = desk.describing;
  if (file.leftOut !== undefined) return [{ file, outcome: { kind: 'refused', reason: file.leftOut } }];
  try {
    const arrival = await bringIn(file, target, signal, limits);
    const isArchive = await settle(file, arrival, desk, 'outside', signal);
    if (!isArchive) return [{ file, outcome: { kind: 'arrived', arrival } }];
    const container = { name: file.name, sha256: arrival.sha256 };
    const members = await openMembers(file, arrival, limits, signal);
    await rm(arrival.path, { force: true });
    const inside: IncomingFile[] = [];
    for (const member of members) {
      if (member.outcome instanceof UntakenFile) {
        inside.push({ file: member.file, outcome: { kind: 'refused', reason: member.outcome.reason }, container });
        continue;
      }
      await settle(member.file, member.outcome, desk, 'inside', signal);
      inside.push({ file: member.file, outcome: { kind: 'arrived', arrival: member.outcome }, container });
    }
    return [{ file, outcome: { kind: 'opened', arrival, entries: members.length } }, ...inside];
  } catch (cause) {
    if (cause instanceof UntakenFile) return [{ file, outcome: { kind: 'refused', reason: cause.reason } }];
    throw cause;
  }
}

/**
 * Looks at what has arrived and lays it among what will be kept, unless its bytes are there already. True for an archive
 * that is to be opened instead; one inside of another is kept as it is.
 */
async function settle(
  file: AdmittedFile,
  arrival: Arrival,
  { describing, arrived, known }: Desk,
  place: 'outside' | 'inside',
  signal: AbortSignal,
): Promise<boolean> {
  const { sha256, size } = arrival;
  if (arrived.has(sha256) || (await known(sha256, size))) {
    await rm(arrival.path, { force: true });
    return false;
  }
  // Set before it is looked at: the same bytes may be on their way a second time.
  arrived.set(sha256, { arrival, facts: { mime: '', kind: 'other', hasThumbnail: false, exif: {} } });
  const facts = await describeFile(arrival, file.name, thumbnailOf(arrival), describing, signal);
  if (facts.mime === 'application/zip' && place === 'outside') {
    arrived.delete(sha256);
    return true;
  }
  arrived.set(sha256, { arrival, facts });
  return false;
}

/** Several at once. When one fails or the signal stops, nothing new is begun, and what has begun is waited for. */
async function eachToItsEnd<Item, Result>(
  items: readonly Item[],
  signal: AbortSignal,
  work: (item: Item, index: number, stop: AbortSignal) => Promise<Result>,
): Promise<Result[]> {
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const results = await pMap(
    items,
    async (item, index) => {
      try {
        stop.throwIfAborted();
        return [await work(item, index, stop)];
      } catch (cause) {
        failed.abort(cause);
        return [];
      }
    },
    { concurrency: atOnce },
  );
  signal.throwIfAborted();
  failed.signal.throwIfAborted();
  return results.flat();
}
