import { describe, expect, it } from 'vitest';
import type { Store } from '../../electron/core/store/store.ts';
import { caseQuery, handClock, openTestStore } from '../support/test-store.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const folder = useWorkFolder();
const unknown = '00000000-0000-4000-8000-000000000000';

const titles = (store: Store, query: Parameters<typeof caseQuery>[0]) =>
  store.cases.list(caseQuery(query)).cases.map(({ title }) => title);

describe('a case', () => {
  it('is there after a restart as it was', async () => {
    const first = await openTestStore(folder.path('restart'));
    const created = first.cases.create({ title: '甲', orders: [{ shop: '店' }] }, { sample: 'software-key' });
    first.close();
    const store = await openTestStore(folder.path('restart'));

    expect(store.cases.get(created.id)).toEqual(created);
    expect(created).toMatchObject({ revision: 1, createdAt: '2026-10-20T08:00:00.000Z', sample: 'software-key' });
    store.close();
  });

  it('can be given its id', async () => {
    const store = await openTestStore(folder.path('given'));

    expect(store.cases.create({}, { id: unknown }).id).toBe(unknown);
    store.close();
  });

  it('that is not there is NOT_FOUND, whatever is asked of it', async () => {
    const store = await openTestStore(folder.path('unknown'));
    const { cases, originals } = store;
    const edit = { baseRevision: 1, changes: [{ kind: 'remove' as const, path: ['a'] }], label: '' };
    const asked = [
      () => cases.get(unknown),
      () => cases.edit(unknown, edit),
      () => cases.undo(unknown),
      () => cases.redo(unknown),
      () => cases.archive(unknown, true),
      () => cases.remove(unknown),
      () => cases.restore(unknown),
      () => cases.purge(unknown),
      () => originals.ofCase(unknown),
      () => originals.note(unknown, []),
      () => originals.copyRows(unknown, unknown),
    ];

    for (const ask of asked) expect(ask).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    store.close();
  });

  it('keeps what the checks made of its newest revision', async () => {
    const store = await openTestStore(folder.path('checked'));
    const { id } = store.cases.create({ title: '一' });
    const nextDeadline = { clock: 'appeal', name: '申诉', lastDay: '2026-11-01' };
    store.cases.setChecked(id, 1, { errors: 1, warnings: 2, hints: 3, nextDeadline });
    store.cases.edit(id, { baseRevision: 1, changes: [{ kind: 'set', path: ['title'], value: '二' }], label: '' });
    store.cases.setChecked(id, 1, { errors: 9, warnings: 9, hints: 9, nextDeadline: undefined });

    expect(store.cases.list(caseQuery()).cases[0]).toMatchObject({
      title: '二',
      findings: { errors: 1, warnings: 2, hints: 3 },
      nextDeadline,
    });
    store.cases.setChecked(id, 2, { errors: 0, warnings: 0, hints: 0, nextDeadline: undefined });
    expect(store.cases.list(caseQuery()).cases[0]?.nextDeadline).toBeUndefined();
    store.close();
  });
});

