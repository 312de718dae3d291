import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Hands, keyboardHands, mouseHands } from '../support/hands.ts';
import { checkerPng } from '../support/pictures.ts';
import { runJuli } from '../support/run-juli.ts';
import { useWindows } from '../support/window.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const windows = useWindows();
const work = useWorkFolder();
/** The clock of the tests is a script in every frame; the paper's frame runs none. */
const tolerates = [/^console: Blocked script execution in '[^']*preview\/frame\.html'/];
const patience = { timeout: 30_000 };

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor(patience);
const saved = (page: Page) => page.getByText('已保存').waitFor(patience);

/** An invented dispute: a year of lessons was paid for and never opened. */
async function makeCase(page: Page, hands: Hands): Promise<void> {
  await page.getByText('墨格制图专业版').first().waitFor(patience);
  await hands.press('button', '新建案件');
  await heading(page, '买了什么？');
  await hands.press('radio', /^会员/);
  await hands.write('商品名称', '晨读云课堂 年度会员');
  await hands.press('radio', /^购物平台上的店铺/);
  await hands.write('平台名称', '有据商城');
  await hands.write('店铺或者商家的名称', '晨读知识店');
  await hands.press('button', '下一题');
  await heading(page, '花了多少钱？');
  await hands.write('一共付了多少', '￥365');
  await hands.write('哪一天付的', '2026年9月1日');
  await hands.write('用什么付的', '银行卡');
  await hands.press('button', '下一题');
  await heading(page, '出了什么问题？');
  await hands.press('checkbox', /^未到账或迟延到账/);
  await hands.write('用自己的话说说', '付款以后一直显示“等待开通”，三周都没有开通。');
  await hands.press('button', '下一题');
  await heading(page, '商家怎么说？');
  await hands.press('checkbox', /虚拟商品，不退不换/);
  await hands.press('button', '下一题');
  await heading(page, '已经找过谁？');
  await hands.press('checkbox', /^商家/);
  await hands.write('哪一天找的商家', '20260915');
  await hands.press('button', '下一题');
  await heading(page, '怎么称呼您？');
  await hands.write('您的姓名', '顾念慈');
  await hands.press('button', '建立案件');
  await heading(page, '案件建好了');
  await hands.press('link', '先看看整个案件');
  await heading(page, '当事人');
}

async function tellTheRest(page: Page, hands: Hands): Promise<void> {
  await hands.write(/^手机号/, '19900002002');
  await hands.write(/^住址/, '明据省例州市据南区明理路3号');
  await hands.write(/^全名/, '例州晨读知识科技有限公司');
  await hands.write(/^地址/, '明据省例州市据北区晨光路9号');
  await saved(page);

  await hands.press('button', /^下一步：订单与卡密/);
  await heading(page, '订单与卡密');
  await hands.write(/^订单号/, '202609010800365001');
  await hands.write('下单时间：哪一天', '9月1日');
  await hands.write(/^下单时间：几点几分/, '８：０５');

  await hands.press('button', /^下一步：承诺与实际/);
  await heading(page, '承诺与实际');
  await hands.press('button', '添加对比');
  await hands.write(/^说的是哪一点/, '开通时间');
  await hands.write(/^当时怎么说的/, '商品页写明“付款后10分钟内自动开通”。');
  await hands.write(/^实际是怎样/, '付款三周后仍未开通。');

  await hands.press('button', /^下一步：经过/);
  await heading(page, '经过');
  await hands.press('button', '添加事件');
  await hands.writeLast('什么时候：哪一天', '2026-09-22');
  await hands.writeLast(/^发生了什么/, '页面仍显示“等待开通”，不能听课。');
  await saved(page);
}

async function askForTheMoney(page: Page, hands: Hands): Promise<void> {
  await hands.press('link', /诉求/);
  await heading(page, '诉求');
  await hands.write(/^写成一句话/, '退还购买“晨读云课堂 年度会员”的货款365.00元。');
  await hands.write(/^这个数是怎么算的/, '订单实付365.00元，未收到任何退款，应退365.00元。');
  await hands.write(/^文书上的日期/, '2026-11-22');
  await saved(page);
  await hands.press('link', /文书/);
  await page.frameLocator('iframe').getByText('顾念慈').first().waitFor(patience);
}

