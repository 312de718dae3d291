import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { seriousProblems } from '../support/accessibility.ts';
import { writeCaseFolder, writeCleanCase } from '../support/case-folder.ts';
import { cleanCaseFile } from '../support/clean-case.ts';
import { groupChanges } from '../support/group-case.ts';
import { importFolder } from '../support/imported-case.ts';
import { checkerPng } from '../support/pictures.ts';
import { runJuli } from '../support/run-juli.ts';
import { createTimestampAuthority } from '../support/timestamp-authority.ts';
import { type TestWindow, useWindows } from '../support/window.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const windows = useWindows();
const work = useWorkFolder();
const patience = { timeout: 30_000 };

type Filing = TestWindow & { readonly id: string };

/** A case on its 导出与期限. */
async function openFiling(folder: Promise<string> = writeCleanCase(work.path('case'))): Promise<Filing> {
  const window = await windows.open({ route: '#/help' });
  await window.client.house.changeSettings({ welcomeSeen: true });
  const id = await importFolder(window, await folder);
  await window.page.goto(`${window.address()}#/case/${id}/filing`);
  await window.page.getByRole('heading', { name: '现在该交什么' }).waitFor(patience);
  return Object.assign(window, { id });
}

const result = ({ page }: TestWindow) => page.getByRole('region', { name: '生成的材料' });
const view = ({ page }: TestWindow, name: string) => page.getByRole('tab', { name, exact: true }).click();

async function choose({ page }: TestWindow, list: Locator, option: string): Promise<void> {
  await list.click();
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    .getByText(option, { exact: true })
    .click();
}

async function build(window: TestWindow): Promise<void> {
  await window.page.getByRole('button', { name: /^(重新)?生成材料$/u }).click();
  await result(window).waitFor(patience);
}

async function downloaded({ page }: TestWindow, button: Locator): Promise<Buffer> {
  const download = page.waitForEvent('download', patience);
  await button.click();
  return readFile(await (await download).path());
}

async function unzipTo(folder: string, zip: Buffer): Promise<void> {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
}

