import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { errorTable } from '../../electron/contract/errors.ts';
import { builtInLaw } from '../support/built-in-law.ts';
import { onlyObject, runJuli } from '../support/run-juli.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
const root = join(import.meta.dirname, '../..');
const program = join(root, 'electron/server/juli.mjs');

const day = z.iso.date();
const entrySchema = z.strictObject({
  law: z.string().min(4),
  article: z.string().regex(/^第[零一二三四五六七八九十百千]+条$/),
  clause: z.string().min(1).optional(),
  docNo: z.string().min(1).optional(),
  inForceFrom: day,
  inForceTo: day.optional(),
  textFrom: day.optional(),
  gist: z.string().min(1),
  source: z.string().min(1),
  confidence: z.enum(['A', 'A-']),
  statusConfidence: z.string().optional(),
});
const checkSchema = z.strictObject({
  ok: z.boolean(),
  problems: z.array(
    z.strictObject({
      file: z.string(),
      line: z.int().min(1),
      path: z.string(),
      expected: z.string(),
      found: z.string(),
    }),
  ),
});

async function check(folder?: string) {
  const run = await runJuli(['law', 'check', ...(folder === undefined ? [] : [folder]), '--json']);
  expect(run.stderr).toBe('');
  return { exitCode: run.exitCode, result: checkSchema.parse(onlyObject(run.stdout)) };
}

/** A folder of one's own with one law file. */
async function ownLaw(name: string, file: string, text: string): Promise<string> {
  await mkdir(work.path(name, 'law'), { recursive: true });
  await writeFile(work.path(name, file), text);
  return work.path(name);
}

const builtIn = (file: string) => readFile(join(root, 'templates/law', file), 'utf8');

describe('juli law list', () => {
  it('with --json prints one array and nothing else: each provision of the program once', async () => {
    const run = await runJuli(['law', 'list', '--json']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toMatch(/^\[.*\]\n$/);
    const entries = z.array(entrySchema).parse(JSON.parse(run.stdout));
    expect(entries).toHaveLength(builtInLaw.provisions.size);
    const places = entries.map(
      ({ law, article, clause = '', inForceFrom }) => `${law}${article}${clause}${inForceFrom}`,
    );
    expect(new Set(places).size).toBe(places.length);
    // Repealed on 15 April 2026 (投诉举报处理办法 46).
    expect(run.stdout).not.toContain('市场监督管理投诉举报处理暂行办法');
  });

  it('in words is a list on stdout, each provision on a line with its gist below', async () => {
    const run = await runJuli(['law', 'list']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toContain('《中华人民共和国消费者权益保护法》第五十五条');
    expect(run.stdout).toContain(`共 ${builtInLaw.provisions.size} 条`);
  });

  it('ends as it would have when nobody reads on', async () => {
    const list = spawn(process.execPath, [program, 'law', 'list', '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
    list.stdout.destroy();
    let stderr = '';
    list.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    expect(await once(list, 'close')).toEqual([0, null]);
    expect(stderr).toBe('');

    const check = spawn(process.execPath, [program, 'law', 'check', work.path('nowhere')], { stdio: 'pipe' });
    check.stderr.destroy();
    expect(await once(check, 'close')).toEqual([errorTable.NOT_FOUND.exit, null]);
  });

  it('ends with WRITE_FAILED and without a stack when the disk is full', async (context) => {
    context.skip(!existsSync('/dev/full'), 'no device here that is always full');
    const full = await open('/dev/full', 'w');
    const list = spawn(process.execPath, [program, 'law', 'list'], { stdio: ['ignore', full.fd, 'pipe'] });
    let stderr = '';
    list.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    expect(await once(list, 'close')).toEqual([errorTable.WRITE_FAILED.exit, null]);
    await full.close();
    expect(stderr).toContain('WRITE_FAILED');
    expect(stderr).not.toMatch(/\n\s+at |node:internal/);
  });
});

describe('juli law check', () => {
  it('finds nothing in the built-in tables, and nothing in a table of one’s own that is sound', async () => {
    expect(await check()).toEqual({ exitCode: 0, result: { ok: true, problems: [] } });
    const own = await ownLaw('sound', 'law/clocks.json', await builtIn('clocks.json'));
    expect(await check(own)).toEqual({ exitCode: 0, result: { ok: true, problems: [] } });
  });

  it('names file and line of a mistake, in the object and in words', async () => {
    const source = (await builtIn('clocks.json')).replace('"certainty"', '"certanity"');
    const line = source.slice(0, source.indexOf('certanity')).split('\n').length;
    const own = await ownLaw('misspelt', 'law/clocks.json', source);
    const { exitCode, result } = await check(own);
    expect(exitCode).toBe(errorTable.TEMPLATE_INVALID.exit);
    expect(result).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ file: 'clocks.json', line })]),
    });
    const people = await runJuli(['law', 'check', own]);
    expect(people).toMatchObject({ exitCode: errorTable.TEMPLATE_INVALID.exit, stdout: '' });
    expect(people.stderr).toMatch(
      new RegExp(`clocks\\.json 第${line}行 clocks\\[0\\]\\.certanity：.*最接近的是 certainty`),
    );
  });

  it.each([
    ['under a name that is not read', 'law/clock.json', 'clock.json'],
    ['beside the folder law', 'clocks.json', 'clocks.json'],
  ])('reports a table %s: packets would be refused', async (_, place, file) => {
    const own = await ownLaw(`place-${place.length}`, place, await builtIn('clocks.json'));
    const { exitCode, result } = await check(own);
    expect(exitCode).toBe(errorTable.TEMPLATE_INVALID.exit);
    expect(result.problems).toMatchObject([{ file, expected: expect.stringContaining('law/clocks.json') }]);
  });

  it('answers NOT_FOUND to a folder that is not there', async () => {
    expect(await runJuli(['law', 'check', work.path('nowhere')])).toMatchObject({
      exitCode: errorTable.NOT_FOUND.exit,
      stdout: '',
    });
  });
});
