import { symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A program as one file in `folder`: a test that starts it hundreds of times would spend most of its time on loading two
 * hundred modules.
 */
export async function bundledChild(program: URL, folder: string): Promise<string> {
  const path = fileURLToPath(program);
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: path, outDir: folder, target: 'node24' },
  });
  // For the native library.
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return join(folder, `${basename(path, '.ts')}.js`);
}
