import { randomUUID } from 'node:crypto';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { AppError } from '../contract/errors.ts';
import type { Files } from '../core/files/files.ts';
import { shownError } from '../core/shown-error.ts';
import { channels } from './channels.ts';

export interface TicketPorts {
  readonly files: Pick<Files, 'admit'>;
  /** Where pasted pictures lie until they are taken in. */
  readonly incoming: string;
  isOurs(event: IpcMainInvokeEvent): boolean;
}

/** Larger things are files, and come by their path. */
const mostBytes = 256 * 2 ** 20;
const longestPath = 4_096;

/** Tickets for the files a person gives to the window, answered like an upload: `{ ticket }`, or what went wrong. */
export function giveTickets({ files, incoming, isOurs }: TicketPorts): void {
  const answer = (channel: string, admit: (asked: unknown) => Promise<string>) =>
    ipcMain.handle(channel, async (event, asked: unknown) => {
      try {
        if (!isOurs(event)) throw refusal();
        return { ticket: await admit(asked) };
      } catch (cause) {
        return shownError(cause);
      }
    });

  answer(channels.admitPath, async (asked) => {
    const path = textOf(asked, 'path');
    const isFile = await stat(path).then(
      (found) => found.isFile(),
      () => false,
    );
    if (!isFile) throw new AppError('NOT_FOUND', { file: path });
    const relativePath = textOf(asked, 'relativePath');
    return files.admit({ path, name: basename(path), relativePath, isTemporary: false });
  });

  answer(channels.admitBytes, async (asked) => {
    const name = textOf(asked, 'name');
    const relativePath = textOf(asked, 'relativePath');
    const bytes = fieldOf(asked, 'bytes');
    if (!(bytes instanceof ArrayBuffer) || bytes.byteLength > mostBytes || /[/\\\0]/.test(name)) throw refusal();
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    const path = join(incoming, randomUUID());
    await writeFile(path, new Uint8Array(bytes), { flag: 'wx', mode: 0o600 });
    return files.admit({ path, name, relativePath, isTemporary: true });
  });
}

function refusal(): AppError {
  return new AppError('USAGE');
}

export function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function textOf(value: unknown, key: string): string {
  const text = fieldOf(value, key);
  if (typeof text !== 'string' || text === '' || text.length > longestPath) throw refusal();
  return text;
}
