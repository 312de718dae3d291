import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pMap from 'p-map';
import type { evidenceGroups } from '../../../contract/case/case-kinds.ts';
import type { AdmittedFile } from '../../files/files.ts';
import type { Clock, Running } from '../../ports.ts';
import type { Originals, Store, StoredCase } from '../../store/store.ts';
import { addItems } from './add-items.ts';
import { bringIn } from './bring-in.ts';
import { describeFile } from './describe-file.ts';
import { inOrderOfNames, isLeftByTheSystem } from './evidence-names.ts';
import { keepPrepared, type Prepared, thumbnailOf } from './keep-file.ts';
import { createPageCounter, type PageCounter } from './page-counter.ts';
import { type Outcome, type SortedFiles, sortFiles, type TakeResult } from './sort-files.ts';
import { UntakenFile } from './untaken-file.ts';
import { writeTrouble } from './write-trouble.ts';

export interface TakeOrder {
  readonly caseId: string;
  readonly files: readonly AdmittedFile[];
  /** The item they belong to; unset for a new item each. */
  readonly item?: string | undefined;
  /** Unset: guessed from the names. */
  readonly group?: (typeof evidenceGroups)[number] | undefined;
}

export interface Taken {
  readonly result: TakeResult;
  /** The case with its new items; unset when none was added. */
  readonly edited: StoredCase | undefined;
}

/**
 * Pictures are decoded in the four threads that Node shares with all reading and writing of files; one of them stays
 * free, so that the window does not wait.
 */
const atOnce = 3;

/**
 * Takes files into a case: all are copied, hashed and looked at; then they are moved among the originals, noted, and
 * added to the draft in one edit. Until then nothing is kept, so that stopping leaves nothing behind.
 */
export async function takeEvidence(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  order: TakeOrder,
  { signal, progress }: Running,
): Promise<Taken> {
  const files = inOrderOfNames(order.files.filter(({ relativePath }) => !isLeftByTheSystem(relativePath)));
  const pages = createPageCounter();
  const folder = await mkdtemp(join(store.originals.incoming, 'take-')).catch((cause: unknown): never => {
    throw writeTrouble(cause);
  });
  try {
    const arrived = new Map<string, Prepared>();
    const desk = { folder, arrived, pages, known: knownFiles(store.originals, order.caseId) };
    let done = 0;
    const outcomes = await eachToItsEnd(files, signal, async (file, index, stop) => {
      const outcome = await prepare(file, index, desk, stop);
      done += 1;
      progress({ label: `正在收录：${file.name}`, done, total: files.length });
      return outcome;
    });
    progress({ label: '正在保存', done, total: files.length });
    // No stopping from here on, and it is soon over: half of it would be left behind.
    await pMap(arrived.values(), (prepared) => keepPrepared(store, prepared), { concurrency: atOnce });
    const sorted = sortFiles({
      draft: store.cases.get(order.caseId).draft,
      noted: store.originals.ofCase(order.caseId),
      files,
      outcomes,
      arrived,
      group: order.group,
      takenAt: clock.now().toISOString(),
    });
    return { result: sorted.result, edited: commit(store, order, sorted) };
  } finally {
    await pages.close();
    await rm(folder, { recursive: true, force: true });
    await Promise.all(
      order.files.filter(({ isTemporary }) => isTemporary).map(({ path }) => rm(path, { force: true })),
    );
  }
}

interface Desk {
  /** For files on their way in. */
  readonly folder: string;
  /** By hash; each once. */
  readonly arrived: Map<string, Prepared>;
  readonly pages: PageCounter;
  /** Whether the case has a file with this hash and size, and its original is there, whole. */
  known(sha256: string, size: number): Promise<boolean>;
}

function knownFiles(originals: Originals, caseId: string): Desk['known'] {
  const noted = new Set(originals.ofCase(caseId).map(({ sha256 }) => sha256));
  return async (sha256, size) => noted.has(sha256) && originals.holds(sha256, size);
}

async function prepare(file: AdmittedFile, index: number, desk: Desk, signal: AbortSignal): Promise<Outcome> {
  try {
    const arrival = await bringIn(file, join(desk.folder, String(index)), signal);
    const { sha256, size } = arrival;
    if (desk.arrived.has(sha256) || (await desk.known(sha256, size))) {
      await rm(arrival.path, { force: true });
      return { sha256 };
    }
    // Set before it is looked at: the same bytes may be on their way a second time.
    desk.arrived.set(sha256, { arrival, facts: { mime: '', kind: 'other', hasThumbnail: false } });
    const facts = await describeFile(arrival, thumbnailOf(arrival), desk.pages, signal);
    desk.arrived.set(sha256, { arrival, facts });
    return { sha256 };
  } catch (cause) {
    if (cause instanceof UntakenFile) return { reason: cause.reason };
    throw cause;
  }
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

/** Rows first: an item without its file would be a hole, a row without its item is what undoing leaves anyway. */
function commit({ cases, originals }: Store, { caseId, item }: TakeOrder, { rows, items }: SortedFiles) {
  if (items.length === 0) return;
  originals.note(caseId, rows);
  const { draft, revision } = cases.get(caseId);
  const changes = addItems(draft, items, item);
  return cases.edit(caseId, { baseRevision: revision, changes, label: `添加证据（${items.length}个文件）` });
}
