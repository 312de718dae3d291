import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../electron/contract/rpc/case-procedures.ts';
import { seriousProblems } from '../support/accessibility.ts';
import { barestAnswers } from '../support/barest-answers.ts';
import { useWindows } from '../support/window.ts';

const windows = useWindows();
/** The clock of the tests is a script in every frame; the paper's frame runs none. */
const stillClock = /^console: Blocked script execution in '[^']*preview\/frame\.html'/;
/** Where a test keeps requests from arriving. */
const cutOff = /^console: Failed to load resource: net::ERR_FAILED/;
/** Where two windows changed one field. */
const refused = /^console: Failed to load resource: the server responded with a status of 409/;
const tolerates = [stillClock, cutOff, refused];

async function openCase(step: string, changes: Draft = {}) {
  const window = await windows.open({ tolerates });
  const { id } = await window.client.cases.create(barestAnswers);
  const set = Object.entries(changes).map(([name, value]) => ({ kind: 'set' as const, path: [name], value }));
  if (set.length > 0) {
    const { revision } = await window.client.cases.get({ id });
    await window.client.cases.edit({ id, baseRevision: revision, changes: set, label: '准备' });
  }
  await goTo(window.page, id, step);
  const draft = async () => (await window.client.cases.get({ id })).draft;
  return { window, page: window.page, id, draft };
}

async function goTo(page: Page, id: string, step: string) {
  await page.goto(`${page.url().split('#')[0]}#/case/${id}/${step}`);
  await page.getByRole('navigation', { name: '案件的步骤' }).waitFor();
}

/** Waits for what follows from an act; a busy machine may take its time. */
const eventually = <Value>(read: () => Promise<Value>) => expect.poll(read, { timeout: 20_000 });
const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name }).first();

