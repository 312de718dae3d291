import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { errorTable } from '../../electron/contract/errors.ts';
import { type PacketResult, packetResultSchema } from '../../electron/contract/packet-result.ts';
import { writeCleanCase } from '../support/case-folder.ts';
import { cleanCaseFile } from '../support/clean-case.ts';
import { expectTrueNumbers } from '../support/packet-truth.ts';
import { readPdf } from '../support/read-pdf.ts';
import { errorSchema, onlyObject, runJuli } from '../support/run-juli.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
let clean = '';
let incomplete = '';
beforeAll(async () => {
  clean = await writeCleanCase(work.path('clean'));
  incomplete = await writeCleanCase(work.path('incomplete'), {
    'respondents[0].address': undefined,
    'addressees.court': undefined,
  });
});

async function packet(...options: string[]): Promise<PacketResult> {
  const run = await runJuli(['packet', clean, '-o', work.path('packet.pdf'), '--json', ...options]);
  expect(run.exitCode, run.stderr).toBe(0);
  return packetResultSchema.parse(onlyObject(run.stdout));
}
const ids = ({ parts }: PacketResult) => parts.map(({ id }) => id);

const whole = [
  'cover',
  'contents',
  'refund-request',
  'complaint-12315',
  'small-claims',
  'timeline',
  'evidence-list',
  'appendix',
  'originals',
];

