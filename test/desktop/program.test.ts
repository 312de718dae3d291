import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { buildStaleDesktop } from '../../electron/server/stale-desktop.ts';
import { buildStaleWindow } from '../../electron/server/stale-window.ts';
import type { ApiClient } from '../support/api-cases.ts';
import { sampleFolder } from '../support/build-packet.ts';
import { type Desktop, startDesktop } from '../support/desktop.ts';
import { newCaseAnswers } from '../support/new-case-answers.ts';
import { openRelay } from '../support/page-client.ts';
import { runJuli } from '../support/run-juli.ts';
import { useWorkFolder } from '../support/work-folder.ts';

beforeAll(async () => {
  await buildStaleWindow(() => undefined);
  await buildStaleDesktop(() => undefined);
}, 120_000);

// Each test starts a program and a browser or two.
vi.setConfig({ testTimeout: 180_000 });

const work = useWorkFolder();

async function started(options: Parameters<typeof startDesktop>[0] = {}): Promise<Desktop & { client: ApiClient }> {
  const desktop = await startDesktop(options);
  const open = await openRelay(desktop.page);
  return { ...desktop, client: await open() };
}

/** The machine may be busy with other tests. */
const eventually = <Value>(look: () => Value) => expect.poll(look, { timeout: 30_000 });

/** Run in the window: what it gets for an address, with what a page can set. */
const fetched = `async ([address, options]) => {
  const answer = await fetch(address, options);
  return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') };
}`;
const fetchIn = (page: Page, address: string, options: object = {}) =>
  page.evaluate<{ status: number; text: string }>(`(${fetched})(${JSON.stringify([address, options])})`);

const next = (page: Page) => page.getByRole('button', { name: '下一题' }).click();

describe('the desktop program, built, against the stand-in for Electron', () => {
  it('opens its window on the list of cases, and remembers where it stood', async () => {
    const { page, ask, ended, dataFolder, recorded } = await startDesktop();
    await page.getByRole('main').waitFor();
    expect(await page.title()).toContain('据理');
    await eventually(() => ask('windows')).toMatchObject([{ isShown: true, url: 'app://juli/' }]);
    expect(await recorded('enable-sandbox')).toHaveLength(1);
    expect(await recorded('request-unanswered')).toEqual([]);
    await ask('quit');
    expect(await ended).toBe(0);
    expect(existsSync(join(dataFolder, 'juli.lock'))).toBe(false);
    expect(JSON.parse(await readFile(join(dataFolder, 'desktop/window.json'), 'utf8'))).toMatchObject({ width: 1280 });
  });

  it('a case is made in the window and stands in the menu', async () => {
    const first = await startDesktop();
    const { page, ask } = first;
    await page.getByRole('main').waitFor();
    await ask('press', '文件', '新建案件');
    await page.getByRole('heading', { name: '买了什么？' }).waitFor();
    await page.getByLabel('商品名称').fill('据例会员');
    await next(page);
    await page.getByRole('heading', { name: '花了多少钱？' }).waitFor();
    await next(page);
    await page.getByRole('checkbox', { name: /^未到账或迟延到账/ }).check();
    await next(page);
    await page.getByRole('heading', { name: '商家怎么说？' }).waitFor();
    await next(page);
    await page.getByRole('button', { name: '跳过这一题' }).click();
    await page.getByRole('heading', { name: '怎么称呼您？' }).waitFor();
    await page.getByLabel('您的姓名').fill('何据真');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '案件建好了' }).waitFor();
    await eventually(async () => JSON.stringify(await ask('menu'))).toContain('"最近的案件",["据例会员');
    await ask('quit');
    expect(await first.ended).toBe(0);
  });

  it('the menu takes a step back, as the key does', async () => {
    const { page, ask, client } = await started();
    const { id } = await client.cases.create(newCaseAnswers);
    const { draft, revision } = await client.cases.get({ id });
    await page.evaluate(`location.hash = '#/case/${id}/claims'`);
    await page.getByRole('main').waitFor();
    const changes = [{ kind: 'set' as const, path: ['title'], value: '改过的名称' }];
    await client.cases.edit({ id, baseRevision: revision, label: '修改案件名称', changes });
    // The list of cases shows the name, too; only the open case knows what it can take back.
    await page.getByTitle('撤销：修改案件名称（Ctrl+Z）').waitFor();
    await ask('press', '编辑', '撤销');
    await eventually(async () => (await client.cases.get({ id })).draft.title).toBe(draft.title);
  });
});

