import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCover } from '../../electron/core/documents/bound/cover.ts';
import { plainText } from '../../electron/core/documents/inline.ts';
import { readTemplates } from '../../electron/core/render/templates.ts';
import { documentInput } from '../support/document-input.ts';

const packet = {
  parts: [
    { id: 'cover', title: '封面', firstPage: 1, pages: 1 },
    { id: 'contents', title: '目录', firstPage: 2, pages: 1 },
    { id: 'refund-request', title: '平台退款申请书', firstPage: 3, pages: 2 },
    { id: 'timeline', title: '事实经过时间线', firstPage: 5, pages: 1 },
  ],
  totalPages: 41,
  volumes: [],
  form: { isRedacted: false, isCopy: false },
};

function rowsOf(changes: Readonly<Record<string, unknown>>) {
  const input = documentInput(changes);
  const cover = buildCover(input, packet);
  const rows = new Map(cover.rows.map(({ label, value }) => [label, plainText(value)]));
  return { cover, rows, missing: input.facts.missing() };
}

const refund = (amount: string) => ({ kind: 'refund', amount });
const claimant = (name: string) => ({ name });

describe('buildCover', () => {
  it('says who claims what from whom, and when', () => {
    const { rows } = rowsOf({
      date: '2026-11-18',
      issues: ['does-not-activate', 'no-after-sales'],
      claimants: [claimant('何据真'), claimant('何据实')],
      claims: [refund('128.00'), { kind: 'damages', amount: '20.50' }],
    });

    expect(rows.get('申请人')).toBe('何据真、何据实');
    expect(rows.get('争议类型')).toBe('无法激活或不兼容、售后缺失');
    expect(rows.get('请求金额合计')).toBe('148.50元（大写：人民币壹佰肆拾捌元伍角整）');
    expect(rows.get('材料日期')).toBe('2026年11月18日');
  });

  it('lists what lies behind it, without itself and the table of contents', () => {
    const { cover } = rowsOf({});

    expect(cover.contents).toEqual(['平台退款申请书', '事实经过时间线']);
    expect(cover.pages).toBe('全卷共41页');
  });

  it('shows a blank for each missing fact and notes its path', () => {
    const { rows, missing } = rowsOf({
      claimants: [{}],
      respondents: [{ roles: ['merchant'] }],
      orders: [],
      claims: [{ kind: 'refund' }],
    });

    expect(rows.get('申请人')).toBe('〔待填写：申请人姓名〕');
    expect(rows.get('请求金额合计')).toBe('〔待填写：请求的金额〕');
    expect(missing.map(({ path }) => path)).toEqual([
      'claimants[0].name',
      'respondents[0].name',
      'orders',
      'claims[0].amount',
    ]);
  });

  it('does not ask for a sum where only performance is claimed', () => {
    const { rows, missing } = rowsOf({ claims: [{ kind: 'performance', text: '重新发放可用的激活码' }] });

    expect(rows.get('请求金额合计')).toBe('不涉及金额');
    expect(missing).toEqual([]);
  });

  it('keeps the court fee out of the sum, as the statement of claim does', () => {
    const fee = { kind: 'costs', text: '诉讼费由被告承担', amount: '50.00' };

    expect(rowsOf({ claims: [refund('128.00'), fee] }).rows.get('请求金额合计')).toMatch(/^128\.00元/);
  });

  it('counts what it has no room to name', () => {
    const names = Array.from({ length: 12 }, (_, index) => claimant(`何据${index}`));
    const { rows } = rowsOf({ claimants: names });

    expect(rows.get('申请人')).toBe('何据0、何据1、何据2、何据3、何据4、何据5等12人');
  });

  it('sets a long title smaller', () => {
    expect(rowsOf({ title: '短'.repeat(26) }).cover.titleSize).toBe('short');
    expect(rowsOf({ title: '长'.repeat(27) }).cover.titleSize).toBe('middle');
    expect(rowsOf({ title: '很长'.repeat(100) }).cover.titleSize).toBe('long');
  });

  it('has every field its template names', async () => {
    const templates = await readTemplates(join(import.meta.dirname, '../../templates'));

    const html = templates.render('cover', buildCover(documentInput({ title: '甲<乙' }), packet));

    expect(html).toContain('甲&lt;乙');
    expect(html).toContain('法律信息，不是法律意见');
  });
});
