import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const program = fileURLToPath(new URL('../../electron/server/juli.mjs', import.meta.url));

/** `juli open` as a process of its own, without a browser. */
export interface RunningHost {
  readonly pid: number | undefined;
  /** Resolves when it serves. */
  readonly address: Promise<string>;
  stop(): Promise<void>;
}

export function startHost(dataFolder: string): RunningHost {
  const juli = spawn(process.execPath, [program, 'open', '--no-browser', '--json', '--data', dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(juli, 'exit');
  const addressOf = async () => {
    const [line] = (await once(createInterface(juli.stdout), 'line')) as [string];
    return (JSON.parse(line) as { address: string }).address;
  };
  return {
    pid: juli.pid,
    address: addressOf(),
    async stop() {
      juli.kill('SIGTERM');
      await ended;
    },
  };
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
}