describe('what a page may not do', () => {
  it('goes nowhere else and opens no window', async () => {
    const { page, recorded } = await startDesktop();
    await page.getByRole('main').waitFor();
    await page.evaluate("location.href = 'https://shop.invalid/'");
    await eventually(() => recorded('navigation-stopped')).toEqual(['https://shop.invalid/']);
    await page.evaluate("location.href = 'https://other.app.invalid/'");
    await eventually(() => recorded('navigation-stopped')).toContain('app://other/');
    await page.evaluate("void window.open('https://shop.invalid/')");
    await eventually(() => recorded('window-open')).toEqual(['deny']);
    expect(page.url()).toBe('https://juli.app.invalid/');
  });

  it('asks nobody outside, even where its policy does not hold', async () => {
    const { page, recorded } = await startDesktop();
    await page.getByRole('main').waitFor();
    const chromium = await page.context().newCDPSession(page);
    await chromium.send('Page.setBypassCSP', { enabled: true });
    await page.reload();
    await page.evaluate("fetch('https://shop.invalid/a', { mode: 'no-cors' }).catch(() => undefined)");
    expect(await recorded('request-cancelled')).toEqual(['https://shop.invalid/a']);
    expect(await recorded('request-unanswered')).toEqual([]);
  });

  it('gets no permission but to fill the clipboard', async () => {
    const { page } = await startDesktop();
    await page.getByRole('main').waitFor();
    const state = (name: string) =>
      page.evaluate(`navigator.permissions.query({ name: '${name}' }).then((one) => one.state)`);
    expect(await state('geolocation')).toBe('denied');
    expect(await state('notifications')).toBe('denied');
    expect(await state('clipboard-read')).toBe('denied');
    expect(await state('camera')).toBe('denied');
    expect(await state('clipboard-write')).toBe('granted');
  });

  it('another page, and a frame in the window, get no port and no ticket', async () => {
    const { ask, recorded } = await startDesktop();
    const file = work.path('secret.txt');
    await writeFile(file, 'secret');
    const foreign = [
      { url: 'https://shop.invalid/', isMain: true },
      { url: 'app://other/', isMain: true },
      { url: 'app://juli/originals/x/page.html', isMain: true },
      { url: 'app://juli/', isMain: false },
    ];
    for (const from of foreign) {
      const given = [{ path: file, relativePath: 'secret.txt' }];
      expect(await ask('forgeInvoke', 'juli:admit-path', given, from)).toMatchObject([true, { code: 'USAGE' }]);
      await ask('forgeSend', { kind: 'send', channel: 'juli:connect', given: [null], ports: [901] }, from);
      await ask('forgeSend', { kind: 'send', channel: 'juli:drag-out', given: [] }, from);
    }
    expect(await recorded('port-closed')).toEqual([901, 901, 901, 901]);
    expect(await recorded('start-drag')).toEqual([]);
    const own = await ask('forgeInvoke', 'juli:admit-path', [{ path: file, relativePath: 'a' }], {
      url: 'app://juli/#/x',
      isMain: true,
    });
    expect(own).toMatchObject([true, { ticket: expect.any(String) }]);
  });

  it('sees two names of ours and nothing of Node', async () => {
    const { page } = await startDesktop();
    expect(await page.evaluate('Object.keys(window).filter((name) => name.startsWith("juli"))')).toEqual([
      'juliPort',
      'juliFiles',
    ]);
    expect(await page.evaluate('[typeof require, typeof process, typeof module]')).toEqual([
      'undefined',
      'undefined',
      'undefined',
    ]);
  });
});

