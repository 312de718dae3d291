import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../electron/contract/rpc/case-procedures.ts';
import { seriousProblems } from '../support/accessibility.ts';
import { barestAnswers } from '../support/barest-answers.ts';
import { lockedPdfFile } from '../support/pdf-files.ts';
import { markedPicture } from '../support/pictures.ts';
import { type TestWindow, useWindows } from '../support/window.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const windows = useWindows();
const work = useWorkFolder();
const cutOff = /^console: Failed to load resource: net::ERR_FAILED/;

/** A picture file that no other is like: `width` tells them apart. */
async function pictureFile(name: string, width: number, height = 60): Promise<string> {
  const path = work.path(name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, await markedPicture(width, height));
  return path;
}

async function openEvidence(changes: Draft = {}, query = '') {
  // High enough for all groups: lines out of sight are not drawn.
  const window = await windows.open({ tolerates: [cutOff], height: 2_400 });
  const { id } = await window.client.cases.create(barestAnswers);
  const set = Object.entries(changes).map(([name, value]) => ({ kind: 'set' as const, path: [name], value }));
  if (set.length > 0) {
    const { revision } = await window.client.cases.get({ id });
    await window.client.cases.edit({ id, baseRevision: revision, changes: set, label: '准备' });
  }
  await goTo(window.page, id, query);
  return { window, page: window.page, id, evidence: () => evidenceOf(window, id) };
}

async function goTo(page: Page, id: string, query = ''): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#/case/${id}/evidence${query}`);
  await page.getByRole('button', { name: '添加文件', exact: true }).waitFor();
}

/** The draft's evidence in the order of the draft, each as `组 名`. */
async function evidenceOf(window: TestWindow, id: string): Promise<string[]> {
  const { draft } = await window.client.cases.get({ id });
  const rows = (draft.evidence ?? []) as { group: string; title: string }[];
  return rows.map(({ group, title }) => `${group} ${title}`);
}

/** What is on the screen, in its order: `证据1 名`. */
async function shown(page: Page): Promise<string[]> {
  return page.evaluate('[...document.querySelectorAll("article")].map((card) => card.getAttribute("aria-label"))');
}

/** As the system would let them fall on the middle of the window. */
async function dropPaths(page: Page, ...files: string[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 500, y: 120, data });
  }
}

/** By its label or its text. */
async function focusedName(page: Page): Promise<string> {
  return page.evaluate('document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent');
}

const focusedField = (page: Page) =>
  page.evaluate('document.activeElement?.closest("[data-field]")?.getAttribute("data-field")');

const item = (id: string, group: string, more: Draft = {}): Draft => ({
  id,
  title: `标题${id}`,
  group,
  files: [`证据/${id}.png`],
  ...more,
});
const fiveItems = {
  evidence: [
    item('t1', 'transaction'),
    item('t2', 'transaction'),
    item('t3', 'transaction'),
    item('p1', 'promise'),
    item('p2', 'promise'),
  ],
};

