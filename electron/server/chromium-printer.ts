import { setTimeout } from 'node:timers/promises';
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
const pollMs = 3;
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

  const evaluate = async (expression: string): Promise<unknown> => {
    const { result } = await send('Runtime.evaluate', { expression, awaitPromise: true });
    return (result as { value?: unknown }).value;
  };
  // Asked for and not listened for: events of an earlier document could be taken for this one's.
  const until = async (condition: string): Promise<void> => {
    while ((await evaluate(condition)) !== true) await setTimeout(pollMs);
  };
  await until(`document.readyState === 'complete' && location.href === ${JSON.stringify(blankPage)}`);

  const printPage = async (html: string): Promise<Uint8Array> => {
    refused = [];
    await evaluate(`document.open();document.write(${JSON.stringify(html)});document.close()`);
    await until("document.readyState === 'complete'");
    await evaluate('document.fonts.ready.then(() => true)');
    const { data } = await send('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    });
    if (refused.length > 0) throw new AppError('PRINT_FAILED', { detail: '打印页面试图访问网络，已阻止' });
    return Buffer.from(String(data), 'base64');
  };

  const printWithin = async (html: string, signal: AbortSignal): Promise<Uint8Array> => {
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
  };

  // There is one page, so prints take turns.
  let turn: Promise<unknown> = Promise.resolve();
  return {
    print(html, signal) {
      const printed = turn.then(() => printWithin(html, signal));
      turn = printed.catch(() => undefined);
      return printed;
    },
    close: () => chromium.close(),
  };
}