describe('the shelves', () => {
  it('hold what is open, put away and in the bin', async () => {
    const store = await openTestStore(folder.path('shelves'));
    const [first, second, third] = ['一', '二', '三'].map((title) => store.cases.create({ title }).id);
    if (first === undefined || second === undefined || third === undefined) throw new Error('no cases');
    store.cases.archive(second, true);
    store.cases.archive(third, true);
    store.cases.remove(third);

    expect(titles(store, { shelf: 'open' })).toEqual(['一']);
    expect(titles(store, { shelf: 'archived' })).toEqual(['二']);
    expect(titles(store, { shelf: 'removed' })).toEqual(['三']);
    expect(store.cases.ids('removed')).toEqual([third]);
    store.cases.restore(third);
    store.cases.archive(second, false);
    expect(titles(store, { shelf: 'archived' })).toEqual(['三']);
    expect(store.cases.ids('open')).toEqual([second, first]);
    store.close();
  });

  it('are sorted, filtered and shown page by page', async () => {
    const clock = handClock();
    const store = await openTestStore(folder.path('sorted'), clock);
    const drafts = [
      { title: 'b', sum: 300, stage: 'court', merchant: '甲店' },
      { title: 'c', sum: 100, stage: 'platform', merchant: '乙店' },
      { title: 'a', sum: 200, stage: 'court', merchant: '甲店' },
    ];
    const ids = drafts.map((draft) => {
      clock.pass(1_000);
      return store.cases.create(draft).id;
    });
    const deadline = (lastDay: string) => ({ clock: 'x', name: 'x', lastDay });
    const none = { errors: 0, warnings: 0, hints: 0 };
    store.cases.setChecked(ids[0] ?? '', 1, { ...none, nextDeadline: deadline('2026-12-02') });
    store.cases.setChecked(ids[1] ?? '', 1, { ...none, nextDeadline: deadline('2026-12-01') });

    expect(titles(store, { sort: 'updated' })).toEqual(['a', 'c', 'b']);
    expect(titles(store, { sort: 'deadline' })).toEqual(['c', 'b', 'a']);
    expect(titles(store, { sort: 'sum' })).toEqual(['b', 'a', 'c']);
    expect(titles(store, { sort: 'title' })).toEqual(['a', 'b', 'c']);
    expect(titles(store, { stage: 'court' })).toEqual(['a', 'b']);
    expect(titles(store, { merchant: '乙店' })).toEqual(['c']);
    expect(titles(store, { sort: 'title', offset: 1, limit: 1 })).toEqual(['b']);
    expect(store.cases.list(caseQuery({ offset: 7 }))).toEqual({ total: 3, cases: [] });
    store.close();
  });

  it('count the other cases against the same merchant', async () => {
    const store = await openTestStore(folder.path('merchants'));
    const ids = ['甲店', '甲店', '甲店', '乙店', ''].map((merchant) => store.cases.create({ merchant }).id);
    store.cases.remove(ids[0] ?? '');
    store.cases.archive(ids[1] ?? '', true);

    const open = store.cases.list(caseQuery()).cases;
    expect(open.map(({ merchant, sameMerchant }) => [merchant, sameMerchant])).toEqual([
      ['', 0],
      ['乙店', 0],
      ['甲店', 1],
    ]);
    expect(store.cases.list(caseQuery({ shelf: 'removed' })).cases[0]?.sameMerchant).toBe(2);
    expect(store.cases.merchants()).toEqual([
      { name: '甲店', cases: 2 },
      { name: '乙店', cases: 1 },
    ]);
    store.close();
  });

  it('find the case of a sample unless it is in the bin', async () => {
    const store = await openTestStore(folder.path('sample'));
    const { id } = store.cases.create({}, { sample: 'software-key' });

    expect(store.cases.ofSample('software-key')).toBe(id);
    expect(store.cases.list(caseQuery()).cases[0]?.isSample).toBe(true);
    store.cases.remove(id);
    expect(store.cases.ofSample('software-key')).toBeUndefined();
    store.close();
  });
});

describe('settings', () => {
  it('are what was set, and the defaults otherwise', async () => {
    const first = await openTestStore(folder.path('settings'));
    const defaults = first.settings.get();
    expect(defaults).toMatchObject({ textSize: 'normal', theme: 'light', welcomeSeen: false, usesOffice: false });
    first.settings.change({ textSize: 'large' });
    expect(first.settings.change({ welcomeSeen: true })).toMatchObject({ textSize: 'large', welcomeSeen: true });
    first.close();
    const store = await openTestStore(folder.path('settings'));

    expect(store.settings.get()).toEqual({ ...defaults, textSize: 'large', welcomeSeen: true });
    store.close();
  });

  it('keep texts that wait', async () => {
    const store = await openTestStore(folder.path('waiting'));
    store.settings.setDraftText('template:b_%', '乙');
    store.settings.setDraftText('template:a', '甲');
    store.settings.setDraftText('other', '丙');
    store.settings.setDraftText('template:a', '甲二');
    store.settings.setDraftText('other', undefined);

    expect(store.settings.draftText('template:a')).toBe('甲二');
    expect(store.settings.draftText('other')).toBeUndefined();
    expect(store.settings.draftTexts('template:').map(({ key }) => key)).toEqual(['template:a', 'template:b_%']);
    expect(store.settings.draftTexts('%')).toEqual([]);
    store.close();
  });
});
