import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { createEvidenceReader } from '../../electron/core/evidence/read-evidence.ts';
import { evidenceTools } from '../support/evidence-tools.ts';
import { checkerPng } from '../support/pictures.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();

it('a file that two cases keep under different names bears the name of each, read once', async () => {
  const { signal } = new AbortController();
  const reader = createEvidenceReader(evidenceTools(work.path()));
  await writeFile(work.path('same-bytes'), await checkerPng(60, 90));

  const first = await reader.read(work.path('same-bytes'), { path: 'evidence/订单.png' }, signal);
  const second = await reader.read(work.path('same-bytes'), { path: 'evidence/聊天.png' }, signal);
  await reader.close();

  expect([first.path, second.path]).toEqual(['evidence/订单.png', 'evidence/聊天.png']);
  expect(second.content).toBe(first.content);
});
