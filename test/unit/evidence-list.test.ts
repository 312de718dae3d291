import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildEvidenceList } from '../../electron/core/documents/bound/evidence-list.ts';
import { plainText } from '../../electron/core/documents/inline.ts';
import { readTemplates } from '../../electron/core/render/templates.ts';
import { documentInput } from '../support/document-input.ts';

const item = (id: string, group: string, changes: object = {}) => ({
  id,
  title: `截图${id}`,
  group,
  files: [`evidence/${id}.png`],
  source: '本人手机截图',
  proves: '下单的事实。',
  form: 'original',
  carrier: '本人手机',
  ...changes,
});

describe('buildEvidenceList', () => {
  it('groups the items under Chinese numbers, and counts through the groups', () => {
    const input = documentInput({
      evidence: [item('丙', 'other'), item('乙', 'problem'), item('甲', 'transaction'), item('丁', 'problem')],
    });

    const { groups } = buildEvidenceList(input);

    expect(groups.map(({ title, rows }) => [title, ...rows.map((row) => `${row.number}${row.title}`)])).toEqual([
      ['一、交易凭证', '证据1截图甲'],
      ['二、问题证据', '证据2截图乙', '证据3截图丁'],
      ['三、其他证据', '证据4截图丙'],
    ]);
  });

  it('gives each item what 证据规定 19 asks for', () => {
    const input = documentInput({ evidence: [item('甲', 'transaction'), item('乙', 'promise', { form: 'copy' })] });

    const row = buildEvidenceList(input).groups[1]?.rows[0];

    expect(row?.source.map(plainText)).toEqual(['本人手机截图']);
    expect(row?.proves.map(plainText)).toEqual(['下单的事实。']);
    expect(plainText(row?.form ?? [])).toBe('复制件；本人手机');
    expect(row?.pages).toEqual([{ kind: 'link', text: '14—15', href: '#evidence-2' }]);
  });

  it('hands a scan in as a copy, and says where the paper is', () => {
    const scan = item('甲', 'transaction', {
      title: '处理单扫描件',
      form: 'copy',
      carrier: '纸质原件1页由本人保存，供核对',
    });

    const row = buildEvidenceList(documentInput({ evidence: [scan] })).groups[0]?.rows[0];

    expect(plainText(row?.form ?? [])).toBe('复制件（扫描件）；纸质原件1页由本人保存，供核对');
  });

  it('follows a reference inside what an item proves', () => {
    const input = documentInput({
      evidence: [item('甲', 'transaction'), item('乙', 'promise', { proves: '与{证据:甲}一致。' })],
    });

    const proves = buildEvidenceList(input).groups[1]?.rows[0]?.proves[0];

    expect(proves?.[1]).toEqual({ kind: 'link', text: '证据1（第12—13页）', href: '#evidence-1' });
  });

  it('shows a blank for a missing source, object and form, and notes the field of the case', () => {
    const bare = { source: undefined, proves: undefined, form: undefined, carrier: undefined };
    const input = documentInput({ evidence: [item('乙', 'problem', bare), item('甲', 'transaction')] });

    const row = buildEvidenceList(input).groups[1]?.rows[0];

    expect(plainText(row?.source[0] ?? [])).toBe('〔待填写：证据2的来源〕');
    expect(plainText(row?.form ?? [])).toBe('〔待填写：证据2是原件还是复制件〕');
    expect(input.facts.missing().map(({ path }) => path)).toEqual([
      'evidence[0].source',
      'evidence[0].proves',
      'evidence[0].form',
    ]);
  });

  it('asks for a copy for each opponent and one for the court, and a signature of each claimant', () => {
    const input = documentInput({ claimants: [{ name: '何据真' }, { name: '何据实' }] });

    const { foot } = buildEvidenceList(input);

    expect(foot.copies).toBe('一式3份，其中提交人民法院1份，按对方当事人人数提交副本2份');
    expect(foot.signatures.map(({ label }) => label)).toEqual(['提交人一 何据真（签名）', '提交人二 何据实（签名）']);
    expect(foot.total).toBe('证据共5项，附件共10页；页码为全卷页码。');
    expect(foot.date).toBe('2026年11月18日');
  });

  it('counts no copies for a court where no paper of the packet goes to one (证据规定 19)', () => {
    const { foot } = buildEvidenceList(documentInput({ papers: ['refund-request'] }));

    expect(foot.copies).toBe('按接收单位的要求提交');
  });

  it('names no pages without an appendix, and gives references a row to lead to', async () => {
    const templates = await readTemplates(join(import.meta.dirname, '../../templates'));
    const model = buildEvidenceList(documentInput({}, 0));

    const html = templates.render('evidence-list', model);

    expect(model.groups[0]?.rows[0]?.pages).toEqual([{ kind: 'text', text: '—' }]);
    expect(model.foot.total).toBe('证据共5项。');
    expect(html).toContain('<tr id="evidence-row-1">');
    expect(html.match(/class="evidence-foot"/g)).toHaveLength(1);
    expect(html.indexOf('class="evidence-foot"')).toBeGreaterThan(html.indexOf('id="evidence-row-5"'));
  });

  it('says so when there is no evidence', async () => {
    const templates = await readTemplates(join(import.meta.dirname, '../../templates'));

    const html = templates.render('evidence-list', buildEvidenceList(documentInput({ evidence: [] })));

    expect(html).toContain('案件中还没有录入证据。');
    expect(html).not.toContain('<table class="ruled');
  });
});
