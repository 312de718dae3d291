import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../electron/contract/errors.ts';
import type { Printer, PrintSession } from '../../electron/core/ports.ts';
import { createChromiumPrinter } from '../../electron/server/chromium-printer.ts';
import { build, openApp, sampleFolder } from '../support/build-packet.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const signal = new AbortController().signal;

/** While printing, no request other than to private schemes. A server on loopback must hear nothing. */
describe('the printer', () => {
  const heard: string[] = [];
  let server: Server;
  let address = '';
  let session: PrintSession;
  beforeAll(async () => {
    server = createServer((request, response) => {
      heard.push(request.url ?? '');
      response.end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(async () => {
    heard.length = 0;
    session = await createChromiumPrinter().open(signal);
    return () => session.close();
  });

  const print = (html: string) =>
    session.print(`<!doctype html><html lang="zh-CN"><body>${html}</body></html>`, signal).then(
      () => 'printed',
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    );

  it('reaches loopback in no way, where a reachable server listens', async () => {
    const response = await fetch(`http://${address}/proof`);
    await response.text();
    expect(heard).toEqual(['/proof']);
  });

  it.each([
    ['a picture', () => `<img src="http://${address}/picture.png">`],
    ['a style sheet', () => `<link rel="stylesheet" href="http://${address}/style.css">`],
    [
      'a font',
      () => `<style>@font-face{font-family:x;src:url(http://${address}/x.woff2)}p{font-family:x}</style><p>x</p>`,
    ],
    ['a background', () => `<p style="background:url(http://${address}/back.png)">x</p>`],
    ['an import', () => `<style>@import url(http://${address}/import.css);</style>`],
    ['a frame', () => `<iframe src="http://${address}/frame.html"></iframe>`],
    ['an object', () => `<object data="http://${address}/object.svg"></object>`],
    ['a picture by its name', () => `<img src="http://localhost:${address.split(':')[1]}/name.png">`],
  ])('refuses a page that wants %s, and asks nobody', async (_, html) => {
    expect(await print(html())).toBe('PRINT_FAILED');
    expect(heard).toEqual([]);
  });

  it('runs no script, follows no refresh and sends no form', async () => {
    const outcome = await print(`
      <script>fetch('http://${address}/script')</script>
      <img src="data:," onerror="fetch('http://${address}/handler')">
      <meta http-equiv="refresh" content="0;url=http://${address}/refresh">
      <p>x</p>`);
    expect(['printed', 'PRINT_FAILED']).toContain(outcome);
    expect(heard).toEqual([]);
  });

  it('opens no socket to a name that has to be looked up', async () => {
    const lookups: string[] = [];
    const listener = createSocketServer((socket) => {
      lookups.push('connected');
      socket.destroy();
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const { port } = listener.address() as AddressInfo;
    expect(
      await print(
        `<link rel="preconnect" href="http://juli.invalid:${port}"><img src="https://juli.invalid:${port}/a.png">`,
      ),
    ).toBe('PRINT_FAILED');
    await new Promise((resolve) => listener.close(resolve));
    expect(lookups).toEqual([]);
  });

  it('prints the next page after one that was refused', async () => {
    expect(await print(`<img src="http://${address}/picture.png">`)).toBe('PRINT_FAILED');
    expect(await print('<p>x</p>')).toBe('printed');
  });
});

describe('the packet page', () => {
  const work = useWorkFolder();

  it('names nothing but files of the program, data and places in itself', async () => {
    const pages: string[] = [];
    const chromium = createChromiumPrinter();
    const listening: Printer = {
      assetUrl: chromium.assetUrl,
      open: async (opening) => {
        const session = await chromium.open(opening);
        return {
          print: (html, printing) => {
            pages.push(html);
            return session.print(html, printing);
          },
          close: () => session.close(),
        };
      },
    };
    const app = openApp(undefined, listening);
    try {
      await build(app, sampleFolder('software-key'), work.path('packet.pdf'));
    } finally {
      await app.close();
    }
    expect(pages.length).toBeGreaterThan(0);
    for (const html of pages) {
      const addresses = [
        ...[...html.matchAll(/\b(?:src|href|data|action|poster|srcset)\s*=\s*"([^"]*)"/g)].map(
          (match) => match[1] ?? '',
        ),
        ...[...html.matchAll(/url\(\s*['"]?([^'")]*)/g)].map((match) => match[1] ?? ''),
      ];
      expect(addresses.length).toBeGreaterThan(50);
      expect(addresses.filter((found) => !/^(?:#|data:|file:\/\/\/)/.test(found))).toEqual([]);
      expect(html).toContain(`http-equiv="Content-Security-Policy" content="default-src 'none';`);
      expect(html).not.toMatch(/<script|@import/);
    }
  });
});
