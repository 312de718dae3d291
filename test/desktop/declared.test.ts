import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { FuseV1Options } from '@electron/fuses';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { playWindowOptions } from '../../electron/desktop/media.ts';
import { printOptions, printWindowOptions } from '../../electron/desktop/printer.ts';
import { programFiles } from '../../electron/desktop/program-files.ts';
import { windowOptions } from '../../electron/desktop/window.ts';
import { buildStaleDesktop, desktopProgram } from '../../electron/server/stale-desktop.ts';
import builder from '../../electron-builder.json' with { type: 'json' };
import packageFile from '../../package.json' with { type: 'json' };
import { checkOptions, membersOf, strict } from '../support/electron-stand-in/declared-api.ts';

vi.mock('electron', () => import('../support/electron-stand-in/electron.ts'));

const root = new URL('../../', import.meta.url).pathname;
const files = programFiles(root);
/** Of electron-builder, whose own check of its configuration it is. */
const builderLibrary = 'app-builder-lib';

beforeAll(() => buildStaleDesktop(() => undefined), 120_000);

describe('the built preload script', () => {
  it('is CommonJS, needs nothing but Electron, and exposes two names', async () => {
    const source = await readFile(files.preload, 'utf8');
    const required: string[] = [];
    const exposed: Record<string, object> = {};
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, api: object) => Object.assign(exposed, { [name]: api }) },
      ipcRenderer: {},
      webUtils: {},
    };
    const require = (name: string) => {
      required.push(name);
      return electron;
    };
    runInNewContext(source, { require });
    expect(required).toEqual(['electron']);
    expect(Object.fromEntries(Object.entries(exposed).map(([name, api]) => [name, Object.keys(api)]))).toEqual({
      juliPort: ['connect'],
      juliFiles: ['admit', 'dragOut'],
    });
    expect(source).not.toMatch(/^(import|export) /m);
  });
});

describe('the window', () => {
  it('is shut off from Node and from the system', () => {
    const { webPreferences } = windowOptions(files);
    expect(webPreferences).toEqual({
      preload: files.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      plugins: true,
    });
    checkOptions('WebPreferences', webPreferences);
    checkOptions('BrowserWindowConstructorOptions', windowOptions(files));
  });

  it('that prints or plays is hidden, runs no script and keeps to its own session', () => {
    expect(printWindowOptions).toMatchObject({
      show: false,
      webPreferences: { partition: 'juli-print', sandbox: true, contextIsolation: true, javascript: false },
    });
    expect(printWindowOptions.webPreferences?.preload).toBeUndefined();
    expect(playWindowOptions).toMatchObject({
      show: false,
      webPreferences: { partition: 'juli-play', sandbox: true, contextIsolation: true, javascript: false },
    });
    expect(playWindowOptions.webPreferences?.preload).toBeUndefined();
    expect(printOptions).toEqual({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true });
  });
});

describe('the package', () => {
  it('is what electron-builder takes, with all fuses set and nothing published', async () => {
    const require = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
    const { validateConfiguration } = require(`${builderLibrary}/out/util/config/config`) as {
      validateConfiguration(config: object, logger: object): Promise<void>;
    };
    const logger = { isEnabled: false, add: () => undefined };
    await expect(validateConfiguration(structuredClone(builder), logger)).resolves.toBeUndefined();
    await expect(validateConfiguration({ ...builder, electronFuses: { runAsNodes: false } }, logger)).rejects.toThrow(
      'electronFuses',
    );
    expect(builder.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
    // A fuse that a later Electron brings is to be decided on too. The last one only makes WebAssembly quicker.
    const known = Object.keys(FuseV1Options).filter((name) => /^[A-Z]/.test(name));
    const decided = Object.keys(builder.electronFuses).map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`);
    expect(known.toSorted()).toEqual([...decided, 'WasmTrapHandlers'].toSorted());
    expect(builder.publish).toBeNull();
    expect([builder.win.target, builder.mac.target, builder.linux.target]).toEqual([
      ['nsis'],
      ['dmg'],
      ['AppImage', 'deb'],
    ]);
  });

  it('starts the program that is built, with the Electron it was made for', () => {
    expect(`${root}${packageFile.main}`).toBe(desktopProgram);
    expect(builder.electronVersion).toBe(packageFile.devDependencies.electron);
  });
});

describe('the stand-in', () => {
  it('knows what Electron declares and refuses what it does not', () => {
    expect(membersOf('BrowserWindow')).toEqual(expect.arrayContaining(['loadURL', 'webContents', 'isMinimized']));
    expect(() => checkOptions('WebPreferences', { sandboxed: true })).toThrow('WebPreferences has no sandboxed');
    const shell = strict('Shell', { openPath: () => '' });
    expect(() => Reflect.get(shell, 'openItem')).toThrow('does not exist in Electron');
    expect(() => Reflect.get(shell, 'beep')).toThrow('is not acted out here');
  });
});
