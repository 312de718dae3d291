import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const app = new URL('../../electron/core/app.ts', import.meta.url).href;
const open = new URL('../../electron/core/open-workspace.ts', import.meta.url).href;
const router = new URL('../../electron/core/router.ts', import.meta.url).href;
const host = new URL('../../electron/server/http/serve.ts', import.meta.url).href;

/** The packages that a fresh process loads for some modules. */
async function librariesOf(...modules: readonly string[]): Promise<string[]> {
  const program = `
    import { registerHooks } from 'node:module';
    const loaded = new Set();
    const load = (url, context, next) => {
      const name = /\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)\\//.exec(url)?.[1];
      if (name !== undefined) loaded.add(name);
      return next(url, context);
    };
    registerHooks({ load });
    for (const module of ${JSON.stringify(modules)}) await import(module);
    console.log(JSON.stringify([...loaded]));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  return JSON.parse(stdout) as string[];
}

const heavy = ['pdf-lib', '@cantoo/pdf-lib', 'sharp', 'file-type', 'piscina', 'docx', 'htmlparser2', 'fontkit'];

describe('the app', () => {
  it('leaves the libraries of some requests to those: each command starts a process of its own', async () => {
    const loaded = await librariesOf(app);
    expect(loaded).toEqual(expect.arrayContaining(['zod', 'handlebars']));
    for (const library of heavy) {
      expect(loaded).not.toContain(library);
    }
  });
});

describe('the window', () => {
  it('shows its first screen without them: someone waits', async () => {
    const loaded = await librariesOf(open, router, host);
    expect(loaded).toEqual(expect.arrayContaining(['better-sqlite3', 'hono', '@orpc/server']));
    for (const library of [...heavy, 'yazl', '@neslinesli93/qpdf-wasm', 'vite']) expect(loaded).not.toContain(library);
  });
});
