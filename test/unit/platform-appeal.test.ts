import { describe, expect, it } from 'vitest';
import { builtInLaw } from '../support/built-in-law.ts';
import { faultsIn } from '../support/paper-faults.ts';
import { draftChanges, renderPaper } from '../support/rendered-paper.ts';

const paper = (changes: Record<string, unknown> = {}) => renderPaper('platform-appeal', changes);
const membership = [{ name: '据例会员', kind: 'membership', unitPrice: '268.00' }];

describe('平台介入申诉书', () => {
  it('tells the platform the order, the shop, what is asked, and what the shop answered when', () => {
    const { text, missing } = paper();
    expect(text).toContain('致：据例商城');
    expect(text).toContain('被申诉商家据例数码科技有限公司（店铺名称：据例数码专营店');
    expect(text).toContain('1．退还购买激活码的货款268.00元。');
    expect(text).toContain('订单编号JL20261003000001');
    expect(text).toContain('2026年10月4日据例数码专营店GD000001未获同意。证据5（第20—21页）');
    expect(text.split('不退不换，见证据5')).toHaveLength(2);
    expect(text).toContain('申诉人的意见激活码不能在商品页所写的系统上使用，申诉人没有得到所购的软件功能。');
    expect(text.split('没有得到所购的软件功能')).toHaveLength(2);
    expect(missing).toEqual([]);
    expect(faultsIn(text, builtInLaw.provisions)).toEqual([]);
  });

  it('asks for a decision with reasons and names no sum as the platform’s own debt (消费者权益保护法 44)', () => {
    const { text } = paper({ 'claims[0].text': '由店铺经营者和平台经营者共同退还货款268.00元。' });
    expect(text).toContain('1．退还货款268.00元。');
    expect(text).toContain('在公示的处理时限内按公示的争议处理规则作出决定');
    expect(text).not.toMatch(/平台(?:经营者)?(?:应当|必须|先行)(?:赔|退|承担)|第四十四条|\d+(?:个工作日|日内)/u);
  });

  it('lists the records to look at, with 电子商务法 31 and 62 for a key alone (电子商务法 2 第三款)', () => {
    expect(paper().text).toContain('依据下列记录（《中华人民共和国电子商务法》第三十一条、第六十二条）：');
    expect(paper().text).toContain('卡密的发放、首次查看以及平台或者商家持有的激活、核销记录');
    const service = paper({ 'orders[0].items': membership, keys: [] }).text;
    expect(service).not.toContain('《中华人民共和国电子商务法》');
    expect(service).toContain('会员的开通、到期、停用和续费记录');
    expect(service).not.toContain('卡密');
  });

  it('asks for the records that the case names instead of the usual ones, but not for those of the shop', () => {
    const { text } = paper({
      recordRequests: [
        { holder: '平台', records: '商品页面修改日志', proves: '承诺何时改动' },
        { holder: '商家', records: '进货单', proves: '卡密来源' },
      ],
    });
    expect(text).toContain('商品页面修改日志承诺何时改动');
    expect(text).not.toContain('进货单');
    expect(text).not.toContain('付款、发货');
  });

  it('asks for another look where the platform has decided already', () => {
    const decided = {
      body: 'platform',
      filedOn: '2026-10-06',
      endedOn: '2026-10-09',
      reference: 'JR0001',
      status: 'handled',
      answer: '不支持退款。',
    };
    expect(paper({ 'filings[1]': decided }).text).toContain(
      '平台于2026年10月9日对申诉人2026年10月6日提出的请求（编号JR0001）已作处理，答复：不支持退款。申诉人不同意该处理，请平台重新核实。',
    );
    const told = paper({ 'filings[1]': decided, 'statements.answer': '商家拒绝，平台不支持退款。' }).text;
    expect(told).toContain('已作处理，答复见第四部分。');
    expect(told.split('不支持退款')).toHaveLength(2);
    expect(paper().text).not.toContain('重新核实');
  });

  it('tells a demand that is no filing among the steps, in order of time', () => {
    const { text } = paper({
      'events[3]': { at: '2026-10-02T09:00:00+08:00', kind: 'demand', text: '催告商家。', evidence: ['聊天-1'] },
    });
    expect(text).toMatch(/2026年10月2日09:00商家催告商家。证据5（第20—21页）2026年10月4日据例数码专营店/u);
  });

  it('leaves triple damages and the end of the contract to others', () => {
    const { text } = paper({
      claims: [
        { kind: 'refund', amount: '268.00' },
        { kind: 'triple-damages', amount: '804.00' },
        { kind: 'rescission' },
      ],
    });
    expect(text).toContain('请求总金额：268.00元');
    expect(text).not.toContain('804.00');
    const fraud = { falsehood: '商品页不实。', knowledge: '商家早知。', evidence: ['商品页-1'] };
    const pleaded = paper({ fraud, 'claims[1]': { kind: 'triple-damages', amount: '804.00' } }).text;
    expect(pleaded).not.toMatch(/欺诈|第五十五条/u);
    expect(text).not.toContain('解除双方');
  });

  it('prints a blank for what was asked of the shop while the case holds nothing of it', () => {
    const { text, missing } = paper({ filings: [], 'statements.answer': undefined, 'statements.reply': undefined });
    expect(text).toContain('〔待填写：向商家提出请求的时间、方式和商家的答复〕');
    expect(missing.map(({ path }) => path)).toEqual(['filings']);
  });

  it('has nothing to reply to a shop that kept silent, and asks for a reply to one that refused', () => {
    const silent = { body: 'merchant', filedOn: '2026-10-04', status: 'filed' };
    const none = { 'statements.answer': undefined, 'statements.reply': undefined };
    expect(paper({ ...none, filings: [silent] }).missing).toEqual([]);
    expect(paper({ ...none, filings: [silent] }).text).toContain('已提交，尚未收到处理结果');
    expect(paper(none).missing.map(({ path }) => path)).toEqual(['statements.reply']);
  });

  it('sets the sums of a group beside the people, and calls each by number', () => {
    const { text } = paper({
      'claimants[0].id': '甲',
      'claimants[1]': { id: '乙', name: '言据例', phone: '19900000012' },
      'orders[0].claimant': '乙',
      'claims[0].claimant': '乙',
    });
    expect(text).toContain('1．申诉人二：退还购买激活码的货款268.00元。');
    expect(text).toContain('申诉人订单和金额表');
  });

  it('shows and notes each missing fact under its path', () => {
    const { text, missing } = paper(draftChanges);
    expect(missing.map(({ path }) => path).sort()).toEqual([
      'addressees.platform',
      'claimants[0].name',
      'claimants[0].phone',
      'claims',
      'filings',
      'orders',
      'respondents[0].name',
      'statements.problem',
    ]);
    for (const { label } of missing) expect(text).toContain(`〔待填写：${label}〕`);
    expect(faultsIn(text, builtInLaw.provisions)).toEqual([]);
  });
});