describe('addresses', () => {
  it('give the page with a policy, parts of the window, ranges of files; nothing for paths that lead out', async () => {
    const { page, client } = await started();
    const { id } = await client.cases.openSample({ name: 'software-key' });
    const [file] = await client.evidence.files({ id });
    const original = `originals/${file?.sha256}/a`;

    const whole = await fetchIn(page, original);
    const part = await fetchIn(page, original, { headers: { range: 'bytes=0-3' } });
    expect([whole.status, part.status, part.text.length]).toEqual([200, 206, 4]);
    expect((await fetchIn(page, original, { headers: { range: 'bytes=999999999-' } })).status).toBe(416);
    for (const path of [
      '..%2f..%2fpackage.json',
      '%2e%2e/package.json',
      'assets',
      'index.html',
      'preview/..%2f..%2fx',
    ]) {
      expect((await fetchIn(page, path)).status, path).toBe(404);
    }
    expect((await fetchIn(page, '', { method: 'POST', body: 'x' })).status).toBe(405);
    const response = await page.reload();
    expect(response?.headers()['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-/,
    );
  });
});

describe('files', () => {
  it('come in by their path, or by their bytes when they have none; both can be taken in', async () => {
    const { page, client } = await started();
    const { id } = await client.cases.create(newCaseAnswers);
    const evidence = `${sampleFolder('software-key')}/evidence`;
    const [name = ''] = (await readdir(evidence)).filter((one) => one.endsWith('.png'));
    await page.evaluate(
      "document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'chosen' }))",
    );
    await page.locator('#chosen').setInputFiles(join(evidence, name));
    const chosen = await page.evaluate<{ ticket: string }>(
      `juliFiles.admit(document.querySelector('#chosen').files[0], 'a.png')`,
    );
    const pasted = await page.evaluate<{
      ticket: string;
    }>(`fetch('data:text/plain,hello').catch(() => undefined).then(() =>
      juliFiles.admit(new File([new Uint8Array(${JSON.stringify([...Buffer.from('not a picture, but bytes')])})], '粘贴.png'), '粘贴.png'))`);

    const { job } = await client.evidence.take({ id, tickets: [chosen.ticket, pasted.ticket] });
    for await (const state of await client.jobs.watch({ id: job })) if (state.state !== 'running') break;

    const sha256 = createHash('sha256')
      .update(await readFile(join(evidence, name)))
      .digest('hex');
    expect((await client.evidence.files({ id })).map((one) => one.sha256)).toContain(sha256);
    expect(await client.evidence.files({ id })).toHaveLength(2);
  });
});

describe('a packet', () => {
  it('is printed by the hidden window, has the bytes the command line makes, and leaves as the person wants', async () => {
    const { page, client, ask, recorded, documents, dataFolder, ended } = await started();
    const { id } = await client.cases.openSample({ name: 'software-key' });
    const { job } = await client.exports.packet({ id });
    for await (const state of await client.jobs.watch({ id: job })) {
      expect(state.error).toBeUndefined();
      if (state.state !== 'running') break;
    }
    const target = join(documents, '材料.pdf');
    await ask('willAnswer', target);
    expect(await client.house.handOver({ job, index: 0, to: 'save-as' })).toEqual({ done: true });
    await client.house.handOver({ job, index: 0, to: 'reveal' });
    await page.evaluate(`juliFiles.dragOut('${job}', 0)`);
    await eventually(() => recorded('start-drag')).toMatchObject([{ file: expect.stringMatching(/\.pdf$/) }]);
    expect(await recorded('show-in-folder')).toHaveLength(1);
    expect(await readdir(documents)).toEqual(['材料.pdf']);
    expect(await recorded('request-cancelled')).toEqual([]);
    await ask('quit');
    await ended;

    const output = work.path('cli.pdf');
    const run = await runJuli(['packet', id, '--data', dataFolder, '--output', output]);
    expect(run.stderr).not.toContain('Error');
    expect((await readFile(target)).equals(await readFile(output))).toBe(true);
  });
});

describe('a second start', () => {
  it('opens what it was given in the window that is there, and ends', async () => {
    const first = await started();
    const { dataFolder, page } = first;
    const second = startDesktop({ dataFolder, words: [sampleFolder('game-credit')] });
    await expect(second).rejects.toThrow('ended with 0');
    await eventually(() => first.recorded('focus')).toHaveLength(1);
    await eventually(() => page.url()).toMatch(/#\/case\/[0-9a-f-]+/);
    const { cases } = await first.client.cases.list({});
    expect(page.url()).toContain(cases.find(({ isSample }) => !isSample)?.id);
  });
});

describe('a page outside', () => {
  it('is opened after a question, and only one of the list', async () => {
    const { client, ask, recorded } = await started();
    await ask('willAnswer', 1);
    await client.house.openLink({ link: '12315' });
    expect(await recorded('open-external')).toEqual([]);
    await ask('willAnswer', 0);
    await client.house.openLink({ link: '12315' });
    expect(await recorded('open-external')).toEqual(['https://www.12315.cn/']);
    await expect(client.house.openLink({ link: 'https://shop.invalid/' })).rejects.toMatchObject({
      data: { code: 'USAGE' },
    });
    expect(await recorded('message-box')).toHaveLength(2);
  });
});
