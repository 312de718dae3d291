import { once } from 'node:events';
import { createServer } from 'node:http';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { unpackChromium } from '../../electron/server/chromium-files.ts';
import { buildStaleWindow } from '../../electron/server/stale-window.ts';
import { startJuli } from '../support/start-juli.ts';
import { clientOf } from '../support/window.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const folder = useWorkFolder();
let browser: Browser;

beforeAll(async () => {
  await buildStaleWindow(() => undefined);
  const { executable, environment } = await unpackChromium();
  browser = await chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...environment },
    args: ['--no-sandbox', '--disable-gpu'],
  });
}, 120_000);
afterAll(() => browser.close());

async function openPage(address: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

describe('when the host is killed while a window is open', () => {
  it('the next start is where the window looks for it, and gets what was typed in between', async () => {
    const words = ['--data', folder.path('data')];
    const first = await startJuli(words);
    const { id } = await clientOf(first.address).cases.openSample({ name: 'software-key' });
    const page = await openPage(`${first.address}#/case/${id}/claims`);
    const title = page.getByRole('textbox', { name: '案件名称' });
    await title.fill('打字之前');
    await expect.poll(() => draftTitle(first.address, id)).toBe('打字之前');

    await first.end('SIGKILL');
    await title.fill('断开以后写的名称');
    const second = await startJuli(words);

    expect(second.address).toBe(first.address);
    await expect.poll(() => draftTitle(second.address, id), { timeout: 30_000 }).toBe('断开以后写的名称');
    expect(await title.inputValue()).toBe('断开以后写的名称');
  });

  it('a start that finds the port taken has a new one and a new token', async () => {
    const words = ['--data', folder.path('data-taken')];
    const first = await startJuli(words);
    await first.end('SIGKILL');
    const { port, pathname } = new URL(first.address);
    const stranger = createServer().listen(Number(port), '127.0.0.1');
    await once(stranger, 'listening');
    onTestFinished(() => void stranger.close());

    const second = new URL((await startJuli(words)).address);

    expect(second.port).not.toBe(port);
    expect(second.pathname).not.toBe(pathname);
  });

  it('after an orderly end port and token are new', async () => {
    const words = ['--data', folder.path('data-orderly')];
    const first = await startJuli(words);
    await first.end('SIGTERM');
    const second = await startJuli(words);
    expect(new URL(second.address).pathname).not.toBe(new URL(first.address).pathname);
  });
});

async function draftTitle(address: string, id: string): Promise<unknown> {
  return (await clientOf(address).cases.get({ id })).draft.title;
}