describe('taking evidence in', () => {
  it('takes dropped files and folders, tells duplicates and what cannot be read, and asks for a password', async () => {
    const { page, evidence } = await openEvidence();
    const first = await pictureFile('付款截图.png', 61);
    await pictureFile('文件夹/里面/客服聊天.png', 62);
    await writeFile(work.path('文件夹/空的.png'), '');
    await dropPaths(page, first, work.path('文件夹'));
    await page.getByText('已收录 2 份；1 份没有收录。').waitFor();
    await page.getByText(/空的\.png：/).waitFor();
    expect(await evidence()).toEqual(['transaction 付款截图', 'communication 客服聊天']);
    expect(await shown(page)).toEqual(['证据1 付款截图', '证据2 客服聊天']);
    await page.locator('img[src*="thumbnails/"]').first().waitFor();

    await writeFile(work.path('改了名.png'), await markedPicture(61, 60));
    await dropPaths(page, work.path('改了名.png'));
    await page.getByText('没有收录新的文件；1 份重复，没有再收。').waitFor();
    await page.getByText('改了名.png：和“付款截图”是同一个文件').waitFor();
    expect(await evidence()).toHaveLength(2);

    await writeFile(work.path('付款流水.pdf'), await lockedPdfFile('geheim'));
    await dropPaths(page, work.path('付款流水.pdf'));
    await page.getByText('已收好、但还印不出来的（1 份）').waitFor();
    await page.getByRole('button', { name: /^证据2.*的更多操作$/ }).click();
    await page.getByRole('menuitem', { name: '详细填写' }).click();
    await page.getByRole('button', { name: '输入第1个文件的打开密码' }).click();
    const password = page.getByLabel('第1个文件的打开密码', { exact: true });
    await password.fill('falsch');
    await password.press('Enter');
    await page.getByText('这个密码打不开文件').waitFor();
    await password.fill('geheim');
    await password.press('Enter');
    await page.getByText(/^密码正确/).waitFor();
    await page.getByRole('button', { name: '查看第1个文件' }).click();
    await page.getByText('这份 PDF 设了密码或者已经损坏').waitFor();
  });

  it('shows that files hang over the window', async () => {
    const { page } = await openEvidence();
    const path = await pictureFile('悬着.png', 63);
    const devtools = await page.context().newCDPSession(page);
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    await devtools.send('Input.dispatchDragEvent', { type: 'dragEnter', x: 500, y: 120, data });
    await devtools.send('Input.dispatchDragEvent', { type: 'dragOver', x: 500, y: 120, data });
    await page.getByText('松开就放进来').waitFor();
    await page.evaluate('document.body.dispatchEvent(new DragEvent("dragleave", { bubbles: true }))');
    await page.getByText('松开就放进来').waitFor({ state: 'detached' });
  });

  it('takes a pasted screenshot, also while one types', async () => {
    const { page, evidence } = await openEvidence(fiveItems);
    const bytes = [...(await markedPicture(64, 60))].join();
    await page.getByRole('textbox', { name: '证据1的名称' }).focus();
    await page.evaluate(`
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array([${bytes}])], 'image.png', { type: 'image/png' }));
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    `);
    await expect.poll(evidence).toContain('other 粘贴的截图 2026-11-22 10.00');
  });

  it('puts files chosen for a line of the checklist into its group', async () => {
    const { page, evidence } = await openEvidence();
    const path = await pictureFile('没有说明的名字.png', 65);
    const chooser = page.waitForEvent('filechooser');
    await page
      .getByRole('button', { name: /^这一项我有，选文件：.*付款记录|^这一项我有，选文件：付款/ })
      .first()
      .click();
    await (await chooser).setFiles([path]);
    await page.getByText('已收录 1 份。').waitFor();
    expect(await evidence()).toEqual(['transaction 没有说明的名字']);
    await page.getByRole('region', { name: '交易凭证' }).getByText('已有 1 份').waitFor();
  });

  it('stops sending, and keeps nothing', async () => {
    const { page, evidence } = await openEvidence();
    const held = Promise.withResolvers<void>();
    await page.route('**/upload', async (route) => {
      await held.promise;
      await route.abort();
    });
    await dropPaths(page, await pictureFile('一.png', 66), await pictureFile('二.png', 67));
    await page.getByText('正在读取 2 个文件').first().waitFor();
    await page.getByText(/^0\/2，/).waitFor();
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByText('已停止，这一次的文件都没有加进来。').waitFor();
    held.resolve();
    expect(await evidence()).toEqual([]);
  });

  it('goes on while one looks at another step', async () => {
    const { page, id, evidence } = await openEvidence();
    const held = Promise.withResolvers<void>();
    await page.route('**/upload', async (route) => {
      await held.promise;
      await route.continue();
    });
    await dropPaths(page, await pictureFile('慢.png', 68));
    await page.getByText('正在读取 1 个文件').first().waitFor();
    await page
      .getByRole('navigation', { name: '案件的步骤' })
      .getByRole('link', { name: /当事人/ })
      .click();
    await page.getByRole('textbox', { name: /^姓名/ }).first().waitFor();
    await goTo(page, id);
    await page.getByText('正在读取 1 个文件').first().waitFor();
    held.resolve();
    await page.getByText('已收录 1 份。').waitFor();
    expect(await evidence()).toEqual(['other 慢']);
  });

  it('marks an original that is gone, and has it back with the same file', async () => {
    const { window, page, id } = await openEvidence();
    const path = await pictureFile('会丢的.png', 69);
    await dropPaths(page, path);
    await page.getByText('已收录 1 份。').waitFor();
    const [file] = await window.client.evidence.files({ id });
    await rm(window.workspace().store.originals.pathOf(file?.sha256 ?? ''), { force: true });
    await page.reload();
    await page.getByText('有 1 份证据的原件不见了').waitFor();
    await page.getByRole('button', { name: '看是哪些' }).click();
    await page.getByRole('article').getByText('原件不见了').waitFor();
    await dropPaths(page, path);
    await page.getByText(/重复，没有再收/).waitFor();
    await page.getByText('有 1 份证据的原件不见了').waitFor({ state: 'detached' });
  });
});

