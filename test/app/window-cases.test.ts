import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { NewCaseAnswers } from '../../electron/contract/rpc/case-procedures.ts';
import { seriousProblems } from '../support/accessibility.ts';
import { type TestWindow, useWindows } from '../support/window.ts';

const windows = useWindows();
/** A clock that stands still is a script of the test's, which the frame of a paper does not let run. */
const tolerates = [/^console: Blocked script execution in '[^']*preview\/frame\.html'/];
/** The machine may be busy with checks of the cases that were just made. */
const patience = { timeout: 10_000 };
const now = '2026-11-22T10:00:00+08:00';

const bare: NewCaseAnswers = {
  claimant: '',
  bought: { name: '', kind: 'card-key', price: '', quantity: 1, platform: '', shop: '', paidOn: '', paidBy: '' },
  issues: ['does-not-activate'],
  problem: '',
  answers: [],
  asked: [],
};

/** A desk with cases of one's own instead of the first example. */
async function openDesk(cases: readonly Partial<NewCaseAnswers['bought']>[]): Promise<TestWindow> {
  const window = await windows.open({ now, route: '#/help', tolerates });
  await window.client.house.changeSettings({ welcomeSeen: true });
  for (const bought of cases) await window.client.cases.create({ ...bare, bought: { ...bare.bought, ...bought } });
  await go(window.page, '案件');
  return window;
}

async function go(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: place, exact: true }).click();
}

const rows = (page: Page): Locator => page.getByRole('region', { name: '案件列表' }).getByRole('heading', { level: 2 });

async function act(page: Page, title: RegExp, action: string): Promise<void> {
  await page.getByRole('button', { name: title }).first().click();
  await page.getByRole('menuitem', { name: action }).click();
}

async function choose(page: Page, name: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name, exact: true }).click({ force: true });
  await page.locator('.ant-select-item-option').filter({ hasText: option }).click();
}

