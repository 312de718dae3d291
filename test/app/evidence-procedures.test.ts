import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobState } from '../../electron/contract/rpc/job-procedures.ts';
import { openWorkspace } from '../../electron/core/open-workspace.ts';
import { evidenceProcedures } from '../../electron/core/procedures/evidence.ts';
import type { Workspace } from '../../electron/core/workspace.ts';
import { createChromiumPrinter } from '../../electron/server/chromium-printer.ts';
import { checkerPng } from '../support/pictures.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
let workspace: Workspace;
let ask: ReturnType<typeof clientOf>;

beforeAll(async () => {
  workspace = await openWorkspace(
    {
      dataFolder: work.path('data'),
      templatesFolder: fileURLToPath(new URL('../../templates', import.meta.url)),
    },
    {
      printer: createChromiumPrinter(),
      clock: { now: () => new Date('2026-11-20T10:00:00Z') },
      desk: { host: 'loopback', canDragOut: false },
    },
  );
  ask = clientOf(workspace);
});

afterAll(() => workspace.close());

const nobody = '00000000-0000-4000-8000-000000000000';

describe('take', () => {
  it('starts a job, whose result says what became of each file', async () => {
    const id = workspace.store.cases.create({ title: '甲' }).id;
    const tickets = [await ticket('1.png', 30), await ticket('2.png', 31), await ticket('3.png', 30)];
    const { job } = await ask.take({ id, tickets });
    const ended = await endOf(job);
    expect(ended).toMatchObject({
      kind: 'take-evidence',
      caseId: id,
      title: '添加证据（3个文件）',
      state: 'done',
      total: 3,
      result: { kind: 'evidence', added: 2, duplicates: [{ name: '3.png', sameAs: '1' }], problems: [] },
    });
    expect(workspace.store.cases.get(id)).toMatchObject({ undo: '添加证据（2个文件）' });
  });

  it('refuses a case that is not there before it uses up a ticket', async () => {
    const unused = await ticket('1.png', 30);
    await expect(ask.take({ id: nobody, tickets: [unused] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(workspace.files.redeem(unused).name).toBe('1.png');
  });

  it('refuses a ticket that stands for nothing', async () => {
    const id = workspace.store.cases.create({ title: '乙' }).id;
    await expect(ask.take({ id, tickets: ['x'] })).rejects.toMatchObject({ code: 'USAGE' });
  });

  it('ends as cancelled when it is stopped, with nothing added', async () => {
    const id = workspace.store.cases.create({ title: '丙' }).id;
    const tickets = await Promise.all(Array.from({ length: 20 }, (_, index) => ticket(`${index}.png`, 300 + index)));
    const { job } = await ask.take({ id, tickets });
    workspace.jobs.cancel(job);
    expect(await endOf(job)).toMatchObject({ state: 'cancelled' });
    expect(workspace.store.cases.get(id)).toMatchObject({ undo: undefined, draft: { title: '丙' } });
    expect(await ask.files({ id })).toEqual([]);
  });
});

describe('log', () => {
  it('says how each original came in, or all of them', async () => {
    const id = workspace.store.cases.create({ title: '乙' }).id;
    const { job } = await ask.take({
      id,
      tickets: [await ticket('1.png', 32), await ticket('2.png', 33)],
      how: 'pasted',
    });
    await endOf(job);
    const [first] = await ask.files({ id });
    const { records, broken } = await ask.log({ id, originals: [first?.sha256 ?? ''] });
    expect(broken).toBeUndefined();
    expect(records).toMatchObject([{ at: '2026-11-20T10:00:00.000Z', event: 'taken', name: '1.png', how: '粘贴' }]);
    expect((await ask.log({ id })).records.map(({ name }) => name)).toEqual(['1.png', '2.png']);
  });

  it('says where it was changed', async () => {
    const id = workspace.store.cases.create({ title: '乙' }).id;
    workspace.store.intakeLog.adopt(id, 'something else\n');
    expect(await ask.log({ id })).toEqual({ records: [], broken: '收录记录的第 1 行不是收录记录' });
  });
});

describe('files', () => {
  it('says which original is gone', async () => {
    const id = workspace.store.cases.create({ title: '丁' }).id;
    const { job } = await ask.take({ id, tickets: [await ticket('1.png', 61), await ticket('2.png', 62)] });
    await endOf(job);
    const [first] = await ask.files({ id });
    await rm(workspace.store.originals.pathOf(first?.sha256 ?? ''));
    expect(await ask.files({ id })).toMatchObject([
      { path: '证据/1.png', isMissing: true },
      { path: '证据/2.png', isMissing: false },
    ]);
    await expect(ask.files({ id: nobody })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('checklist', () => {
  it('lists what the issues of the case ask for, and whether its group is there', async () => {
    const { id } = workspace.store.cases.create({
      title: '戊',
      issues: ['not-as-described', 'no-such-issue', 7],
      evidence: [{ id: 'e1', title: '订单', group: 'transaction', files: ['证据/订单.png'] }, null],
    });
    const lines = await ask.checklist({ id });
    expect(lines[0]).toEqual({
      issue: 'not-as-described',
      group: 'transaction',
      text: '订单详情页：商品、数量、价格、下单时间、订单号',
      need: 'required',
      isGroupPresent: true,
    });
    expect(lines.filter(({ isGroupPresent }) => isGroupPresent).every(({ group }) => group === 'transaction')).toBe(
      true,
    );
    expect(lines.some(({ group, isGroupPresent }) => group === 'promise' && !isGroupPresent)).toBe(true);
  });

  it('names a thing once that several issues ask for, and nothing without an issue', async () => {
    const { id } = workspace.store.cases.create({ title: '己', issues: ['not-as-described', 'false-description'] });
    const texts = (await ask.checklist({ id })).map(({ group, text }) => `${group} ${text}`);
    expect(new Set(texts).size).toBe(texts.length);
    const bare = workspace.store.cases.create({ title: '庚' });
    expect(await ask.checklist({ id: bare.id })).toEqual([]);
  });
});

function clientOf(of: Workspace) {
  return createRouterClient(evidenceProcedures(of));
}

async function ticket(name: string, width: number): Promise<string> {
  const path = work.path(`${width}-${name}`);
  await writeFile(path, await checkerPng(width, 40));
  return workspace.files.admit({ path, name, relativePath: name, isTemporary: false });
}

async function endOf(job: string): Promise<JobState | undefined> {
  let last: JobState | undefined;
  for await (const state of workspace.jobs.watch(job, undefined)) last = state;
  return last;
}
