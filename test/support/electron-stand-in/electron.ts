import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { schemes, toChromium } from './addresses.ts';
import { afterStart } from './after-start.ts';
import { checkOptions, eventsOf, strict } from './declared-api.ts';
import { ipcMain } from './ipc.ts';
import { answerOf, record } from './record.ts';
import { Session } from './session.ts';
import { type Preferences, WebContents } from './web-contents.ts';

/**
 * A stand-in for Electron's main module, for machines that have no Electron: what the program asks of it happens in a
 * plain Chromium. It knows what Juli uses and refuses everything else. Where it differs from Electron:
 * - schemes of one's own are https addresses (see addresses.ts);
 * - `window.open` that is refused gives the page a window that closes at once, not null;
 * - permissions are decided when a page has loaded, not when they are asked for;
 * - the app is ready soon after somebody waits for it, not by itself;
 * - a session is a Chromium process; menus and dialogs are recorded, not shown.
 */

export { ipcMain };

let isReady = false;
function onlyWhenReady(what: string): void {
  if (!isReady) throw new Error(`${what} cannot be used before the app is ready`);
}

const windows = new Set<BrowserWindowStandIn>();
export const openWindows = (): readonly BrowserWindowStandIn[] => [...windows];
const paths = new Map([
  ['userData', ''],
  ['documents', process.env.STAND_IN_DOCUMENTS ?? ''],
]);
const sessions = new Map<string, Session>();

class App extends EventEmitter {
  readonly isPackaged = false;
  #ready: Promise<void> | undefined;
  #isQuitting = false;
  /** What a second start tells the first, which it waits for. */
  #telling: Promise<void> | undefined;

  override on(event: string, listener: (...given: never[]) => void): this {
    if (!eventsOf('App').includes(event)) throw new TypeError(`App has no event ${event}`);
    return super.on(event, listener as (...given: unknown[]) => void);
  }

  enableSandbox(): void {
    if (isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    record('enable-sandbox', {});
  }

  setPath(name: string, path: string): void {
    if (!paths.has(name)) throw new Error(`Failed to set path: ${name}`);
    paths.set(name, path);
  }

  getPath(name: string): string {
    const path = paths.get(name);
    if (path === undefined || path === '') throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  getAppPath(): string {
    return process.cwd();
  }

  /** The first to ask listens where the others find it. */
  requestSingleInstanceLock(data?: object): boolean {
    const place = join(this.getPath('userData'), 'lock');
    mkdirSync(this.getPath('userData'), { recursive: true });
    if (existsSync(place)) {
      this.#telling = new Promise((resolve) => {
        createConnection(place)
          .end(JSON.stringify(data ?? {}))
          .once('close', () => resolve());
      });
      return false;
    }
    const server = createServer((socket) => {
      let text = '';
      socket.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      socket.on('end', () => this.emit('second-instance', {}, [], process.cwd(), JSON.parse(text)));
    });
    server.listen(place).unref();
    process.once('exit', () => rmSync(place, { force: true }));
    return true;
  }

