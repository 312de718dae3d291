import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const inProcess = `
  import { startQuickly } from './electron/server/quick-start.mjs';
  const parts = await import('pdf-lib');
  startQuickly();
  const whole = await import('pdf-lib');
  const document = await whole.PDFDocument.create();
  document.addPage([300, 200]);
  const bytes = await document.save();
  process.stdout.write(JSON.stringify({
    parts: Object.keys(parts),
    whole: Object.keys(whole),
    isOther: parts.PDFDocument !== whole.PDFDocument,
    width: (await parts.PDFDocument.load(bytes)).getPage(0).getWidth(),
    cache: process.env.NODE_COMPILE_CACHE,
  }));`;

it('loads the same pdf-lib from one file, and tells worker threads where compiled modules are', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', inProcess]);
  const { parts, whole, isOther, width, cache } = JSON.parse(stdout);
  expect(whole).toEqual(parts);
  expect({ isOther, width }).toEqual({ isOther: true, width: 300 });
  expect(cache).not.toBe('');
});
