import { describe, expect, it } from 'vitest';
import { applyChange } from '../../electron/contract/case/apply-change.ts';
import type { CaseRecord, Change, Draft } from '../../electron/contract/rpc/case-procedures.ts';
import type { Unsaved } from '../../renderer/draft/adopt-unsaved.ts';
import { type CasePort, type DraftSession, openDraftSession } from '../../renderer/draft/draft-session.ts';

const set = (path: (string | number)[], value: string): Change => ({ kind: 'set', path, value });

/** A core that keeps one case; its answers can be held back, lost or refused. */
function createCore(draft: Draft) {
  let kept: CaseRecord = { id: 'c', revision: 1, draft, updatedAt: '', isSample: false };
  const requests: { label: string; changes: Change[]; baseRevision: number }[] = [];
  let lostAnswers = 0;
  let isDown = false;
  let held: Promise<void> | undefined;
  const write = (changes: readonly Change[]) => {
    const next = changes.reduce<Draft>((present, change) => applyChange(present, change).draft, kept.draft);
    kept = { ...kept, revision: kept.revision + 1, draft: next };
  };
  const port: CasePort = {
    get: async () => {
      if (isDown) throw new TypeError('down');
      return kept;
    },
    async edit(edit) {
      requests.push(structuredClone(edit));
      if (held !== undefined) await held;
      if (isDown) throw new TypeError('down');
      if (edit.baseRevision !== kept.revision)
        throw Object.assign(new Error('conflict'), { code: 'REVISION_CONFLICT' });
      write(edit.changes);
      if (lostAnswers > 0) {
        lostAnswers -= 1;
        throw new TypeError('answer lost');
      }
      return { revision: kept.revision, updatedAt: '' };
    },
    undo: async () => {
      write([set(['title'], 'undone')]);
      return kept;
    },
    redo: async () => kept,
  };
  return {
    port,
    requests,
    draft: () => kept.draft,
    record: () => kept,
    elsewhere: (...changes: Change[]) => write(changes),
    loseAnswer: () => {
      lostAnswers += 1;
    },
    setDown: (down: boolean) => {
      isDown = down;
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return () => {
        held = undefined;
        resolve();
      };
    },
  };
}

function openOn(core: ReturnType<typeof createCore>): {
  session: DraftSession;
  kept: () => Unsaved;
  retry: () => void;
} {
  let kept: Unsaved = { revision: 0, batches: [], conflicts: [] };
  let again: () => void = () => undefined;
  const session = openDraftSession(core.record(), {
    cases: core.port,
    keep: (unsaved) => {
      kept = structuredClone(unsaved);
    },
    codeOf: (error) =>
      error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined,
    later: (retry) => {
      again = retry;
    },
  });
  return { session, kept: () => kept, retry: () => again() };
}

const shop: Draft = {
  title: 'a',
  orders: [
    { id: 'o1', shop: 'x' },
    { id: 'o2', shop: 'y' },
  ],
};

