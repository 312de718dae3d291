import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seriousProblems } from '../support/accessibility.ts';
import { useWindows } from '../support/window.ts';

const windows = useWindows();
const now = '2026-11-22T10:00:00+08:00';

const question = (page: Page, title: string) => page.getByRole('heading', { name: title }).waitFor();

/** Presses Tab until what is wanted has the focus, as somebody without a mouse does. */
async function tabTo(
  page: Page,
  role: 'button' | 'textbox' | 'checkbox' | 'radio',
  name: string | RegExp,
): Promise<void> {
  const wanted = page.getByRole(role, { name });
  await wanted.first().waitFor();
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await wanted.first().and(page.locator(':focus')).count()) === 1) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${String(name)}`);
}

describe('a new case', () => {
  it('is made by keyboard alone and says what to do next', async () => {
    const { page, client } = await windows.open({ now, route: '#/help' });

    await page.keyboard.press('Alt+n');
    await question(page, '买了什么？');
    await tabTo(page, 'radio', /^卡密/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'textbox', '商品名称');
    await page.keyboard.type('云盘超级会员 年卡');
    await tabTo(page, 'textbox', '店铺或者商家的名称');
    await page.keyboard.type('蓝湖数码');
    await page.keyboard.press('Enter');
    await question(page, '花了多少钱？');
    await tabTo(page, 'textbox', '一共付了多少');
    await page.keyboard.type('￥168');
    await tabTo(page, 'textbox', '哪一天付的');
    await page.keyboard.type('10月2日');
    await page.keyboard.press('Enter');
    await question(page, '出了什么问题？');
    await tabTo(page, 'checkbox', /^未到账或迟延到账/);
    await page.keyboard.press('Space');
    await tabTo(page, 'textbox', '用自己的话说说');
    await page.keyboard.type('付款以后一直没有开通会员。');
    await tabTo(page, 'button', '下一题');
    await page.keyboard.press('Enter');
    await question(page, '商家怎么说？');
    await tabTo(page, 'checkbox', /虚拟商品，不退不换/);
    await page.keyboard.press('Space');
    await tabTo(page, 'textbox', /^商家的原话/);
    await page.keyboard.type('虚拟商品一经售出概不退换');
    await tabTo(page, 'button', '下一题');
    await page.keyboard.press('Enter');
    await question(page, '已经找过谁？');
    await tabTo(page, 'button', '跳过这一题');
    await page.keyboard.press('Enter');
    await question(page, '怎么称呼您？');
    await tabTo(page, 'textbox', '您的姓名');
    await page.keyboard.type('林晓雨');
    await page.keyboard.press('Enter');

    await question(page, '案件建好了');
    expect(
      await page
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { level: 2 }) })
        .count(),
    ).toBe(3);
    const { cases } = await client.cases.list({});
    const made = cases.find(({ isSample }) => !isSample);
    expect(made).toMatchObject({ claimant: '林晓雨', merchant: '蓝湖数码', sum: 16_800 });
    expect(made?.issues).toEqual(['not-credited-or-late']);
    const { draft } = await client.cases.get({ id: made?.id ?? '' });
    expect(JSON.stringify(draft)).toContain('2026-10-02');
    expect(await seriousProblems(page)).toEqual([]);
  });

  it('keeps the answers when one goes back and when the window is loaded again', async () => {
    const { page } = await windows.open({ now, route: '#/new' });
    await page.getByLabel('商品名称').fill('点券 648');
    await page.getByRole('radio', { name: /^游戏点券/ }).check();
    await page.getByRole('button', { name: '下一题' }).click();
    await page.getByLabel('一共付了多少').fill('648');
    await page.getByLabel('用什么付的').fill('微信支付');

    await page.reload();
    await question(page, '花了多少钱？');
    expect(await page.getByLabel('一共付了多少').inputValue()).toBe('648.00');
    expect(await page.getByLabel('用什么付的').inputValue()).toBe('微信支付');
    await page.goBack();
    await question(page, '买了什么？');
    expect(await page.getByLabel('商品名称').inputValue()).toBe('点券 648');
    expect(await page.getByRole('radio', { name: /^游戏点券/ }).isChecked()).toBe(true);

    await page.getByRole('button', { name: '清空重填' }).click();
    expect(await page.getByLabel('商品名称').inputValue()).toBe('');
  });

  it('asks for the problem, and for nothing else', async () => {
    const { page, client } = await windows.open({ now, route: '#/new?question=6' });

    await page.getByRole('button', { name: '建立案件' }).click();
    await question(page, '出了什么问题？');
    await page.getByText('请先选一项最接近实情的', { exact: false }).waitFor();
    await page.getByRole('checkbox', { name: /^描述虚假/ }).check();
    for (const title of ['商家怎么说？', '已经找过谁？', '怎么称呼您？']) {
      await page.getByRole('button', { name: '下一题' }).click();
      await question(page, title);
    }
    await page.getByRole('button', { name: '建立案件' }).click();

    await question(page, '案件建好了');
    const { cases } = await client.cases.list({});
    expect(cases.filter(({ isSample }) => !isSample)).toHaveLength(1);
  });

  it('picks a day from the calendar, and says so when what was typed is none', async () => {
    const { page } = await windows.open({ now, route: '#/new?question=2' });
    const day = page.getByLabel('哪一天付的');

    await day.fill('上个月');
    await day.blur();
    await page.getByText('这不是一个完整的日期', { exact: false }).waitFor();

    await page.getByRole('button', { name: '从日历中选' }).click();
    await page.locator('.ant-picker-cell-in-view').getByText('15', { exact: true }).click();
    expect(await day.inputValue()).toBe('2026-11-15');
  });

  it.each([1, 2, 3, 4, 5, 6])('question %i can be used by everyone', async (number) => {
    const { page } = await windows.open({ now, route: `#/new?question=${number}` });
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    expect(await seriousProblems(page)).toEqual([]);
  });
});
