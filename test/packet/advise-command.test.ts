import { beforeAll, describe, expect, it } from 'vitest';
import { type AdviceResult, adviceResultSchema } from '../../electron/contract/advice-result.ts';
import { errorTable } from '../../electron/contract/errors.ts';
import { choosablePapers } from '../../electron/core/documents/paper.ts';
import { errorSchema, onlyObject, runJuli } from '../support/run-juli.ts';
import { writeSituation } from '../support/situations/situations.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
let usedKey = '';
beforeAll(async () => {
  usedKey = await writeSituation(work.path('used-key'), 'usedKey');
});

async function advice(folder: string): Promise<AdviceResult> {
  const run = await runJuli(['advise', folder, '--json']);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  return adviceResultSchema.parse(onlyObject(run.stdout));
}

describe('juli advise', () => {
  it('answers every paper once, every question with reasons and law where it is settled, and every clock', async () => {
    const { notice, papers, decisions, clocks } = await advice(usedKey);
    expect(notice).toContain('不是法律意见');
    expect(papers.map(({ id }) => id).toSorted()).toEqual([...choosablePapers].toSorted());
    expect(decisions.length).toBeGreaterThan(0);
    for (const { question, conclusion, reasons, citations, certainty } of decisions) {
      expect(conclusion, question).not.toBe('');
      // What is said to be so by law names the law, and says why.
      if (certainty !== '依法') continue;
      expect(reasons.length, question).toBeGreaterThan(0);
      expect(citations.length, question).toBeGreaterThan(0);
    }
    expect(clocks.length).toBeGreaterThan(0);
    for (const { name, standing } of clocks) expect(standing, name).not.toBe('');
  });

  it('puts on stdout for people what the object holds, so that it can be saved', async () => {
    const { title, papers, clocks, decisions, notice } = await advice(usedKey);
    const run = await runJuli(['advise', usedKey]);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    const said = [
      title,
      notice,
      ...papers.flatMap((paper) => [paper.title, paper.why]),
      ...clocks.map(({ standing }) => standing),
      ...decisions.flatMap(({ conclusion, citations }) => [conclusion, ...citations.map(({ text }) => text)]),
    ];
    for (const words of said) expect(run.stdout).toContain(words);
  });

  it('answers NOT_FOUND to a folder without case.json, naming the file', async () => {
    const run = await runJuli(['advise', work.path(), '--json']);
    expect(run).toMatchObject({ exitCode: errorTable.NOT_FOUND.exit, stderr: '' });
    expect(errorSchema.parse(onlyObject(run.stdout)).error).toMatchObject({
      code: 'NOT_FOUND',
      file: work.path('case.json'),
    });
  });
});
