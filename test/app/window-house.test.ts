import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seriousProblems } from '../support/accessibility.ts';
import { useWindows } from '../support/window.ts';

const windows = useWindows();
const now = '2026-11-22T10:00:00+08:00';
/** A clock that stands still is a script of the test's, which the frame of a paper does not let run. */
const tolerates = [/^console: Blocked script execution in '[^']*preview\/frame\.html'/];
const patience = { timeout: 10_000 };

const title = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text, exact: true }).waitFor();

describe('the frame', () => {
  it('leads by keys: skip link, new case, search, help', async () => {
    const { page } = await windows.open({ now, route: '#/settings' });
    await title(page, '设置');

    await page.getByRole('button', { name: '跳到正文' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('main:focus').count(), patience).toBe(1);

    await page.keyboard.press('?');
    await title(page, '帮助');
    await page.keyboard.press('Control+k');
    const search = page.getByRole('searchbox', { name: '查找案件' });
    await expect.poll(() => page.locator('input[type=search]:focus').count(), patience).toBe(1);
    await page.keyboard.type('为什么?');
    expect(await search.inputValue()).toBe('为什么?');
    await page.keyboard.press('Alt+n');
    await title(page, '新建案件');
  });

  it('marks the place one is at and gives the page its title', async () => {
    const { page } = await windows.open({ now, route: '#/deadlines' });
    await title(page, '期限');
    const rail = page.getByRole('navigation', { name: '主导航' });
    expect(await rail.locator('[aria-current="page"]').allTextContents()).toEqual(['期限']);
    expect(await page.title()).toBe('期限 · 据理');
  });

  it('says so when an address leads nowhere', async () => {
    const { page } = await windows.open({ now, route: '#/nowhere' });
    await title(page, '没有这一页');
    await page.getByRole('link', { name: '回到案件', exact: true }).click();
    await title(page, '案件');
  });

  it('fits at 200 % zoom: nothing needs scrolling sideways', async () => {
    const { page } = await windows.open({ now, width: 640, height: 400 });
    for (const place of ['案件', '期限', '设置', '帮助']) {
      await page.getByRole('link', { name: place, exact: true }).first().click();
      await title(page, place);
      const overflow = await page.evaluate('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)');
      expect([place, overflow]).toEqual([place, 0]);
    }
  });

  it('says that the program is gone, and recovers when it is back', async () => {
    const { page, client } = await windows.open({ now, route: '#/help', tolerates: [/Failed to load resource/] });
    await title(page, '帮助');
    await page.context().route('**/rpc/**', (route) => route.abort());
    // A stream that is open already goes on; a new one is what a window that was asleep asks for.
    await page.reload();
    await page.getByRole('alert').getByText('窗口与据理断开了', { exact: false }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);

    await page.context().unroute('**/rpc/**');

    await page.getByRole('alert').waitFor({ state: 'detached' });
    await client.house.changeSettings({ textSize: 'larger' });
    await expect.poll(() => page.evaluate('document.documentElement.style.fontSize'), patience).toBe('21px');
  });
});

describe('deadlines', () => {
  it('are grouped, say where they come from, lead to their case and go into a calendar', async () => {
    const { page, client } = await windows.open({ now, route: '#/help', tolerates });
    const { id } = await client.cases.openSample({ name: 'software-key' });
    const known = await client.deadlines.all();
    await page.getByRole('navigation').getByRole('link', { name: '期限', exact: true }).click();

    const past = page.getByRole('region', { name: /^已过/ });
    await past.waitFor();
    expect(
      await page
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { level: 3 }) })
        .count(),
    ).toBe(known.length);
    await past.getByText('从哪一天算起，过了会怎样').first().click();
    await past.getByText('起算', { exact: false }).first().waitFor();
    await past.getByRole('button', { name: '有争议' }).first().click();
    await past.getByText('没有定论', { exact: false }).first().waitFor();
    expect(await seriousProblems(page)).toEqual([]);

    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: '存到日历（.ics）' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('据理-期限.ics');
    expect(await readFile(await download.path(), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);

    await past.getByRole('link').first().click();
    await page.waitForURL(new RegExp(`#/case/${id}/filing`));
  });

  it('are not there yet on an empty desk', async () => {
    const { page } = await windows.open({ now, route: '#/deadlines' });
    await page.getByRole('heading', { name: '现在没有期限在走' }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
  });
});

describe('settings', () => {
  it('change the size of the text at once and for good', async () => {
    const { page, client } = await windows.open({ now, route: '#/settings' });
    await page.getByText('更大', { exact: true }).click();
    await expect.poll(() => page.evaluate('document.documentElement.style.fontSize'), patience).toBe('21px');
    expect((await client.house.settings()).textSize).toBe('larger');
    await page.reload();
    await expect.poll(() => page.evaluate('document.documentElement.style.fontSize'), patience).toBe('21px');
    expect(await seriousProblems(page)).toEqual([]);
  });

  it('tell where the cases are kept and when the law was checked', async () => {
    const { page, client, dataFolder } = await windows.open({ now, route: '#/settings' });
    await page.getByText(dataFolder).waitFor();
    const { lawCheckedOn } = await client.house.about();
    const [year, month, day] = lawCheckedOn.split('-').map(Number);
    await page.getByText(`${year}年${month}月${day}日`, { exact: false }).waitFor();
  });

  it('back up everything, and put it back after a question', async () => {
    const window = await windows.open({ now, route: '#/settings' });
    const { page, client } = window;
    const { id } = await client.cases.openSample({ name: 'software-key' });

    await page.getByRole('button', { name: '现在备份' }).click();
    await page.getByText('备份做好了', { exact: false }).waitFor();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: /^保存/ }).click();
    const backup = await (await waiting).path();
    await client.cases.remove({ id });
    expect((await client.cases.list({})).total).toBe(0);

    await page.getByRole('button', { name: '从备份恢复' }).click();
    const question = page.getByRole('dialog');
    await question.getByText('换下来的那一份不会删除', { exact: false }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    const chooser = page.waitForEvent('filechooser');
    await question.getByRole('button', { name: '选择备份文件' }).click();
    await (await chooser).setFiles(backup);

    await page.getByText('备份检查过了，完好。').waitFor();
    await window.restart();
    expect((await window.client.cases.list({})).total).toBe(1);
  });
});

describe('help', () => {
  it('tells what Juli is not, and each word in a line', async () => {
    const { page } = await windows.open({ now, route: '#/help' });
    await page.getByText('不是法律意见', { exact: false }).first().waitFor();
    await page.getByText('诉讼时效', { exact: true }).waitFor();
    expect(await page.getByRole('link', { name: /12315/ }).getAttribute('rel')).toBe('noopener noreferrer');
    expect(await seriousProblems(page)).toEqual([]);
  });
});
