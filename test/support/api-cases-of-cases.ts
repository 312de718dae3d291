import { describe, expect, it } from 'vitest';
import type { StartApi } from './api-cases.ts';
import { newCaseAnswers } from './new-case-answers.ts';

/** Cases as they are kept. */
export function caseCases(carrier: string, start: StartApi): void {
  describe(`${carrier}: cases`, () => {
    it('a new case is listed, opened and edited, and each edit names what undo takes back', async () => {
      const { client } = await start();

      const { id } = await client.cases.create(newCaseAnswers);
      const made = await client.cases.get({ id });
      const edited = await client.cases.edit({
        id,
        baseRevision: made.revision,
        label: '修改案件名称',
        changes: [{ kind: 'set', path: ['title'], value: '会员降级案' }],
      });

      expect(made.draft).toMatchObject({ issues: ['not-as-described'], stage: 'platform' });
      expect(edited).toMatchObject({ revision: made.revision + 1, undo: '修改案件名称' });
      const listed = await client.cases.list({});
      expect(listed).toMatchObject({ total: 1, cases: [{ id, title: '会员降级案', claimant: '何据真', sum: 26_800 }] });
      expect(await client.cases.undo({ id })).toMatchObject({ draft: made.draft, redo: '修改案件名称' });
      expect(await client.cases.redo({ id })).toMatchObject({ draft: { title: '会员降级案' } });
    });

    it('an edit on an older revision goes in beside others, not over them', async () => {
      const { client } = await start();
      const { id } = await client.cases.create(newCaseAnswers);
      const { revision: baseRevision } = await client.cases.get({ id });
      const set = (path: (string | number)[], value: string) =>
        client.cases.edit({ id, baseRevision, label: '修改', changes: [{ kind: 'set', path, value }] });

      await set(['title'], '第一个窗口');
      await set(['claimants', 0, 'phone'], '19900000001');

      await expect(set(['title'], '第二个窗口')).rejects.toMatchObject({ data: { code: 'REVISION_CONFLICT' } });
      expect((await client.cases.get({ id })).draft).toMatchObject({
        title: '第一个窗口',
        claimants: [{ phone: '19900000001' }],
      });
    });

    it('is found by two characters, by order number and by the title of its evidence', async () => {
      const { client } = await start();
      const { id } = await client.cases.openSample({ name: 'software-key' });
      await client.cases.create(newCaseAnswers);

      const found = async (text: string) => (await client.cases.list({ text })).cases;

      expect((await found('墨格')).map((one) => one.id)).toEqual([id]);
      expect((await found('2015083371')).map((one) => one.id)).toEqual([id]);
      expect(await found('没有这样的词')).toEqual([]);
      const [first] = await found('据例数码');
      expect(first?.hits.length).toBeGreaterThan(0);
      const evidence = (await client.cases.get({ id })).draft.evidence;
      const title = Array.isArray(evidence) ? String(fieldOf(evidence[0], 'title')) : '';
      expect((await found(title))[0]?.hits).toContainEqual({
        where: expect.stringMatching(/^证据\d+ /),
        text: expect.stringContaining(title),
      });
    });

    it('goes to the archive and the bin and back; for good only from the bin', async () => {
      const { client } = await start();
      const { id } = await client.cases.create(newCaseAnswers);
      const shelf = async (name: 'open' | 'archived' | 'removed') => (await client.cases.list({ shelf: name })).total;

      await client.cases.archive({ id, archived: true });
      expect([await shelf('open'), await shelf('archived')]).toEqual([0, 1]);
      await client.cases.archive({ id, archived: false });
      await expect(client.cases.purge({ id })).rejects.toMatchObject({ data: { code: 'USAGE' } });
      await client.cases.remove({ id });
      expect([await shelf('open'), await shelf('removed')]).toEqual([0, 1]);
      await client.cases.restore({ id });
      await client.cases.remove({ id });
      await client.cases.purge({ id });

      expect([await shelf('open'), await shelf('removed')]).toEqual([0, 0]);
      await expect(client.cases.get({ id })).rejects.toMatchObject({ data: { code: 'NOT_FOUND' } });
    });

    it('a sample is opened once, however often and at the same time it is asked for', async () => {
      const { client } = await start();

      const [first, second] = await Promise.all([
        client.cases.openSample({ name: 'software-key' }),
        client.cases.openSample({ name: 'software-key' }),
      ]);
      const third = await client.cases.openSample({ name: 'software-key' });

      expect(new Set([first.id, second.id, third.id]).size).toBe(1);
      const files = await client.evidence.files({ id: first.id });
      expect(files.length).toBeGreaterThan(5);
      expect(files.filter(({ isMissing, problem }) => isMissing || problem !== undefined)).toEqual([]);
      expect(await client.cases.get({ id: first.id })).toMatchObject({ isSample: true });
      await expect(client.cases.openSample({ name: '../secrets' })).rejects.toMatchObject({
        data: { code: 'NOT_FOUND' },
      });
    });

    it('boxes to cover are proposed for the text of a PDF, and for no picture', async () => {
      const { client } = await start();
      const { id } = await client.cases.openSample({ name: 'game-credit' });
      const files = await client.evidence.files({ id });
      const propose = (kind: 'pdf' | 'picture') =>
        client.evidence.proposeRedactions({ id, path: files.find((file) => file.kind === kind)?.path ?? '' });

      expect(await propose('pdf')).toEqual({ isReadable: true, boxes: [] });
      expect(await propose('picture')).toEqual({ isReadable: false, boxes: [] });
      await expect(client.evidence.proposeRedactions({ id, path: '../case.json' })).rejects.toMatchObject({
        data: { code: 'NOT_FOUND' },
      });
    });

    it('a copy has the files, is no sample, and goes its own way', async () => {
      const { client } = await start();
      const { id } = await client.cases.openSample({ name: 'software-key' });

      const copy = await client.cases.duplicate({ id });

      expect(await client.evidence.files({ id: copy.id })).toEqual(await client.evidence.files({ id }));
      const { records, broken } = await client.evidence.log({ id: copy.id });
      expect(records).toEqual((await client.evidence.log({ id })).records);
      expect(records.length).toBeGreaterThan(5);
      expect(broken).toBeUndefined();
      expect(await client.cases.get({ id: copy.id })).toMatchObject({
        isSample: false,
        draft: { title: expect.stringContaining('（副本）') },
      });
      expect((await client.cases.list({})).cases.map(({ sameMerchant }) => sameMerchant)).toEqual([1, 1]);
      expect(await client.cases.merchants()).toMatchObject([{ cases: 2 }]);
    });
  });
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
