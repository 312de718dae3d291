import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { desktopProgram } from '../../electron/server/stale-desktop.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Recorded {
  readonly what: string;
  readonly detail: unknown;
}

/** The built desktop program in a process of its own, against the stand-in for Electron. */
export interface Desktop {
  readonly page: Page;
  readonly dataFolder: string;
  readonly documents: string;
  /** What it has written to its standard error. */
  said(): string;
  ask(what: string, ...given: readonly unknown[]): Promise<unknown>;
  recorded(what: string): Promise<unknown[]>;
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
}

export async function startDesktop({
  words = [],
  dataFolder,
}: {
  words?: readonly string[];
  dataFolder?: string;
} = {}): Promise<Desktop> {
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'juli-desktop-')));
  const documents = await mkdtemp(join(tmpdir(), 'juli-documents-'));
  const port = await freePort();
  const child = fork(desktopProgram, ['--data', folder, ...words], {
    cwd: root,
    execArgv: ['--import', fileURLToPath(new URL('./electron-stand-in/register.ts', import.meta.url))],
    env: { ...process.env, STAND_IN_PORT: String(port), STAND_IN_DOCUMENTS: documents },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let browser: Browser | undefined;
  onTestFinished(async () => {
    await browser?.close();
    child.kill('SIGKILL');
    await ended;
    // The last of the browser's processes may still be writing into its folder.
    const gone = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 };
    if (dataFolder === undefined) await rm(folder, gone);
    await rm(documents, gone);
  });
  const ask = asker(child, () => said);
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${said}`);
    const shown = (await ask('windows')) as readonly { isShown: boolean }[];
    return shown.some(({ isShown }) => isShown);
  });
  browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('there is no page');
  return {
    page,
    dataFolder: folder,
    documents,
    said: () => said,
    ask,
    async recorded(what) {
      const all = (await ask('recorded')) as readonly Recorded[];
      return all.filter((one) => one.what === what).map(({ detail }) => detail);
    },
    ended,
  };
}

function asker(child: ChildProcess, said: () => string): Desktop['ask'] {
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  let count = 0;
  const isThere = new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => {
      const error = new Error(`it ended with ${code}: ${said()}`);
      reject(error);
      for (const { reject: give } of waiting.values()) give(error);
    });
    child.on('message', (message: { id: number; answer?: unknown; error?: string }) => {
      if (message.id === 0) resolve();
      else if (message.error === undefined) waiting.get(message.id)?.resolve(message.answer);
      else waiting.get(message.id)?.reject(new Error(message.error));
    });
  });
  isThere.catch(() => undefined);
  return async (what, ...given) => {
    await isThere;
    if (!child.connected) throw new Error(`it has ended: ${said()}`);
    count += 1;
    const id = count;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      child.send({ id, ask: what, given });
    });
  };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
