import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { CaseSummary, StoreEvent } from '../../electron/contract/rpc/case-procedures.ts';
import type { ApiClient, StartApi } from './api-cases.ts';
import { newCaseAnswers } from './new-case-answers.ts';

/** What is found in a case, and what is to be filed when. */
export function filingCases(carrier: string, start: StartApi): void {
  describe(`${carrier}: findings`, () => {
    it('what cannot be read comes first, then the checks, each with its field and step', async () => {
      const { client } = await start();
      const { id } = await client.cases.openSample({ name: 'software-key' });
      const clean = await client.cases.check({ id });

      const { revision } = await client.cases.get({ id });
      const { revision: edited } = await client.cases.edit({
        id,
        baseRevision: revision,
        label: '修改',
        changes: [
          { kind: 'set', path: ['claims', 0, 'amount'], value: '二百六' },
          { kind: 'remove', path: ['claimants', 0, 'address'] },
        ],
      });
      const check = await client.cases.check({ id });

      expect(clean.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(check.revision).toBe(edited);
      expect(check.findings[0]).toMatchObject({
        id: 'draft.unreadable',
        path: 'claims[0].amount',
        step: 'claims',
        message: expect.stringContaining('128.00'),
      });
      expect(check.findings).toContainEqual(
        expect.objectContaining({ id: 'fact.missing', path: 'claimants[0].address', step: 'parties' }),
      );
    });

    it('an original that is gone is an error of its file, whatever stands before it', async () => {
      const { client, test } = await start();
      const { id } = await client.cases.openSample({ name: 'software-key' });
      const [file] = test.workspace.store.originals.ofCase(id);
      if (file === undefined) throw new Error('the sample has files');
      await rm(test.workspace.store.originals.pathOf(file.sha256));
      const { draft, revision } = await client.cases.get({ id });
      const items = Array.isArray(draft.evidence) ? draft.evidence : [];
      const place = items.findIndex((item) => JSON.stringify(item).includes(file.path));
      const value = { id: '还没有', title: '还没有文件的证据', group: 'problem', files: [] };
      await client.cases.edit({
        id,
        baseRevision: revision,
        label: '添加证据',
        changes: [{ kind: 'insert', path: ['evidence'], index: 0, value }],
      });

      const { findings } = await client.cases.check({ id });

      expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
        { id: 'draft.missing', path: 'evidence[0].files', step: 'evidence' },
        { id: 'evidence.file-missing', path: expect.stringContaining(`evidence[${place + 1}]`), step: 'evidence' },
      ]);
    });

    it('are counted for the list after an edit, without anybody asking', async () => {
      const { client } = await start();
      const stop = new AbortController();
      const events = await client.cases.watch(undefined, { signal: stop.signal });

      const { id } = await client.cases.create(newCaseAnswers);
      const listed = await untilListed(client, events, (one) => one.findings.errors > 0);
      stop.abort();

      expect(listed.id).toBe(id);
      expect(listed.nextDeadline?.lastDay).toMatch(/^20\d\d-/);
    });
  });

  describe(`${carrier}: events`, () => {
    it('tell every window what changed', async () => {
      const { client } = await start();
      const stop = new AbortController();
      const events = await client.cases.watch(undefined, { signal: stop.signal });

      const { id } = await client.cases.create(newCaseAnswers);
      const seen: StoreEvent[] = [];
      for await (const event of events) {
        seen.push(event);
        if (seen.some(({ kind }) => kind === 'list') && seen.some(({ kind }) => kind === 'case')) break;
      }
      stop.abort();

      expect(seen).toContainEqual({ kind: 'case', id, revision: expect.any(Number) });
    });
  });

  describe(`${carrier}: deadlines`, () => {
    it('of one case and of all, nearest first; a step that is recorded moves the stage on in one edit', async () => {
      const { client } = await start();
      const { id } = await client.cases.create(newCaseAnswers);
      const before = await client.cases.get({ id });

      const all = await client.deadlines.all();
      await client.deadlines.record({
        id,
        body: 'platform',
        status: 'refused',
        endedOn: '2026-11-21',
        answer: '不支持',
      });

      const ahead = all.filter(({ status }) => status !== 'passed');
      const days = ahead.map(({ lastDay }) => lastDay ?? '');
      expect(days.length).toBeGreaterThan(1);
      expect(days).toEqual([...days].sort());
      // What has passed stands behind what can still be kept.
      expect(all.slice(0, ahead.length)).toEqual(ahead);
      expect(all.map(({ caseId }) => caseId)).toEqual(all.map(() => id));
      expect(await client.deadlines.ofCase({ id })).not.toEqual([]);
      const after = await client.cases.get({ id });
      expect(after.draft).toMatchObject({ stage: 'market-regulator' });
      expect(after.draft.filings).toContainEqual({
        body: 'platform',
        status: 'refused',
        endedOn: '2026-11-21',
        answer: '不支持',
      });
      expect((await client.cases.undo({ id })).draft).toEqual(before.draft);
    });

    it('go into a calendar', async () => {
      const { client } = await start();
      const { id } = await client.cases.create(newCaseAnswers);

      const { name, text } = await client.deadlines.calendar({ id });

      expect(name).toMatch(/期限\.ics$/);
      expect(text).toContain('BEGIN:VEVENT\r\n');
      expect((await client.deadlines.calendar({})).text).toBe(text);
    });
  });

  describe(`${carrier}: papers`, () => {
    it('advice and texts of a case that is far from finished', async () => {
      const { client } = await start();
      const { id } = await client.cases.create({
        ...newCaseAnswers,
        claimant: '',
        bought: { name: '', kind: 'other' },
      });

      const advice = await client.papers.advice({ id });
      const texts = await client.papers.texts({ id });

      expect(advice.papers.filter(({ use }) => use === 'now')).not.toEqual([]);
      expect(advice.date).toBe('2026-11-22');
      expect(texts.channels.length).toBeGreaterThan(3);
    });
  });
}

async function untilListed(
  client: ApiClient,
  events: AsyncIterable<StoreEvent>,
  isMeant: (one: CaseSummary) => boolean,
): Promise<CaseSummary> {
  for await (const { kind } of events) {
    if (kind !== 'list') continue;
    const found = (await client.cases.list({})).cases.find(isMeant);
    if (found !== undefined) return found;
  }
  throw new Error('the events ended before it was listed');
}
