import type { Locator, Page } from 'playwright-core';
import { barestAnswers } from './barest-answers.ts';
import { webmClip } from './recordings.ts';
import type { TestWindow } from './window.ts';

/** One screen or dialog of the window as a person comes to it, with everything on it that it waits for. */
export interface WindowScreen {
  readonly name: string;
  /** Only looks at what the window has: the next screen may come after it in the same window. */
  readonly isShared?: boolean;
  /** Leaves the page where it is to be looked at. */
  open(window: TestWindow): Promise<void>;
}

const patience = { timeout: 15_000 };

async function goTo({ page, address }: TestWindow, route: string): Promise<void> {
  await page.goto(`${address()}#${route}`);
}

async function title(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole('heading', { name: text }).first().waitFor(patience);
}

/** A place of the rail. */
function place(name: string, route: string, heading: string): WindowScreen {
  return {
    name,
    async open(window) {
      await goTo(window, route);
      await title(window.page, heading);
    },
  };
}

/** The first example, whose steps are all filled in. */
async function openSample(window: TestWindow): Promise<string> {
  await window.client.house.changeSettings({ welcomeSeen: true });
  return (await window.client.cases.openSample({ name: 'software-key' })).id;
}

/** A step of the first example, or of a case that was just made. */
function step(
  name: string,
  { at, of = 'sample', wait }: { at: string; of?: 'sample' | 'new case'; wait?(page: Page): Promise<void> },
): WindowScreen {
  return {
    name,
    isShared: true,
    async open(window) {
      await goTo(window, `/case/${await caseOf(window, of)}/${at}`);
      await window.page.getByRole('navigation', { name: '案件的步骤' }).waitFor(patience);
      await window.page.getByText('已保存').waitFor(patience);
      await wait?.(window.page);
    },
  };
}

const casesOf = new WeakMap<TestWindow, Map<string, Promise<string>>>();

/** The case of a window, made when it is first asked for. */
function caseOf(window: TestWindow, of: 'sample' | 'new case'): Promise<string> {
  const made = casesOf.get(window) ?? new Map<string, Promise<string>>();
  casesOf.set(window, made);
  const make = async () => (await window.client.cases.create(barestAnswers)).id;
  const id = made.get(of) ?? (of === 'sample' ? openSample(window) : make());
  made.set(of, id);
  return id;
}

/** Where a sheet of paper stands beside the questions, until it says something. */
async function paper(page: Page): Promise<void> {
  await page.frameLocator('iframe').first().locator('h1').first().waitFor(patience);
}

async function checklist(page: Page): Promise<void> {
  await page.getByText('这一项我有').first().waitFor(patience);
}

/** `screen`, and then what a person looks at there. */
function then(name: string, screen: WindowScreen, act: (page: Page) => Promise<void>): WindowScreen {
  return {
    ...screen,
    name,
    async open(window) {
      await screen.open(window);
      await act(window.page);
    },
  };
}

/** The same where that changes the case. */
function thenChange(name: string, screen: WindowScreen, act: (page: Page) => Promise<void>): WindowScreen {
  return { ...then(name, screen, act), isShared: false };
}

const cases: WindowScreen = {
  name: 'cases',
  async open(window) {
    await openSample(window);
    await window.client.cases.create(barestAnswers);
    await goTo(window, '/');
    await window.page.getByText('共 2 件').waitFor(patience);
  },
};
const parties = step('parties', { at: 'parties', wait: paper });
const settings = place('settings', '/settings', '设置');
const filing = step('', { at: 'filing', wait: (page) => title(page, '现在该交什么') });

