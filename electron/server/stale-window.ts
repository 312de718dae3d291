import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../contract/errors.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The built window, where every host finds it. */
export const windowFolder = join(root, 'out/app/window');
const stampFile = join(root, 'out/app/window.stamp');

/** What the built window is made of. */
const sources = ['renderer', 'electron/contract', 'electron.config.ts', 'package-lock.json'];

/**
 * Builds the window when it is older than what it is made of. An installed copy comes with its window and without the
 * sources; there is nothing to build there. `say` is told before the wait.
 */
export async function buildStaleWindow(say: (text: string) => void): Promise<void> {
  if (!existsSync(join(root, 'renderer'))) return;
  if (existsSync(windowFolder) && (await stampOf()) === (await readFile(stampFile, 'utf8').catch(() => ''))) return;
  say('正在准备窗口，第一次打开或更新之后需要几秒钟……\n');
  await runBuild();
}

/** The same where an older window is better than none: a build that fails leaves the last one in use. */
export async function buildOrKeepWindow(say: (text: string) => void): Promise<void> {
  try {
    await buildStaleWindow(say);
  } catch (cause) {
    if (!existsSync(windowFolder)) throw cause;
    say('新的窗口没有生成成功，先用上一次的。运行 npm run window 可以看到原因。\n');
  }
}

/** A digest of the sources; taken before a build, so that what changes meanwhile is built the next time. */
export async function stampOf(of: readonly string[] = sources): Promise<string> {
  const hash = createHash('sha256');
  for (const path of (await Promise.all(of.map(filesIn))).flat().sort()) {
    hash
      .update(`${path}\0`)
      .update(await readFile(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

export async function writeStamp(stamp: string): Promise<void> {
  await writeFile(stampFile, stamp);
}

async function filesIn(source: string): Promise<string[]> {
  const path = join(root, source);
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [source];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

/** In a process of its own: the tools that build are large, and nothing needs them afterwards. */
function runBuild(): Promise<void> {
  const script = fileURLToPath(new URL('build-window.mjs', import.meta.url));
  return new Promise((resolve, reject) => {
    const build = spawn(process.execPath, [script, '--quiet'], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    build.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    build.once('error', reject);
    build.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new AppError(
            'NOT_FOUND',
            { file: windowFolder, detail: '窗口没有生成成功，可运行 npm run window 查看原因' },
            { cause: said },
          ),
        );
    });
  });
}
