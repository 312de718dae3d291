import { fileURLToPath, pathToFileURL } from 'node:url';
import { playInPage } from '../core/evidence/recordings/play-in-page.ts';
import type { Media, OpenRecording } from '../core/ports.ts';
import { startChromium } from './chromium-connection.ts';

const blankPage = pathToFileURL(fileURLToPath(new URL('./blank-page.html', import.meta.url))).href;

/**
 * Plays recordings in a Chromium of their own, one for each: a file that brings down its decoder takes nothing along.
 * The page has no scripts and no network.
 */
export function createChromiumMedia(): Media {
  return {
    async open(path, signal) {
      signal.throwIfAborted();
      // Every file is an origin of its own to Chromium, and of another origin a page may not see the pixels.
      const chromium = await startChromium(['--allow-file-access-from-files']);
      const stop = () => void chromium.close();
      signal.addEventListener('abort', stop, { once: true });
      const close = async (): Promise<void> => {
        signal.removeEventListener('abort', stop);
        await chromium.close();
      };
      try {
        const { targetId } = await chromium.send('Target.createTarget', { url: blankPage });
        const { sessionId } = await chromium.send('Target.attachToTarget', { targetId, flatten: true });
        const send = (method: string, parameters: Readonly<Record<string, unknown>> = {}) =>
          chromium.send(method, parameters, String(sessionId));
        await Promise.all([
          send('Page.enable'),
          send('Network.enable'),
          send('Network.setBlockedURLs', { urls: ['http://*', 'https://*', 'ws://*', 'wss://*', 'ftp://*'] }),
          send('Emulation.setScriptExecutionDisabled', { value: true }),
        ]);
        const evaluate = async (expression: string): Promise<unknown> => {
          const { result } = await send('Runtime.evaluate', { expression, returnByValue: true });
          return (result as { value?: unknown }).value;
        };
        while ((await evaluate(`document.body !== null && location.href === ${JSON.stringify(blankPage)}`)) !== true);
        const playing = await playInPage(evaluate, pathToFileURL(path).href, signal);
        return { ...playing, close } satisfies OpenRecording;
      } catch (cause) {
        await close();
        signal.throwIfAborted();
        throw cause;
      }
    },
  };
}