export const windowScreens: readonly WindowScreen[] = [
  {
    name: 'first-start',
    async open(window) {
      await goTo(window, '/');
      await window.page.getByText('墨格制图专业版').first().waitFor(patience);
    },
  },
  {
    name: 'cases-none',
    async open(window) {
      await window.client.house.changeSettings({ welcomeSeen: true });
      // What the page asked for before may say that nobody was welcomed yet.
      await window.page.reload();
      await goTo(window, '/');
      await window.page.getByRole('button', { name: '看示例' }).waitFor(patience);
    },
  },
  cases,
  then('cases-searched', cases, async (page) => {
    await page.getByRole('searchbox', { name: '查找案件' }).fill('激活');
    await page.locator('mark').first().waitFor(patience);
  }),
  then('cases-more', cases, async (page) => {
    await page
      .getByRole('button', { name: /^更多操作/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: '归档' }).waitFor(patience);
  }),
  {
    name: 'cases-purge',
    async open(window) {
      const { page, client } = window;
      await client.cases.remove({ id: await openSample(window) });
      await goTo(window, '/');
      await page.getByRole('button', { name: '看回收站里的 1 件' }).click();
      await page.getByRole('button', { name: /^更多操作/ }).click();
      await page.getByRole('menuitem', { name: '彻底删除' }).click();
      await page.getByRole('dialog').waitFor(patience);
    },
  },
  ...['买了什么？', '花了多少钱？', '出了什么问题？', '商家怎么说？', '已经找过谁？', '怎么称呼您？'].map(
    (question, index) => place(`new-${index + 1}`, `/new?question=${index + 1}`, question),
  ),
  {
    name: 'new-made',
    async open(window) {
      const { id } = await window.client.cases.create(barestAnswers);
      await goTo(window, `/new?made=${id}`);
      await title(window.page, '案件建好了');
      await window.page.getByText(/其中 \d+ 样请尽量找齐/).waitFor(patience);
    },
  },
  parties,
  step('parties-new', { at: 'parties', of: 'new case', wait: paper }),
  step('orders', { at: 'orders', wait: paper }),
  step('promises', { at: 'promises', wait: paper }),
  step('events', { at: 'events', wait: paper }),
  step('claims', { at: 'claims', wait: paper }),
  step('claims-new', { at: 'claims', of: 'new case', wait: paper }),
  step('evidence', {
    at: 'evidence',
    wait: (page) => page.getByRole('textbox', { name: '证据1的名称' }).waitFor(patience),
  }),
  step('evidence-new', { at: 'evidence', of: 'new case', wait: checklist }),
  then('evidence-viewer', step('', { at: 'evidence', wait: checklist }), async (page) => {
    await page.getByRole('button', { name: /^查看证据1/ }).click();
    await page.getByRole('dialog').waitFor(patience);
  }),
  thenChange('evidence-cover', step('', { at: 'evidence', wait: checklist }), async (page) => {
    await page.getByRole('button', { name: /^查看证据1/ }).click();
    await page.getByRole('button', { name: '遮盖', exact: true }).click();
    await page.getByRole('button', { name: '加一个框' }).click();
    await page
      .getByRole('button', { name: /^第1个遮盖框/ })
      .first()
      .waitFor(patience);
    await page.mouse.move(0, 0);
  }),
  thenChange('evidence-recording', step('', { at: 'evidence', of: 'new case', wait: checklist }), recording),
  then('evidence-details', step('', { at: 'evidence', wait: checklist }), async (page) => {
    await page.getByRole('button', { name: /^证据1证明/ }).click();
    await page.getByRole('textbox', { name: /^证明/ }).first().waitFor(patience);
  }),
  step('papers', { at: 'papers', wait: paper }),
  { ...filing, name: 'filing' },
  ...['网上填写的文字', '期限', '办理记录', '保存与转交'].map((name, index) =>
    then(`filing-${index + 2}`, filing, async (page) => {
      await page.getByRole('tab', { name, exact: true }).click();
    }),
  ),
  then('filing-form', filing, async (page) => {
    await page.getByText('更多选项', { exact: true }).click();
    await page.getByRole('checkbox', { name: '按页数分册' }).check();
    await toTop(page.getByRole('heading', { name: '做成什么样' }));
  }),
  thenChange('filing-timestamps', filing, async (page) => {
    await page.getByRole('tab', { name: '保存与转交', exact: true }).click();
    await page.getByRole('button', { name: '写一个申请文件' }).click();
    await page.getByRole('button', { name: '添加回执' }).waitFor(patience);
    await toTop(page.getByRole('region', { name: '时间戳（可选）' }));
  }),
  then('findings', step('', { at: 'parties', of: 'new case', wait: paper }), async (page) => {
    await page.getByRole('button', { name: /^提示/ }).click();
    await page.getByRole('dialog', { name: /提示/ }).waitFor(patience);
  }),
  {
    name: 'deadlines',
    async open(window) {
      await openSample(window);
      await goTo(window, '/deadlines');
      await window.page.getByRole('region', { name: /^已过/ }).waitFor(patience);
    },
  },
  place('deadlines-none', '/deadlines', '现在没有期限在走'),
  {
    name: 'templates',
    async open(window) {
      await openSample(window);
      await goTo(window, '/templates?path=documents/comparison.hbs');
      await window.page.getByRole('textbox', { name: /模板文字/ }).waitFor(patience);
      await paper(window.page);
    },
  },
  then('settings', settings, async (page) => {
    await replaceText(page, '.settings-folder, code', '数据文件夹');
    await withoutOffice(page);
  }),
  then('settings-restore', settings, async (page) => {
    await replaceText(page, '.settings-folder, code', '数据文件夹');
    await withoutOffice(page);
    await page.getByRole('button', { name: '从备份恢复' }).click();
    await page.getByRole('dialog').waitFor(patience);
  }),
  place('help', '/help', '帮助'),
  place('lost-page', '/nowhere', '没有这一页'),
];

/** A recording that was just taken in, with all that can be said of it open. */
async function recording(page: Page): Promise<void> {
  const clip = await webmClip({ width: 320, height: 180, colours: [{ r: 34, g: 80, b: 122 }] });
  const file = { name: '录屏.webm', mimeType: 'video/webm', buffer: clip };
  await page.locator('input[type=file]:not([webkitdirectory])').first().setInputFiles(file);
  // Its group is below what is in sight.
  await page.getByLabel('在证据里找').fill('录屏');
  await page.getByRole('button', { name: /^证据1.*的更多操作$/ }).click();
  await page.getByRole('menuitem', { name: '详细填写' }).click();
  await page.getByText(/^播放.*文字整理/).click();
  await page.getByRole('button', { name: '在此处截图' }).click();
  await page.getByRole('button', { name: '添加一句' }).click();
  await page.getByLabel('第1句的内容').fill('您好，这个激活码请再试一次。');
  await page.waitForFunction('document.querySelector("video")?.readyState >= 2', undefined, patience);
  await toTop(page.getByText(/^播放.*文字整理/));
}

/** Scrolled to the upper edge, under what stays there, with the mouse over nothing. */
async function toTop(place: Locator): Promise<void> {
  await place.evaluate((element: { style: { scrollMarginTop: string }; scrollIntoView(): void }) => {
    element.style.scrollMarginTop = '5rem';
    element.scrollIntoView();
  });
  await place.page().mouse.move(0, 0);
}

/** There only where LibreOffice is installed. */
async function withoutOffice(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Word 和表格文件' }).evaluateAll((regions: { remove(): void }[]) => {
    for (const region of regions) region.remove();
  });
}

/** What is another on every machine. */
async function replaceText(page: Page, selector: string, text: string): Promise<void> {
  await page.locator(selector).first().waitFor(patience);
  await page
    .locator(selector)
    .first()
    .evaluate((element: { textContent: string | null }, words) => {
      element.textContent = words;
    }, text);
}
