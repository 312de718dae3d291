import { once } from 'node:events';
import type { RunProgram } from './ports.ts';

/** As much of the `spawn` of Node as is needed: hosts lend it, since the core starts nothing by itself. */
type Spawn = (
  path: string,
  words: readonly string[],
  options: {
    readonly env?: Record<string, string | undefined>;
    readonly stdio: 'ignore';
    readonly detached?: boolean;
    readonly windowsHide: boolean;
  },
) => NodeJS.EventEmitter & { readonly pid?: number | undefined };

/** Runs programs in a process group of their own, so that each ends with all that it has started. */
export function createRunProgram(spawn: Spawn): RunProgram {
  return async ({ path, words, environment }, signal) => {
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
}
