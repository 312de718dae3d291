import { access, chmod, cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { takeOwnership } from '../../electron/core/store/owner.ts';
import { findElectron } from '../../electron/server/electron-program.ts';
import { buildStaleWindow } from '../../electron/server/stale-window.ts';
import { runJuli } from '../support/run-juli.ts';
import { startJuli } from '../support/start-juli.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const sample = fileURLToPath(new URL('../../templates/samples/software-key', import.meta.url));
const folder = useWorkFolder();

/** Stands for the browser's opener: keeps what it was asked to open, and whether others could have read it. */
const opener = `#!/bin/sh
stat -c %a "$1" > "$OPENED.mode"
cp "$1" "$OPENED.new"
mv "$OPENED.new" "$OPENED"
`;

beforeAll(async () => {
  await buildStaleWindow(() => undefined);
  await mkdir(folder.path('bin'), { recursive: true });
  await writeFile(folder.path('bin/xdg-open'), opener);
  await chmod(folder.path('bin/xdg-open'), 0o755);
}, 120_000);

const screen = (name: string) => ({
  DISPLAY: ':99',
  PATH: `${folder.path('bin')}:${process.env.PATH ?? ''}`,
  OPENED: folder.path(name),
});

const start = fileURLToPath(new URL('../../electron/server/start.mjs', import.meta.url));
const electronPackage = fileURLToPath(new URL('../../node_modules/electron', import.meta.url));

describe('npm start', () => {
  it.each([
    ['chosen with --browser', ['--browser'], true],
    ['on a machine without Electron, which it says in one line', [], false],
  ] as const)('opens the window in the browser: %s', async (_, words, isChosen) => {
    const running = await startJuli([...words, '--data', folder.path('data-start')], {}, [start]);
    expect((await fetch(running.address)).status).toBe(200);
    const electron = await findElectron(electronPackage, process.env);
    const said = /^这台电脑上没有桌面窗口要用的 Electron 程序.*$/m.exec(running.said())?.[0];
    expect(said !== undefined).toBe(!isChosen && electron === undefined);
  });
});

describe('juli open', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'serves the window on loopback until %s, and ends in order',
    async (signal) => {
      const data = folder.path(`data-${signal}`);
      const running = await startJuli(['--data', data]);
      expect(running.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{64}\/$/);
      const page = await fetch(running.address);
      expect(await page.text()).toContain('<div id="root">');
      expect(await running.end(signal)).toBe(0);
      await expect(fetch(running.address)).rejects.toThrow();
      await expect(access(`${data}/juli.lock`)).rejects.toThrow();
    },
  );

  it('sends the browser there by a file for this user alone, which is gone when the browser has come', async () => {
    const data = folder.path('data-browser');
    const { address } = await startJuli(['--data', data], screen('opened'));
    const redirect = await vi.waitFor(() => readFile(folder.path('opened'), 'utf8'), { timeout: 10_000 });
    expect(redirect).toContain(`content="0; url=${address}"`);
    expect(await readFile(folder.path('opened.mode'), 'utf8')).toBe('600\n');
    expect((await stat(data)).mode & 0o777).toBe(0o700);
    await access(`${data}/open-window.html`);
    await fetch(address);
    await vi.waitFor(() => expect(access(`${data}/open-window.html`)).rejects.toThrow(), { timeout: 10_000 });
  });

  it('leaves no such file when it ends before the browser came', async () => {
    const data = folder.path('data-no-visit');
    const running = await startJuli(['--data', data], screen('opened-in-vain'));
    await vi.waitFor(() => access(`${data}/open-window.html`), { timeout: 10_000 });
    expect(await running.end('SIGTERM')).toBe(0);
    await expect(access(`${data}/open-window.html`)).rejects.toThrow();
  });

  it('a second time joins the first and ends', async () => {
    const data = folder.path('data-second');
    const first = await startJuli(['--data', data]);
    const second = await runJuli(['open', '--data', data], { environment: screen('opened-second') });
    expect(second.exitCode).toBe(0);
    expect(second.stderr).toContain('据理已经在运行');
    expect(second.stdout).toContain(first.address);
    // It ends without waiting for the browser that it starts.
    const opened = () => readFile(folder.path('opened-second'), 'utf8').catch(() => '');
    await expect.poll(opened).toContain(first.address);
    expect((await fetch(first.address)).status).toBe(200);
  });

  it('explains when the desktop has the folder', async () => {
    const data = folder.path('data-desktop');
    await mkdir(data, { mode: 0o700 });
    const owner = takeOwnership(data);
    onTestFinished(() => owner.release(true));
    const { exitCode, stderr } = await runJuli(['open', '--data', data, '--no-browser']);
    expect(exitCode).toBe(22);
    expect(stderr).toContain('请回到已经打开的那个窗口');
  });

  it('says how to go on where there is no screen', async () => {
    const data = folder.path('data-no-screen');
    const first = await startJuli(['--data', data]);
    const { stdout, stderr } = await runJuli(['open', '--data', data], {
      environment: { DISPLAY: '', WAYLAND_DISPLAY: '' },
    });
    expect(stdout).toContain(first.address);
    expect(stderr).toContain('这台机器没有图形界面');
  });

  it('begins with a case, which is taken in once', async () => {
    const data = folder.path('data-case');
    await cp(sample, folder.path('case'), { recursive: true });
    const first = await startJuli(['--data', data, folder.path('case')]);
    const route = /#\/case\/[0-9a-f-]{36}$/;
    expect(first.address).toMatch(route);
    await first.end('SIGTERM');
    const second = await startJuli(['--data', data, folder.path('case')]);
    expect(route.exec(second.address)?.[0]).toBe(route.exec(first.address)?.[0]);
  });

  it.each([
    ['no such case', ['/there/is/nothing'], 3, '文件：/there/is/nothing'],
    ['no such id', ['00000000-0000-4000-8000-000000000001'], 3, '错误（NOT_FOUND）'],
    ['no number of minutes', ['--idle', 'soon'], 2, '应是 1 到 1440 的整数'],
  ])('%s is refused', async (name, words, code, said) => {
    const { exitCode, stderr } = await runJuli([
      'open',
      '--no-browser',
      '--data',
      folder.path(`data ${name}`),
      ...words,
    ]);
    expect(exitCode).toBe(code);
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/\.ts:\d+/);
  });
});
