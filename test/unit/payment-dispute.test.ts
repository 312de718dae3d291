import { describe, expect, it } from 'vitest';
import { withoutAccusations } from '../../electron/core/documents/blocks/without-accusations.ts';
import { builtInLaw } from '../support/built-in-law.ts';
import { cleanCase } from '../support/clean-case.ts';
import { faultsIn } from '../support/paper-faults.ts';
import { draftChanges, renderPaper } from '../support/rendered-paper.ts';

const addressee = { 'addressees.paymentProvider': '据例支付有限公司' };
const paper = (changes: Record<string, unknown> = {}) => renderPaper('payment-dispute', { ...addressee, ...changes });

describe('支付机构投诉材料', () => {
  it('gives the provider what it finds the payment by, the sum, and what is asked', () => {
    const { text, missing } = paper();
    expect(text).toContain('致：据例支付有限公司');
    expect(text).toContain('交易单号ZF0000000000000001付款时间2026年10月3日20:11付款方式据例支付金额268.00元');
    expect(text).toContain('收款方据例数码科技有限公司（“据例数码专营店”店铺）（以贵机构记录为准）');
    expect(text).toContain('请求总金额：268.00元（大写：人民币贰佰陆拾捌元整）。');
    expect(missing).toEqual([]);
    expect(faultsIn(text, builtInLaw.provisions)).toEqual([]);
  });

  it('asks for handling (非银行支付机构监督管理条例 35) and records (电子商务法 53 第三款), not for a freeze or a decision', () => {
    const { text } = paper();
    expect(text).toContain('《非银行支付机构监督管理条例》第三十五条第一款');
    expect(text).toContain('《中华人民共和国电子商务法》第五十三条第三款');
    expect(text).toContain('不请求贵机构认定');
    expect(text).not.toMatch(/冻结|拒付|强制|消费者权益保护法|民法典|工作日|\d+(?:日|小时)内/u);
  });

  it('does not hold a bank to the regulation of payment institutions that are none', () => {
    const { text } = paper({ 'addressees.paymentProvider': '据例银行股份有限公司' });
    expect(text).toContain('请受理本投诉，及时处理，并告知受理编号。');
    expect(text).not.toContain('非银行支付机构');
  });

  it('cites 电子商务法 57 only where the user did not order the payment', () => {
    expect(paper().text).not.toContain('第五十七条');
    const { text } = paper({ 'orders[0].payments[0].isUnauthorised': true });
    expect(text).toContain('金额268.00元（非本人授权）');
    expect(text).toContain('采取措施防止损失扩大');
    expect(text).toContain('《中华人民共和国电子商务法》第五十七条');
  });

  it('never accuses anybody: such sentences are left out, quotations and facts stay', () => {
    const { text } = paper({
      'statements.problem': '商家虚假宣传，构成欺诈。激活两次均失败 {证据:报错-1}；客服称“不是诈骗”。',
      'claims[0].text': '因商家虚假宣传，退还货款268.00元。',
      'claims[1]': { kind: 'triple-damages', amount: '804.00' },
    });
    expect(text).toContain('激活两次均失败，见证据4（第18—19页）；客服称“不是诈骗”。');
    expect(text).toContain('1．退还货款268.00元。');
    expect(text).not.toMatch(/虚假宣传|欺诈|804/u);
  });

  it('leaves out what accuses in the outcome of a key, and cuts no quotation', () => {
    const outcome = '输入后提示“已被使用。请联系卖家！”，没有激活。骗子！';
    expect(withoutAccusations(cleanCase({ 'keys[0].outcome': outcome })).keys[0]?.outcome).toBe(
      '输入后提示“已被使用。请联系卖家！”，没有激活。',
    );
    expect(withoutAccusations(cleanCase({ 'keys[0].outcome': '诈骗！' })).keys[0]?.outcome).toBeUndefined();
  });

  it('tells by its rows a case whose statements only accuse', () => {
    const told = withoutAccusations(cleanCase({ 'statements.problem': '商家诈骗。' }));
    expect(told.statements.problem).toBeUndefined();
    expect(paper({ 'statements.problem': '商家诈骗。' }).text).toContain('状态为无法激活');
  });

  it('asks for no number of a shop where money was sent to somebody in a chat', () => {
    expect(paper({ 'orders[0].channel': 'private-chat' }).text).toContain('包括收款方的名称和交易状态');
    expect(paper().text).toContain('包括收款方的商户名称、商户订单号和交易状态');
  });

  it('has one table a payment, and says what came back', () => {
    const { text } = paper({
      'orders[0].payments[1]': { method: '据例支付', amount: '10.00' },
      'orders[0].refunds': [{ amount: '8.00', receivedAt: '2026-10-20' }],
    });
    expect(text).toContain('第1笔付款');
    expect(text).toContain('第2笔付款');
    expect(text).toContain('〔待填写：第2笔付款的交易单号〕');
    expect(text).toContain('2026年10月20日收到退款8.00元');
  });

  it('shows and notes each missing fact under its path', () => {
    const { text, missing } = renderPaper('payment-dispute', draftChanges);
    expect(missing.map(({ path }) => path).sort()).toEqual([
      'addressees.paymentProvider',
      'claimants[0].name',
      'claimants[0].phone',
      'claims',
      'filings',
      'orders',
      'statements.problem',
    ]);
    for (const { label } of missing) expect(text).toContain(`〔待填写：${label}〕`);
    expect(faultsIn(text, builtInLaw.provisions)).toEqual([]);
  });
});
