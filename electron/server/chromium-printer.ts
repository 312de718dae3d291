import { fileURLToPath, pathToFileURL } from 'node:url';
import { AppError } from '../contract/errors.ts';
import type { Printer, PrintSession } from '../core/ports.ts';
import { unpackChromium } from './chromium-files.ts';

/**
 * Prints with Chromium through Playwright. The page has no scripts and no network: requests other than to the
 * program's own files fail, and each is checked.
 */
export function createChromiumPrinter(): Printer {
  return {
    assetUrl: (path) => pathToFileURL(path).href,
    open: openSession,
  };
}

const blankPage = fileURLToPath(new URL('./blank-page.html', import.meta.url));

async function openSession(signal: AbortSignal): Promise<PrintSession> {
  const [{ chromium }, files] = await Promise.all([import('playwright-core'), unpackChromium()]);
  signal.throwIfAborted();
  const browser = await chromium
    .launch({
      executablePath: files.executable,
      env: { ...process.env, ...files.environment },
      headless: true,
      args: launchArguments,
    })
    .catch((cause: unknown) => {
      throw new AppError('PRINT_FAILED', { detail: '打印用的浏览器未能启动' }, { cause });
    });
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true, locale: 'zh-CN' });
  const page = await context.newPage();
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) foreign.push(request.url());
  });
  await page.emulateMedia({ media: 'print' });
  await page.goto(pathToFileURL(blankPage).href);

  return {
    async print(html, printSignal) {
      const abort = () => void browser.close();
      printSignal.throwIfAborted();
      printSignal.addEventListener('abort', abort, { once: true });
      try {
        await page.setContent(html, { waitUntil: 'load' });
        await page.evaluate('document.fonts.ready.then(() => true)');
        const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, printBackground: true });
        if (foreign.length > 0) throw new AppError('PRINT_FAILED', { detail: '打印页面试图访问网络，已阻止' });
        return pdf;
      } catch (cause) {
        printSignal.throwIfAborted();
        if (cause instanceof AppError) throw cause;
        throw new AppError('PRINT_FAILED', { detail: '打印中断' }, { cause });
      } finally {
        printSignal.removeEventListener('abort', abort);
      }
    },
    close: () => browser.close(),
  };
}

const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-proxy-server',
];
