import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import type { Contract } from '../../electron/contract/rpc/contract.ts';
import type { Desk } from '../../electron/core/ports.ts';
import { createRouter } from '../../electron/core/router.ts';
import type { Workspace } from '../../electron/core/workspace.ts';
import { unpackChromium } from '../../electron/server/chromium-files.ts';
import { createChromiumPrinter } from '../../electron/server/chromium-printer.ts';
import { type LoopbackHost, startLoopback } from '../../electron/server/http/serve.ts';
import { buildStaleWindow, windowFolder } from '../../electron/server/stale-window.ts';
import { openTestWorkspace, testNow } from './test-workspace.ts';

export interface WindowOptions {
  /** What day and time it is, for the core and in the browser; it stands still. */
  readonly now?: string;
  readonly width?: number;
  readonly height?: number;
  readonly desk?: Desk;
  /** Where the window begins: `#/new`. */
  readonly route?: string;
  /** What the browser may complain of, where a test makes something fail on purpose. */
  readonly tolerates?: readonly RegExp[];
}

/** The whole program with a window that a test can use as a person does, by roles and Chinese names. */
export interface TestWindow {
  readonly page: Page;
  readonly dataFolder: string;
  /** The same questions the window asks, to arrange a case or look at what became of it. */
  readonly client: ContractRouterClient<Contract>;
  workspace(): Workspace;
  address(): string;
  /** What would fail the test at its end. */
  problems(): readonly string[];
  /** Another window on the same program. */
  another(route?: string): Promise<Page>;
  /** Ends the program and starts it again on the same data; the page is opened anew. */
  restart(): Promise<void>;
}

/** For test files with a window: one browser for the file; each `open` has a data folder of its own, gone with its test. */
export function useWindows(): {
  open(options?: WindowOptions): Promise<TestWindow>;
  /** One that stays for the tests to come; whoever calls it calls `end` after the last. */
  openLasting(options?: WindowOptions): Promise<LastingWindow>;
} {
  let browser: Browser | undefined;
  beforeAll(async () => {
    await buildStaleWindow(() => undefined);
    // With no face of this machine: the window must bring what it needs, and its pictures be the same everywhere.
    const { executable, environment } = await unpackChromium();
    browser = await chromium.launch({
      executablePath: executable,
      // Where nothing says how names of files are written, Chromium loses those in Chinese.
      env: { ...process.env, ...environment, LC_ALL: 'C.UTF-8' },
      args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', onlyLoopback],
    });
  }, 120_000);
  afterAll(() => browser?.close());
  const openLasting = async (options: WindowOptions = {}) => {
    if (browser === undefined) throw new Error('the browser was not started');
    return openTestWindow(browser, options);
  };
  return {
    openLasting,
    open: async (options) => {
      const window = await openLasting(options);
      onTestFinished(window.end);
      return window;
    },
  };
}

interface LastingWindow extends TestWindow {
  /** Closes everything, and fails on what must not have happened in the window. */
  end(): Promise<void>;
}

/** No name leads anywhere, and no address but this computer's. */
const onlyLoopback = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

async function openTestWindow(browser: Browser, options: WindowOptions): Promise<LastingWindow> {
  const program = await createProgram(options);
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  await context.clock.setFixedTime(options.now ?? testNow);
  const problems = watchProblems(context, () => program.address());
  async function end(): Promise<void> {
    await context.close();
    await program.end();
    const tolerated = options.tolerates ?? [];
    expect(problems.filter((problem) => !tolerated.some((pattern) => pattern.test(problem)))).toEqual([]);
  }

  async function openPage(route = ''): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${program.address()}${route}`);
    await page.getByRole('main').waitFor();
    return page;
  }

  const begin = async () => {
    await program.start();
    return openPage(options.route);
  };
  let page = await begin().catch(async (cause: unknown) => {
    await end().catch(() => undefined);
    throw cause;
  });
  return {
    get page() {
      return page;
    },
    dataFolder: program.dataFolder,
    end,
    get client() {
      return clientOf(program.address());
    },
    workspace: program.workspace,
    address: program.address,
    problems: () => problems,
    another: openPage,
    async restart() {
      const route = new URL(page.url()).hash;
      for (const open of context.pages()) await open.close();
      await program.restart();
      page = await openPage(route);
    },
  };
}

interface Program {
  start(): Promise<void>;
  restart(): Promise<void>;
  /** With its data. */
  end(): Promise<void>;
  workspace(): Workspace;
  address(): string;
}

/** Workspace and loopback host, as `juli open` joins them. */
async function createProgram({ now = testNow, desk }: WindowOptions): Promise<Program & { dataFolder: string }> {
  const printer = createChromiumPrinter();
  const test = await openTestWorkspace({
    printer,
    now: () => new Date(now),
    ...(desk === undefined ? {} : { desk }),
  });
  let host: LoopbackHost | undefined;
  async function start(): Promise<void> {
    host = await startLoopback({
      workspace: test.workspace,
      router: createRouter(test.workspace),
      windowFolder,
      uploadsBelow: test.workspace.store.originals.incoming,
    });
  }
  return {
    dataFolder: test.dataFolder,
    start,
    async restart() {
      await host?.close();
      await test.reopen();
      await start();
    },
    async end() {
      await host?.close();
      await test.end();
      await printer.close();
    },
    workspace: () => test.workspace,
    address() {
      if (host === undefined) throw new Error('the program was not started');
      return host.address;
    },
  };
}

/** Asks as the window does that has this address. */
export function clientOf(address: string): ContractRouterClient<Contract> {
  return createORPCClient(new RPCLink({ url: `${address}rpc`, headers: { origin: new URL(address).origin } }));
}

/** All that must not happen in a window: an error in the console or of the page, a request that leaves loopback. */
function watchProblems(context: BrowserContext, address: () => string): string[] {
  const problems: string[] = [];
  context.on('console', (message) => {
    const from = message.location().url.replace(address(), '');
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${from})`);
  });
  context.on('weberror', (error) => problems.push(`page: ${error.error().message}`));
  context.on('request', (request) => {
    const url = request.url();
    if (!/^(blob|data|about):/.test(url) && !url.startsWith(address())) problems.push(`request: ${url}`);
  });
  return problems;
}
