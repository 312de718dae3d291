import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { EvidenceReader } from '../../electron/core/evidence/read-evidence.ts';
import { unlockEvidence } from '../../electron/core/unlock-evidence.ts';
import { readPasswords } from '../../electron/server/commands/passwords-option.ts';
import { cleanCase } from '../support/clean-case.ts';
import { useWorkFolder } from '../support/work-folder.ts';

describe('passwords of PDFs on the command line', () => {
  const work = useWorkFolder();
  const read = async (content: string) => {
    await writeFile(work.path('passwords.txt'), content);
    return readPasswords(work.path('passwords.txt'));
  };

  it('are read line by line, whatever signs they have', async () => {
    const passwords = await read('\uFEFF证据/回单.pdf\ta b\tc\r\n\n证据/发票.pdf\t密码\n');
    expect([...(passwords ?? [])]).toEqual([
      ['证据/回单.pdf', 'a b\tc'],
      ['证据/发票.pdf', '密码'],
    ]);
    expect(await readPasswords(undefined)).toBeUndefined();
  });

  it.each(['回单.pdf geheim', '\tgeheim', '回单.pdf\t'])('are refused where a line is not one: %j', async (line) => {
    await expect(read(`好.pdf\tx\n${line}`)).rejects.toMatchObject({
      code: 'USAGE',
      data: { detail: expect.stringContaining('第2行') },
    });
  });

  it('are told to be lost where their file cannot be read', async () => {
    await expect(readPasswords(work.path('nowhere.txt'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the PDFs of a case', () => {
  const { signal } = new AbortController();
  const known = cleanCase().evidence[0]?.files[0]?.path ?? '';
  const opened = { case: cleanCase(), name: '', key: '', fileOf: (path: string) => `/case/${path}` };
  const tried: string[] = [];
  const reader: Pick<EvidenceReader, 'unlock'> = {
    async unlock(path, password) {
      tried.push(`${path} ${password}`);
      return password === 'right';
    },
  };
  const unlock = (path: string, password: string) =>
    unlockEvidence(opened, new Map([[path, password]]), reader, signal);

  it('are opened where they lie', async () => {
    await unlock(known, 'right');
    expect(tried).toEqual([`/case/${known} right`]);
  });

  it.each([
    ['a password that opens nothing', known, 'wrong'],
    ['a file that the case does not have', 'evidence/other.pdf', 'right'],
  ])('stop the run at %s', async (_, path, password) => {
    await expect(unlock(path, password)).rejects.toMatchObject({
      code: 'USAGE',
      data: { detail: expect.stringContaining(path) },
    });
  });
});
