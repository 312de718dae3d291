import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions, dialog, screen } from 'electron';
import { windowAddress } from './addresses.ts';
import type { ProgramFiles } from './program-files.ts';

/** What the window is: a page in a sandbox that sees nothing of Node and of Electron but what the preload script gives. */
export function windowOptions({
  preload,
  icon,
}: Pick<ProgramFiles, 'preload' | 'icon'>): BrowserWindowConstructorOptions {
  return {
    title: '据理',
    icon,
    width: 1280,
    height: 840,
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: '#f4f2ec',
    webPreferences: {
      preload,
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
      // The reader of PDF files is one.
      plugins: true,
    },
  };
}

export interface WindowOrder {
  readonly files: Pick<ProgramFiles, 'preload' | 'icon'>;
  /** Where the place of the window is remembered. */
  readonly profileFolder: string;
  /** Where it begins: `#/case/…`; empty for the list of cases. */
  readonly route: string;
}

export function openWindow({ files, profileFolder, route }: WindowOrder): BrowserWindow {
  const memory = join(profileFolder, 'window.json');
  const { isMaximized, ...place } = rememberedPlace(memory);
  const window = new BrowserWindow({ ...windowOptions(files), ...place });
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize();
    window.show();
  });
  window.on('close', () => remember(memory, window));
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: '还有文件没有收进来，要离开吗？',
      detail: '已经填写的内容都保存了。没有收完的文件，之后可以再添加一次。',
      buttons: ['留下', '离开'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (answer === 1) event.preventDefault();
  });
  void window.loadURL(`${windowAddress}${route}`);
  return window;
}

interface Place {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly isMaximized: boolean;
}

function rememberedPlace(memory: string): Place {
  try {
    const { x, y, width, height, isMaximized } = JSON.parse(readFileSync(memory, 'utf8')) as Record<string, unknown>;
    const bounds = { x: whole(x), y: whole(y), width: whole(width), height: whole(height) };
    return { ...(isVisible(bounds) ? bounds : {}), isMaximized: isMaximized === true };
  } catch {
    return { isMaximized: false };
  }
}

/** A screen that was unplugged since would leave the window where nobody sees it. */
function isVisible({ x, y, width, height }: { x: number; y: number; width: number; height: number }): boolean {
  const { workArea } = screen.getDisplayMatching({ x, y, width, height });
  return (
    x < workArea.x + workArea.width && workArea.x < x + width && y < workArea.y + workArea.height && workArea.y <= y + 8
  );
}

function whole(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new TypeError('not a whole number');
  return value;
}

/** Where it will open next time; not being able to remember is nothing to speak of. */
function remember(memory: string, window: BrowserWindow): void {
  try {
    writeFileSync(memory, JSON.stringify({ ...window.getNormalBounds(), isMaximized: window.isMaximized() }));
  } catch {
    return;
  }
}