describe('导出', () => {
  it('says what to hand in, where and until when, before anything else', async () => {
    const window = await openFiling();
    const { page } = window;
    const answer = page.getByRole('region', { name: '现在该交什么' });

    expect(await answer.getByText('《平台介入申诉书》').count()).toBe(1);
    expect(await answer.getByText(/平台介入”或者“客服介入/u).count()).toBe(1);
    await answer.getByText(/最近的一个期限是/u).waitFor(patience);
    expect(await seriousProblems(page)).toEqual([]);

    await choose(window, answer.getByRole('combobox', { name: '现在走到哪一步' }), '起诉');
    await answer.getByText('《民事起诉状》').waitFor(patience);
    expect((await window.client.cases.get({ id: window.id })).draft.stage).toBe('court');
  });

  it('builds for the court what `juli packet` makes of the exported folder, byte for byte', async () => {
    const window = await openFiling();
    const { page } = window;

    await choose(window, page.getByRole('combobox', { name: '交给谁' }), '法院');
    expect(await page.getByRole('checkbox', { name: /民事起诉状/u }).isChecked()).toBe(true);
    const { respondents } = (await window.client.cases.get({ id: window.id })).draft;
    const copies = `${(respondents as readonly unknown[]).length + 1} 份`;
    expect(await page.getByText(copies, { exact: true }).count()).toBe(1);
    await build(window);
    await page.locator('canvas[data-page="1"]').waitFor(patience);
    expect(await seriousProblems(page)).toEqual([]);
    const packet = await downloaded(window, page.getByRole('button', { name: '保存 PDF' }));

    await view(window, '保存与转交');
    await page.getByRole('button', { name: '导出文件夹' }).click();
    const zip = await downloaded(window, page.getByRole('button', { name: /^保存.*\.zip$/u }));
    expect(await seriousProblems(page)).toEqual([]);
    await unzipTo(work.path('exported'), zip);
    const run = await runJuli(['packet', work.path('exported'), '--output', work.path('packet.pdf')]);
    expect(run.exitCode, run.stderr).toBe(0);
    expect(packet.equals(await readFile(work.path('packet.pdf')))).toBe(true);
  });

  it('shows each part of the PDF by keys alone, and says when it is out of date', async () => {
    const window = await openFiling();
    const { page, client, id } = window;
    await page.getByRole('button', { name: '生成材料' }).focus();
    await page.keyboard.press('Enter');
    await result(window).waitFor(patience);
    const number = page.getByRole('spinbutton', { name: '页码' });
    await number.waitFor(patience);
    const pages = page.getByRole('region', { name: /\.pdf的预览$/u });
    // Until the pages are in, there is no end to go to; and a scroll takes its time, which a further key begins anew.
    const isAtTheEnd = async () => {
      await pages.press('End');
      return (await number.inputValue()) === (await number.getAttribute('aria-valuemax'));
    };
    await expect.poll(isAtTheEnd, { ...patience, interval: 500 }).toBe(true);
    await page.getByText('各部分在第几页').focus();
    await page.keyboard.press('Enter');
    const contents = page.getByRole('button', { name: '目录', exact: true });
    // The scroll to the end may still be on its way, and the focus goes to the pages.
    const isAtTheContents = async () => {
      await contents.press('Enter');
      return (await number.inputValue()) === '1';
    };
    await expect.poll(isAtTheContents, { ...patience, interval: 500 }).toBe(true);
    expect(await page.getByText('案件在这一份生成以后又改过').count()).toBe(0);

    const { revision } = await client.cases.get({ id });
    const changes = [{ kind: 'set' as const, path: ['title'], value: '换了名称' }];
    await client.cases.edit({ id, baseRevision: revision, changes, label: '修改案件名称' });

    await page.getByText('案件在这一份生成以后又改过').waitFor(patience);
  });

  it('finds a job again after a reload in the middle of it', async () => {
    const window = await windows.open({ route: '#/help' });
    await window.client.house.changeSettings({ welcomeSeen: true });
    const { id } = await window.client.cases.openSample({ name: 'software-key' });
    await window.page.goto(`${window.address()}#/case/${id}/filing`);
    await window.page.getByRole('button', { name: '生成材料' }).click();
    await window.page.getByRole('button', { name: '停止' }).waitFor(patience);

    await window.page.reload();

    await result(window).waitFor(patience);
    expect((await window.client.jobs.list()).filter(({ kind }) => kind === 'packet').length).toBe(1);
  });

  it('stops when told to, and leaves nothing', async () => {
    const window = await windows.open({ route: '#/help' });
    const { page, client } = window;
    await client.house.changeSettings({ welcomeSeen: true });
    const { id } = await client.cases.openSample({ name: 'software-key' });
    await page.goto(`${window.address()}#/case/${id}/filing`);
    await page.getByRole('button', { name: '生成材料' }).click();

    await page.getByRole('button', { name: '停止' }).click(patience);

    await page.getByText(/已停止，没有留下未完成的文件/u).waitFor(patience);
    expect((await client.jobs.list()).map(({ kind, state }) => [kind, state])).toEqual([['packet', 'cancelled']]);
    expect(await result(window).count()).toBe(0);
    await page.reload();
    await page.getByRole('region', { name: '会生成什么' }).waitFor(patience);
  });

  it('names the evidence that could not be printed, that was converted, and what is still missing', async () => {
    const folder = writeCaseFolder(
      work.path('gaps'),
      cleanCaseFile({ claimants: [{}] }),
      new Map([
        [
          'evidence/订单详情.png',
          await sharp(await checkerPng(60, 90))
            .webp()
            .toBuffer(),
        ],
        ['evidence/聊天记录.png', Buffer.from('no picture')],
      ]),
    );
    const window = await openFiling(folder);
    const { page } = window;
    const missing = page.getByRole('region', { name: '生成前先看' });
    await missing.getByText(/处没写好/u).waitFor(patience);

    await build(window);

    const unprinted = result(window).getByRole('region', { name: '没有照原样印出的证据' });
    expect(await unprinted.getByRole('listitem').count()).toBeGreaterThan(0);
    await result(window).getByText('印出说明：1 个证据文件').click();
    const converted = result(window).getByRole('listitem').filter({ hasText: '由 WebP 转换为' });
    await converted.getByRole('button', { name: /^证据1/u }).click();
    // The page where it stands.
    const shown = result(window).getByRole('spinbutton', { name: /页/u });
    await expect.poll(async () => Number(await shown.inputValue()), patience).toBeGreaterThan(1);
    expect(await seriousProblems(page)).toEqual([]);
    await missing.getByRole('link').first().click();
    await expect.poll(() => page.url(), patience).toMatch(/field=/u);
  });

  it('keeps over a reload how it is to be bound, and shows each volume', async () => {
    const window = await openFiling();
    const { page } = window;
    const form = page.getByRole('region', { name: '做成什么样' });
    await form.getByText('更多选项', { exact: true }).click();
    for (const name of [/双面打印/u, /加一张隔页/u, /这一份是副本/u, /按页数分册/u]) {
      await form.getByRole('checkbox', { name }).check();
    }
    const most = form.getByRole('spinbutton', { name: /按页数分册/u });
    await most.fill('20');
    await most.blur();
    await page.getByText('逐项选', { exact: true }).click();
    await page.getByRole('checkbox', { name: /事实经过时间线/u }).uncheck();
    await page.getByRole('checkbox', { name: /证据原件校验清单/u }).check();
    expect(await seriousProblems(page)).toEqual([]);

    await page.reload();

    await expect.poll(() => form.getByRole('radio', { name: '自己选的' }).isChecked(), patience).toBe(true);
    await form.getByText('更多选项', { exact: true }).click();
    await expect.poll(() => most.inputValue(), patience).toBe('20');
    expect(await page.getByRole('region', { name: '会生成什么' }).getByText('事实经过时间线').count()).toBe(0);
    await build(window);
    await result(window)
      .getByText(/分成 2 册/u)
      .waitFor(patience);
    await result(window).getByText('各部分在第几页').click();
    await result(window).getByRole('button', { name: '证据原件校验清单', exact: true }).click();
    // It stands in the second volume, whose pages are counted on.
    await page.getByRole('region', { name: /（副本）-第2册\.pdf的预览$/u }).waitFor(patience);
    await form.getByRole('radio', { name: '提交法院' }).check();
    expect(await form.getByRole('checkbox', { name: /这一份是副本/u }).isChecked()).toBe(false);
  });

  it('makes one packet a claimant for a group', async () => {
    const picture = await checkerPng(60, 90);
    const changes = groupChanges();
    const names = ['订单详情', '支付-甲', '支付-乙', '支付-丙', '商品详情', '聊天记录'];
    const folder = writeCaseFolder(
      work.path('group'),
      cleanCaseFile(changes),
      new Map([...names.map((name) => [`evidence/${name}.png`, picture] as const), ['evidence/激活报错.jpg', picture]]),
    );
    const window = await openFiling(folder);
    await window.page.getByRole('checkbox', { name: /每个投诉人各做一份/u }).click();

    await build(window);

    await result(window).getByText('一共 3 份').waitFor(patience);
    expect(await result(window).getByRole('combobox', { name: '看哪一份文件' }).count()).toBe(1);
  });

  it('writes a request for a time stamp, takes the right reply and no other, and checks who signed', async () => {
    const window = await openFiling();
    const { page } = window;
    const authority = await createTimestampAuthority('2026-11-18T10:00:00+08:00');
    await view(window, '保存与转交');
    const part = page.getByRole('region', { name: '时间戳（可选）' });
    const reply = async (bytes: Buffer) =>
      part.getByLabel('时间戳回执文件').setInputFiles({ name: '回执.tsr', mimeType: '', buffer: bytes });

    await part.getByRole('button', { name: '写一个申请文件' }).click();
    const requested = page.waitForEvent('download', {
      ...patience,
      predicate: (one) => /\.tsq$/u.test(one.suggestedFilename()),
    });
    await part.getByRole('button', { name: '保存申请文件和清单' }).click();
    const request = await readFile(await (await requested).path());
    await reply(Buffer.from('not a reply'));
    await part.getByRole('alert').getByText('没有通过核对').waitFor(patience);
    expect(await part.getByText('不通过：').count()).toBe(1);
    await reply(await authority.reply(request));
    await part.getByText(/2026-11-18 10:00:00（北京时间）.*据理测试时间戳服务/u).waitFor(patience);
    expect(await part.getByText(/没有给出信任的根证书/u).count()).toBe(1);
    await part
      .getByLabel('根证书文件')
      .setInputFiles({ name: 'ca.pem', mimeType: '', buffer: Buffer.from(authority.rootsPem) });
    await part.getByText('核对了 9 项，都通过').waitFor(patience);
    expect(await seriousProblems(page)).toEqual([]);

    await part.getByRole('button', { name: '删除这个申请' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
    await expect.poll(() => window.client.timestamps.ofCase({ id: window.id }), patience).toEqual([]);
  });

  it('keeps the case as .juli and the papers as Word, and says first what cannot be read', async () => {
    const window = await openFiling();
    const { page, client, id } = window;
    await view(window, '保存与转交');
    expect(await page.getByText(/写法还读不懂/u).count()).toBe(0);
    await page.getByRole('button', { name: '导出 Word' }).click();
    const word = await downloaded(window, page.getByRole('button', { name: /^保存.*\.docx$/u }).first());
    expect(Object.keys(unzipSync(word))).toContain('word/document.xml');
    const { revision } = await client.cases.get({ id });
    const changes = [{ kind: 'set' as const, path: ['date'], value: '下周三' }];
    await client.cases.edit({ id, baseRevision: revision, changes, label: '修改日期' });

    await page
      .getByText(/有 1 处写法还读不懂/u)
      .first()
      .waitFor(patience);
    await page.getByRole('button', { name: '保存为 .juli' }).click();
    const juli = await downloaded(window, page.getByRole('button', { name: /^保存(?!为).*\.juli$/u }));
    expect(juli.subarray(0, 2).toString()).toBe('PK');
    expect(await seriousProblems(page)).toEqual([]);
  });
});

describe('网上填写的文字', () => {
  it('stand by channel, with counters, to be copied', async () => {
    const window = await openFiling();
    const { page } = window;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await view(window, '网上填写的文字');
    await choose(window, page.getByRole('combobox', { name: '在哪里填' }), '全国12315平台（投诉）');
    const { channels } = await window.client.papers.texts({ id: window.id });
    const field = channels.find(({ channel }) => channel === '12315')?.fields.find(({ id }) => id === 'facts');

    await page.getByRole('button', { name: `复制${field?.name}` }).click();

    await page.getByText('已复制', { exact: true }).waitFor(patience);
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(field?.text);
    expect(await page.getByText('未核实', { exact: true }).count()).toBeGreaterThan(0);
    const lengths = page.getByRole('region', { name: '经过，按字数' });
    expect(await lengths.getByText(/^\d+\/300 字$/u).count()).toBe(1);
    expect(await seriousProblems(page)).toEqual([]);
  });
});

describe('期限', () => {
  it('are shown with what started them, and go into a calendar', async () => {
    const window = await openFiling();
    const { page, client, id } = window;
    await view(window, '期限');
    const clocks = await client.deadlines.ofCase({ id });
    const own = page.getByRole('region', { name: '您自己要赶的' });
    await own.waitFor(patience);

    for (const { standing } of clocks)
      expect(await page.getByText(standing, { exact: true }).count()).toBeGreaterThan(0);
    expect(await seriousProblems(page)).toEqual([]);
    const calendar = await downloaded(window, page.getByRole('button', { name: '存到日历（.ics）' }));
    expect(calendar.toString()).toContain('BEGIN:VEVENT');
  });

  it('a step that was taken is written down, moves the stage on, and can be taken back', async () => {
    const window = await openFiling();
    const { page, client, id } = window;
    const before = (await client.cases.get({ id })).draft;
    await page.getByRole('button', { name: '已经交了？记下这一步' }).click();
    const form = page.getByRole('region', { name: '记下新的一步' });
    await choose(window, form.getByRole('combobox', { name: '找了谁' }), '市场监督管理部门（12315）');
    await form.getByRole('button', { name: '填今天' }).click();
    await form.getByRole('textbox', { name: '编号' }).fill('TS-2026-1');
    await page.reload();
    expect(await form.getByRole('textbox', { name: '编号' }).inputValue()).toBe('TS-2026-1');
    expect(await seriousProblems(page)).toEqual([]);

    await form.getByRole('button', { name: '记下这一步' }).click();

    await page.getByText(/案件走到“12315 投诉”/u).waitFor(patience);
    const { draft } = await client.cases.get({ id });
    expect(draft.stage).toBe('market-regulator');
    expect((draft.filings as readonly unknown[]).at(-1)).toEqual({
      body: 'market-regulator',
      status: 'filed',
      filedOn: '2026-11-22',
      reference: 'TS-2026-1',
    });
    await page.getByRole('region', { name: '现在该交什么' }).getByText('《投诉书》').waitFor(patience);
    expect(await form.getByRole('textbox', { name: '编号' }).inputValue()).toBe('');

    await page.getByRole('button', { name: '撤销', exact: true }).last().click();
    await expect.poll(async () => (await client.cases.get({ id })).draft, patience).toEqual(before);
  });

  it('what became of an earlier step is added to it', async () => {
    const window = await openFiling();
    const { page, client, id } = window;
    await view(window, '办理记录');
    await page
      .getByRole('button', { name: /^修改：/u })
      .first()
      .click();
    const answer = page.getByRole('textbox', { name: '怎么答复的' }).first();
    await answer.fill('同意退款。');

    await page.getByRole('button', { name: '记下修改' }).click();

    await page.getByText('答复：同意退款。').waitFor(patience);
    const { draft } = await client.cases.get({ id });
    expect((draft.filings as readonly unknown[])[0]).toMatchObject({ answer: '同意退款。' });
  });
});