describe('juli packet', () => {
  it('tells people in Chinese on stderr what it built, where, how many pages and how long it took', async () => {
    const run = await runJuli(['packet', clean, '-o', '材料/packet.pdf'], { cwd: work.path() });
    expect(run).toMatchObject({ exitCode: 0, stdout: '' });
    const pdf = await readPdf(work.path('材料/packet.pdf'));
    await pdf.close();
    expect(run.stderr).toContain(`共 ${pdf.pages.length} 页`);
    expect(run.stderr).toMatch(/用时 \d+\.\d 秒/);
    expect(run.stderr).toContain('材料/packet.pdf');
    expect(run.stderr).toContain('民事起诉状');
    // Nobody watches a pipe: no progress line, no control characters.
    expect(run.stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('with --json prints the one object on stdout and nothing on stderr, and the file is what the object says', async () => {
    const run = await runJuli(['packet', clean, '-o', work.path('packet.pdf'), '--json']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    const result = packetResultSchema.parse(onlyObject(run.stdout));
    expect(ids(result)).toEqual(whole);
    expect(result.packet).toBe(work.path('packet.pdf'));
    expect(result.durationMs).toBeGreaterThan(0);
    const pdf = await readPdf(result.packet);
    expectTrueNumbers(pdf, result);
    await pdf.close();
  });

  it('without -o names the file after the case, in the current folder', async () => {
    const cwd = work.path('somewhere');
    await mkdir(cwd);
    expect(await runJuli(['packet', clean], { cwd })).toMatchObject({ exitCode: 0 });
    expect(await readdir(cwd)).toEqual(['据例数码专营店软件激活码无法激活.pdf']);
  });

  it('takes the papers that are named, in the order of filing', async () => {
    expect(ids(await packet('--papers', 'small-claims,refund-request'))).toEqual(
      whole.filter((id) => id !== 'complaint-12315'),
    );
  });

  it.each([
    ['--no-cover', 'cover'],
    ['--no-toc', 'contents'],
    ['--no-timeline', 'timeline'],
    ['--no-appendix', 'appendix'],
    ['--no-checksums', 'originals'],
  ])('%s leaves out that part, and every number is still true', async (option, part) => {
    const result = await packet(option);
    expect(ids(result)).toEqual(whole.filter((id) => id !== part));
    const pdf = await readPdf(result.packet);
    expectTrueNumbers(pdf, result);
    await pdf.close();
  });

  it('drafts an incomplete case: a visible blank and a finding name each missing fact', async () => {
    const run = await runJuli(['packet', incomplete, '-o', work.path('draft.pdf'), '--json']);
    expect(run.exitCode).toBe(0);
    const { findings } = packetResultSchema.parse(onlyObject(run.stdout));
    expect(findings.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['respondents[0].address', 'addressees.court']),
    );
    const pdf = await readPdf(work.path('draft.pdf'));
    await pdf.close();
    expect(pdf.pages.map(({ compact }) => compact).join('')).toMatch(/〔待填写：[^〕]*住所[^〕]*〕/u);
  });

  it('with --strict writes nothing for an incomplete case and says which facts are missing', async () => {
    const out = work.path('strict');
    await mkdir(out);
    const run = await runJuli(['packet', incomplete, '-o', `${out}/packet.pdf`, '--strict', '--json']);
    expect(run.exitCode).toBe(errorTable.FACTS_INCOMPLETE.exit);
    const { error } = errorSchema.parse(onlyObject(run.stdout));
    expect(error.code).toBe('FACTS_INCOMPLETE');
    expect(error.problems).toEqual(
      expect.arrayContaining([expect.objectContaining({ path: 'respondents[0].address' })]),
    );
    expect(await readdir(out)).toEqual([]);
  });

  it('with --strict builds a complete case, and an incomplete one where the paper that needs the fact is left out', async () => {
    expect(ids(await packet('--strict'))).toEqual(whole);
    const noCourt = await writeCleanCase(work.path('no-court'), { 'addressees.court': undefined });
    const strict = (papers: string) =>
      runJuli(['packet', noCourt, '-o', work.path('no-court.pdf'), '--strict', '--papers', papers]);
    expect(await strict('refund-request')).toMatchObject({ exitCode: 0 });
    expect(await strict('small-claims')).toMatchObject({ exitCode: errorTable.FACTS_INCOMPLETE.exit });
  });

  it.each([
    ['an unknown option', ['packet', 'x', '--strickt'], '没有 --strickt 这个选项，是不是 --strict'],
    ['an option without its value', ['packet', 'x', '-o'], '选项 -o, --output <file> 后面缺少内容'],
    ['an unknown paper', ['packet', 'x', '--papers', 'small-claims,rebutal'], 'rebutal（是不是 rebuttal）'],
    ['an empty list of papers', ['packet', 'x', '--papers', ' , '], '没有写文书的名称'],
    ['all papers and one more', ['check', 'x', '--papers', 'all,timeline'], '也可以只写 all 或 suggested'],
    ['an unknown layout', ['packet', 'x', '--layout', 'fancy'], '可选：traditional, elements'],
    ['an unknown command', ['cheque', 'x'], '没有 cheque 这个命令，是不是 check'],
    ['no folder', ['packet'], '缺少 <case>'],
    ['one argument too many', ['packet', 'x', 'y'], 'packet 后面只应有1项，写了2项'],
    ['verify with roots alone', ['verify', 'x.pdf', '--ca', 'r.pem'], '--ca 要与 --stamp 或 --evidence 一起用'],
    ['verify with a request alone', ['verify', 'x.pdf', '--request', 'r.tsq'], '--request 要与 --stamp 一起用'],
    ['a group of commands alone', ['law'], '用法： juli law'],
  ])('answers %s with the usage exit code and in Chinese, on stderr', async (_, commandLine, words) => {
    const run = await runJuli(commandLine);
    expect(run).toMatchObject({ exitCode: errorTable.USAGE.exit, stdout: '' });
    expect(run.stderr).toContain(words);
    expect(run.stderr).not.toMatch(/error:|Usage|Options/);
  });

  it('shows its help in Chinese, on stdout, as something that was asked for', async () => {
    const run = await runJuli(['packet', '--help']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    for (const words of ['用法：', '选项：', '--per-claimant', '显示用法']) expect(run.stdout).toContain(words);
    expect(run.stdout).not.toMatch(/Usage|Options|default|choices|display/);
  });

  it('with --json a usage error is one JSON object, too', async () => {
    const run = await runJuli(['packet', 'x', '--json', '--colour']);
    expect(run.exitCode).toBe(errorTable.USAGE.exit);
    expect(errorSchema.parse(onlyObject(run.stdout)).error.code).toBe('USAGE');
  });

  it('a folder that is not there is NOT_FOUND, named, in words without a stack', async () => {
    const run = await runJuli(['packet', work.path('没有这个文件夹'), '-o', work.path('x.pdf')]);
    expect(run).toMatchObject({ exitCode: errorTable.NOT_FOUND.exit, stdout: '' });
    expect(run.stderr).toContain('没有这个文件夹');
    expect(run.stderr).not.toMatch(/\n\s+at |node:internal/);
  });

  it('an invalid case is refused with all its problems at once', async () => {
    const folder = work.path('invalid');
    await mkdir(folder);
    const file = cleanCaseFile({
      'claims[0].amount': 268,
      'events[0].evidence': ['没有这个'],
      'evidence[1].id': '订单-1',
      'respondents[0].colour': 'red',
    });
    await writeFile(`${folder}/case.json`, JSON.stringify(file));
    const run = await runJuli(['packet', folder, '-o', work.path('invalid.pdf'), '--json']);
    expect(run.exitCode).toBe(errorTable.CASE_INVALID.exit);
    const { error } = errorSchema.parse(onlyObject(run.stdout));
    const paths = (error.problems ?? []).map((problem) => z.looseObject({ path: z.string() }).parse(problem).path);
    for (const path of ['claims[0].amount', 'events[0].evidence[0]', 'evidence[1].id', 'respondents[0].colour']) {
      expect(paths).toContain(path);
    }
  });

  it('an output that cannot be written is WRITE_FAILED, and leaves nothing', async () => {
    await writeFile(work.path('a-file'), 'x');
    const run = await runJuli(['packet', clean, '-o', work.path('a-file', 'packet.pdf')]);
    expect(run.exitCode).toBe(errorTable.WRITE_FAILED.exit);
    expect(await readFile(work.path('a-file'), 'utf8')).toBe('x');
  });
});
