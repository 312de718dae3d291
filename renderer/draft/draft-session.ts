import type { CaseRecord, Change, Draft, Edited } from '../../electron/contract/rpc/case-procedures.ts';
import { adoptUnsaved, type Unsaved } from './adopt-unsaved.ts';
import { applyBatch, type EditBatch, enqueue, isInEffect, newBatch } from './edit-batch.ts';
import { keepShared } from './keep-shared.ts';
import { conflictsOf, type EditConflict, rebaseEdits } from './rebase-edits.ts';

/** What a session asks of the core. */
export interface CasePort {
  get(): Promise<CaseRecord>;
  edit(edit: { baseRevision: number; changes: Change[]; label: string }): Promise<Edited>;
  undo(): Promise<CaseRecord>;
  redo(): Promise<CaseRecord>;
}

/** Why something could not be saved: refusals by their code, anything else is no answer at all. */
export interface SaveFailure {
  readonly code: string | undefined;
  readonly error: unknown;
}

export interface SessionPorts {
  readonly cases: CasePort;
  /** Keeps what was not acknowledged where a crash of the window does not reach it. */
  keep(unsaved: Unsaved): void;
  codeOf(error: unknown): string | undefined;
  /** Calls back after a while; the longer the more often it failed. */
  later(retry: () => void, failures: number): void;
}

export interface SessionState {
  /** With everything typed so far. */
  readonly draft: Draft;
  /** The last one that is on disk. */
  readonly revision: number;
  readonly undo: string | undefined;
  readonly redo: string | undefined;
  readonly isSaving: boolean;
  readonly failure: SaveFailure | undefined;
  readonly conflicts: readonly EditConflict[];
}

/**
 * One case open in one window. Edits are made here at once and sent one after another, each answered before the next
 * goes; what was not answered is kept by `keep`. Nothing typed is given up but by the person who typed it.
 */
export interface DraftSession {
  state(): SessionState;
  subscribe(listener: () => void): () => void;
  change(label: string, changes: readonly Change[]): void;
  /** Undone is what is saved, so what waits goes first. */
  undo(): Promise<void>;
  redo(): Promise<void>;
  retry(): void;
  settle(conflict: EditConflict, choice: 'mine' | 'theirs'): void;
  /** Another window or a procedure made this revision. */
  moveTo(revision: number): void;
  /** Asks for what is kept now. */
  refresh(): Promise<void>;
  /** Takes over what a window that is gone had not saved. */
  adopt(unsaved: Unsaved): void;
  /** Resolves when nothing waits any more; rejects with what stands in the way. */
  saved(): Promise<void>;
}

