import { writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { errorTable } from '../../electron/contract/errors.ts';
import { type TextsResult, textsResultSchema } from '../../electron/contract/texts-result.ts';
import { errorSchema, onlyObject, runJuli } from '../support/run-juli.ts';
import { writeSituation } from '../support/situations/situations.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
let usedKey = '';
beforeAll(async () => {
  usedKey = await writeSituation(work.path('used-key'), 'usedKey');
});

async function texts(...options: string[]): Promise<TextsResult> {
  const run = await runJuli(['texts', usedKey, '--json', ...options]);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  return textsResultSchema.parse(onlyObject(run.stdout));
}

describe('juli texts', () => {
  it('gives every channel its fields with their true counts, none above its limit and none with markup', async () => {
    const { channels } = await texts();
    expect(channels.map(({ channel }) => channel)).toEqual(expect.arrayContaining(['12315', 'wechat-pay', 'alipay']));
    for (const { channel, fields, lengths } of channels) {
      expect(fields.length, channel).toBeGreaterThan(0);
      const versions = lengths.map(({ limit, ...one }) => (limit === undefined ? one : { ...one, maxLength: limit }));
      for (const { text, count, ...one } of [...fields, ...versions]) {
        const where = `${channel}: ${text}`;
        expect([...text].length, where).toBe(count);
        if ('maxLength' in one && one.maxLength !== undefined) expect(count, where).toBeLessThanOrEqual(one.maxLength);
        expect(text, where).not.toMatch(/<\/?[a-z]|\{\{|\{证据:|undefined/);
      }
    }
  });

  it('takes one channel; in words its texts stand on stdout just as the object has them', async () => {
    const { channels } = await texts('--channel', 'alipay');
    expect(channels.map(({ channel }) => channel)).toEqual(['alipay']);
    const run = await runJuli(['texts', usedKey, '--channel', 'alipay']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    for (const { text, name, count } of channels.flatMap(({ fields }) => fields)) {
      expect(run.stdout).toContain(`【${name}】${count}字`);
      expect(run.stdout).toContain(text);
    }
  });

  it('answers USAGE to a channel that is not there, with the nearest and all there are', async () => {
    const run = await runJuli(['texts', usedKey, '--channel', 'wechatpay', '--json']);
    expect(run).toMatchObject({ exitCode: errorTable.USAGE.exit, stderr: '' });
    const { error } = errorSchema.parse(onlyObject(run.stdout));
    expect(error).toMatchObject({ code: 'USAGE', detail: expect.stringMatching(/wechat-pay；可选：12315、/) });
  });

  it('answers CASE_INVALID to a case.json cut short, with line and column', async () => {
    await writeFile(work.path('case.json'), '{"format": "juli.case/1",\n "title": ');
    const run = await runJuli(['texts', work.path()]);
    expect(run).toMatchObject({ exitCode: errorTable.CASE_INVALID.exit, stdout: '' });
    expect(run.stderr).toContain('第2行第11列');
  });
});