describe('putting evidence in order', () => {
  it('moves by keys, with the numbers following in the draft and on paper', async () => {
    const { window, page, id, evidence } = await openEvidence(fiveItems);
    const card = (name: string) => page.getByRole('article', { name, exact: true });
    await card('证据3 标题t3').getByRole('button', { name: /^查看/ }).focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect
      .poll(() => shown(page))
      .toEqual(['证据1 标题t1', '证据2 标题t3', '证据3 标题t2', '证据4 标题p1', '证据5 标题p2']);
    const grip = page.getByRole('button', { name: '移动证据5' });
    const isLifted = () => grip.getAttribute('aria-pressed');
    await grip.focus();
    await page.keyboard.press('Space');
    await expect.poll(isLifted).toBe('true');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => shown(page)).toContain('证据4 标题p2');
    await page.keyboard.press('Escape');
    await expect.poll(() => shown(page)).toContain('证据4 标题p1');
    await page.keyboard.press('Space');
    await expect.poll(isLifted).toBe('true');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Space');
    const order = [
      'transaction 标题t1',
      'transaction 标题t3',
      'transaction 标题t2',
      'promise 标题p2',
      'promise 标题p1',
    ];
    await expect.poll(evidence).toEqual(order);
    const { html } = await window.client.papers.preview({ id, part: 'evidence-list' });
    const printed = [...html.replaceAll(/<[^>]+>/g, ' ').matchAll(/标题\w\d/g)].map(([title]) => title);
    expect(printed).toEqual(['标题t1', '标题t3', '标题t2', '标题p2', '标题p1']);
  });

  it('moves by mouse, also into another group, and takes it back', async () => {
    const { page, evidence } = await openEvidence(fiveItems);
    await drag(page, '证据1 标题t1', '证据3 标题t3', 0.9);
    await expect
      .poll(() => shown(page))
      .toEqual(['证据1 标题t2', '证据2 标题t3', '证据3 标题t1', '证据4 标题p1', '证据5 标题p2']);
    await drag(page, '证据4 标题p1', '证据1 标题t2', 0.1);
    await expect
      .poll(() => shown(page))
      .toEqual(['证据1 标题p1', '证据2 标题t2', '证据3 标题t3', '证据4 标题t1', '证据5 标题p2']);
    await expect.poll(evidence).toContain('transaction 标题p1');
    await page.keyboard.press('Control+z');
    await expect.poll(evidence).toContain('promise 标题p1');
    expect(await shown(page)).toContain('证据4 标题p1');
  });

  it('moves to a number, and several together into a group', async () => {
    const { page, evidence } = await openEvidence(fiveItems);
    await page.getByRole('button', { name: '证据5的更多操作' }).click();
    await page.getByRole('menuitem', { name: '移到……' }).click();
    const dialog = page.getByRole('dialog', { name: '移到第几号' });
    await dialog.getByRole('spinbutton', { name: '移到第几号证据' }).fill('2');
    await dialog.getByText('移过去以后归在“交易凭证”').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => shown(page)).toContain('证据2 标题p2');
    await page.getByRole('checkbox', { name: '选择证据1' }).check();
    await page.getByRole('checkbox', { name: '选择证据3' }).click({ modifiers: ['Shift'] });
    await page.getByText('已选 3 份').waitFor();
    await page.getByRole('combobox', { name: '把选中的归到' }).click();
    await page.getByTitle('沟通记录').last().click();
    await expect
      .poll(() => shown(page))
      .toEqual(['证据1 标题t3', '证据2 标题p1', '证据3 标题t1', '证据4 标题p2', '证据5 标题t2']);
    expect(await evidence()).toContain('communication 标题p2');
  });

  it('merges and removes what is selected, and offers to take it back', async () => {
    const { window, page, id, evidence } = await openEvidence({
      ...fiveItems,
      events: [{ text: '见{证据:t2}', evidence: ['t2', 'p1'] }],
    });
    await page.getByRole('button', { name: /^查看证据1 / }).focus();
    await page.keyboard.press('Control+a');
    await page.getByText('已选 5 份').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: '选择证据1' }).check();
    await page.getByRole('checkbox', { name: '选择证据2' }).check();
    await page.getByRole('button', { name: '合并成一份' }).click();
    await expect.poll(evidence).toHaveLength(4);
    const { draft } = await window.client.cases.get({ id });
    expect(draft.events).toEqual([{ text: '见{证据:t1}', evidence: ['t1', 'p1'] }]);
    await page.getByText('2 个文件').first().waitFor();
    await page.getByRole('button', { name: '撤销', exact: true }).last().click();
    await page.getByText('共 5 份').waitFor();

    await page.getByRole('button', { name: /^查看证据4 / }).focus();
    await page.keyboard.press('Delete');
    await page.getByText('已移除证据4 标题p1，1 处引用也去掉了').waitFor();
    await expect.poll(evidence).toHaveLength(4);
    await expect.poll(() => focusedName(page)).toMatch(/^查看证据4 标题p2/);
    await page.getByRole('button', { name: '撤销', exact: true }).last().click();
    await expect.poll(evidence).toHaveLength(5);
  });
});

