import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { CDPSession, Frame, Page } from 'playwright-core';
import { fromChromium } from './addresses.ts';
import { worldSource } from './codec.ts';
import { checkOptions, eventsOf, membersOf, strict } from './declared-api.ts';
import { frameOf } from './frame.ts';
import { receive } from './ipc.ts';
import { record } from './record.ts';
import type { Session } from './session.ts';

const codecSource = worldSource('codec');
const preloadWorld = 'Electron Isolated Context';
const binding = 'standInSend';

/** Those of Chromium whose answer can be set beforehand, by Electron's names. */
const permissions: Readonly<Record<string, string>> = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-sanitized-write',
  media: 'videoCapture',
};

let count = 0;

export interface Preferences {
  readonly preload?: string;
  readonly javascript?: boolean;
  readonly sandbox?: boolean;
  readonly contextIsolation?: boolean;
}

/** A page. */
export class WebContents extends EventEmitter {
  readonly id: number;
  readonly session: Session;
  readonly page: Promise<Page>;
  readonly ports = new Map<number, EventEmitter>();
  #url = '';
  #expected: string | undefined;
  #preloadContext: number | undefined;
  readonly #chromium: Promise<CDPSession>;
  #inspector: Promise<CDPSession> | undefined;
  #stay: (() => void) | undefined;
  #isPopupDenied = false;
  #openHandler: ((details: { url: string }) => { action: string }) | undefined;
  /** What the program sees of this. */
  readonly face: WebContents;

  constructor(session: Session, preferences: Preferences) {
    super();
    count += 1;
    this.id = count;
    this.session = session;
    this.face = strict('WebContents', this);
    this.page = this.#open(preferences);
    this.#chromium = this.page.then((page) => page.context().newCDPSession(page));
  }

  override on(event: string, listener: (...given: never[]) => void): this {
    if (!eventsOf('WebContents').includes(event)) throw new TypeError(`WebContents has no event ${event}`);
    return super.on(event, listener as (...given: unknown[]) => void);
  }