export function openDraftSession(record: CaseRecord, ports: SessionPorts): DraftSession {
  const listeners = new Set<() => void>();
  const asked: Asked[] = [];
  let base = record.draft;
  let waiting: readonly EditBatch[] = [];
  let newestRevision = record.revision;
  let failures = 0;
  let isRunning = false;
  let state: SessionState = {
    draft: base,
    revision: record.revision,
    undo: record.undo,
    redo: record.redo,
    isSaving: false,
    failure: undefined,
    conflicts: [],
  };

  function show(fields: Partial<SessionState>): void {
    state = { ...state, ...fields };
    for (const listener of listeners) listener();
  }

  function keep(): void {
    ports.keep({ revision: state.revision, batches: waiting, conflicts: state.conflicts });
  }

  /** What is kept now becomes the ground; what waits is made on it again. */
  function takeRecord(taken: CaseRecord): void {
    newestRevision = Math.max(newestRevision, taken.revision);
    const next = keepShared(base, taken.draft);
    const rebased = rebaseEdits(waiting, base, next);
    base = next;
    waiting = rebased.batches;
    show({
      draft: keepShared(state.draft, waiting.reduce(applyBatch, base)),
      revision: taken.revision,
      undo: taken.undo,
      redo: taken.redo,
      conflicts: [...state.conflicts, ...rebased.conflicts],
    });
    keep();
  }

  /** The first of what waits is on disk. */
  function finishFirst(batch: EditBatch): void {
    waiting = waiting.slice(1);
    failures = 0;
    base = waiting.length === 0 ? state.draft : applyBatch(base, batch);
  }

  function putFirst(batch: EditBatch): void {
    waiting = [batch, ...waiting.slice(1)];
  }

  async function send(batch: EditBatch): Promise<void> {
    if (batch.sentOn !== undefined) return askWhetherItArrived(batch, batch.sentOn);
    const { label, changes } = batch;
    putFirst({ ...batch, sentOn: state.revision });
    keep();
    try {
      const edited = await ports.cases.edit({ baseRevision: state.revision, changes: [...changes], label });
      const isAlone = edited.revision === state.revision + 1;
      finishFirst(batch);
      // Where others edited other fields in between, their changes are part of what is kept now.
      if (!isAlone) return takeRecord(await ports.cases.get());
      newestRevision = Math.max(newestRevision, edited.revision);
      show({ revision: edited.revision, undo: edited.undo, redo: edited.redo });
      keep();
    } catch (error) {
      await takeRefusal(batch, error);
    }
  }

  async function askWhetherItArrived(batch: EditBatch, sentOn: number): Promise<void> {
    const kept = await ports.cases.get();
    if (kept.revision !== sentOn && isInEffect(kept.draft, batch)) finishFirst(batch);
    else putFirst({ ...batch, sentOn: undefined });
    takeRecord(kept);
  }

  async function takeRefusal(batch: EditBatch, error: unknown): Promise<void> {
    const code = ports.codeOf(error);
    if (code !== 'REVISION_CONFLICT' && code !== 'CHANGE_REFUSED') {
      // With a code it was answered: it did not arrive, and may be sent again as it is.
      if (code !== undefined) putFirst({ ...batch, sentOn: undefined });
      throw error;
    }
    const kept = await ports.cases.get();
    if (code === 'CHANGE_REFUSED' && batch.wasRefused) {
      waiting = waiting.slice(1);
      show({ conflicts: [...state.conflicts, ...conflictsOf(batch)] });
    } else putFirst({ ...batch, sentOn: undefined, wasRefused: code === 'CHANGE_REFUSED' });
    takeRecord(kept);
  }

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    try {
      for (;;) {
        const batch = waiting[0];
        if (batch !== undefined) {
          await send(batch);
          continue;
        }
        if (state.isSaving || state.failure !== undefined) show({ isSaving: false, failure: undefined });
        if (asked.length > 0) await answer(asked.splice(0, 1));
        else if (newestRevision > state.revision) takeRecord(await ports.cases.get());
        else break;
      }
    } catch (error) {
      failures += 1;
      const code = ports.codeOf(error);
      show({ isSaving: false, failure: { code, error } });
      for (const { fail } of asked.splice(0)) fail(error);
      if (code === undefined || code === 'INTERNAL') ports.later(() => void run(), failures);
    } finally {
      isRunning = false;
    }
  }

  async function answer(next: readonly Asked[]): Promise<void> {
    for (const { ask, done, fail } of next) {
      try {
        const taken = await ask?.();
        if (taken !== undefined) takeRecord(taken);
        done();
      } catch (error) {
        fail(error);
      }
    }
  }

  /** In turn, after all that waits. */
  function inTurn(ask?: () => Promise<CaseRecord>): Promise<void> {
    return new Promise((done, fail) => {
      asked.push({ ask, done, fail });
      void run();
    });
  }

  function change(label: string, changes: readonly Change[]): void {
    const batch = newBatch(label, changes);
    const draft = applyBatch(state.draft, batch);
    waiting = enqueue(waiting, batch);
    show({ draft, isSaving: true });
    keep();
    void run();
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    undo: () => inTurn(ports.cases.undo),
    redo: () => inTurn(ports.cases.redo),
    retry: () => void run(),
    settle(conflict, choice) {
      const { label, path, mine, theirs } = conflict;
      if (choice === 'mine' && mine !== undefined) change(label, [{ kind: 'set', path, value: mine }]);
      else if (choice === 'mine' && theirs !== undefined) change(label, [{ kind: 'remove', path }]);
      show({ conflicts: state.conflicts.filter((other) => other !== conflict) });
      keep();
    },
    moveTo(revision) {
      if (revision <= newestRevision) return;
      newestRevision = revision;
      void run();
    },
    refresh: () => inTurn(ports.cases.get),
    adopt(unsaved) {
      const { batches, conflicts } = adoptUnsaved(unsaved, { revision: state.revision, draft: base });
      waiting = [...waiting, ...batches];
      show({
        draft: waiting.reduce(applyBatch, base),
        conflicts: [...state.conflicts, ...conflicts],
        isSaving: waiting.length > 0,
      });
      keep();
      void run();
    },
    saved: () => inTurn(),
  };
}

interface Asked {
  readonly ask: (() => Promise<CaseRecord>) | undefined;
  done(): void;
  fail(error: unknown): void;
}
