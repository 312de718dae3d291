import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { findElectron } from '../../electron/server/electron-program.ts';
import { buildStaleDesktop } from '../../electron/server/stale-desktop.ts';
import { buildStaleWindow } from '../../electron/server/stale-window.ts';
import { openRelay } from '../support/page-client.ts';
import { runJuli } from '../support/run-juli.ts';

/** The program in Electron itself, wherever its binary is. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = await findElectron(join(root, 'node_modules/electron'), process.env);
if (program === undefined) {
  process.stdout.write('test/desktop/electron.test.ts: not run, the Electron binary is not on this machine.\n');
}

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

async function launch(): Promise<{ app: ElectronApplication; page: Page; dataFolder: string }> {
  await buildStaleWindow(() => undefined);
  await buildStaleDesktop(() => undefined);
  const dataFolder = await mkdtemp(join(tmpdir(), 'juli-electron-'));
  const app = await _electron.launch({ executablePath: program ?? '', args: [root, '--data', dataFolder] });
  onTestFinished(async () => {
    await app.close();
    await rm(dataFolder, { recursive: true, force: true });
  });
  const page = await app.firstWindow();
  await page.getByRole('main').waitFor();
  return { app, page, dataFolder };
}

describe.runIf(program !== undefined)('the desktop program in Electron', () => {
  it('opens its window, shut off from Node', async () => {
    const { app, page } = await launch();
    expect(page.url()).toMatch(/^app:\/\/juli\//);
    expect(await page.evaluate('[typeof require, typeof process, typeof juliPort, typeof juliFiles]')).toEqual([
      'undefined',
      'undefined',
      'object',
      'object',
    ]);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('answers no foreign page', async () => {
    const { app, page } = await launch();
    const preload = join(root, 'out/app/desktop/preload/preload.cjs');
    const answer = await app.evaluate(
      async ({ BrowserWindow }, given) => {
        const other = new BrowserWindow({
          show: false,
          webPreferences: { preload: given.preload, sandbox: true, partition: 'foreign' },
        });
        await other.loadURL('data:text/html,<title>other</title>');
        const ask = `juliFiles.admit(new File(['x'], 'a.txt'), 'a.txt')`;
        const told: unknown = await other.webContents.executeJavaScript(ask);
        other.destroy();
        return told;
      },
      { preload },
    );
    expect(answer).toMatchObject({ code: 'USAGE' });
    expect(page.isClosed()).toBe(false);
  });

  it('stays where it is, opens no window and gets no permission', async () => {
    const { app, page } = await launch();
    const before = page.url();
    await page.evaluate("location.href = 'https://shop.invalid/'").catch(() => undefined);
    expect(await page.evaluate("window.open('https://shop.invalid/') === null")).toBe(true);
    expect(page.url()).toBe(before);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(await page.evaluate("navigator.permissions.query({ name: 'geolocation' }).then((one) => one.state)")).toBe(
      'denied',
    );
  });

  it('builds a packet with the bytes the command line makes', async () => {
    const { app, page, dataFolder } = await launch();
    const client = await (await openRelay(page))();
    const { id } = await client.cases.openSample({ name: 'software-key' });
    const { job } = await client.exports.packet({ id });
    for await (const { state, error } of await client.jobs.watch({ id: job })) {
      expect(error).toBeUndefined();
      if (state !== 'running') break;
    }
    const target = join(dataFolder, '材料.pdf');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, target);
    await client.house.handOver({ job, index: 0, to: 'save-as' });
    const made = await readFile(target);
    await app.close();
    const output = join(dataFolder, 'cli.pdf');
    await runJuli(['packet', id, '--data', dataFolder, '--output', output]);
    const versions = `Electron's Chromium and that of the command line can differ; their PDF then does too`;
    expect(made.equals(await readFile(output)), versions).toBe(true);
  });
});
