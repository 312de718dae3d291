import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { AppError } from '../contract/errors.ts';
import { stampOf } from './stale-window.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'out/app/desktop');
const stampFile = join(root, 'out/app/desktop.stamp');
const sources = ['electron', 'electron.config.ts', 'package.json', 'package-lock.json'];

/** What Electron is started with. */
export const desktopProgram = join(folder, 'main/electron/desktop/main.js');

/**
 * Builds main and preload of the desktop host when they are older than what they are made of; beside their place and
 * renamed, like the window.
 */
export async function buildStaleDesktop(say: (text: string) => void): Promise<void> {
  const stamp = await stampOf(sources);
  if (existsSync(folder) && stamp === (await readFile(stampFile, 'utf8').catch(() => ''))) return;
  say('正在准备桌面程序，第一次打开或更新之后需要几秒钟……\n');
  await mkdir(dirname(folder), { recursive: true });
  const building = await mkdtemp(`${folder}-`);
  try {
    await runBuild(building);
    await rm(folder, { recursive: true, force: true });
    await rename(building, folder);
    await writeFile(stampFile, stamp);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

async function runBuild(target: string): Promise<void> {
  const builder = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const words = [builder, 'build', '--config', 'electron.config.ts', '--mode', 'desktop', '--logLevel', 'error'];
  const env = { ...process.env, NODE_ENV: 'production', JULI_DESKTOP_FOLDER: target };
  try {
    await promisify(execFile)(process.execPath, words, { cwd: root, env });
  } catch (cause) {
    const detail = '桌面程序没有生成成功，可运行 npm run build 查看原因';
    throw new AppError('NOT_FOUND', { file: folder, detail }, { cause });
  }
}