  whenReady(): Promise<void> {
    this.#ready ??= new Promise((resolve) =>
      setImmediate(() => {
        isReady = true;
        this.emit('ready', {});
        for (const start of afterStart) start();
        resolve();
      }),
    );
    return this.#ready;
  }

  quit(): void {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    const begun = { isPrevented: false };
    this.emit('before-quit', preventable(begun));
    if (begun.isPrevented) {
      this.#isQuitting = false;
      return;
    }
    void Promise.all([...windows].map((window) => window.leave())).then(() => {
      if (windows.size > 0) {
        this.#isQuitting = false;
        return;
      }
      const ended = { isPrevented: false };
      this.emit('will-quit', preventable(ended));
      if (!ended.isPrevented) this.exit(0);
    });
  }

  exit(code = 0): void {
    record('exit', code);
    const closing = [...sessions.values()].map(async ({ opened }) => (await opened)?.close());
    void Promise.allSettled([this.#telling, ...closing]).then(() => process.exit(code));
  }

  /** Not Electron's. */
  windowGone(): void {
    if (windows.size === 0 && !this.#isQuitting) this.emit('window-all-closed');
  }
}

function preventable(state: { isPrevented: boolean }): object {
  return {
    preventDefault() {
      state.isPrevented = true;
    },
  };
}

const theApp = new App();
export const app = strict('App', theApp);

const port = process.env.STAND_IN_PORT === undefined ? undefined : Number(process.env.STAND_IN_PORT);

function sessionOf(partition: string): Session {
  onlyWhenReady('session');
  const isDefault = partition === '';
  const found =
    sessions.get(partition) ??
    new Session(isDefault ? theApp.getPath('userData') : undefined, isDefault ? port : undefined);
  sessions.set(partition, found);
  return found;
}

export const session = {
  get defaultSession(): Session {
    return strict('Session', sessionOf(''));
  },
  fromPartition: (partition: string): Session => strict('Session', sessionOf(partition)),
};

export const protocol = strict('Protocol', {
  registerSchemesAsPrivileged(list: readonly { scheme: string; privileges?: object }[]) {
    if (isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    if (schemes.size > 0) throw new Error('schemes are registered once');
    for (const { scheme, privileges = {} } of list) {
      checkOptions('Privileges', privileges);
      schemes.set(scheme, privileges);
    }
  },
});

export const screen = strict('Screen', {
  getDisplayMatching() {
    onlyWhenReady('screen');
    return { workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
  },
});

interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly x?: number;
  readonly y?: number;
  readonly show?: boolean;
  readonly webPreferences?: Preferences & { readonly partition?: string };
}

class BrowserWindowStandIn extends EventEmitter {
  readonly id: number;
  readonly options: WindowOptions;
  readonly contents: WebContents;
  readonly face: BrowserWindowStandIn;
  isShown: boolean;
  #isMaximized = false;
  #isGone = false;

  constructor(options: WindowOptions) {
    super();
    onlyWhenReady('BrowserWindow');
    checkOptions('BrowserWindowConstructorOptions', options);
    checkOptions('WebPreferences', options.webPreferences);
    this.options = options;
    this.isShown = options.show ?? true;
    const { partition = '', ...preferences } = options.webPreferences ?? {};
    this.contents = new WebContents(sessionOf(partition), preferences);
    this.id = this.contents.id;
    this.face = strict('BrowserWindow', this);
    windows.add(this);
    theApp.emit('web-contents-created', {}, this.contents.face);
    theApp.emit('browser-window-created', {}, this.face);
    void this.#arrange();
  }

  async #arrange(): Promise<void> {
    const page = await this.contents.page;
    const { width = 800, height = 600 } = this.options;
    await page.setViewportSize({ width, height });
    page.once('close', () => this.#gone());
  }

  override on(event: string, listener: (...given: never[]) => void): this {
    if (!eventsOf('BrowserWindow').includes(event)) throw new TypeError(`BrowserWindow has no event ${event}`);
    return super.on(event, listener as (...given: unknown[]) => void);
  }

  get webContents(): WebContents {
    if (this.#isGone) throw new TypeError('Object has been destroyed');
    return this.contents.face;
  }

  async loadURL(url: string): Promise<void> {
    await this.contents.load(url, toChromium(url));
    this.emit('ready-to-show');
  }

  show(): void {
    this.isShown = true;
  }

  focus(): void {
    record('focus', this.id);
  }

  maximize(): void {
    this.#isMaximized = true;
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  isMinimized(): boolean {
    return false;
  }

  getNormalBounds(): object {
    const { x = 0, y = 0, width = 800, height = 600 } = this.options;
    return { x, y, width, height };
  }

  isDestroyed(): boolean {
    return this.#isGone;
  }

  destroy(): void {
    this.#gone();
    void this.contents.page.then((page) => page.close());
  }

  /** Not Electron's: closed by its button, or by the program that ends. */
  async leave(): Promise<void> {
    const closing = { isPrevented: false };
    this.emit('close', preventable(closing));
    if (closing.isPrevented) return;
    const page = await this.contents.page;
    const closed = new Promise<void>((resolve) => page.once('close', () => resolve()));
    await page.close({ runBeforeUnload: true });
    await Promise.race([closed, this.contents.staying()]);
  }

  #gone(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    windows.delete(this);
    this.emit('closed');
    theApp.windowGone();
  }
}

/** Constructed, it is what Electron declares and no more. */
export const BrowserWindow = new Proxy(BrowserWindowStandIn, {
  construct: (target, [options]: [WindowOptions]) => new target(options).face,
});

function withOptions(declared: string, given: readonly unknown[]): object {
  onlyWhenReady('dialog');
  const options = given.at(-1) as object;
  checkOptions(declared, options);
  return options;
}

export const dialog = strict('Dialog', {
  async showMessageBox(...given: unknown[]) {
    return { response: answerOf('message-box', withOptions('MessageBoxOptions', given)), checkboxChecked: false };
  },
  showMessageBoxSync: (...given: unknown[]) => answerOf('message-box', withOptions('MessageBoxSyncOptions', given)),
  async showSaveDialog(...given: unknown[]) {
    const filePath = answerOf('save-dialog', withOptions('SaveDialogOptions', given));
    return { canceled: filePath === '', filePath };
  },
  async showOpenDialog(...given: unknown[]) {
    const filePaths = answerOf('open-dialog', withOptions('OpenDialogOptions', given));
    return { canceled: false, filePaths };
  },
});

export const shell = strict('Shell', {
  async openPath(path: string) {
    record('open-path', path);
    return existsSync(path) ? '' : 'no such file';
  },
  showItemInFolder: (path: string) => record('show-in-folder', path),
  openExternal: async (url: string) => record('open-external', url),
});

export interface MenuEntry {
  readonly label?: string;
  readonly role?: string;
  readonly enabled?: boolean;
  readonly submenu?: readonly MenuEntry[];
  readonly click?: () => void;
}

let applicationMenu: readonly MenuEntry[] = [];
export const menuNow = (): readonly MenuEntry[] => applicationMenu;

function checkMenu(entries: readonly MenuEntry[]): void {
  for (const entry of entries) {
    checkOptions('MenuItemConstructorOptions', entry);
    checkMenu(entry.submenu ?? []);
  }
}

export const Menu = {
  buildFromTemplate(template: readonly MenuEntry[]): object {
    checkMenu(template);
    return strict('Menu', { items: template });
  },
  setApplicationMenu(menu: { readonly items: readonly MenuEntry[] }): void {
    applicationMenu = menu.items;
  },
};
