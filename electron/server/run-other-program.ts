import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { RunProgram } from '../core/ports.ts';

/** Runs a program in a process group of its own, so that it ends with all that it has started. */
export const runOtherProgram: RunProgram = async ({ path, words, environment }, signal) => {
  signal.throwIfAborted();
  const isWindows = process.platform === 'win32';
  const child = spawn(path, words, {
    env: { ...environment },
    stdio: 'ignore',
    detached: !isWindows,
    windowsHide: true,
  });
  const stop = () => {
    if (child.pid === undefined) return;
    if (isWindows) {
      spawn('taskkill', ['/pid', `${child.pid}`, '/T', '/F'], { stdio: 'ignore', windowsHide: true });
      return;
    }
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // it has ended by itself
    }
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    const [code] = await once(child, 'exit');
    signal.throwIfAborted();
    if (code !== 0) throw new Error(`${path} ended with ${String(code)}`);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};