describe('draft session', () => {
  it('shows an edit at once and has it on disk when nothing waits', async () => {
    const core = createCore(shop);
    const { session, kept } = openOn(core);
    session.change('修改标题', [set(['title'], 'b')]);
    expect(session.state().draft.title).toBe('b');
    expect(kept().batches).toHaveLength(1);
    await session.saved();
    expect(core.draft().title).toBe('b');
    expect(kept().batches).toHaveLength(0);
    expect(session.state().isSaving).toBe(false);
  });

  it('has one request in flight and joins what is typed in one field meanwhile', async () => {
    const core = createCore(shop);
    const { session } = openOn(core);
    const release = core.hold();
    for (const text of ['1', '12', '123', '1234']) session.change('修改标题', [set(['title'], text)]);
    session.change('修改店铺', [set(['orders', 0, 'shop'], 'z')]);
    expect(core.requests).toHaveLength(1);
    release();
    await session.saved();
    expect(core.requests.map(({ changes }) => changes)).toEqual([
      [set(['title'], '1')],
      [set(['title'], '1234')],
      [set(['orders', 0, 'shop'], 'z')],
    ]);
    expect(core.draft()).toEqual(session.state().draft);
  });

  it('keeps list edits in their order', async () => {
    const core = createCore(shop);
    const { session } = openOn(core);
    session.change('添加', [{ kind: 'insert', path: ['orders'], index: 0, value: { id: 'o0' } }]);
    session.change('修改', [set(['orders', 0, 'shop'], 'new')]);
    session.change('移动', [{ kind: 'move', path: ['orders'], from: 0, to: 2 }]);
    session.change('修改', [set(['orders', 2, 'shop'], 'moved')]);
    await session.saved();
    expect(core.draft().orders).toEqual([
      { id: 'o1', shop: 'x' },
      { id: 'o2', shop: 'y' },
      { id: 'o0', shop: 'moved' },
    ]);
  });

  it('does not insert twice when the answer was lost', async () => {
    const core = createCore(shop);
    const { session, retry, kept } = openOn(core);
    core.loseAnswer();
    session.change('添加', [{ kind: 'insert', path: ['orders'], index: 2, value: { id: 'o3' } }]);
    await expect(session.saved()).rejects.toThrow('answer lost');
    expect(session.state().failure).toBeDefined();
    expect(kept().batches).toHaveLength(1);
    retry();
    await session.saved();
    expect(core.draft().orders).toHaveLength(3);
    expect(session.state().failure).toBeUndefined();
  });

  it('keeps everything while nobody answers, and sends it afterwards', async () => {
    const core = createCore(shop);
    const { session, kept, retry } = openOn(core);
    core.setDown(true);
    session.change('修改标题', [set(['title'], 'b')]);
    session.change('修改店铺', [set(['orders', 1, 'shop'], 'z')]);
    await expect(session.saved()).rejects.toThrow('down');
    expect(kept().batches).toHaveLength(2);
    core.setDown(false);
    retry();
    await session.saved();
    expect(core.draft()).toMatchObject({ title: 'b', orders: [{}, { shop: 'z' }] });
  });

  it('asks whose value to keep when the same field was changed elsewhere', async () => {
    const core = createCore(shop);
    const { session, kept } = openOn(core);
    core.elsewhere(set(['title'], 'theirs'));
    session.change('修改标题', [set(['title'], 'mine')]);
    await session.saved();
    const [conflict] = session.state().conflicts;
    expect(conflict).toMatchObject({ path: ['title'], mine: 'mine', theirs: 'theirs' });
    expect(kept().conflicts).toHaveLength(1);
    expect(core.draft().title).toBe('theirs');
    if (conflict !== undefined) session.settle(conflict, 'mine');
    await session.saved();
    expect(core.draft().title).toBe('mine');
    expect(session.state().conflicts).toEqual([]);
  });

  it('follows its row when rows were inserted above it elsewhere', async () => {
    const core = createCore(shop);
    const { session } = openOn(core);
    core.elsewhere({ kind: 'insert', path: ['orders'], index: 0, value: { id: 'o0', shop: 'w' } });
    session.change('修改店铺', [set(['orders', 1, 'shop'], 'mine')]);
    await session.saved();
    expect(core.draft().orders).toEqual([
      { id: 'o0', shop: 'w' },
      { id: 'o1', shop: 'x' },
      { id: 'o2', shop: 'mine' },
    ]);
    expect(session.state().conflicts).toEqual([]);
  });

  it('offers what was typed into a row that was removed elsewhere', async () => {
    const core = createCore(shop);
    const { session } = openOn(core);
    core.elsewhere({ kind: 'remove', path: ['orders', 1] });
    session.change('修改店铺', [set(['orders', 1, 'shop'], 'mine')]);
    await session.saved();
    expect(session.state().conflicts).toMatchObject([{ mine: 'mine' }]);
    expect(core.draft().orders).toHaveLength(1);
  });

  it('takes in what another window did, keeping what did not change as it is', async () => {
    const core = createCore(shop);
    const { session } = openOn(core);
    const before = session.state().draft.orders;
    core.elsewhere(set(['title'], 'theirs'));
    session.moveTo(core.record().revision);
    await session.saved();
    expect(session.state().draft.title).toBe('theirs');
    expect(session.state().draft.orders).toBe(before);
  });

  it('undoes only after all that waits is saved', async () => {
    const core = createCore(shop);
    const { session } = openOn(core);
    session.change('修改标题', [set(['title'], 'b')]);
    await session.undo();
    expect(core.requests).toHaveLength(1);
    expect(session.state().draft.title).toBe('undone');
  });
});

describe('what a window that is gone had not saved', () => {
  const unsent = (changes: Change[], sentOn?: number) => ({ label: '修改', changes, sentOn, wasRefused: false });

  it('is sent by the next window', async () => {
    const core = createCore(shop);
    const { session } = openOn(core);
    session.adopt({ revision: 1, batches: [unsent([set(['title'], 'typed')])], conflicts: [] });
    expect(session.state().draft.title).toBe('typed');
    await session.saved();
    expect(core.draft().title).toBe('typed');
  });

  it('is not inserted twice when it had arrived', async () => {
    const core = createCore(shop);
    const added: Change = { kind: 'insert', path: ['orders'], index: 2, value: { id: 'o3' } };
    core.elsewhere(added);
    const { session } = openOn(core);
    session.adopt({
      revision: 1,
      batches: [unsent([added], 1), unsent([set(['orders', 2, 'shop'], 'typed after')])],
      conflicts: [],
    });
    await session.saved();
    expect(core.draft().orders).toHaveLength(3);
    expect(core.draft()).toMatchObject({ orders: [{}, {}, { shop: 'typed after' }] });
  });

  it('is a question where others wrote there since', async () => {
    const core = createCore(shop);
    core.elsewhere(set(['title'], 'theirs'));
    core.elsewhere(set(['title'], 'theirs again'));
    const { session } = openOn(core);
    session.adopt({ revision: 1, batches: [unsent([set(['title'], 'typed')])], conflicts: [] });
    await session.saved();
    expect(core.draft().title).toBe('theirs again');
    expect(session.state().conflicts).toMatchObject([{ mine: 'typed', theirs: 'theirs again' }]);
  });
});