describe('naming evidence', () => {
  it('names one after the other by keys, and tells what each proves', async () => {
    const { window, page, id } = await openEvidence(fiveItems);
    await page.getByRole('textbox', { name: '证据1的名称' }).fill('订单');
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedName(page)).toBe('证据2的名称');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('付款');
    await expect.poll(() => evidenceOf(window, id)).toContain('transaction 付款');
    expect((await evidenceOf(window, id)).slice(0, 3)).toEqual([
      'transaction 订单',
      'transaction 付款',
      'transaction 标题t3',
    ]);
    await page.getByRole('button', { name: '证据2还没写证明什么，去写' }).click();
    await expect.poll(() => focusedField(page)).toBe('evidence[1].proves');
    await page.keyboard.type('付了199元');
    await expect
      .poll(async () => (await window.client.cases.get({ id })).draft.evidence)
      .toMatchObject([{}, { proves: '付了199元' }, {}, {}, {}]);
    await page.getByRole('button', { name: '证据2证明：付了199元' }).waitFor();
  });

  it('is led to by a finding', async () => {
    const { page } = await openEvidence(fiveItems, '?field=evidence[3].source');
    await expect.poll(() => focusedField(page)).toBe('evidence[3].source');
  });

  it('says where an item is cited, and finds those that are not', async () => {
    const { page } = await openEvidence({ ...fiveItems, events: [{ text: '付款', evidence: ['t2'] }] });
    await page.getByRole('article', { name: '证据2 标题t2' }).getByText('引用 1 处').waitFor();
    await page.getByRole('button', { name: '证据2的更多操作' }).click();
    await page.getByRole('menuitem', { name: '详细填写' }).click();
    await page.getByRole('link', { name: '经过第1条' }).waitFor();
    await page.getByRole('textbox', { name: '在证据里找' }).fill('标题t');
    await page.getByText('找到 3 份，共 5 份').waitFor();
    await page.getByRole('combobox', { name: '看哪些' }).click();
    await page.getByTitle('还没被引用的').last().click();
    await page.getByText('找到 2 份，共 5 份').waitFor();
    expect(await shown(page)).toEqual(['证据1 标题t1', '证据3 标题t3']);
  });
});

