import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

/** A browser that draws the samples: fonts come from the font packages, and nothing else can be reached. */
export interface SampleBrowser {
  /** A picture of the page as PNG bytes, before it is normalised. */
  shoot(html: string, size: { width: number; height: number | 'content'; scale: number }): Promise<Buffer>;
  /** An A4 PDF by the page's own @page rules. */
  print(html: string): Promise<Buffer>;
  close(): Promise<void>;
}

// A name of the reserved zone: even if a request slipped past the route below, it could reach nobody.
const origin = 'https://samples.invalid';
const fontPackages = ['noto-sans-sc', 'noto-serif-sc', 'lxgw-wenkai'] as const;
// One raster thread, whole tiles only, and no frame before everything is drawn: otherwise edges of curves differ by
// a shade from run to run.
const sameBytes = [
  '--num-raster-threads=1',
  '--disable-partial-raster',
  '--disable-checker-imaging',
  '--run-all-compositor-stages-before-draw',
  '--force-color-profile=srgb',
];
const mostDrawings = 6;

const fontWeights: Record<(typeof fontPackages)[number], readonly number[]> = {
  'noto-sans-sc': [400, 700],
  'noto-serif-sc': [400, 700],
  'lxgw-wenkai': [500],
};

export async function openSampleBrowser(): Promise<SampleBrowser> {
  const fontCss = await readFontCss();
  const browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', ...sameBytes],
  });

  async function load(context: BrowserContext, html: string): Promise<Page> {
    const page = await context.newPage();
    await page.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      const [, folder, fontPackage, file] = url.pathname.split('/');
      if (url.origin !== origin) return route.abort();
      if (url.pathname === '/') {
        return route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: html.replace('<style>', `<style>${fontCss}`),
        });
      }
      if (folder !== 'fonts' || fontPackage === undefined || file === undefined) return route.abort();
      return route.fulfill({
        contentType: 'font/woff2',
        body: await readFile(join(packageFolder(fontPackage), 'files', file)),
      });
    });
    await page.goto(`${origin}/`, { waitUntil: 'load' });
    await page.evaluate('document.fonts.ready.then(() => true)');
    return page;
  }

  /** A long page is measured first and drawn in a window of that height: a window that grows draws in other tiles. */
  async function contentHeight(html: string, width: number): Promise<number> {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    try {
      const page = await load(context, html);
      return Math.ceil(await page.evaluate<number>('document.body.getBoundingClientRect().height'));
    } finally {
      await context.close();
    }
  }

  async function draw(html: string, viewport: { width: number; height: number }, scale: number): Promise<Buffer> {
    const context = await browser.newContext({ viewport, deviceScaleFactor: scale });
    try {
      const page = await load(context, html);
      return await page.screenshot({ type: 'png', animations: 'disabled' });
    } finally {
      await context.close();
    }
  }

  return {
    shoot: async (html, { width, height, scale }) => {
      const viewport = { width, height: height === 'content' ? await contentHeight(html, width) : height };
      // On a busy machine Chromium now and then shades a few pixels of a curve differently. Two pictures that agree
      // are the one it draws as a rule.
      const seen: Buffer[] = [];
      while (seen.length < mostDrawings) {
        const picture = await draw(html, viewport, scale);
        if (seen.some((earlier) => earlier.equals(picture))) return picture;
        seen.push(picture);
      }
      throw new Error(`${mostDrawings} drawings of one page and no two the same`);
    },
    print: async (html) => {
      const context = await browser.newContext();
      try {
        const page = await load(context, html);
        return await page.pdf({ preferCSSPageSize: true, printBackground: true });
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
}

function packageFolder(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`@fontsource/${name}/package.json`));
}

async function readFontCss(): Promise<string> {
  const sheets = fontPackages.flatMap((name) =>
    fontWeights[name].map(async (weight) => {
      const css = await readFile(join(packageFolder(name), `${weight}.css`), 'utf8');
      return css.replaceAll('url(./files/', `url(${origin}/fonts/${name}/`);
    }),
  );
  return (await Promise.all(sheets)).join('\n');
}
