import { fileURLToPath, pathToFileURL } from 'node:url';
import { AppError } from '../contract/errors.ts';
import type { Printer, PrintSession } from '../core/ports.ts';
import { type ChromiumConnection, startChromium } from './chromium-connection.ts';

/**
 * Prints with Chromium. The page has no scripts and no network: whatever it asks for other than the program's own
 * files is blocked, and the print fails.
 */
export interface ChromiumPrinter extends Printer {
  /** Starts the browser now, so that it comes up while the program is still loading. */
  start(): void;
  /** Ends a browser that was started and never opened. */
  close(): Promise<void>;
}

export function createChromiumPrinter(): ChromiumPrinter {
  let starting: Promise<ChromiumConnection> | undefined;
  const start = () => {
    starting ??= startChromium();
    starting.catch(() => undefined); // whoever opens a session is told
    return starting;
  };
  return {
    start,
    assetUrl: (path) => pathToFileURL(path).href,
    async open(signal) {
      const chromium = await start();
      starting = undefined;
      try {
        signal.throwIfAborted();
        return await openSession(chromium);
      } catch (cause) {
        await chromium.close();
        throw cause;
      }
    },
    async close() {
      const chromium = await starting?.catch(() => undefined);
      await chromium?.close();
    },
  };
}

/** Loads in a fraction of a second or not at all; a page of thousands of sheets prints in seconds. */
const timeLimitMs = 300_000;
const blankPage = pathToFileURL(fileURLToPath(new URL('./blank-page.html', import.meta.url))).href;
const ownFiles = /^(?:file|data):/;

async function openSession(chromium: ChromiumConnection): Promise<PrintSession> {
  const { targetId } = await chromium.send('Target.createTarget', { url: blankPage });
  const { sessionId } = await chromium.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method: string, parameters: Readonly<Record<string, unknown>> = {}) =>
    chromium.send(method, parameters, String(sessionId));
  /** What the page that is being printed asked for and did not get. */
  let refused: string[] = [];
  chromium.listen((method, { request }) => {
    if (method !== 'Network.requestWillBeSent') return;
    const { url } = request as { url: string };
    if (!ownFiles.test(url)) refused.push(url);
  });
  await Promise.all([
    send('Page.enable'),
    send('Network.enable'),
    send('Network.setBlockedURLs', { urls: ['http://*', 'https://*', 'ws://*', 'wss://*', 'ftp://*'] }),
    send('Emulation.setScriptExecutionDisabled', { value: true }),
    send('Emulation.setEmulatedMedia', { media: 'print' }),
  ]);

  const printPage = async (html: string): Promise<Uint8Array> => {
    refused = [];
    const writing = `document.open();document.write(${JSON.stringify(html)});document.close()`;
    await Promise.all([chromium.next('Page.loadEventFired'), send('Runtime.evaluate', { expression: writing })]);
    await send('Runtime.evaluate', { expression: 'document.fonts.ready.then(() => true)', awaitPromise: true });
    const { data } = await send('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    });
    if (refused.length > 0) throw new AppError('PRINT_FAILED', { detail: '打印页面试图访问网络，已阻止' });
    return Buffer.from(String(data), 'base64');
  };

  return {
    async print(html, signal) {
      signal.throwIfAborted();
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeLimitMs)]);
      const stop = () => void chromium.close();
      limit.addEventListener('abort', stop, { once: true });
      try {
        return await printPage(html);
      } catch (cause) {
        signal.throwIfAborted();
        throw cause;
      } finally {
        limit.removeEventListener('abort', stop);
      }
    },
    close: () => chromium.close(),
  };
}