describe('looking at evidence', () => {
  it('shows one file over the whole window, by keys', async () => {
    const { page, evidence } = await openEvidence();
    await dropPaths(page, await pictureFile('付款1.png', 400, 800), await pictureFile('付款2.png', 410, 800));
    await page.getByText('已收录 2 份。').waitFor();
    await page.getByRole('button', { name: /^查看证据1 付款1/ }).press('Enter');
    const viewer = page.getByRole('dialog', { name: /^查看证据/ });
    await viewer.getByRole('img', { name: '证据1 付款1' }).waitFor();
    const percent = viewer.locator('.viewer-percent');
    await page.keyboard.press('1');
    await expect.poll(() => percent.textContent()).toBe('100%');
    await page.keyboard.press('+');
    await expect.poll(() => percent.textContent()).toBe('125%');
    await page.keyboard.press('w');
    await viewer.getByRole('button', { name: '适合宽度', pressed: true }).waitFor();
    const turned = async () => (await viewer.getByRole('img').boundingBox()) ?? { width: 0, height: 0 };
    const before = await turned();
    await page.keyboard.press('r');
    await expect.poll(async () => (await turned()).width > (await turned()).height).toBe(before.width < before.height);
    await page.keyboard.press('ArrowRight');
    await viewer.getByRole('img', { name: '证据2 付款2' }).waitFor();
    await viewer.getByText('410×800 像素').waitFor();
    await viewer.getByRole('textbox', { name: '名称' }).fill('第二次付款');
    await expect.poll(evidence).toContain('transaction 第二次付款');
    expect(await seriousProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
    await expect.poll(() => focusedName(page)).toBe('查看证据2 第二次付款');
  });
});

describe('many items', () => {
  it('draws only what is in sight, and still has all of them at hand', async () => {
    const groups = ['transaction', 'promise', 'problem', 'communication', 'identity', 'other'];
    const evidence = Array.from({ length: 500 }, (_none, index) => item(`n${index}`, groups[index % 6] ?? 'other'));
    const { page } = await openEvidence({ evidence });
    await page.getByText('共 500 份').waitFor();
    expect((await shown(page)).length).toBeLessThan(60);
    await page.keyboard.press('End');
    // The end moves down as what is drawn on the way turns out higher than was thought.
    const countAtTheEnd = async () => {
      await page.evaluate('window.scrollTo({ top: document.documentElement.scrollHeight })');
      return page.getByRole('article', { name: /^证据500 / }).count();
    };
    await expect.poll(countAtTheEnd).toBe(1);
    await page.getByRole('textbox', { name: '在证据里找' }).fill('标题n250');
    await page.getByText('找到 1 份，共 500 份').waitFor();
    await page.getByRole('textbox', { name: /的名称$/ }).fill('改过的');
    await page.getByText('没有找到').waitFor();
  });
});

describe('everybody', () => {
  it.each(['software-key', 'game-credit', 'lifetime-membership'])(
    'has no serious fault for readers: %s',
    async (name) => {
      const window = await windows.open();
      const { id } = await window.client.cases.openSample({ name });
      await goTo(window.page, id);
      await window.page
        .getByText(/已有 \d+ 份/)
        .first()
        .waitFor();
      await window.page.getByText('已齐').first().waitFor();
      expect(await seriousProblems(window.page)).toEqual([]);
      await window.page.getByRole('button', { name: '证据1的更多操作' }).click();
      await window.page.getByRole('menuitem', { name: '详细填写' }).click();
      await window.page.locator('.ant-segmented-item', { hasText: '列表' }).click();
      await window.page.getByRole('checkbox', { name: '选择证据2' }).check();
      await window.page.getByRole('textbox', { name: '证据1证明什么' }).waitFor();
      expect(await seriousProblems(window.page)).toEqual([]);
    },
  );

  it('has no serious fault for readers: an empty case', async () => {
    const { page } = await openEvidence();
    await page.getByText(/订单详情和付款记录/).waitFor();
    await page.getByText('要有').first().waitFor();
    expect(await seriousProblems(page)).toEqual([]);
  });
});

async function drag(page: Page, from: string, to: string, across: number): Promise<void> {
  const start = await page
    .getByRole('article', { name: from, exact: true })
    .locator('.evidence-card-head')
    .boundingBox();
  const end = await page.getByRole('article', { name: to, exact: true }).boundingBox();
  if (start === null || end === null) throw new Error('not in sight');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2 + 20, start.y + start.height / 2, { steps: 3 });
  await page.mouse.move(end.x + end.width * across, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}
