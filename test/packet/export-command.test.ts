import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { errorTable } from '../../electron/contract/errors.ts';
import { errorSchema, onlyObject, runJuli } from '../support/run-juli.ts';
import { writeSituation } from '../support/situations/situations.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
let usedKey = '';
beforeAll(async () => {
  usedKey = await writeSituation(work.path('used-key'), 'usedKey');
});

const exportSchema = z.strictObject({
  files: z.array(z.strictObject({ id: z.string(), title: z.string(), path: z.string() })),
});

describe('juli export --docx', () => {
  it('writes one Word file for each paper that was named, in the order of filing', async () => {
    const target = work.path('word');
    const papers = 'timeline,rebuttal,complaint-12315';
    const run = await runJuli(['export', usedKey, '--docx', '-o', target, '--papers', papers, '--json']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    const { files } = exportSchema.parse(onlyObject(run.stdout));
    expect(files.map(({ id }) => id).slice(0, 3)).toEqual(['complaint-12315', 'rebuttal', 'timeline']);
    expect(files.map(({ path }) => path)).toEqual(
      (await readdir(target)).toSorted().map((name) => `${target}/${name}`),
    );
    // A .docx is a ZIP archive (ECMA-376, part 2).
    for (const { path } of files)
      expect((await readFile(path)).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  });

  it('without -o writes into a folder named after the case, and says where', async () => {
    const cwd = work.path('somewhere');
    await mkdir(cwd);
    const run = await runJuli(['export', usedKey, '--docx', '--papers', 'comparison'], { cwd });
    expect(run).toMatchObject({ exitCode: 0, stdout: '' });
    const folder = '到手即显示已被使用的礼品卡密-Word';
    expect(await readdir(cwd)).toEqual([folder]);
    expect(run.stderr).toContain(`${folder}/01-承诺与实际履行对比表.docx`);
  });

  it('asks which format is wanted', async () => {
    const run = await runJuli(['export', usedKey, '--json']);
    expect(run).toMatchObject({ exitCode: errorTable.USAGE.exit, stderr: '' });
    expect(errorSchema.parse(onlyObject(run.stdout)).error).toMatchObject({
      detail: expect.stringContaining('--docx'),
    });
  });

  it('answers WRITE_FAILED to a file in place of the folder, and leaves it as it is', async () => {
    await writeFile(work.path('a-file'), 'x');
    const run = await runJuli(['export', usedKey, '--docx', '-o', work.path('a-file')]);
    expect(run).toMatchObject({ exitCode: errorTable.WRITE_FAILED.exit, stdout: '' });
    expect(await readFile(work.path('a-file'), 'utf8')).toBe('x');
  });

  it('interrupted while it writes leaves all of the papers or none', async () => {
    const target = work.path('interrupted');
    await mkdir(target);
    const watcher = watch(target);
    const run = await runJuli(['export', usedKey, '--docx', '-o', target, '--papers', 'all'], {
      onStart: (child) => {
        void once(watcher, 'change').then(() => child.kill('SIGINT'));
      },
    });
    watcher.close();
    const written = await readdir(target);
    // The signal may come too late to stop the writing; then everything is there.
    if (run.exitCode === 0) expect(written.length).toBeGreaterThan(9);
    else {
      expect(run.exitCode).toBe(errorTable.CANCELLED.exit);
      expect(written).toEqual([]);
    }
  });
});
