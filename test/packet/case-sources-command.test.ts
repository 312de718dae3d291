import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { errorTable } from '../../electron/contract/errors.ts';
import { writeCleanCase } from '../support/case-folder.ts';
import { readDocx } from '../support/read-docx.ts';
import { errorSchema, onlyObject, runJuli } from '../support/run-juli.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
const sample = fileURLToPath(new URL('../../templates/samples/software-key', import.meta.url));
const sha256 = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

const importSchema = z.strictObject({ id: z.string(), title: z.string(), leftOut: z.array(z.unknown()) });
const casesSchema = z.strictObject({
  cases: z.array(z.strictObject({ id: z.string(), title: z.string(), updatedAt: z.string(), isArchived: z.boolean() })),
});

async function importCase(source: string, data: string): Promise<z.output<typeof importSchema>> {
  const run = await runJuli(['import', source, '--data', data, '--json']);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  return importSchema.parse(onlyObject(run.stdout));
}

let data = '';
let id = '';
beforeAll(async () => {
  data = work.path('data');
  ({ id } = await importCase(sample, data));
});

describe('a case', () => {
  it('gives the same packet from its folder, its .juli file, the folder it was exported to, and its id', async () => {
    const [juli, folder] = [work.path('案件.juli'), work.path('exported')];
    for (const form of [
      ['--juli', juli],
      ['--folder', folder],
    ]) {
      const run = await runJuli(['export', id, ...form, '--data', data, '--json']);
      expect(run).toMatchObject({ exitCode: 0, stderr: '' });
      expect(onlyObject(run.stdout)).toEqual({ exported: form[1], leftOut: [] });
    }
    // Nobody took in the files of the sample, so that it has no log of that; all else is the same.
    const first = work.path('sample-with-log');
    await cp(sample, first, { recursive: true });
    await cp(join(folder, 'intake-log.jsonl'), join(first, 'intake-log.jsonl'));
    const packets: string[] = [];
    for (const [index, source] of [first, juli, folder, id].entries()) {
      const packet = work.path(`${index}.pdf`);
      const run = await runJuli(['packet', source, '-o', packet, '--data', data]);
      expect(run).toMatchObject({ exitCode: 0, stdout: '' });
      packets.push(await sha256(packet));
    }
    expect(new Set(packets).size).toBe(1);
  });

  it('named by its id is made with the templates of its data folder, unless others are named', async () => {
    const own = work.path('data-of-its-own');
    const { id: ownId } = await importCase(sample, own);
    const path = 'documents/refund-request.hbs';
    await mkdir(join(own, 'templates/documents'), { recursive: true });
    await writeFile(join(own, 'templates', path), '<h1>自己的退款申请书</h1>');
    await mkdir(work.path('other-templates/documents'), { recursive: true });
    await writeFile(work.path('other-templates', path), '<h1>另一份退款申请书</h1>');
    const paperOf = async (source: string, ...words: string[]) => {
      const folder = work.path(`word-${words.length}-${source.length}`);
      const order = ['export', source, '--docx', '-o', folder, '--papers', 'refund-request', '--data', own];
      expect(await runJuli([...words, ...order])).toMatchObject({ exitCode: 0 });
      const [name = ''] = await readdir(folder);
      return readDocx(await readFile(join(folder, name))).paragraphs.join('\n');
    };

    expect(await paperOf(ownId)).toContain('自己的退款申请书');
    expect(await paperOf(ownId, '--templates', work.path('other-templates'))).toContain('另一份退款申请书');
    // A folder is taken as it is: it prints the same on every machine.
    expect(await paperOf(sample)).not.toContain('自己的退款申请书');
  });

  it('exported, imported and exported again gives the same bytes', async () => {
    const [first, second] = [work.path('first.juli'), work.path('second.juli')];
    await runJuli(['export', id, '--juli', first, '--data', data]);
    const other = work.path('other-data');
    const imported = await importCase(first, other);
    await runJuli(['export', imported.id, '--juli', second, '--data', other]);
    expect(await sha256(second)).toBe(await sha256(first));
    expect(imported.id).not.toBe(id);
  });

  it('is checked, advised on and told in texts by any of its names', async () => {
    const outputs = await Promise.all(
      [sample, id].map(async (source) => {
        const texts = await runJuli(['texts', source, '--data', data, '--json']);
        return [texts.exitCode, texts.stdout];
      }),
    );
    expect(outputs[1]).toEqual(outputs[0]);
    for (const command of ['check', 'advise']) {
      const [byFolder, byId] = [
        await runJuli([command, sample, '--json']),
        await runJuli([command, id, '--data', data, '--json']),
      ];
      expect(byId.stdout.length).toBeGreaterThan(100);
      expect(byId.stdout).toBe(byFolder.stdout);
    }
  });

  it('is listed with its id and title', async () => {
    const run = await runJuli(['cases', '--data', data, '--json']);
    const { cases } = casesSchema.parse(onlyObject(run.stdout));
    expect(cases).toMatchObject([{ id, isArchived: false }]);
    const told = await runJuli(['cases', '--data', data]);
    expect(told).toMatchObject({ exitCode: 0, stdout: `${id}  ${cases[0]?.title}\n` });
    const none = await runJuli(['cases', '--data', work.path('empty')]);
    expect(none.stdout).toBe('数据文件夹里还没有案件。\n');
  });
});

describe('a folder', () => {
  it('is imported unfinished, and what is missing is named', async () => {
    const folder = await writeCleanCase(work.path('unfinished'), { issues: [], title: '' });
    await rm(`${folder}/evidence/支付凭证.png`);
    await writeFile(`${folder}/evidence/聊天记录.png`, '');
    const { title, leftOut } = await importCase(folder, work.path('unfinished-data'));
    expect(title).toBe('未命名案件');
    expect(leftOut).toEqual([
      { name: 'evidence/聊天记录.png', reason: expect.stringMatching(/^文件是空的（0 字节），没有收录/) },
      { name: 'evidence/支付凭证.png', reason: expect.stringContaining('找不到') },
    ]);
  });

  it('that is no case is refused by name', async () => {
    const run = await runJuli(['import', work.path('nowhere'), '--data', data, '--json']);
    expect(run.exitCode).toBe(errorTable.NOT_FOUND.exit);
    await writeFile(work.path('bad.juli'), 'x');
    const bad = await runJuli(['packet', work.path('bad.juli'), '--json']);
    expect(bad.exitCode).toBe(errorTable.ARCHIVE_INVALID.exit);
    expect(errorSchema.parse(onlyObject(bad.stdout)).error).toMatchObject({ file: work.path('bad.juli') });
  });

  it('is not written over another', async () => {
    const target = work.path('taken');
    await cp(sample, target, { recursive: true });
    const run = await runJuli(['export', id, '--folder', target, '--data', data, '--json']);
    expect(run.exitCode).toBe(errorTable.WRITE_FAILED.exit);
    expect((await readdir(target)).toSorted()).toEqual(['case.json', 'evidence']);
  });
});

describe('an id', () => {
  it('that nobody has is not found', async () => {
    const run = await runJuli(['check', '00000000-0000-4000-8000-000000000000', '--data', data, '--json']);
    expect(run.exitCode).toBe(errorTable.NOT_FOUND.exit);
  });
});

describe('juli export', () => {
  it('wants one format', async () => {
    const run = await runJuli(['export', id, '--docx', '--juli', 'x.juli', '--data', data, '--json']);
    expect(run.exitCode).toBe(errorTable.USAGE.exit);
    expect(errorSchema.parse(onlyObject(run.stdout)).error).toMatchObject({
      detail: expect.stringContaining('三者选一'),
    });
  });
});
