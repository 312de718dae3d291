import { randomUUID } from 'node:crypto';
import { copyFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, type MessageBoxOptions, shell } from 'electron';
import { AppError } from '../contract/errors.ts';
import { describeError } from '../core/error-texts.ts';
import type { Desk } from '../core/ports.ts';

/** What the system can do for a person, asked over the window it is for. */
export function createDesk(windowNow: () => BrowserWindow | undefined): Desk {
  return {
    host: 'desktop',
    canDragOut: true,
    async saveAs({ path, name }) {
      const window = windowNow();
      const options = { defaultPath: join(app.getPath('documents'), name) };
      const { canceled, filePath } = await (window === undefined
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options));
      if (canceled || filePath === '') return false;
      await copyBeside(path, filePath);
      return true;
    },
    async open(path) {
      const trouble = await shell.openPath(path);
      if (trouble !== '') throw new AppError('NOT_FOUND', { file: path, detail: '系统里没有能打开它的程序' });
    },
    async reveal(path) {
      shell.showItemInFolder(path);
    },
    async openLink(url) {
      const { protocol, host } = new URL(url);
      if (protocol !== 'https:') throw new AppError('USAGE', { detail: '只打开 https 网页' });
      const answer = await ask(windowNow(), {
        type: 'question',
        message: `要在浏览器里打开 ${host} 吗？`,
        detail: `${url}\n这个网站要联网。据理不会把您的内容带过去。`,
        buttons: ['打开', '不打开'],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      });
      if (answer === 0) await shell.openExternal(url);
    },
  };
}

/** Whoever has the file of that name open sees the old one or the new one, never half. */
async function copyBeside(path: string, target: string): Promise<void> {
  const beside = `${target}.${randomUUID().slice(0, 8)}.part`;
  try {
    await copyFile(path, beside);
    await rename(beside, target);
  } catch (cause) {
    await rm(beside, { force: true });
    throw new AppError('WRITE_FAILED', { file: target }, { cause });
  }
}

/** The number of the button that was pressed. */
async function ask(window: BrowserWindow | undefined, options: MessageBoxOptions): Promise<number> {
  const { response } = await (window === undefined
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return response;
}

/** Says what happened, what it means and what to do; never more of an error nobody foresaw. */
export async function explain(window: BrowserWindow | undefined, cause: unknown): Promise<void> {
  const error = cause instanceof AppError ? cause : new AppError('INTERNAL', {}, { cause });
  const { title, meaning, remedy, lines } = describeError(error, 'window');
  await ask(window, {
    type: 'error',
    message: title,
    detail: [...lines, meaning, remedy].join('\n'),
    buttons: ['知道了'],
    noLink: true,
  });
}
