import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const juli = fileURLToPath(new URL('../../electron/server/juli.mjs', import.meta.url));

export interface Running {
  readonly address: string;
  /** What it told people so far. */
  said(): string;
  /** Sends a signal and resolves to the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `juli open` and resolves once it has said where the window is. */
export async function startJuli(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  program: readonly string[] = [juli, 'open'],
): Promise<Running> {
  const child: ChildProcess = spawn(process.execPath, [...program, '--json', ...words], {
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  if (child.stdout === null || child.stderr === null) throw new Error('no output');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [line = ''] = await createInterface(child.stdout)
    [Symbol.asyncIterator]()
    .next()
    .then(({ value }) => [value]);
  const { address } = JSON.parse(line) as { address: string };
  return {
    address,
    said: () => said,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}
