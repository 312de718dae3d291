import { app, BrowserWindow, type BrowserWindowConstructorOptions, session } from 'electron';
import { playInPage } from '../core/evidence/recordings/play-in-page.ts';
import { sendFile } from '../core/files/send-file.ts';
import { memoise } from '../core/memoise.ts';
import type { Media } from '../core/ports.ts';
import { printOrigin, printScheme } from './addresses.ts';
import { printWindowOptions } from './printer.ts';

/**
 * Plays recordings in a hidden window, one for each, that has no scripts and no network: it can load an empty page and
 * the recording, and nothing else.
 */

/** Lives in memory only. */
const partition = 'juli-play';

export const playWindowOptions: BrowserWindowConstructorOptions = {
  ...printWindowOptions,
  // A window that nobody sees would be put to rest, and no picture would come up.
  webPreferences: { ...printWindowOptions.webPreferences, partition, backgroundThrottling: false },
};

const emptyPage = '<!doctype html><html lang="zh-CN"><title>据理</title><body></body></html>';
const pagePolicy = "default-src 'none'; media-src 'self'";

export function createWindowMedia(): Media {
  /** Paths by the address they can be loaded from. */
  const recordings = new Map<string, string>();
  const house = memoise(async () => openHouse(recordings));
  let opened = 0;
  return {
    async open(path, signal) {
      await app.whenReady();
      signal.throwIfAborted();
      await house.get();
      opened += 1;
      const place = `/recordings/${opened}`;
      recordings.set(`${printOrigin}${place}`, path);
      const window = new BrowserWindow(playWindowOptions);
      const { debugger: inspector } = window.webContents;
      const stop = (): void => {
        recordings.delete(`${printOrigin}${place}`);
        if (!window.isDestroyed()) window.destroy();
      };
      signal.addEventListener('abort', stop, { once: true });
      const close = async (): Promise<void> => {
        signal.removeEventListener('abort', stop);
        stop();
      };
      try {
        inspector.attach('1.3');
        await window.loadURL(`${printOrigin}/player`);
        const evaluate = async (expression: string): Promise<unknown> => {
          const { result } = await inspector.sendCommand('Runtime.evaluate', { expression, returnByValue: true });
          return result.value;
        };
        return { ...(await playInPage(evaluate, place, signal)), close };
      } catch (cause) {
        await close();
        signal.throwIfAborted();
        throw cause;
      }
    },
  };
}

function openHouse(recordings: ReadonlyMap<string, string>): void {
  const own = session.fromPartition(partition);
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith(`${printOrigin}/`) }));
  own.protocol.handle(printScheme, async ({ url, method, headers }) => {
    const path = recordings.get(url);
    if (path !== undefined) {
      const file = { content: { kind: 'path', path }, mime: 'application/octet-stream', isImmutable: true } as const;
      return sendFile(file, method, headers.get('range') ?? undefined);
    }
    if (url !== `${printOrigin}/player`) return new Response(null, { status: 404 });
    return new Response(emptyPage, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy },
    });
  });
}
