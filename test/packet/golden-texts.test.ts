import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCaseFolder } from '../../electron/core/cases/read-case-folder.ts';
import { choosablePapers } from '../../electron/core/documents/paper.ts';
import { sampleFolder } from '../support/build-packet.ts';
import { composeParts, readableText } from '../support/composed-parts.ts';

/**
 * The whole text of every paper of the samples, as a reader sees it. A change in it is either meant or a mistake: look
 * at the difference, and if it is meant, renew the files with `UPDATE_GOLDEN=1 npx vitest run
 * test/packet/golden-texts.test.ts`. Page numbers are those of test/support/composed-parts.ts; nothing is printed.
 */
const isRenewing = process.env.UPDATE_GOLDEN === '1';
const samples = ['software-key', 'game-credit', 'lifetime-membership'] as const;

describe.each(samples)('the papers of %s', async (sample) => {
  const folder = join(import.meta.dirname, 'golden', sample);
  const { sections } = composeParts((await readCaseFolder(sampleFolder(sample))).case);
  if (isRenewing) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  }

  it.each(choosablePapers)('%s', async (paper) => {
    const file = join(folder, `${paper}.txt`);
    const text = `${readableText(sections.find(({ id }) => id === paper)?.html ?? '')}\n`;
    expect(text.length).toBeGreaterThan(50);
    if (isRenewing) await writeFile(file, text);
    expect(text).toBe(await readFile(file, 'utf8'));
  });

  it('have one file each and none is left over', async () => {
    expect((await readdir(folder)).sort()).toEqual(choosablePapers.map((paper) => `${paper}.txt`).sort());
  });
});
