import { afterAll, describe, expect, it } from 'vitest';
import { build, openApp } from '../support/build-packet.ts';
import { writeCleanCase } from '../support/case-folder.ts';
import { readPdf } from '../support/read-pdf.ts';
import { useWorkFolder } from '../support/work-folder.ts';

describe('a list of more than nine requests', () => {
  const work = useWorkFolder();
  const app = openApp();
  afterAll(() => app.close());

  it('keeps each number with its point on the line of its request', async () => {
    const claims = Array.from({ length: 12 }, (_, index) => ({
      kind: 'damages',
      amount: '1.00',
      text: `赔偿第${index + 1}笔支出1.00元。`,
      evidence: ['聊天-1'],
    }));
    const folder = await writeCleanCase(work.path('long'), { claims });
    const target = work.path('long.pdf');
    await build(app, folder, target);
    const pdf = await readPdf(target);
    await pdf.close();
    const lines = pdf.pages.flatMap(({ text }) => text.split('\n').map((line) => line.trim()));
    expect(lines).toContainEqual(expect.stringMatching(/^12．\s*\S*赔偿第12笔支出/u));
    expect(lines).not.toContain('．');
  });
});
