import { describe, expect, it } from 'vitest';
import { builtInLaw } from '../support/built-in-law.ts';
import { faultsIn } from '../support/paper-faults.ts';
import { draftChanges, renderPaper } from '../support/rendered-paper.ts';

const addressee = { 'addressees.consumerAssociation': '据例市示例区消费者协会' };
const paper = (changes: Record<string, unknown> = {}) =>
  renderPaper('consumer-association', { ...addressee, ...changes });

describe('消费者协会投诉书', () => {
  it('goes to the association with real identity, both sides, facts, evidence and a specific request', () => {
    const { text, missing } = paper();
    expect(text).toContain('据例市示例区消费者协会：');
    expect(text).toContain('居民身份证号码：00000019900307001X');
    expect(text).toContain(
      '被投诉人一据例数码科技有限公司（店铺名称：据例数码专营店，统一社会信用代码：000000000000000001）地址：',
    );
    expect(text).toContain('1．退还购买激活码的货款268.00元。');
    expect(text).toContain('时间2026年10月3日20:10下单。');
    expect(text).toContain('争议情况');
    expect(text).toContain('交易凭证：证据1（第12—13页）、证据2（第14—15页）。');
    expect(missing).toEqual([]);
    expect(faultsIn(text, builtInLaw.provisions)).toEqual([]);
  });

  it('rests on 消费者权益保护法 37 第一款第五项 and 实施条例 40, 45, and counts no days', () => {
    const { text } = paper();
    expect(text).toContain(
      '《中华人民共和国消费者权益保护法》第三十七条第一款第五项，《中华人民共和国消费者权益保护法实施条例》第四十五条',
    );
    expect(text).toContain('约请被投诉人说明情况、提供证据资料（《中华人民共和国消费者权益保护法实施条例》第四十条）');
    expect(text).not.toMatch(/工作日|\d+日内|六十日|市场监督管理局/u);
  });

  it('消费者权益保护法实施条例 40, 45: cites the handling by the day of filing, what was owed by the day of the deal', () => {
    const { text } = paper({
      'orders[0].placedAt': '2024-06-30T20:10:00+08:00',
      'orders[0].payments[0].paidAt': '2024-06-30T20:11:00+08:00',
    });
    expect(text).toContain('第三十七条第一款第五项，《中华人民共和国消费者权益保护法实施条例》第四十五条');
    expect(text).toContain('实施条例》第四十条');
    expect(text).not.toContain('实施条例》第十');
  });

  it('says what was not filed elsewhere only for whoever confirmed it', () => {
    expect(paper().text).toContain('截至2026年11月18日，投诉人未就同一争议向人民法院');
    // The rule of another office is nothing an association needs.
    expect(paper().text).not.toContain('投诉举报处理办法');
    const open = paper({ 'consents.notFiledElsewhere': undefined });
    expect(open.text).not.toContain('未就同一争议');
    expect(open.missing.map(({ path }) => path)).toEqual(['consents.notFiledElsewhere']);
  });

  it.each(['market-regulator', 'court', 'arbitration', 'other'])('tells what was filed with %s', (body) => {
    const { text } = paper({
      'filings[1]': { body, name: '示例机构', filedOn: '2026-11-01', reference: '编号一', status: 'accepted' },
    });
    expect(text).toContain('2026年11月1日向示例机构提出（编号编号一），已受理。');
    expect(text).not.toContain('未就同一争议');
  });

  it('tells falsehood and knowledge where an addition is asked for (消费者权益保护法 55 第一款)', () => {
    const { text } = paper({
      'claims[1]': { kind: 'triple-damages', amount: '804.00' },
      fraud: { falsehood: '页面写明官方授权', knowledge: '客服称早知没有授权 {证据:聊天-1}', evidence: ['聊天-1'] },
    });
    expect(text).toContain(
      '虚假陈述或者隐瞒的事实：页面写明官方授权；被投诉人一对此明知的事实：客服称早知没有授权，见证据5（第20—21页）。投诉人据此请求增加赔偿。',
    );
    expect(paper().text).not.toContain('欺诈');
  });

  it('encloses what an agent and a guardian need', () => {
    expect(paper().text).not.toContain('授权委托书');
    const agent = { kind: 'lawyer', name: '代例', organisation: '据例律师事务所', authority: 'general' };
    expect(paper({ 'claimants[0].agent': agent }).text).toContain('授权委托书和受托人身份证明');
    expect(paper({ 'claimants[0].birthDate': '2015-05-05' }).text).toContain('监护关系证明材料');
  });

  it('shows and notes each missing fact under its path', () => {
    const { text, missing } = renderPaper('consumer-association', draftChanges);
    expect(missing.map(({ path }) => path).sort()).toEqual([
      'addressees.consumerAssociation',
      'claimants[0].address',
      'claimants[0].idNumber',
      'claimants[0].name',
      'claimants[0].phone',
      'claims',
      'consents.notFiledElsewhere',
      'evidence',
      'orders',
      'respondents[0].address',
      'respondents[0].name',
      'statements.problem',
    ]);
    for (const { label } of missing) expect(text).toContain(`〔待填写：${label}〕`);
    expect(faultsIn(text, builtInLaw.provisions)).toEqual([]);
  });
});
