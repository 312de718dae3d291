import { constants, createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import envPaths from 'env-paths';
import { extract } from 'tar-fs';
import { escapeHtml } from '../core/render/inline-html.ts';

/** Chromium as it lies on disk, and what must be in its environment. */
export interface ChromiumFiles {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

// The packed browser, the libraries it links to and a font for its own needs, as the npm package ships them.
const packed = fileURLToPath(new URL('../bin/', import.meta.resolve('@sparticuz/chromium')));

/**
 * Unpacks the Chromium of the npm package once for each of its versions, in the user's cache folder. No download
 * and no system package: the libraries that a bare Linux lacks come along. Beside the target and renamed, so
 * that two first starts at once cannot meet half a browser.
 */
export async function unpackChromium(): Promise<ChromiumFiles> {
  const { version } = JSON.parse(await readFile(join(packed, '../package.json'), 'utf8')) as { version: string };
  const root = await cacheFolder();
  const folder = join(root, `chromium-${version}`);
  if (!(await exists(folder))) await unpackInto(folder, root);
  return {
    executable: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: join(folder, 'libraries', 'lib'),
      // Only the faces a packet brings itself: what else a machine has installed must not change a page.
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

async function unpackInto(folder: string, root: string): Promise<void> {
  const draft = await mkdtemp(join(root, 'unpacking-'));
  try {
    await Promise.all([
      pipeline(
        createReadStream(join(packed, 'chromium.br')),
        createBrotliDecompress({ chunkSize: 1024 * 1024 }),
        createWriteStream(join(draft, 'chromium'), { mode: 0o700 }),
      ),
      unpackArchive('al2023.tar.br', join(draft, 'libraries')),
      unpackArchive('fonts.tar.br', join(draft, 'fonts')),
      writeFile(join(draft, 'fonts.conf'), fontConfiguration(folder)),
    ]);
    await rename(draft, folder);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    // Another start was first; its files are as good.
    if (!(await exists(folder))) throw cause;
  }
}

function unpackArchive(name: string, folder: string): Promise<void> {
  return pipeline(createReadStream(join(packed, name)), createBrotliDecompress(), extract(folder));
}

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${escapeHtml(join(folder, 'fonts'))}</dir>
<cachedir>${escapeHtml(join(folder, 'font-cache'))}</cachedir>
</fontconfig>
`;
}

/** The user's cache folder. Where it cannot be written, a new folder that no one else can have prepared. */
async function cacheFolder(): Promise<string> {
  const { cache } = envPaths('juli', { suffix: '' });
  try {
    await mkdir(cache, { recursive: true, mode: 0o700 });
    await access(cache, constants.W_OK);
    return cache;
  } catch {
    return mkdtemp(join(tmpdir(), 'juli-cache-'));
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
