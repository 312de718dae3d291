import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { noncePlaceholder } from '../../contract/window-policy.ts';

/** The built window. Its files are known by name beforehand, so that no address can lead anywhere else. */
export interface WindowFiles {
  /** The start page with a nonce in its place. */
  page(nonce: string): Promise<string>;
  /** A file of the build by its address; undefined for anything that is not part of it. */
  asset(address: string): Promise<WindowAsset | undefined>;
}

export interface WindowAsset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mime: string;
  /** Vite puts a hash of the content into the names below `assets/`. */
  readonly isImmutable: boolean;
}

const startPage = 'index.html';

const mimes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/vnd.microsoft.icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.icc': 'application/vnd.iccprofile',
  '.wasm': 'application/wasm',
};

/** Throws NOT_FOUND when there is no built window in the folder. */
export async function readWindowFiles(folder: string): Promise<WindowFiles> {
  let paths = await pathsIn(folder);
  const pagePath = paths.get(startPage);
  if (pagePath === undefined) {
    throw new AppError('NOT_FOUND', {
      file: join(folder, startPage),
      detail: '窗口还没有生成，请先运行 npm run window',
    });
  }
  return {
    async page(nonce) {
      return (await readFile(pagePath, 'utf8')).replaceAll(noncePlaceholder, nonce);
    },
    async asset(address) {
      const mime = mimes[extname(address)];
      if (mime === undefined || address === startPage) return;
      // The window may have been built again since; its page then names files that were not there at the start.
      if (!paths.has(address)) paths = await pathsIn(folder);
      const path = paths.get(address);
      const bytes = path === undefined ? undefined : await readFile(path).catch(() => undefined);
      return bytes === undefined ? undefined : { bytes, mime, isImmutable: address.startsWith('assets/') };
    },
  };
}

/** The files of the build by their address. */
async function pathsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1).replaceAll(sep, '/'), path]),
  );
}
