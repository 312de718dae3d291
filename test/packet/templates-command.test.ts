import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { errorTable } from '../../electron/contract/errors.ts';
import { readPdf } from '../support/read-pdf.ts';
import { errorSchema, onlyObject, runJuli } from '../support/run-juli.ts';
import { writeSituation } from '../support/situations/situations.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
const documents = join(import.meta.dirname, '../../templates/documents');
let usedKey = '';
let sound = '';
let misspelt = '';
beforeAll(async () => {
  usedKey = await writeSituation(work.path('used-key'), 'usedKey');
  const source = await readFile(join(documents, 'comparison.hbs'), 'utf8');
  sound = await ownDocument('sound', source.replace('</h1>', '（本所用）</h1>'));
  misspelt = await ownDocument('misspelt', source.replace(/\{\{inline (\w+)/, '{{inline $1s'));
});

async function ownDocument(name: string, source: string): Promise<string> {
  await mkdir(work.path(name, 'documents'), { recursive: true });
  await writeFile(work.path(name, 'documents/comparison.hbs'), source);
  return work.path(name);
}

const checkSchema = z.strictObject({
  ok: z.boolean(),
  problems: z.array(
    z.strictObject({
      severity: z.enum(['error', 'warning']),
      file: z.string(),
      line: z.int().min(1).optional(),
      detail: z.string(),
      nearest: z.string().optional(),
    }),
  ),
});

describe('juli templates check', () => {
  it('lets a template pass that only looks different', async () => {
    const run = await runJuli(['templates', 'check', sound, '--json']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(checkSchema.parse(onlyObject(run.stdout))).toEqual({ ok: true, problems: [] });
  });

  it('names template, line and nearest right name of a misspelt field', async () => {
    const run = await runJuli(['templates', 'check', misspelt, '--json']);
    expect(run).toMatchObject({ exitCode: errorTable.TEMPLATE_INVALID.exit, stderr: '' });
    const { ok, problems } = checkSchema.parse(onlyObject(run.stdout));
    expect(ok).toBe(false);
    const wrong = problems.find(({ nearest }) => nearest !== undefined);
    expect(wrong).toMatchObject({ severity: 'error', file: 'documents/comparison.hbs', line: expect.any(Number) });
    const people = await runJuli(['templates', 'check', misspelt]);
    expect(people).toMatchObject({ exitCode: errorTable.TEMPLATE_INVALID.exit, stdout: '' });
    expect(people.stderr).toContain(`documents/comparison.hbs 第${wrong?.line}行`);
    expect(people.stderr).toContain(`最接近的是 ${wrong?.nearest}`);
  });

  it('answers NOT_FOUND to a folder that is not there', async () => {
    const run = await runJuli(['templates', 'check', work.path('nowhere'), '--json']);
    expect(run.exitCode).toBe(errorTable.NOT_FOUND.exit);
    expect(errorSchema.parse(onlyObject(run.stdout)).error.file).toBe(work.path('nowhere'));
  });
});

describe('juli --templates', () => {
  const only = ['--papers', 'comparison', '--no-cover', '--no-toc', '--no-appendix', '--no-checksums'];

  it('prints with the templates of one’s own, written before the command or after it', async () => {
    const target = work.path('own.pdf');
    const run = await runJuli(['packet', usedKey, '--templates', sound, '-o', target, ...only]);
    expect(run).toMatchObject({ exitCode: 0 });
    const pdf = await readPdf(target);
    await pdf.close();
    expect(pdf.pages[0]?.compact).toContain('（本所用）');
    const before = await runJuli(['--templates', work.path('nowhere'), 'check', usedKey]);
    expect(before.exitCode).toBe(errorTable.NOT_FOUND.exit);
  });

  it('builds nothing with a template that names an unknown field', async () => {
    const run = await runJuli([
      'packet',
      usedKey,
      '--templates',
      misspelt,
      '-o',
      work.path('no.pdf'),
      ...only,
      '--json',
    ]);
    expect(run.exitCode).toBe(errorTable.TEMPLATE_INVALID.exit);
    expect(errorSchema.parse(onlyObject(run.stdout)).error.code).toBe('TEMPLATE_INVALID');
    await expect(readFile(work.path('no.pdf'))).rejects.toThrow('ENOENT');
  });
});
