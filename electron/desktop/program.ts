import { spawn } from 'node:child_process';
import { app, type BrowserWindow, type Event, Menu, session } from 'electron';
import { createOfficeConverter } from '../core/evidence/documents/office-converter.ts';
import { createWindowAnswers } from '../core/files/window-answers.ts';
import { readWindowFiles } from '../core/files/window-files.ts';
import { openCaseSource } from '../core/open-case-source.ts';
import { openWorkspace } from '../core/open-workspace.ts';
import { createRouter } from '../core/router.ts';
import { createRunProgram } from '../core/run-program.ts';
import type { Workspace } from '../core/workspace.ts';
import { windowAddress } from './addresses.ts';
import { serveWindow } from './app-protocol.ts';
import { answerWindow } from './connect.ts';
import { createDesk, explain } from './dialogs.ts';
import { letDragOut } from './drag-out.ts';
import { keepMenu } from './keep-menu.ts';
import { createWindowMedia } from './media.ts';
import type { DesktopOrder } from './order.ts';
import { createWindowPrinter } from './printer.ts';
import { programFiles } from './program-files.ts';
import { guardContents, isFromWindow, shutSession } from './security.ts';
import { giveTickets } from './tickets.ts';
import { openWindow } from './window.ts';

/** Opens the data folder and its window, and runs until the window is closed. */
export async function runProgram(order: DesktopOrder): Promise<void> {
  const stop = new AbortController();
  let window: BrowserWindow | undefined;
  let wanted = order.caseSource;
  const files = programFiles(app.getAppPath());

  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  // A second start, and a file that was opened with the program. Before there is a window, it begins with that.
  let show = (source: string | undefined): void => {
    wanted = source ?? wanted;
  };
  app.on('second-instance', (_event, _words, _folder, data) => show(caseSourceOf(data)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    show(path);
  });
  app.on('window-all-closed', () => app.quit());

  await app.whenReady();
  const own = session.defaultSession;
  shutSession(own);
  const clock = { now: () => new Date() };
  const workspace = await openWorkspace(
    { dataFolder: order.dataFolder, templatesFolder: files.templates },
    {
      printer: createWindowPrinter(),
      media: createWindowMedia(),
      office: createOfficeConverter({ platform: process.platform, environment: process.env }, createRunProgram(spawn)),
      clock,
      desk: createDesk(() => window),
    },
  );
  endInOrder(workspace, stop);

  const isOurs = (event: Parameters<typeof isFromWindow>[0]) => isFromWindow(event, window?.webContents);
  serveWindow(own, createWindowAnswers(await readWindowFiles(files.window), workspace.files));
  answerWindow(createRouter(workspace), isOurs);
  giveTickets({ files: workspace.files, incoming: workspace.store.originals.incoming, isOurs });
  letDragOut({ jobs: workspace.jobs, icon: files.icon, isOurs });

  const running = { signal: stop.signal, progress: () => undefined };
  const routeOf = async (source: string): Promise<string> =>
    `#/case/${await openCaseSource(workspace, source, running)}`;
  const go = (route: string): void => void window?.loadURL(`${windowAddress}${route}`);
  show = (source) => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
    if (source !== undefined) routeOf(source).then(go, (cause: unknown) => explain(window, cause));
  };
  let route = '';
  let trouble: unknown;
  if (wanted !== undefined) {
    route = await routeOf(wanted).catch((cause: unknown) => {
      trouble = cause;
      return '';
    });
  }
  window = openWindow({ files, profileFolder: order.profileFolder, route });
  window.once('closed', () => {
    window = undefined;
  });
  const menu = { window: () => window, go, open: (source: string) => show(source) };
  keepMenu(workspace, menu, stop.signal, (template) => Menu.setApplicationMenu(Menu.buildFromTemplate(template)));
  if (trouble !== undefined) await explain(window, trouble);
}

/** What still runs is stopped and the data folder closed before the program is gone. */
function endInOrder(workspace: Workspace, stop: AbortController): void {
  app.on('will-quit', (event: Event) => {
    event.preventDefault();
    stop.abort();
    session.defaultSession.flushStorageData();
    void workspace.close().finally(() => app.exit(0));
  });
}

function caseSourceOf(data: unknown): string | undefined {
  const source = typeof data === 'object' && data !== null ? Reflect.get(data, 'caseSource') : undefined;
  return typeof source === 'string' ? source : undefined;
}
