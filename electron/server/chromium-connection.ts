import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { AppError } from '../contract/errors.ts';
import { unpackChromium } from './chromium-files.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * A running Chromium, spoken to over its debugging pipe (Chrome DevTools Protocol, one JSON message a NUL). The
 * half dozen calls that printing needs go through here; a general driver takes longer to load than the
 * browser takes to start.
 */
export interface ChromiumConnection {
  /** Sends a command to a target's session, or to the browser itself, and resolves to its result. */
  send(method: string, parameters?: Values, session?: string): Promise<Values>;
  /** Calls `listener` with every event from now on. */
  listen(listener: (method: string, parameters: Values) => void): void;
  /** Ends the browser at once, with all its processes, and removes its profile. Never rejects. */
  close(): Promise<void>;
}

/** Starts Chromium with a profile of its own and `more` switches. Throws PRINT_FAILED when it does not come up. */
export async function startChromium(more: readonly string[] = []): Promise<ChromiumConnection> {
  const [files, profile] = await Promise.all([unpackChromium(), mkdtemp(join(tmpdir(), 'juli-browser-'))]);
  const child = spawn(files.executable, [...switches, ...more, `--user-data-dir=${profile}`], {
    env: { ...process.env, ...files.environment },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // A process group of its own: an interrupt meant for the program does not reach it, and it ends as a whole.
    detached: true,
  });
  return connect(child, profile);
}

function connect(child: ChildProcess, profile: string): ChromiumConnection {
  const [, , , commands, messages] = child.stdio as unknown as [null, null, null, Writable, Readable];
  /** Who waits for the answer to a command, by its number. */
  const waiting = new Map<number, Waiter>();
  const listeners: ((method: string, parameters: Values) => void)[] = [];
  let lastId = 0;
  let failure: AppError | undefined;

  const fail = (detail: string, cause?: unknown) => {
    failure ??= new AppError('PRINT_FAILED', { detail }, { cause });
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  };
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  child.once('error', (cause) => fail('打印用的浏览器未能启动', cause));
  child.once('exit', (code, signal) => fail('打印用的浏览器已退出', `${code ?? signal}`));
  commands.on('error', (cause) => fail('与打印用的浏览器失去联系', cause));
  messages.on('error', (cause) => fail('与打印用的浏览器失去联系', cause));
  readMessages(messages, (message) => {
    const { id, method = '', params = {}, result = {}, error } = message;
    if (id === undefined) {
      for (const listener of listeners) listener(method, params);
      return;
    }
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) waiter?.resolve(result);
    else waiter?.reject(new AppError('PRINT_FAILED', { detail: error.message }));
  });
  return {
    send(method, parameters, session) {
      lastId += 1;
      const message = {
        id: lastId,
        method,
        params: parameters ?? {},
        ...(session === undefined ? {} : { sessionId: session }),
      };
      return new Promise((resolve, reject) => {
        if (failure !== undefined) {
          reject(failure);
          return;
        }
        waiting.set(message.id, { resolve, reject });
        commands.write(`${JSON.stringify(message)}\0`);
      });
    },
    listen: (listener) => void listeners.push(listener),
    async close() {
      fail('打印用的浏览器已关闭');
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
        try {
          process.kill(-child.pid, 'SIGKILL');
        } catch {
          child.kill('SIGKILL'); // the group is gone, or this system has none
        }
        await ended;
      }
      await rm(profile, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    },
  };
}

interface Waiter {
  resolve(result: Values): void;
  reject(cause: Error): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Values;
  readonly result?: Values;
  readonly error?: { readonly message: string };
}

/** Cuts the stream at its NULs. A long answer comes in many pieces, which are joined once. */
function readMessages(stream: Readable, receive: (message: Message) => void): void {
  let pieces: Buffer[] = [];
  stream.on('data', (data: Buffer) => {
    let start = 0;
    for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, start)) {
      pieces.push(data.subarray(start, end));
      const text = Buffer.concat(pieces).toString('utf8');
      pieces = [];
      start = end + 1;
      receive(JSON.parse(text) as Message);
    }
    if (start < data.length) pieces.push(data.subarray(start));
  });
}

const switches = [
  '--remote-debugging-pipe',
  '--headless',
  // The page has no scripts, no network and no origin but the program's own files. Chromium's sandbox needs
  // rights that many offices and all containers withhold.
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-service-autorun',
  '--password-store=basic',
  '--use-mock-keychain',
];
