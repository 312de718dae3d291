import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StartApi } from './api-cases.ts';
import { newCaseAnswers } from './new-case-answers.ts';
import { lockedPdfFile } from './pdf-files.ts';

/** What only a person can tell of a file. */
export function evidenceCases(carrier: string, start: StartApi): void {
  describe(`${carrier}: a PDF with a password`, () => {
    it('is opened by the right one and by no other, and an unknown file is not found', async () => {
      const { client, test } = await start();
      const { id } = await client.cases.create(newCaseAnswers);
      const name = '回单.pdf';
      const path = join(test.dataFolder, name);
      await writeFile(path, await lockedPdfFile('打开-7'));
      const ticket = test.workspace.files.admit({ path, name, relativePath: name, isTemporary: false });
      const { job } = await client.evidence.take({ id, tickets: [ticket] });
      for await (const _state of await client.jobs.watch({ id: job }));
      const [file] = await client.evidence.files({ id });
      const unlock = (password: string, of = file?.path ?? '') => client.evidence.unlock({ id, path: of, password });

      expect(file?.problem).toContain('密码');
      expect(await unlock('guess')).toEqual({ isOpen: false });
      expect(await unlock('打开-7')).toEqual({ isOpen: true });
      await expect(unlock('打开-7', 'evidence/没有.pdf')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });
}
