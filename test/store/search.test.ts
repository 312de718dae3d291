import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../electron/core/store/store.ts';
import { caseQuery, openTestStore } from '../support/test-store.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const folder = useWorkFolder();
let store: Store;
beforeAll(async () => {
  store = await openTestStore(folder.path('store'));
  store.cases.create({ title: '张三与晨星数码纠纷', evidence: ['商品页截图', '订单 2026-0078', '100%正品_保证'] });
  store.cases.create({
    title: '李四与极光卡券纠纷',
    evidence: ['聊天记录截图', 'Office 365 "家庭版" (it’s)', 'ＡＢＣ　全角'],
  });
  store.cases.create({ title: '𠮷野家🎮点券', evidence: ['付款\n记录', '截'] });
});
afterAll(() => store.close());

const found = (text: string) =>
  store.cases
    .list(caseQuery({ text, sort: 'title' }))
    .cases.map(({ title }) => title.slice(0, 2))
    .toSorted();

const queries: readonly (readonly [string, readonly string[]])[] = [
  ['截图', ['张三', '李四']],
  ['品页', ['张三']],
  ['商品页截图', ['张三']],
  ['78', ['张三']],
  ['0078', ['张三']],
  ['6-00', ['张三']],
  ['0079', []],
  ['office', ['李四']],
  ['FFIC', ['李四']],
  ['abc', ['李四']],
  ['ａｂ', ['李四']],
  ['"家庭', ['李四']],
  ['it’s', ['李四']],
  ['365', ['李四']],
  ['0%', ['张三']],
  ['%正', ['张三']],
  ['_', ['张三']],
  ['%%', []],
  ['品_保', ['张三']],
  ['品x保', []],
  ['*', []],
  ['" OR "', []],
  ['纠纷 截图', ['张三', '李四']],
  ['聊天 张三', []],
  ['张三 0078', ['张三']],
  ['截', ['张三', '李四', '𠮷']],
  ['图', ['张三', '李四']],
  ['𠮷野', ['𠮷']],
  ['🎮', ['𠮷']],
  ['款记', []],
  ['付款 记录', ['𠮷']],
  ['页截图订', []],
  ['截图 截图', ['张三', '李四']],
  ['　截图　', ['张三', '李四']],
];

describe('search', () => {
  it.each(queries)('%s', (text, cases) => {
    expect(found(text)).toEqual(cases);
  });

  it('finds any two neighbouring characters of any text, and nothing that is not there', () => {
    const texts = ['张三与晨星数码纠纷', '商品页截图', '100%正品_保证', '聊天记录截图', 'Office 365 "家庭版" (it’s)'];
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 1, max: 6 }), (text, at, length) => {
        const part = text.slice(at % text.length).slice(0, length);
        const words = part.toLowerCase().split(/\s+/).filter(Boolean);
        const hits = store.cases.list(caseQuery({ text: part })).cases.flatMap((one) => one.hits);
        for (const word of words) expect(hits.some((hit) => hit.text.toLowerCase().includes(word))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        expect(found(text).length).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('tells where each word stands, with what is around it', () => {
    const long = `${'前'.repeat(40)}要找的词${'后'.repeat(40)}`;
    const { id } = store.cases.create({ title: '一件长的', evidence: ['别的', long] });
    const [hit] = store.cases.list(caseQuery({ text: '找的词 长的' })).cases;

    expect(hit?.hits).toEqual([
      { where: '证据2', text: `…${'前'.repeat(12)}要找的词${'后'.repeat(14)}…` },
      { where: '案件名称', text: '一件长的' },
    ]);
    store.cases.remove(id);
    expect(store.cases.list(caseQuery()).cases[0]?.hits).toEqual([]);
  });

  it('follows each edit, undo and redo, over a restart too', async () => {
    const first = await openTestStore(folder.path('edits'));
    const { id } = first.cases.create({ title: '旧的名字' });
    const total = (of: Store, text: string) => of.cases.list(caseQuery({ text })).total;
    const change = { kind: 'set' as const, path: ['title'], value: '新的称呼' };
    first.cases.edit(id, { baseRevision: 1, changes: [change], label: '' });
    expect([total(first, '旧的'), total(first, '称呼')]).toEqual([0, 1]);
    first.cases.undo(id);
    expect([total(first, '旧的'), total(first, '称呼')]).toEqual([1, 0]);
    first.cases.redo(id);
    first.close();

    const second = await openTestStore(folder.path('edits'));
    expect([total(second, '旧的'), total(second, '称呼')]).toEqual([0, 1]);
    second.cases.remove(id);
    expect(total(second, '称呼')).toBe(0);
    expect(second.cases.list(caseQuery({ text: '称呼', shelf: 'removed' })).total).toBe(1);
    second.cases.purge(id);
    expect(second.cases.list(caseQuery({ text: '称呼', shelf: 'removed' })).total).toBe(0);
    second.close();
  });

  it('keeps to the shelf, the filters and the page', () => {
    expect(store.cases.list(caseQuery({ text: '截图', merchant: '没有' })).total).toBe(0);
    expect(store.cases.list(caseQuery({ text: '截图', shelf: 'archived' })).total).toBe(0);
    const page = store.cases.list(caseQuery({ text: '截图', sort: 'title', offset: 1, limit: 1 }));
    expect([page.total, page.cases.map(({ title }) => title.slice(0, 2))]).toEqual([2, ['李四']]);
  });
});