  get mainFrame(): object {
    return frameOf(this.#url, true);
  }

  getURL(): string {
    return this.#url;
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.#openHandler = handler;
  }

  async #open(preferences: Preferences): Promise<Page> {
    const context = await this.session.context();
    const [blank] = context.pages();
    const page = blank?.url() === 'about:blank' && this.session.contents.size === 0 ? blank : await context.newPage();
    this.session.contents.set(page, this);
    page.on('popup', (popup) => void (this.#isPopupDenied ? popup.close() : undefined));
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) return;
      this.#url = fromChromium(frame.url());
    });
    page.on('dialog', (dialog) => void (dialog.type() === 'beforeunload' ? this.#onUnload(dialog) : dialog.dismiss()));
    const chromium = await page.context().newCDPSession(page);
    await chromium.send('Page.enable');
    chromium.on('Page.windowOpen', ({ url }) => this.#onWindowOpen(url));
    await chromium.send('Runtime.enable');
    if (preferences.javascript === false) {
      // The very setting of the page that Electron's preference becomes.
      await chromium.send('Emulation.setScriptExecutionDisabled', { value: true });
    } else if (preferences.preload !== undefined) await this.#prepareWorlds(chromium, preferences);
    return page;
  }

  async #prepareWorlds(chromium: CDPSession, { preload, sandbox, contextIsolation }: Preferences): Promise<void> {
    if (sandbox !== true || contextIsolation !== true)
      throw new Error('the stand-in knows only sandboxed, isolated pages');
    const members = Object.fromEntries(
      ['IpcRenderer', 'WebUtils', 'ContextBridge'].map((name) => [name, membersOf(name)]),
    );
    const given = JSON.stringify({ ...members, Renderer: ['crashReporter', 'nativeImage', 'webFrame', 'clipboard'] });
    const source = readFileSync(preload ?? '', 'utf8');
    chromium.on('Runtime.executionContextCreated', ({ context }) => {
      const isTop = context.auxData?.frameId === mainFrameId;
      if (context.name === preloadWorld && isTop) this.#preloadContext = context.id;
    });
    const { frameTree } = await chromium.send('Page.getFrameTree');
    const mainFrameId = frameTree.frame.id;
    chromium.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#preloadContext) this.#closePorts();
    });
    chromium.on('Runtime.executionContextsCleared', () => this.#closePorts());
    chromium.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === binding && executionContextId === this.#preloadContext) void receive(this, JSON.parse(payload));
    });
    await chromium.send('Runtime.addBinding', { name: binding, executionContextName: preloadWorld });
    await chromium.send('Page.addScriptToEvaluateOnNewDocument', { source: worldSource('main-world') });
    await chromium.send('Page.addScriptToEvaluateOnNewDocument', {
      worldName: preloadWorld,
      source: `{
        const codec = ${codecSource.trim().replace(/;$/, '')};
        const members = ${given};
        const send = (message) => ${binding}(JSON.stringify(message));
        const runPreload = (require) => { ${source}
        };
        ${worldSource('preload-world')}
      }`,
    });
  }

  /** Runs in the world of the preload script. */
  async tell(expression: string): Promise<void> {
    const context = this.#preloadContext;
    if (context === undefined) return;
    const chromium = await this.#chromiumOfPreload();
    await chromium.send('Runtime.evaluate', { expression, contextId: context }).catch(() => undefined);
  }

  #chromiumOfPreload(): Promise<CDPSession> {
    return this.#chromium;
  }

  /** Where on the disk a file is that the page was given. */
  async pathOf(id: number): Promise<string> {
    const chromium = await this.#chromium;
    const context = this.#preloadContext;
    if (context === undefined) return '';
    const { result } = await chromium.send('Runtime.evaluate', {
      expression: `standIn.fileOf(${id})`,
      contextId: context,
    });
    if (result.objectId === undefined) return '';
    const { path } = await chromium.send('DOM.getFileInfo', { objectId: result.objectId });
    return path;
  }

  #closePorts(): void {
    for (const port of this.ports.values()) port.emit('close');
    this.ports.clear();
    this.#preloadContext = undefined;
  }

  /** Asked of navigations that the program did not start itself. */
  mayNavigate(url: string, frame: Frame): boolean {
    const isMainFrame = frame.parentFrame() === null;
    if (isMainFrame && this.#expected === url) {
      this.#expected = undefined;
      return true;
    }
    let isStopped = false;
    const event = {
      url,
      isMainFrame,
      isSameDocument: false,
      frame: frameOf(fromChromium(frame.url()), isMainFrame),
      preventDefault: () => {
        isStopped = true;
      },
    };
    checkOptions('WebContentsWillFrameNavigateEventParams', { url, isMainFrame, isSameDocument: false, frame: 0 });
    this.emit('will-frame-navigate', event);
    return !isStopped;
  }

  #onWindowOpen(url: string): void {
    const answer = this.#openHandler?.({ url: fromChromium(url) });
    record('window-open', answer?.action ?? 'allow');
    this.#isPopupDenied = answer?.action === 'deny';
  }

  #onUnload(dialog: { accept(): Promise<void>; dismiss(): Promise<void> }): Promise<void> {
    let isLeft = false;
    this.emit('will-prevent-unload', {
      preventDefault: () => {
        isLeft = true;
      },
    });
    if (!isLeft) this.#stay?.();
    return isLeft ? dialog.accept() : dialog.dismiss();
  }

  /** Not Electron's: resolves when the page did not let itself be closed. */
  staying(): Promise<void> {
    return new Promise((resolve) => {
      this.#stay = resolve;
    });
  }

  /** Not Electron's: what the program asked for with `loadURL`. */
  async load(url: string, chromiumUrl: string): Promise<void> {
    const page = await this.page;
    this.#expected = url.split('#', 1)[0];
    await page.goto(chromiumUrl, { waitUntil: 'load' });
    this.#expected = undefined;
    this.#url = fromChromium(page.url());
    await this.#settlePermissions(page);
  }

  async #settlePermissions(page: Page): Promise<void> {
    const chromium = await this.#chromium;
    for (const [name, chromiumName] of Object.entries(permissions)) {
      const isGiven = await this.session.isPermitted(name, this, this.face);
      const permission =
        name === 'clipboard-sanitized-write'
          ? { name: 'clipboard-write', allowWithoutSanitization: false }
          : { name: chromiumName === 'videoCapture' ? 'camera' : chromiumName };
      await chromium.send('Browser.setPermission', {
        permission,
        setting: isGiven ? 'granted' : 'denied',
        origin: new URL(page.url()).origin,
      });
    }
  }

  get debugger(): object {
    return strict('Debugger', {
      attach: (version?: string) => {
        if (version !== undefined && version !== '1.3') throw new Error('Requested protocol version is not supported');
        this.#inspector = this.page.then((page) => page.context().newCDPSession(page));
      },
      isAttached: () => this.#inspector !== undefined,
      sendCommand: async (method: string, parameters: object = {}) => {
        if (this.#inspector === undefined) throw new Error('No target available');
        const inspector = await this.#inspector;
        return (inspector.send as (name: string, given: object) => Promise<unknown>)(method, parameters);
      },
    });
  }

  async printToPDF(options: object): Promise<Buffer> {
    checkOptions('PrintToPDFOptions', options);
    const chromium = await this.#chromium;
    const { data } = await chromium.send('Page.printToPDF', options);
    return Buffer.from(data, 'base64');
  }

  sendInputEvent(input: { type: string; keyCode: string; modifiers?: readonly string[] }): void {
    checkOptions('KeyboardInputEvent', input);
    const { type, keyCode, modifiers = [] } = input;
    const bits = modifiers.reduce(
      (sum, name) => sum + ({ alt: 1, control: 2, meta: 4, shift: 8 }[name] ?? Number.NaN),
      0,
    );
    if (Number.isNaN(bits)) throw new TypeError(`modifiers: ${modifiers.join(' ')}`);
    void this.#chromium.then((chromium) =>
      chromium.send('Input.dispatchKeyEvent', {
        type: type === 'keyDown' ? 'rawKeyDown' : 'keyUp',
        key: keyCode.toLowerCase(),
        code: `Key${keyCode}`,
        windowsVirtualKeyCode: keyCode.charCodeAt(0),
        modifiers: bits,
      }),
    );
  }

  startDrag(item: object): void {
    checkOptions('Item', item);
    record('start-drag', item);
  }
}
