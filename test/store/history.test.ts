import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../electron/contract/errors.ts';
import type { Change } from '../../electron/contract/rpc/case-procedures.ts';
import { anyChange, anyDraft } from '../support/any-change.ts';
import { handClock, openTestStore } from '../support/test-store.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const folder = useWorkFolder();

const set = (path: readonly (string | number)[], value: string): Change => ({ kind: 'set', path: [...path], value });
const edit = (baseRevision: number, ...changes: Change[]) => ({ baseRevision, changes, label: '修改' });

describe('undo and redo', () => {
  it('go back and forth, over a restart too', async () => {
    const first = await openTestStore(folder.path('restart'));
    const { id } = first.cases.create({ title: '一' });
    first.cases.edit(id, { baseRevision: 1, changes: [set(['title'], '二')], label: '修改标题' });
    first.cases.edit(id, { baseRevision: 2, changes: [set(['merchant'], '甲店')], label: '修改商家' });
    first.cases.undo(id);
    first.close();

    const store = await openTestStore(folder.path('restart'));
    expect(store.cases.get(id)).toMatchObject({
      draft: { title: '二' },
      undo: '修改标题',
      redo: '修改商家',
      revision: 4,
    });
    expect(store.cases.redo(id)).toMatchObject({ draft: { title: '二', merchant: '甲店' }, undo: '修改商家' });
    expect(store.cases.redo(id).redo).toBeUndefined();
    store.cases.undo(id);
    expect(store.cases.undo(id)).toMatchObject({
      draft: { title: '一' },
      undo: undefined,
      redo: '修改标题',
      revision: 7,
    });
    expect(store.cases.undo(id).revision).toBe(7);
    store.close();
  });

  it('lose the way forward with a new edit', async () => {
    const store = await openTestStore(folder.path('branch'));
    const { id } = store.cases.create({ title: '一' });
    store.cases.edit(id, edit(1, set(['title'], '二')));
    store.cases.undo(id);
    const edited = store.cases.edit(id, edit(3, set(['title'], '三')));

    expect(edited).toMatchObject({ redo: undefined, undo: '修改' });
    expect(store.cases.undo(id).draft).toEqual({ title: '一' });
    store.close();
  });

  it('of any edits lead to the first draft and to the last', async () => {
    const store = await openTestStore(folder.path('any'));
    fc.assert(
      fc.property(
        anyDraft,
        fc.array(fc.array(anyChange, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
        (draft, edits) => {
          const { id } = store.cases.create(draft);
          for (const changes of edits) {
            try {
              store.cases.edit(id, { baseRevision: store.cases.get(id).revision, changes, label: '改' });
            } catch (error) {
              if (!(error instanceof AppError) || error.code !== 'CHANGE_REFUSED') throw error;
            }
          }
          const last = store.cases.get(id).draft;
          while (store.cases.get(id).undo !== undefined) store.cases.undo(id);
          expect(store.cases.get(id).draft).toEqual(draft);
          while (store.cases.get(id).redo !== undefined) store.cases.redo(id);
          expect(store.cases.get(id).draft).toEqual(last);
        },
      ),
      { numRuns: 40 },
    );
    store.close();
  });

  it('keep the last thousand entries', async () => {
    const store = await openTestStore(folder.path('thousand'));
    const { id } = store.cases.create({});
    for (let revision = 1; revision <= 1_050; revision += 1) {
      store.cases.edit(id, edit(revision, set(['a', `${revision}`], '')));
    }
    let undone = 0;
    for (; store.cases.get(id).undo !== undefined; undone += 1) store.cases.undo(id);

    expect(undone).toBe(1_000);
    expect(Object.keys(store.cases.get(id).draft.a ?? {})).toHaveLength(50);
    store.close();
  });

  it('keep no more than some megabytes, but always the last entry', async () => {
    const store = await openTestStore(folder.path('megabytes'));
    const { id } = store.cases.create({});
    const large = 'x'.repeat(9_000_000);
    const remove: Change = { kind: 'remove', path: ['title'] };
    for (const [index, change] of [set(['title'], large), remove, set(['title'], large), remove].entries()) {
      store.cases.edit(id, edit(index + 1, change));
    }
    let undone = 0;
    for (; store.cases.get(id).undo !== undefined; undone += 1) store.cases.undo(id);

    expect(undone).toBe(2);
    store.close();
  });
});

describe('an edit', () => {
  it('that follows another of the same text box is one entry with it', async () => {
    const clock = handClock();
    const store = await openTestStore(folder.path('together'), clock);
    const { id } = store.cases.create({ title: '' });
    const type = (revision: number, text: string) => store.cases.edit(id, edit(revision, set(['title'], text)));
    type(1, '张');
    clock.pass(2_999);
    type(2, '张三');
    clock.pass(2_999);
    expect(type(3, '张三与')).toMatchObject({ revision: 4, draft: { title: '张三与' } });
    expect(store.cases.undo(id)).toMatchObject({ draft: { title: '' }, undo: undefined });
    expect(store.cases.redo(id).draft).toEqual({ title: '张三与' });
    clock.pass(3_000);
    type(6, '张三与甲店');

    expect(store.cases.undo(id).draft).toEqual({ title: '张三与' });
    store.close();
  });

  it.each([
    ['of another box', [set(['merchant'], '甲店')]],
    ['of more than one field', [set(['title'], '乙'), set(['merchant'], '甲店')]],
    ['of another kind', [{ kind: 'remove' as const, path: ['title'] }]],
  ])('%s is an entry of its own', async (name, changes) => {
    const store = await openTestStore(folder.path(name));
    const { id } = store.cases.create({ title: '' });
    store.cases.edit(id, edit(1, set(['title'], '甲')));
    store.cases.edit(id, edit(2, ...changes));

    expect(store.cases.undo(id).draft).toEqual({ title: '甲' });
    store.close();
  });

  it('does not join an entry that was reached by undoing', async () => {
    const store = await openTestStore(folder.path('reached'));
    const { id } = store.cases.create({ title: '' });
    store.cases.edit(id, edit(1, set(['title'], '甲')));
    store.cases.edit(id, edit(2, set(['merchant'], '店')));
    store.cases.undo(id);
    store.cases.edit(id, edit(4, set(['title'], '乙')));

    expect(store.cases.undo(id).draft).toEqual({ title: '甲' });
    store.close();
  });

  it('that changes nothing is no entry and no revision', async () => {
    const store = await openTestStore(folder.path('nothing'));
    const { id } = store.cases.create({ title: '一' });

    expect(store.cases.edit(id, edit(1, set(['title'], '一')))).toMatchObject({ revision: 1, undo: undefined });
    store.close();
  });

  it('is written whole or not at all', async () => {
    const store = await openTestStore(folder.path('whole'));
    const { id } = store.cases.create({ title: '一' });
    const broken = edit(1, set(['title'], '二'), { kind: 'remove', path: ['events'] });

    expect(() => store.cases.edit(id, broken)).toThrow(expect.objectContaining({ code: 'CHANGE_REFUSED' }));
    expect(store.cases.get(id)).toMatchObject({ revision: 1, draft: { title: '一' }, undo: undefined });
    store.close();
  });
});

describe('two windows', () => {
  const start = { title: '', merchant: '', orders: ['甲', '乙', '丙'], court: { province: '' } };
  const insert: Change = { kind: 'insert', path: ['orders'], index: 0, value: '新' };
  const pairs: readonly (readonly [string, Change, Change, 'fits' | 'conflict'])[] = [
    ['in different fields', set(['title'], '甲'), set(['merchant'], '乙'), 'fits'],
    ['in the same field', set(['title'], '甲'), set(['title'], '乙'), 'conflict'],
    ['in different rows', set(['orders', 0], '一'), set(['orders', 1], '二'), 'fits'],
    ['one below the other', { kind: 'remove', path: ['court'] }, set(['court', 'province'], '江苏'), 'conflict'],
    ['one above the other', set(['court', 'province'], '江苏'), set(['court'], ''), 'conflict'],
    ['a row that was pushed down', insert, set(['orders', 1], '二'), 'conflict'],
    ['a list in which a row was written', set(['orders', 1], '二'), insert, 'conflict'],
    [
      'a list that was sorted',
      { kind: 'move', path: ['orders'], from: 0, to: 2 },
      set(['orders', 1], '二'),
      'conflict',
    ],
    ['a list that lost a row', { kind: 'remove', path: ['orders', 2] }, set(['orders', 0], '一'), 'conflict'],
    ['a list and another field', insert, set(['title'], '乙'), 'fits'],
  ];

  it.each(pairs)('%s', async (name, first, second, outcome) => {
    const store = await openTestStore(folder.path('windows', name));
    const { id } = store.cases.create(start);
    store.cases.edit(id, edit(1, first));
    const answer = () => store.cases.edit(id, edit(1, second));

    if (outcome === 'fits') expect(answer()).toMatchObject({ revision: 3 });
    else expect(answer).toThrow(expect.objectContaining({ code: 'REVISION_CONFLICT' }));
    expect(store.cases.get(id).revision).toBe(outcome === 'fits' ? 3 : 2);
    store.close();
  });

  it('count undoing as a change of what it takes back', async () => {
    const store = await openTestStore(folder.path('undone'));
    const { id } = store.cases.create(start);
    store.cases.edit(id, edit(1, set(['title'], '甲')));
    store.cases.undo(id);

    expect(() => store.cases.edit(id, edit(2, set(['title'], '乙')))).toThrow(/REVISION_CONFLICT/);
    expect(store.cases.edit(id, edit(2, set(['merchant'], '乙'))).draft).toMatchObject({ title: '', merchant: '乙' });
    store.close();
  });

  it('are refused with a revision that is not there yet', async () => {
    const store = await openTestStore(folder.path('future'));
    const { id } = store.cases.create(start);

    expect(() => store.cases.edit(id, edit(2, set(['title'], '乙')))).toThrow(/REVISION_CONFLICT/);
    store.close();
  });
});
