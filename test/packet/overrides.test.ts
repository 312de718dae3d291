import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { packetResultSchema } from '../../electron/contract/packet-result.ts';
import { writeCleanCase } from '../support/case-folder.ts';
import { readPdf, withoutSpace } from '../support/read-pdf.ts';
import { onlyObject, runJuli } from '../support/run-juli.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();

/** `juli packet` on the clean case with `changes`: the packet's bytes and text, and what was found in it. */
async function packet(name: string, changes: Readonly<Record<string, unknown>>) {
  const folder = await writeCleanCase(work.path(name), changes);
  const target = work.path(`${name}.pdf`);
  const { stdout, stderr } = await runJuli(['packet', folder, '--output', target, '--json']);
  expect(stderr).toBe('');
  const { findings } = packetResultSchema.parse(onlyObject(stdout));
  const { pages } = await readPdf(target);
  return { findings, bytes: await readFile(target), text: withoutSpace(pages.map((page) => page.text).join('')) };
}

describe('juli packet', () => {
  it('prints a paragraph by hand, with its figures traced and its reference living', async () => {
    const own = '请退还货款268.00元{证据:支付-1}，并说明处理经过。';
    const entry = {
      paper: 'refund-request',
      at: '',
      original: '请将退款退回原付款渠道（据例支付），并告知退款的时间和金额。',
      own,
    };

    const { findings, text } = await packet('by-hand', { overrides: [entry] });

    expect(text).toMatch(/请退还货款268\.00元证据\d+（第\d+页），并说明处理经过。/);
    expect(findings.filter(({ id }) => /^(?:audit|override)\./.test(id))).toEqual([]);
  });

  it('hints at figures by hand that stand nowhere else, and warns of a paragraph without a place', async () => {
    const original = '请将退款退回原付款渠道（据例支付），并告知退款的时间和金额。';
    const own = '请在2031年2月3日前退还917.31元。';
    const lost = { paper: 'refund-request', at: 'manner[9]', original: '没有这一段。', own: '印不出来的话。' };

    const { findings, text } = await packet('figures', {
      overrides: [{ paper: 'refund-request', at: 'manner[0]', original, own }, lost],
    });

    expect(text).toContain('917.31元');
    expect(text).not.toContain('印不出来的话');
    expect(findings.filter(({ id }) => /^(?:audit|override)\./.test(id))).toMatchObject([
      { id: 'audit.own-figure', severity: 'hint', path: 'overrides[0].own' },
      { id: 'override.orphan', severity: 'warning', path: 'overrides[1].own' },
    ]);
  });

  it('makes the same bytes as before where nothing is by hand', async () => {
    const without = await packet('without', {});
    const empty = await packet('empty', { overrides: [] });

    expect(empty.bytes.equals(without.bytes)).toBe(true);
  });
});
