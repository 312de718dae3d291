import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { run } from './cli.ts';
import { findElectron } from './electron-program.ts';
import { buildStaleDesktop } from './stale-desktop.ts';
import { buildStaleWindow } from './stale-window.ts';

const electronPackage = fileURLToPath(new URL('../../node_modules/electron', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Opens the window in the host this machine can run. What follows `--browser` is for `juli open`. */
export async function start(words: readonly string[]): Promise<number> {
  const isChosen = words.includes('--browser');
  const electron = isChosen ? undefined : await findElectron(electronPackage, process.env);
  if (electron !== undefined) return startDesktop(electron, words);
  if (!isChosen) {
    process.stderr.write('这台电脑上没有桌面窗口要用的 Electron 程序，据理改在浏览器里打开，功能相同。\n');
  }
  return run(['open', ...words.filter((word) => word !== '--browser')]);
}

/** Resolves with the exit code of the desktop program, once its window was closed. */
async function startDesktop(electron: string, words: readonly string[]): Promise<number> {
  const say = (text: string) => void process.stderr.write(text);
  await buildStaleWindow(say);
  await buildStaleDesktop(say);
  return new Promise((resolve, reject) => {
    const program = spawn(electron, [root, ...words], { stdio: 'inherit' });
    program.once('error', reject);
    program.once('exit', (code) => resolve(code ?? 1));
  });
}
