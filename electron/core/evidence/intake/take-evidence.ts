import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pMap from 'p-map';
import type { evidenceGroups } from '../../../contract/case/case-kinds.ts';
import type { AdmittedFile } from '../../files/files.ts';
import type { IntakeWay } from '../../integrity/intake-log.ts';
import type { Clock, Running } from '../../ports.ts';
import type { Originals, Store, StoredCase } from '../../store/store.ts';
import { addItems } from './add-items.ts';
import { type ArrivalDesk, arriveFiles, atOnce } from './arrive-files.ts';
import { openDescribing } from './describing.ts';
import { keepPrepared } from './keep-file.ts';
import { type SortedFiles, sortFiles, type TakeResult } from './sort-files.ts';
import { writeTrouble } from './write-trouble.ts';

export interface TakeOrder {
  readonly caseId: string;
  readonly files: readonly AdmittedFile[];
  /** The item they belong to; unset for a new item each. */
  readonly item?: string | undefined;
  /** Unset: guessed from the names. */
  readonly group?: (typeof evidenceGroups)[number] | undefined;
  /** How a person gave them, where that is known. */
  readonly how?: IntakeWay | undefined;
}

export interface Taken {
  readonly result: TakeResult;
  /** The case with its new items; unset when none was added. */
  readonly edited: StoredCase | undefined;
}

/**
 * Takes files into a case: all are copied, hashed and looked at, archives opened; then they are moved among the
 * originals, noted, written into the intake log and added to the draft in one edit. Until then nothing is kept, so that
 * stopping leaves nothing behind.
 */
export async function takeEvidence(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  order: TakeOrder,
  running: Running,
): Promise<Taken> {
  const folder = await mkdtemp(join(store.originals.incoming, 'take-')).catch((cause: unknown): never => {
    throw writeTrouble(cause);
  });
  const { limits } = store.settings.get();
  const { describing, close } = openDescribing(folder, limits);
  try {
    const known = knownFiles(store.originals, order.caseId);
    const { incoming, arrived } = await arriveFiles(order.files, { describing, known }, running);
    running.progress({ label: '正在保存', done: order.files.length, total: order.files.length });
    // No stopping from here on, and it is soon over: half of it would be left behind.
    await pMap(arrived.values(), (prepared) => keepPrepared(store, prepared), { concurrency: atOnce });
    const sorted = sortFiles({
      draft: store.cases.get(order.caseId).draft,
      noted: store.originals.ofCase(order.caseId),
      files: incoming,
      arrived,
      group: order.group,
      how: order.how,
      takenAt: clock.now().toISOString(),
    });
    return { result: sorted.result, edited: commit(store, order, sorted) };
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
    await Promise.all(
      order.files.filter(({ isTemporary }) => isTemporary).map(({ path }) => rm(path, { force: true })),
    );
  }
}

function knownFiles(originals: Originals, caseId: string): ArrivalDesk['known'] {
  const noted = new Set(originals.ofCase(caseId).map(({ sha256 }) => sha256));
  return async (sha256, size) => noted.has(sha256) && originals.holds(sha256, size);
}

/** In one transaction. Rows are written first: a row without its item is what undoing leaves anyway. */
function commit(store: Store, { caseId, item }: TakeOrder, { rows, items, log }: SortedFiles): StoredCase | undefined {
  return store.together(() => {
    store.intakeLog.append(caseId, log);
    if (items.length === 0) return;
    store.originals.note(caseId, rows);
    const { draft, revision } = store.cases.get(caseId);
    const changes = addItems(draft, items, item);
    return store.cases.edit(caseId, {
      baseRevision: revision,
      changes,
      label: `添加证据（${items.length}个文件）`,
    });
  });
}
