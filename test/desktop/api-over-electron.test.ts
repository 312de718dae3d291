import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, session } from 'electron';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, vi } from 'vitest';
import { createRouter } from '../../electron/core/router.ts';
import { windowAddress } from '../../electron/desktop/addresses.ts';
import { registerSchemes } from '../../electron/desktop/app-protocol.ts';
import { answerWindow } from '../../electron/desktop/connect.ts';
import { programFiles } from '../../electron/desktop/program-files.ts';
import { isFromWindow } from '../../electron/desktop/security.ts';
import { windowOptions } from '../../electron/desktop/window.ts';
import { buildStaleDesktop } from '../../electron/server/stale-desktop.ts';
import { type ApiClient, runApiCases } from '../support/api-cases.ts';
import { openWindows } from '../support/electron-stand-in/electron.ts';
import { resetIpc } from '../support/electron-stand-in/ipc.ts';
import { openRelay } from '../support/page-client.ts';

vi.mock('electron', () => import('../support/electron-stand-in/electron.ts'));

/** The built preload script in a real page, whose port goes to the program: the way every question of the window takes. */
let page: Page;
let window: BrowserWindow;
let open: () => Promise<ApiClient>;
let profile = '';

beforeAll(async () => {
  await buildStaleDesktop(() => undefined);
  profile = await mkdtemp(join(tmpdir(), 'juli-profile-'));
  app.setPath('userData', profile);
  registerSchemes();
  await app.whenReady();
  session.defaultSession.protocol.handle(
    'app',
    () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
  );
  window = new BrowserWindow(windowOptions(programFiles(fileURLToPath(new URL('../../', import.meta.url)))));
  await window.loadURL(windowAddress);
  const [standIn] = openWindows();
  if (standIn === undefined) throw new Error('there is no window');
  page = await standIn.contents.page;
  open = await openRelay(page);
}, 120_000);

afterAll(async () => {
  await page.context().close();
  await rm(profile, { recursive: true, force: true });
});

runApiCases('over Electron', async (workspace) => {
  resetIpc();
  answerWindow(createRouter(workspace), (event) => isFromWindow(event, window.webContents));
  return { client: await open(), close: async () => undefined };
});
