import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildStaleWindow } from '../../electron/server/stale-window.ts';
import type { Contest, Leg } from './contest.ts';
import type { ProcessWatch } from './process-watch.ts';
import { launchBrowser, startHost } from './running-window.ts';

/**
 * From starting the process to the first screen that can be used, in a browser that runs already, as that of most
 * people does. The window is built beforehand; the data folder is that of a second start.
 */
export async function startContest(folder: string): Promise<Contest> {
  await buildStaleWindow((text) => console.error(text.trim()));
  const browser = await launchBrowser();
  return {
    title: 'From start to the first screen',
    input: 'A data folder with sample 1, the window built, a headless Chromium that runs already.',
    ours: [
      {
        name: 'juli open',
        covers: 'process start, data folder, host, first screen with its cases',
        run: (watch) => openOnce(join(folder, 'data'), browser, watch),
        close: () => browser.close(),
      },
    ],
    peers: [],
  };
}

async function openOnce(data: string, browser: Browser, watch: ProcessWatch | undefined): Promise<readonly Leg[]> {
  const page = await browser.newPage();
  const started = performance.now();
  const host = startHost(data);
  if (host.pid !== undefined) watch?.follow(host.pid);
  try {
    const address = await host.address;
    const served = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await page.getByRole('main').getByText('墨格制图专业版').first().waitFor();
    const shown = performance.now();
    return [
      { name: 'host serves', wallMs: served - started },
      { name: 'screen shows', wallMs: shown - served },
    ];
  } finally {
    await page.close();
    await host.stop();
  }
}
