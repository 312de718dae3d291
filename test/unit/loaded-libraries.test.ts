import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const app = new URL('../../electron/core/app.ts', import.meta.url).href;

/** The packages that a fresh process loads for a module. */
async function librariesOf(module: string): Promise<string[]> {
  const program = `
    import { registerHooks } from 'node:module';
    const loaded = new Set();
    const load = (url, context, next) => {
      const name = /\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)\\//.exec(url)?.[1];
      if (name !== undefined) loaded.add(name);
      return next(url, context);
    };
    registerHooks({ load });
    await import(${JSON.stringify(module)});
    console.log(JSON.stringify([...loaded]));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  return JSON.parse(stdout) as string[];
}

describe('the app', () => {
  it('leaves the libraries of some requests to those: each command starts a process of its own', async () => {
    const loaded = await librariesOf(app);
    expect(loaded).toEqual(expect.arrayContaining(['zod', 'handlebars']));
    for (const library of [
      'pdf-lib',
      '@cantoo/pdf-lib',
      'sharp',
      'file-type',
      'piscina',
      'docx',
      'htmlparser2',
      'fontkit',
    ]) {
      expect(loaded).not.toContain(library);
    }
  });
});
