import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { Desk } from '../core/ports.ts';

/** A program and its arguments; never read by a shell. */
export type Command = readonly [program: string, ...words: readonly string[]];

export interface DeskMachine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether the program is there to be run. */
  has(program: string): boolean;
  /** Resolves once the program has started. */
  start(command: Command): Promise<void>;
}

/**
 * What the machine itself can do for the person at it, through the program every system has for that. A computer
 * without a screen can do nothing, and the window offers nothing.
 */
export function createDesk(machine: DeskMachine): Desk {
  const opener = openerOf(machine);
  if (opener === undefined) return { host: 'loopback', canDragOut: false };
  return {
    host: 'loopback',
    canDragOut: false,
    open: (path) => machine.start(opener.open(path)),
    reveal: (path) => machine.start(opener.reveal(path)),
    async openLink(url) {
      if (new URL(url).protocol !== 'https:') throw new AppError('USAGE', { detail: '只打开 https 网页' });
      await machine.start(opener.open(url));
    },
  };
}

interface Opener {
  open(target: string): Command;
  reveal(path: string): Command;
}

function openerOf({ platform, environment, has }: DeskMachine): Opener | undefined {
  if (platform === 'darwin') return { open: (target) => ['open', target], reveal: (path) => ['open', '-R', path] };
  if (platform === 'win32') {
    return {
      open: (target) => ['rundll32.exe', 'url.dll,FileProtocolHandler', target],
      reveal: (path) => ['explorer.exe', `/select,${path}`],
    };
  }
  const hasScreen = [environment.DISPLAY, environment.WAYLAND_DISPLAY].some(Boolean);
  if (!hasScreen || !has('xdg-open')) return undefined;
  return { open: (target) => ['xdg-open', target], reveal: (path) => ['xdg-open', dirname(path)] };
}

/** The machine this process runs on. */
export const thisMachine: DeskMachine = {
  platform: process.platform,
  environment: process.env,
  has: (program) => (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program))),
  start: ([program, ...words]) =>
    new Promise((resolve, reject) => {
      // Detached: a browser that is started here must not end with Juli.
      const child = spawn(program, words, { detached: true, stdio: 'ignore' });
      child.once('error', (cause) => reject(new AppError('NOT_FOUND', { file: program }, { cause })));
      child.once('spawn', () => {
        child.unref();
        resolve();
      });
    }),
};

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
