import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type BrowserContext, chromium, type Request as PageRequest, type Route } from 'playwright-core';
import { fromChromium, schemeOf, schemes, withChromiumAddresses } from './addresses.ts';
import { strict } from './declared-api.ts';
import { record } from './record.ts';
import type { WebContents } from './web-contents.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (details: object, answer: (response: { cancel?: boolean }) => void) => void;
type PermissionRequest = (
  contents: object,
  permission: string,
  answer: (isGiven: boolean) => void,
  details: object,
) => void;
type PermissionCheck = (contents: object | null, permission: string, origin: string, details: object) => boolean;

/** A session is a Chromium of its own, which is what its storage and its permissions are in Electron. */
export class Session extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  readonly contents = new Map<unknown, WebContents>();
  readonly folder: string;
  readonly port: number | undefined;
  beforeRequest: BeforeRequest | undefined;
  permissionRequest: PermissionRequest | undefined;
  permissionCheck: PermissionCheck | undefined;
  opened: Promise<BrowserContext> | undefined;

  constructor(folder: string | undefined, port: number | undefined) {
    super();
    this.folder = folder ?? mkdtempSync(join(tmpdir(), 'electron-stand-in-'));
    this.port = port;
  }

  readonly protocol = strict('Protocol', {
    handle: (scheme: string, handler: Handler) => {
      if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      if (!schemes.has(scheme)) throw new Error(`${scheme} was not registered as privileged before ready`);
      this.handlers.set(scheme, handler);
    },
  });

  readonly webRequest = strict('WebRequest', {
    onBeforeRequest: (listener: BeforeRequest) => {
      this.beforeRequest = listener;
    },
  });

  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: unknown): void {
    record('device-permission-handler', typeof handler);
  }

  setCertificateVerifyProc(handler: unknown): void {
    record('certificate-verify-proc', typeof handler);
  }

  setSpellCheckerEnabled(isEnabled: boolean): void {
    record('spell-checker', isEnabled);
  }

  flushStorageData(): void {
    record('flush-storage', {});
  }

  /** Not Electron's: the Chromium behind it. */
  context(): Promise<BrowserContext> {
    this.opened ??= this.#open();
    return this.opened;
  }

  async #open(): Promise<BrowserContext> {
    const context = await chromium.launchPersistentContext(join(this.folder, 'chromium'), {
      executablePath: await sparticuz.executablePath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--font-render-hinting=none',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        ...(this.port === undefined ? [] : [`--remote-debugging-port=${this.port}`]),
      ],
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      viewport: null,
    });
    await context.route('**/*', (route, request) => this.#answer(route, request));
    return context;
  }

  /** Every request of every page: asked before, then answered by a protocol of the program's own, or by nobody. */
  async #answer(route: Route, request: PageRequest): Promise<void> {
    const url = fromChromium(request.url());
    // A page that a page opens asks for its document before it has a frame; only a stopped one comes so far.
    if (isWithoutFrame(request)) {
      record('request-cancelled', url);
      return route.abort('blockedbyclient');
    }
    const contents = this.contents.get(request.frame().page());
    if (request.isNavigationRequest() && contents?.mayNavigate(url, request.frame()) === false) {
      record('navigation-stopped', url);
      return route.abort('aborted');
    }
    if (await this.#isCancelled(request, url, contents)) {
      record('request-cancelled', url);
      return route.abort('blockedbyclient');
    }
    const scheme = schemeOf(url);
    const handler = this.handlers.get(scheme);
    const isFetch = ['fetch', 'xhr'].includes(request.resourceType());
    if (handler === undefined || (isFetch && schemes.get(scheme)?.supportFetchAPI !== true)) {
      record('request-unanswered', url);
      return route.abort('failed');
    }
    const answer = await handler(new Request(url, { method: request.method(), headers: await request.allHeaders() }));
    await route
      .fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: await bodyOf(answer),
      })
      .catch(() => undefined); // the page is gone
  }

  #isCancelled(request: PageRequest, url: string, contents: WebContents | undefined): Promise<boolean> {
    const listener = this.beforeRequest;
    if (listener === undefined) return Promise.resolve(false);
    const details = {
      url,
      method: request.method(),
      ...(contents === undefined ? {} : { webContentsId: contents.id }),
    };
    return new Promise((resolve) => listener(details, ({ cancel }) => resolve(cancel === true)));
  }

  /** What Chromium would ask for, answered as Electron does: yes, where no handler was set. */
  isPermitted(permission: string, contents: WebContents, face: object): Promise<boolean> {
    const origin = new URL(contents.getURL());
    const asOrigin = `${origin.protocol}//${origin.host}/`;
    const details = { isMainFrame: true, requestingUrl: contents.getURL() };
    if (this.permissionCheck?.(face, permission, asOrigin, details) === true) return Promise.resolve(true);
    const handler = this.permissionRequest;
    if (handler === undefined) return Promise.resolve(true);
    return new Promise((resolve) => handler(face, permission, resolve, details));
  }
}

/** A page names its parts by the program's schemes. */
async function bodyOf(answer: Response): Promise<Buffer> {
  const body = Buffer.from(await answer.arrayBuffer());
  if (answer.headers.get('content-type')?.startsWith('text/html') !== true) return body;
  const text = body.toString('utf8');
  return Buffer.from([...schemes.keys()].reduce((one, scheme) => withChromiumAddresses(one, scheme), text));
}

function isWithoutFrame(request: PageRequest): boolean {
  try {
    request.frame();
    return false;
  } catch {
    return true;
  }
}