describe('the first start', () => {
  it('shows a finished example and leads to its papers', async () => {
    const { page } = await windows.open({ now, tolerates });

    await page.getByText('第一次用？先看一件做好的').waitFor();
    expect(await page.getByRole('listitem').getByText('示例', { exact: true }).count()).toBe(1);
    expect(await seriousProblems(page)).toEqual([]);

    await page.getByRole('button', { name: '打开示例，看做好的文书' }).click();
    await page.waitForURL(/#\/case\/[0-9a-f-]{36}\/papers/);
  });

  it('does not bring the example back to who threw it away, but offers it', async () => {
    const { page } = await windows.open({ now, tolerates });
    await act(page, /更多操作/, '删除');
    await page.getByRole('heading', { name: '从这里开始' }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);

    await page.reload();
    await page.getByRole('heading', { name: '从这里开始' }).waitFor();
    await page.getByRole('button', { name: '看示例' }).click();
    await page.waitForURL(/#\/case\/.*\/papers/);
  });
});

describe('the list of cases', () => {
  it('finds two characters anywhere in a case and shows where', async () => {
    const { page } = await openDesk([
      { name: '办公软件激活码', shop: '晨星软件店' },
      { name: '云盘会员', shop: '蓝湖数码' },
    ]);
    await expect.poll(() => rows(page).count(), patience).toBe(2);

    const box = page.getByRole('searchbox', { name: '查找案件' });
    await box.fill('晨');
    await page.getByText('至少输入两个字').waitFor();
    await box.fill('晨星');
    await page.getByText('找到 1 件').waitFor();
    await expect.poll(() => rows(page).count(), patience).toBe(1);
    expect(await page.locator('mark').first().textContent()).toBe('晨星');

    await box.fill('没有这样的字');
    await page.getByRole('heading', { name: '没有找到' }).waitFor();
    await page.getByRole('button', { name: '显示全部案件' }).click();
    await expect.poll(() => rows(page).count(), patience).toBe(2);
  });

  it('keeps what was looked for when one comes back from a case', async () => {
    const { page } = await openDesk([{ shop: '晨星软件店' }, { shop: '蓝湖数码' }]);
    await page.getByRole('searchbox', { name: '查找案件' }).fill('蓝湖');
    await page.getByText('找到 1 件').waitFor();
    await rows(page).getByRole('link').click();
    await page.waitForURL(/#\/case\//);

    await page.goBack();

    await page.getByText('找到 1 件').waitFor();
    expect(await page.getByRole('searchbox', { name: '查找案件' }).inputValue()).toBe('蓝湖');
  });

  it('archives at once and takes it back', async () => {
    const { page, client } = await openDesk([{ shop: '晨星软件店' }]);

    await act(page, /更多操作/, '归档');
    await page.getByRole('heading', { name: '从这里开始' }).waitFor();
    await expect.poll(async () => (await client.cases.list({ shelf: 'archived' })).total).toBe(1);
    await page.getByRole('button', { name: '撤销' }).click();

    await page.getByText('已撤销').waitFor();
    await expect.poll(() => rows(page).getByRole('link').count(), patience).toBe(1);
    expect((await client.cases.list({ shelf: 'archived' })).total).toBe(0);
  });

  it('is worked by keyboard too', async () => {
    const { page, client } = await openDesk([{ shop: '晨星软件店' }]);

    await page.getByRole('button', { name: /更多操作/ }).focus();
    await page.keyboard.press('Enter');
    for (const [item, key] of [
      ['打开', 'ArrowDown'],
      ['复制一份', 'ArrowDown'],
      ['归档', 'Enter'],
    ] as const) {
      const focused = page.locator('[role=menuitem]:focus');
      await expect.poll(() => focused.textContent(), patience).toBe(item);
      await page.keyboard.press(key);
    }

    await expect.poll(async () => (await client.cases.list({ shelf: 'archived' })).total, patience).toBe(1);
  });

  it('deletes into the bin, from which a case comes back or goes for good after a question', async () => {
    const { page, client } = await openDesk([{ shop: '晨星软件店' }, { shop: '蓝湖数码' }]);

    await act(page, /更多操作/, '删除');
    await expect.poll(async () => (await client.cases.list({ shelf: 'removed' })).total).toBe(1);
    await page.getByText('回收站', { exact: true }).click();
    await act(page, /更多操作/, '彻底删除');
    const question = page.getByRole('dialog');
    await question.getByText('这一步不能撤销', { exact: false }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await question.getByRole('button', { name: '留着' }).click();
    expect((await client.cases.list({ shelf: 'removed' })).total).toBe(1);

    await act(page, /更多操作/, '放回');
    await page.getByRole('heading', { name: '回收站是空的' }).waitFor();
    expect((await client.cases.list({})).total).toBe(2);
  });

  it('narrows by stage and by merchant, and leads to the other cases of a merchant', async () => {
    const { page } = await openDesk([{ shop: '晨星软件店' }, { shop: '晨星软件店' }, { shop: '蓝湖数码' }]);
    await expect.poll(() => rows(page).count(), patience).toBe(3);

    await page.getByRole('button', { name: '同一商家的案件 2 件' }).first().click();
    await page.getByText('与“晨星软件店”有关，找到 2 件').waitFor();
    await page.getByRole('button', { name: '显示全部' }).click();

    await choose(page, '商家', /^蓝湖数码/);
    await expect.poll(() => rows(page).count(), patience).toBe(1);
    await page.getByRole('button', { name: '显示全部' }).click();

    await choose(page, '阶段', '起诉');
    await page.getByRole('heading', { name: '没有找到' }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
  });

  it('shows a case that another window made', async () => {
    const { page, client } = await openDesk([{ shop: '晨星软件店' }]);
    await expect.poll(() => rows(page).count(), patience).toBe(1);
    await client.cases.create(bare);
    await expect.poll(() => rows(page).count(), patience).toBe(2);
  });

  it('turns its pages', async () => {
    const { page } = await openDesk(Array.from({ length: 51 }, (_, index) => ({ shop: `店铺${index}` })));
    await page.getByText('第 1 页，共 2 页').waitFor();
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByText('第 2 页，共 2 页').waitFor();
    await expect.poll(() => rows(page).count(), patience).toBe(1);
  });

  it('takes in a .juli file', async () => {
    const { page, client } = await openDesk([{ name: '云盘会员', shop: '蓝湖数码' }]);
    const { cases } = await client.cases.list({});
    const id = cases[0]?.id ?? '';
    const { job } = await client.exports.archive({ id, form: 'juli' });
    for await (const state of await client.jobs.watch({ id: job })) if (state.state !== 'running') break;
    const file = await page.evaluate(
      async (address) => [...new Uint8Array(await (await fetch(address)).arrayBuffer())],
      await resultAddress(client, job),
    );

    await page
      .getByLabel('要导入的 .juli 文件')
      .setInputFiles({ name: '云盘.juli', mimeType: 'application/octet-stream', buffer: Buffer.from(file) });

    await page.getByText('已导入 1 件').waitFor();
    await expect.poll(() => rows(page).count(), patience).toBe(2);
  });
});

async function resultAddress(client: TestWindow['client'], job: string): Promise<string> {
  const state = (await client.jobs.list()).find(({ id }) => id === job);
  const [file] = state?.result?.kind === 'files' ? state.result.files : [];
  return `results/${job}/0/${encodeURIComponent(file?.name ?? '')}`;
}
