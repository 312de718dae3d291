import { describe, expect, it } from 'vitest';
import { findingsOfChange } from '../support/checked-case.ts';

const missing = (...facts: [paper: string, label: string, path: string][]) =>
  findingsOfChange({}, { missingFacts: facts.map(([paper, label, path]) => ({ paper, label, path })) });

describe('fact.missing', () => {
  it('names the paper and the fact, and the rule of that paper (民事诉讼法 124)', () => {
    expect(missing(['small-claims', '原告住所地', 'claimants[0].address'])).toEqual([
      {
        id: 'fact.missing',
        severity: 'error',
        path: 'claimants[0].address',
        message: '民事起诉状缺少：原告住所地。现在印成空白“待填写”，提交前请补上；确实没有的，请写明原因。',
        source: '民事诉讼法第一百二十四条',
      },
    ]);
  });

  it('is one finding for a field that several papers want', () => {
    const found = missing(
      ['refund-request', '申请人电话', 'claimants[0].phone'],
      ['投诉书', '投诉人电话', 'claimants[0].phone'],
      ['small-claims', '投诉人电话', 'claimants[0].phone'],
    );

    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain('平台退款申请书缺少：申请人电话；投诉书、民事起诉状缺少：投诉人电话。');
    expect(found[0]?.source).toBe('投诉举报处理办法第十条；民事诉讼法第一百二十四条');
  });

  it('names the words of one paper together', () => {
    const [finding] = missing(
      ['authorisation', '原告的受托人姓名', 'claimants[0].agent.name'],
      ['authorisation', '投诉人的受托人姓名', 'claimants[0].agent.name'],
    );

    expect(finding?.message).toMatch(/^授权委托书缺少：原告的受托人姓名、投诉人的受托人姓名。/);
    expect(finding?.source).toBe('投诉举报处理办法第十一条；民事诉讼法第六十二条');
  });

  it('says how a shop is found whose name or address is missing (消费者权益保护法 44, 电子商务法 15)', () => {
    const [name, ...others] = missing(['complaint-12315', '被投诉人名称', 'respondents[0].name']);

    expect(others).toEqual([]);
    expect(name?.message).toContain('请书面要求平台提供商家的真实名称、地址和有效联系方式');
    expect(name?.source).toContain('消费者权益保护法第四十四条；电子商务法第十五条第一款');
    expect(missing(['small-claims', '被告电话', 'respondents[0].phone'])[0]?.message).not.toContain('请书面要求平台');
  });

  it.each([
    ['claims[0].amount', { 'claims[0].amount': undefined }],
    ['claims', { claims: [] }],
    ['respondents[0].address', { 'respondents[0].address': undefined }],
    ['promises', { promises: [] }],
    ['orders[0].payments', { 'orders[0].payments': [] }],
    ['orders[0].payments[0].transactionNumber', { 'orders[0].payments[0].transactionNumber': undefined }],
  ])('stands in for the rule that would report the same blank at %s', (path, changes) => {
    const found = findingsOfChange(changes, { missingFacts: [{ paper: 'small-claims', label: '事实', path }] });

    expect(found.map(({ id }) => id)).toEqual(['fact.missing']);
  });
});
