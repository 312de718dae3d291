import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StartApi } from './api-cases.ts';
import { newCaseAnswers } from './new-case-answers.ts';
import { testNow } from './test-workspace.ts';
import { createTimestampAuthority } from './timestamp-authority.ts';

/** Time stamps of the originals: asked for here, answered by somebody else, brought in by the user. */
export function timestampCases(carrier: string, start: StartApi): void {
  describe(`${carrier}: time stamps`, () => {
    it('are asked for, answered, checked and taken away', async () => {
      const { client, test } = await start();
      const { id } = await client.cases.openSample({ name: 'software-key' });
      const { revision } = await client.cases.get({ id });
      const authority = await createTimestampAuthority(testNow);
      const ticketFor = async (name: string, content: Uint8Array | string) => {
        const path = join(test.dataFolder, name);
        await writeFile(path, content);
        return test.workspace.files.admit({ path, name, relativePath: name, isTemporary: false });
      };

      const asked = await client.timestamps.request({ id });
      const { stamp } = asked;
      const { name, list, request } = await client.timestamps.files({ id, stamp });
      const refused = await client.timestamps.reply({ id, stamp, ticket: await ticketFor('a.tsr', 'no reply') });
      const reply = await authority.reply(Buffer.from(request, 'base64'));
      const taken = await client.timestamps.reply({ id, stamp, ticket: await ticketFor('b.tsr', reply) });
      const roots = await ticketFor('ca.pem', authority.rootsPem);
      const trusted = await client.timestamps.verify({ id, stamp, roots });
      const answers = { id, baseRevision: revision, label: '删去证据' };
      await client.cases.edit({ ...answers, changes: [{ kind: 'remove', path: ['evidence', 0] }] });
      const after = await client.timestamps.ofCase({ id });

      expect(asked).toMatchObject({ askedAt: testNow, originals: 16, isCurrent: true });
      expect(name).toMatch(/-证据原件清单$/);
      expect(list.split('\n')).toHaveLength(asked.originals + 2);
      expect(refused).toMatchObject({ isKept: false, result: { ok: false, checks: [{ id: 'format' }] } });
      expect(taken).toMatchObject({ isKept: true, result: { ok: true, stamp: { at: '2026-11-22T10:00:00+08:00' } } });
      expect(trusted.checks.map(({ outcome }) => outcome)).not.toContain('unchecked');
      expect(after).toMatchObject([{ stamp, isCurrent: false, result: { ok: true } }]);
      expect((await client.timestamps.files({ id, stamp })).reply).toBe(reply.toString('base64'));
      await client.timestamps.remove({ id, stamp });
      expect(await client.timestamps.ofCase({ id })).toEqual([]);
    });

    it('are refused for a case without evidence, and unknown ones are not found', async () => {
      const { client } = await start();
      const { id } = await client.cases.create(newCaseAnswers);
      await expect(client.timestamps.request({ id })).rejects.toMatchObject({ code: 'USAGE' });
      await expect(client.timestamps.files({ id, stamp: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });
}
