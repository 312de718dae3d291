import { readFile } from 'node:fs/promises';
import { app, BrowserWindow, type BrowserWindowConstructorOptions, type PrintToPDFOptions, session } from 'electron';
import { AppError } from '../contract/errors.ts';
import { memoise } from '../core/memoise.ts';
import type { Printer, PrintSession } from '../core/ports.ts';
import { printOrigin, printScheme } from './addresses.ts';

/**
 * Prints with a hidden window that has no scripts and no network: it can load the page that is printed and the files of
 * the program that were named for it; whatever else it asks for is blocked, and the print fails.
 */

/** Lives in memory only. */
const partition = 'juli-print';
const timeLimitMs = 300_000;

export const printWindowOptions: BrowserWindowConstructorOptions = {
  show: false,
  webPreferences: {
    partition,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    javascript: false,
  },
};

export const printOptions: PrintToPDFOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
};

const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:";

interface PrintHouse {
  /** Pages to be printed, by their address. */
  readonly pages: Map<string, string>;
  /** Windows whose page asked for what it may not have. */
  readonly refused: Set<number>;
}

export function createWindowPrinter(): Printer {
  /** Paths by the address they were named as. */
  const assets = new Map<string, string>();
  const house = memoise(async () => openHouse(assets));
  return {
    assetUrl(path) {
      const url = `${printOrigin}/assets/${Buffer.from(path).toString('base64url')}`;
      assets.set(url, path);
      return url;
    },
    async open(signal) {
      await app.whenReady();
      signal.throwIfAborted();
      return openSession(await house.get());
    },
  };
}

function openHouse(assets: ReadonlyMap<string, string>): PrintHouse {
  const pages = new Map<string, string>();
  const refused = new Set<number>();
  const own = session.fromPartition(partition);
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.webRequest.onBeforeRequest(({ url, webContentsId }, answer) => {
    const isOwn = url.startsWith(`${printOrigin}/`) || url.startsWith('data:');
    if (!isOwn && webContentsId !== undefined) refused.add(webContentsId);
    answer({ cancel: !isOwn });
  });
  own.protocol.handle(printScheme, async ({ url }) => {
    const html = pages.get(url);
    if (html !== undefined) {
      return new Response(html, {
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy },
      });
    }
    const path = assets.get(url);
    if (path === undefined) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(await readFile(path)));
  });
  return { pages, refused };
}

function openSession({ pages, refused }: PrintHouse): PrintSession {
  const window = new BrowserWindow(printWindowOptions);
  const { webContents } = window;
  const { debugger: inspector, id } = webContents;
  inspector.attach('1.3');
  const close = async (): Promise<void> => {
    if (!window.isDestroyed()) window.destroy();
  };

  let printed = 0;
  const printPage = async (html: string): Promise<Uint8Array> => {
    refused.delete(id);
    printed += 1;
    const url = `${printOrigin}/pages/${id}/${printed}`;
    pages.set(url, html);
    try {
      await inspector.sendCommand('Emulation.setEmulatedMedia', { media: 'print' });
      await window.loadURL(url);
      // The page runs nothing itself; asked from outside, it tells when all its fonts are there.
      const { result } = await inspector.sendCommand('Runtime.evaluate', {
        expression: "document.fonts.ready.then((all) => [...all].every(({ status }) => status !== 'error'))",
        awaitPromise: true,
      });
      if (result.value !== true) throw new AppError('PRINT_FAILED', { detail: '打印用的字体没有全部载入' });
      const pdf = await webContents.printToPDF(printOptions);
      if (refused.has(id)) throw new AppError('PRINT_FAILED', { detail: '打印页面试图访问网络，已阻止' });
      return pdf;
    } finally {
      pages.delete(url);
    }
  };

  const printWithin = async (html: string, signal: AbortSignal): Promise<Uint8Array> => {
    signal.throwIfAborted();
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeLimitMs)]);
    let stop: (() => void) | undefined;
    const stopped = new Promise<never>((_resolve, reject) => {
      stop = () => void close().then(() => reject(limit.reason));
      limit.addEventListener('abort', stop, { once: true });
    });
    try {
      return await Promise.race([printPage(html), stopped]);
    } catch (cause) {
      signal.throwIfAborted();
      throw cause instanceof AppError ? cause : new AppError('PRINT_FAILED', {}, { cause });
    } finally {
      if (stop !== undefined) limit.removeEventListener('abort', stop);
    }
  };

  // There is one page, so prints take turns.
  let turn: Promise<unknown> = Promise.resolve();
  return {
    print(html, signal) {
      const next = turn.then(() => printWithin(html, signal));
      turn = next.catch(() => undefined);
      return next;
    },
    close,
  };
}