/** The packet that the window makes, and the packet that the command line makes of the case as the window gives it away. */
async function takeAway(page: Page, hands: Hands): Promise<{ readonly made: Buffer; readonly folder: string }> {
  await hands.press('link', /导出与期限/);
  await heading(page, '导出与期限');
  await hands.press('button', '生成材料');
  await page.getByText(/^做好了，共 \d+ 页/).waitFor({ timeout: 60_000 });
  const packet = await downloadAfter(page, () => hands.press('button', '保存 PDF'));

  await hands.press('tab', '保存与转交');
  await hands.press('button', '导出文件夹');
  const save = page.getByRole('region', { name: '案件文件夹（zip）' }).getByRole('button', { name: /^保存/ });
  await save.waitFor(patience);
  const zip = await downloadAfter(page, () => hands.press('button', /^保存.*\.zip$/));
  return { made: packet, folder: await unzip(zip) };
}

async function downloadAfter(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const waiting = page.waitForEvent('download', patience);
  await act();
  return readFile(await (await waiting).path());
}

/** Returns the folder that holds case.json. */
async function unzip(zip: Buffer): Promise<string> {
  let folder = '';
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    if (name.endsWith('/')) continue;
    const path = work.path('case', ...name.split('/'));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
    if (name.endsWith('case.json')) folder = dirname(path);
  }
  return folder;
}

async function expectSamePacket(made: Buffer, folder: string): Promise<void> {
  const output = work.path('packet.pdf');
  const run = await runJuli(['packet', folder, '--output', output, '--no-cover', '--no-checksums']);
  expect(run.exitCode, run.stderr).toBe(0);
  expect(made.equals(await readFile(output))).toBe(true);
}

describe('from an empty folder to a packet in hand', () => {
  it('with the mouse', async () => {
    const { page } = await windows.open({ tolerates });
    const hands = mouseHands(page);
    await makeCase(page, hands);
    await tellTheRest(page, hands);

    await hands.press('link', /证据/);
    await heading(page, '证据');
    await drop(page, {
      '订单详情.png': await checkerPng(320, 640),
      '等待开通的页面.png': await checkerPng(330, 640),
    });
    await page.getByText('已收录 2 份', { exact: false }).waitFor(patience);
    await hands.write('证据1的名称', '订单详情截图');

    await askForTheMoney(page, hands);
    const { made, folder } = await takeAway(page, hands);
    await expectSamePacket(made, folder);
  }, 180_000);

  it('with the keyboard', async () => {
    const { page } = await windows.open({ tolerates });
    const hands = keyboardHands(page);
    await makeCase(page, hands);
    await tellTheRest(page, hands);

    await hands.press('link', /证据/);
    const chooser = page.waitForEvent('filechooser');
    await hands.press('button', '添加文件');
    await (await chooser).setFiles({
      name: '订单详情.png',
      mimeType: 'image/png',
      buffer: await checkerPng(320, 640),
    });
    await page.getByText('已收录 1 份', { exact: false }).waitFor(patience);
    await paste(page, await checkerPng(330, 640));
    await page.getByText('共 2 份').waitFor(patience);
    await hands.write('证据1的名称', '订单详情截图');

    await askForTheMoney(page, hands);
    const { made, folder } = await takeAway(page, hands);
    await expectSamePacket(made, folder);
  }, 180_000);
});

/** A journey fails on such a request; that nothing of the sort happens is what the tests above say at their end. */
it('a request that leaves this computer does not go unseen', async () => {
  const window = await windows.open({ route: '#/help', tolerates: [/^request: http:\/\/elsewhere\.invalid\//] });
  const other = await window.page.context().newPage();

  await other.goto('http://elsewhere.invalid/').catch(() => undefined);

  expect(window.problems()).toEqual(['request: http://elsewhere.invalid/']);
});

/** In the page: a DataTransfer with these files, as a drop or a paste carries them. */
function carried(pictures: Readonly<Record<string, Buffer>>): string {
  const contents = Object.entries(pictures).map(([name, bytes]) => [name, bytes.toString('base64')]);
  return `(() => {
    const carried = new DataTransfer();
    for (const [name, text] of ${JSON.stringify(contents)}) {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      carried.items.add(new File([bytes], name, { type: 'image/png' }));
    }
    return carried;
  })()`;
}

/** Files let fall on the window. */
async function drop(page: Page, pictures: Readonly<Record<string, Buffer>>): Promise<void> {
  const dataTransfer = await page.evaluateHandle(carried(pictures));
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.getByRole('main').dispatchEvent(type, { dataTransfer });
  }
}

/** Copies a picture, as another program does, and presses Ctrl+V. */
async function paste(page: Page, picture: Buffer): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(`(async () => {
    const bytes = Uint8Array.from(atob('${picture.toString('base64')}'), (letter) => letter.charCodeAt(0));
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
  })()`);
  await page.keyboard.press('ControlOrMeta+V');
}
