import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, expect, it } from 'vitest';
import type { Contract } from '../../electron/contract/rpc/contract.ts';
import type { Workspace } from '../../electron/core/workspace.ts';
import { caseCases } from './api-cases-of-cases.ts';
import { evidenceCases } from './api-cases-of-evidence.ts';
import { filingCases } from './api-cases-of-filing.ts';
import { houseCases } from './api-cases-of-house.ts';
import { timestampCases } from './api-cases-of-timestamps.ts';
import { newCaseAnswers } from './new-case-answers.ts';
import { openTestWorkspace, type TestWorkspace, testNow } from './test-workspace.ts';

export type ApiClient = ContractRouterClient<Contract>;

/** A client at the far end of what carries the questions. */
export interface Carried {
  readonly client: ApiClient;
  close(): Promise<void>;
}

/** A program with an empty data folder and a client of it; both end with the test. */
export type StartApi = () => Promise<{ readonly client: ApiClient; readonly test: TestWorkspace }>;

/** What a window may ask, tried through a client. The same cases hold in process, over a MessagePort and over HTTP. */
export function runApiCases(carrier: string, carry: (workspace: Workspace) => Promise<Carried>): void {
  const open: { end(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const { end } of open.splice(0).reverse()) await end();
  });

  const start: StartApi = async () => {
    const test = await openTestWorkspace();
    open.push(test);
    const { client, close } = await carry(test.workspace);
    open.push({ end: close });
    return { client, test };
  };

  caseCases(carrier, start);
  evidenceCases(carrier, start);
  filingCases(carrier, start);
  houseCases(carrier, start);
  timestampCases(carrier, start);

  it(`${carrier}: everything is there after a restart, undo too`, async () => {
    const { client, test } = await start();
    const { id } = await client.cases.create(newCaseAnswers);
    const { revision, draft } = await client.cases.get({ id });
    await client.cases.edit({
      id,
      baseRevision: revision,
      label: '修改标题',
      changes: [{ kind: 'set', path: ['title'], value: '新的标题' }],
    });

    const again = await carry(await test.reopen());
    open.push({ end: again.close });

    expect(await again.client.cases.get({ id })).toMatchObject({ draft: { title: '新的标题' }, undo: '修改标题' });
    expect((await again.client.cases.undo({ id })).draft).toEqual(draft);
    expect((await again.client.cases.get({ id })).updatedAt).toBe(testNow);
  });
}
