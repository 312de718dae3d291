import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { windowConfig } from '../../electron.config.ts';
import { stampOf, windowFolder, writeStamp } from './stale-window.ts';

/**
 * Builds the window alone, as electron.config.ts says; main and preload are electron-vite's. Beside its place and
 * renamed, so that a window that is being opened meets the old build or the new one.
 */

// A test run calls itself something else, and the libraries would be built with all their self-checks.
process.env.NODE_ENV = 'production';

const root = fileURLToPath(new URL('../../renderer', import.meta.url));
const stamp = await stampOf();
await mkdir(dirname(windowFolder), { recursive: true });
const outDir = await mkdtemp(join(dirname(windowFolder), 'window-'));
try {
  await build({
    ...windowConfig,
    root,
    configFile: false,
    logLevel: process.argv.includes('--quiet') ? 'warn' : 'info',
    build: { ...windowConfig.build, outDir },
  });
  await rm(windowFolder, { recursive: true, force: true });
  await rename(outDir, windowFolder);
  await writeStamp(stamp);
} finally {
  await rm(outDir, { recursive: true, force: true });
}
