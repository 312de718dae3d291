import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIntakeLog } from '../../electron/core/integrity/intake-log.ts';
import { checkerPng } from '../support/pictures.ts';
import { rawZip } from '../support/raw-zip.ts';
import { onlyObject, runJuli } from '../support/run-juli.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
const draft = {
  format: 'juli.case/1',
  title: '会员退款',
  evidence: [{ id: 'e1', title: '订单', group: 'transaction', files: ['证据/订单.png'] }],
};

async function caseFolder(name: string): Promise<string> {
  const folder = work.path(name);
  await mkdir(join(folder, '证据'), { recursive: true });
  await writeFile(join(folder, 'case.json'), JSON.stringify(draft));
  await writeFile(join(folder, '证据/订单.png'), await checkerPng(20, 20));
  await writeFile(join(folder, '证据/说明.txt'), 'named by nobody');
  await mkdir(work.path(`${name}-files/聊天`), { recursive: true });
  const files = [
    ['聊天/客服.png', await checkerPng(21, 20)],
    ['聊天/.DS_Store', 'x'],
    ['说明.txt', '卡密无法激活'],
    ['同一张.png', await checkerPng(20, 20)],
    ['包.zip', rawZip([{ name: '付款.png', data: await checkerPng(22, 20) }])],
  ] as const;
  for (const [path, bytes] of files) await writeFile(work.path(`${name}-files`, path), bytes);
  return folder;
}

describe('juli add', () => {
  it('takes files of every kind into a case folder, as the window does, and logs them', async () => {
    const folder = await caseFolder('folder');
    const from = work.path('folder-files');
    const run = await runJuli([
      'add',
      folder,
      ...['聊天', '说明.txt', '同一张.png', '包.zip'].map((name) => join(from, name)),
      join(from, '没有.png'),
      '--json',
    ]);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(onlyObject(run.stdout)).toEqual({
      added: 3,
      duplicates: [{ name: '同一张.png', sameAs: '订单' }],
      problems: [{ name: '没有.png', reason: expect.stringContaining('不在原处'), isTaken: false }],
      archives: [{ name: '包.zip', files: 1 }],
    });

    const written = JSON.parse(await readFile(join(folder, 'case.json'), 'utf8'));
    expect(written.evidence).toEqual([
      draft.evidence[0],
      { id: 'e2', title: '付款', group: 'transaction', files: ['证据/付款.png'] },
      { id: 'e3', title: '客服', group: 'communication', files: ['证据/客服.png'] },
      { id: 'e4', title: '说明', group: 'other', files: ['证据/说明（2）.txt'] },
    ]);
    expect(await readFile(join(folder, '证据/说明（2）.txt'), 'utf8')).toBe('卡密无法激活');
    expect(await readFile(join(folder, '证据/说明.txt'), 'utf8')).toBe('named by nobody');
    expect((await readdir(folder)).sort()).toEqual(['case.json', 'intake-log.jsonl', '证据']);

    const more = await runJuli(['add', folder, join(from, '包.zip')]);
    expect(more).toMatchObject({ exitCode: 0, stdout: '', stderr: expect.stringContaining('和“付款”是同一个文件') });
    const { lines, state } = readIntakeLog(await readFile(join(folder, 'intake-log.jsonl'), 'utf8'));
    expect(state).toMatchObject({ kind: 'whole', lines: 8 });
    expect(lines.map(({ event }) => event)).toEqual([
      ...['opened-archive', 'taken', 'taken', 'refused', 'taken', 'duplicate'],
      ...['opened-archive', 'duplicate'],
    ]);
    for (const { path, sha256 } of lines) {
      if (path === undefined) continue;
      expect(
        createHash('sha256')
          .update(await readFile(join(folder, path)))
          .digest('hex'),
      ).toBe(sha256);
    }
  });

  it('takes them into a case of the data folder', async () => {
    const folder = await caseFolder('stored');
    const data = work.path('data');
    const imported = await runJuli(['import', folder, '--data', data, '--json']);
    const { id } = onlyObject(imported.stdout) as { id: string };
    const run = await runJuli(['add', id, work.path('stored-files/说明.txt'), '--data', data]);
    expect(run).toMatchObject({ exitCode: 0, stdout: '', stderr: expect.stringContaining('收进 1 个文件') });
    const target = work.path('out');
    expect(await runJuli(['export', id, '--folder', target, '--data', data])).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(target, '证据/说明.txt'), 'utf8')).toBe('卡密无法激活');
    const { lines } = readIntakeLog(await readFile(join(target, 'intake-log.jsonl'), 'utf8'));
    expect(lines.map(({ facts }) => facts.how)).toEqual(['imported', 'command-line']);
  });

  it('refuses a .juli file and a case that is not there', async () => {
    const juli = await runJuli(['add', 'a.juli', 'x.png', '--json']);
    expect(juli.exitCode).not.toBe(0);
    expect(juli.stderr + juli.stdout).toContain('juli import');
    const nowhere = await runJuli(['add', work.path('nowhere'), 'x.png', '--json']);
    expect(nowhere.exitCode).not.toBe(0);
  });
});
