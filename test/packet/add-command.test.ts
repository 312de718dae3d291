import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIntakeLog } from '../../electron/core/integrity/intake-log.ts';
import { wordFile } from '../support/office-files.ts';
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
  const cutOff = (await wordFile(await checkerPng(12, 8))).slice(0, -300);
  await writeFile(work.path(`${name}-files`, '协议.docx'), cutOff);
  await symlink(work.path(`${name}-files`, '说明.txt'), work.path(`${name}-files/聊天`, '桌面.png'));
  return folder;
}

describe('juli add', () => {
  it('takes files of every kind into a case folder, as the window does, and logs them', async () => {
    const folder = await caseFolder('folder');
    const from = work.path('folder-files');
    const run = await runJuli([
      'add',
      folder,
      ...['聊天', '说明.txt', '同一张.png', '包.zip', '协议.docx'].map((name) => join(from, name)),
      join(from, '没有.png'),
      '--json',
    ]);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(onlyObject(run.stdout)).toEqual({
      added: 4,
      duplicates: [{ name: '同一张.png', sameAs: '订单' }],
      problems: [
        { name: '桌面.png', reason: expect.stringMatching(/^这是一个链接，不是文件本身，没有收录/), isTaken: false },
        { name: '没有.png', reason: expect.stringContaining('找不到这个文件'), isTaken: false },
        { name: '协议.docx', reason: expect.stringMatching(/^这个 Word 文件不完整或已损坏/), isTaken: true },
      ],
      archives: [{ name: '包.zip', files: 1 }],
    });

    const written = JSON.parse(await readFile(join(folder, 'case.json'), 'utf8'));
    expect(written.evidence).toEqual([
      draft.evidence[0],
      { id: 'e2', title: '付款', group: 'transaction', files: ['证据/付款.png'] },
      { id: 'e3', title: '客服', group: 'communication', files: ['证据/客服.png'] },
      { id: 'e4', title: '说明', group: 'other', files: ['证据/说明（2）.txt'] },
      { id: 'e5', title: '协议', group: 'other', files: ['证据/协议.docx'] },
    ]);
    expect(await readFile(join(folder, '证据/说明（2）.txt'), 'utf8')).toBe('卡密无法激活');
    expect(await readFile(join(folder, '证据/说明.txt'), 'utf8')).toBe('named by nobody');
    expect((await readdir(folder)).sort()).toEqual(['case.json', 'intake-log.jsonl', '证据']);

    const more = await runJuli(['add', folder, join(from, '包.zip')]);
    expect(more).toMatchObject({ exitCode: 0, stdout: '', stderr: expect.stringContaining('和“付款”是同一个文件') });
    const { lines, state } = readIntakeLog(await readFile(join(folder, 'intake-log.jsonl'), 'utf8'));
    expect(state).toMatchObject({ kind: 'whole', lines: 10 });
    expect(lines.map(({ event }) => event)).toEqual([
      ...['opened-archive', 'taken', 'taken', 'refused', 'refused', 'taken', 'duplicate', 'taken'],
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
    expect(run).toMatchObject({ exitCode: 0, stdout: '', stderr: expect.stringContaining('收录了 1 个文件') });
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

  it('ends with 3 where nothing of what was named could be taken', async () => {
    const run = await runJuli(['add', await caseFolder('wrong-name'), work.path('nix.png')]);
    expect(run).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('nix.png：找不到这个文件') });
  });
});