describe('案件工作台', () => {
  it('saves what is typed by itself, and shows it in the paper beside', async () => {
    const { page, draft } = await openCase('parties');
    await box(page, /^姓名/).fill('言知理');
    await page.getByText('已保存').waitFor();
    await eventually(async () => (await draft()).claimants).toMatchObject([{ name: '言知理' }]);
    await page.frameLocator('iframe').getByText('言知理').first().waitFor();
  });

  it('loses nothing when the page is killed in the middle of typing', async () => {
    const { page, draft } = await openCase('parties');
    // From now on nothing reaches the core: what is typed is only in the window.
    await page.route('**/rpc/cases/edit', (route) => route.abort());
    await box(page, /^姓名/).pressSequentially('言知理本人');
    await page.getByText('刚才的修改还没能保存').waitFor();
    await page.unroute('**/rpc/cases/edit');
    await page.reload();
    await eventually(async () => (await draft()).claimants).toMatchObject([{ name: '言知理本人' }]);
    expect(await box(page, /^姓名/).inputValue()).toBe('言知理本人');
  });

  it('hands what a closed window had not saved to another one', async () => {
    const { window, page, id, draft } = await openCase('parties');
    await page.route('**/rpc/cases/edit', (route) => route.abort());
    await box(page, /^姓名/).fill('没有来得及保存');
    await page.getByText('刚才的修改还没能保存').waitFor();
    const other = await window.another(`#/case/${id}/parties`);
    await page.close({ runBeforeUnload: false });
    await eventually(async () => (await draft()).claimants).toMatchObject([{ name: '没有来得及保存' }]);
    await eventually(() => box(other, /^姓名/).inputValue()).toBe('没有来得及保存');
  });

  it('shows in one window what is typed in the other', async () => {
    const { window, page, id } = await openCase('parties');
    const other = await window.another(`#/case/${id}/parties`);
    await box(page, /^姓名/).focus();
    await box(other, /^手机号/).fill('19900001001');
    await eventually(() => box(page, /^手机号/).inputValue()).toBe('19900001001');
    expect(await page.evaluate('document.activeElement?.tagName')).toBe('INPUT');
  });

  it('asks which to keep when both windows changed one field', async () => {
    const { window, page, id, draft } = await openCase('parties');
    const other = await window.another(`#/case/${id}/parties`);
    // The window does not hear of the other's change before it sends its own.
    const held = Promise.withResolvers<void>();
    await page.route('**/rpc/cases/edit', async (route) => {
      await held.promise;
      await route.continue();
    });
    await box(page, /^姓名/).fill('我写的');
    await box(other, /^姓名/).fill('那边写的');
    await eventually(async () => (await draft()).claimants).toMatchObject([{ name: '那边写的' }]);
    held.resolve();
    const question = page.locator('[data-field="claimants[0].name"]').getByRole('alert');
    await question.getByText('我写的').waitFor();
    await question.getByText('那边写的', { exact: true }).waitFor();
    await question.getByRole('button', { name: '用我的' }).click();
    await eventually(async () => (await draft()).claimants).toMatchObject([{ name: '我写的' }]);
  });

  it('undoes after the program was started again', async () => {
    const { window, draft } = await openCase('orders');
    await box(window.page, /^订单号/).fill('202610022015083371');
    await window.page.getByRole('button', { name: '撤销' }).and(window.page.locator(':enabled')).waitFor();
    await eventually(async () => JSON.stringify((await draft()).orders)).toContain('202610022015083371');
    await window.restart();
    await box(window.page, /^订单号/).focus();
    await window.page.keyboard.press('Control+z');
    await eventually(() => box(window.page, /^订单号/).inputValue()).toBe('');
    await window.page.keyboard.press('Control+Shift+z');
    await eventually(() => box(window.page, /^订单号/).inputValue()).toBe('202610022015083371');
  });

  it('leads from each finding to its field', async () => {
    const { page } = await openCase('claims');
    await page.getByRole('button', { name: /^提示/ }).click();
    const panel = page.getByRole('dialog', { name: /提示/ });
    await panel
      .getByRole('link', { name: /申请人姓名/ })
      .first()
      .click();
    await eventually(() =>
      page.evaluate('document.activeElement?.closest("[data-field]")?.getAttribute("data-field")'),
    ).toBe('claimants[0].name');
  });

  it('adds, moves and removes rows by keys alone', async () => {
    const { page, draft } = await openCase('promises', {
      promises: [{ subject: '甲' }, { subject: '乙' }, { subject: '丙' }],
    });
    await page.getByRole('button', { name: '上移第3个对比' }).press('Enter');
    await eventually(async () => JSON.stringify((await draft()).promises)).toMatch(/甲.*丙.*乙/);
    const grip = page.getByRole('button', { name: '移动第1个对比' });
    const heard = (words: RegExp) => page.getByText(words).waitFor({ state: 'attached' });
    await grip.press('Space');
    await heard(/拿起了|现在在第1个位置/);
    await page.keyboard.press('ArrowDown');
    await heard(/现在在第2个位置/);
    await page.keyboard.press('ArrowDown');
    await heard(/现在在第3个位置/);
    await page.keyboard.press('Space');
    await eventually(async () => JSON.stringify((await draft()).promises)).toMatch(/丙.*乙.*甲/);
    await page.getByRole('button', { name: '添加对比' }).press('Enter');
    await page.keyboard.type('丁');
    await eventually(async () => JSON.stringify((await draft()).promises)).toMatch(/丙.*乙.*甲.*丁/);
    await page.getByRole('button', { name: '删除第1个对比' }).press('Enter');
    await eventually(async () => JSON.stringify((await draft()).promises)).toMatch(/^(?!.*丙).*乙.*甲.*丁/);
  });

  it('keeps the row one is writing in place while its date changes', async () => {
    const { page, draft } = await openCase('events', {
      events: [
        { at: '2026-10-02', text: '下单' },
        { at: '2026-10-05', text: '申请退款' },
      ],
    });
    const day = page.getByRole('textbox', { name: '什么时候：哪一天' }).first();
    await day.fill('2026-10-09');
    await eventually(async () => JSON.stringify((await draft()).events)).toContain('2026-10-09');
    expect(await page.evaluate('document.activeElement?.value')).toBe('2026-10-09');
    expect(await day.inputValue()).toBe('2026-10-09');
    await page.getByRole('textbox', { name: '案件名称' }).focus();
    const rows = page.locator('.row-card-name');
    await eventually(() => rows.allInnerTexts()).toEqual([
      expect.stringContaining('申请退款'),
      expect.stringContaining('下单'),
    ]);
  });

  it('puts a reference to evidence where one writes', async () => {
    const { page, draft } = await openCase('events', {
      evidence: [{ id: '付款', title: '付款截图', group: 'transaction', files: ['a.png'] }],
    });
    const prose = box(page, /^出了什么问题/);
    await prose.fill('见。');
    await prose.press('Home');
    await prose.press('ArrowRight');
    await page.getByRole('combobox', { name: '在“出了什么问题”里插入证据引用' }).click();
    await page.getByRole('option', { name: '证据1 付款截图' }).press('Enter');
    await eventually(async () => (await draft()).statements).toMatchObject({ problem: '见{证据:付款}。' });
  });

  it.each(['parties', 'orders', 'promises', 'events', 'claims'])(
    'has no serious fault for readers: %s',
    async (step) => {
      const window = await windows.open({ tolerates });
      const { id } = await window.client.cases.openSample({ name: 'software-key' });
      await goTo(window.page, id, step);
      await window.page.frameLocator('iframe').locator('h1, h2').first().waitFor();
      await window.page.getByText('已齐').first().waitFor();
      expect(await seriousProblems(window.page)).toEqual([]);
    },
  );

  it('has no serious fault for readers: an empty case, and its findings', async () => {
    const { page } = await openCase('parties');
    await page.getByText(/还缺/).first().waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: /^提示/ }).click();
    await page.getByRole('dialog', { name: /提示/ }).getByText('待补').first().waitFor();
    expect(await seriousProblems(page)).toEqual([]);
  });
});
