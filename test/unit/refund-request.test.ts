import { describe, expect, it } from 'vitest';
import { draftChanges, renderPaper } from '../support/rendered-paper.ts';

const paper = (changes: Record<string, unknown> = {}) => renderPaper('refund-request', changes);

describe('平台退款申请书', () => {
  it('names the order, the payment, a specific sum and where it should go back to', () => {
    const { text, missing } = paper();
    expect(text).toContain('致：据例商城、据例数码科技有限公司（“据例数码专营店”店铺）');
    expect(text).toContain('订单编号JL20261003000001');
    expect(text).toContain('2026年10月3日20:11以据例支付支付268.00元（交易单号ZF0000000000000001）');
    expect(text).toContain('请求总金额：268.00元（大写：人民币贰佰陆拾捌元整）。');
    expect(text).toContain('请将退款退回原付款渠道（据例支付）');
    expect(missing).toEqual([]);
  });

  it('asks for written reasons and records if it is refused, and invents no time limit', () => {
    const { text } = paper();
    expect(text).toContain('请以书面形式答复，写明具体理由');
    expect(text).toContain('《中华人民共和国电子商务法》第六十二条');
    expect(text).not.toMatch(/\d+(?:个工作日|日内|小时内必须)/);
  });

  it('tells why more than the price is asked for, only where it is (消费者权益保护法 55 第一款, 总则编解释 21)', () => {
    const fraud = { falsehood: '商品页不实 {证据:商品页-1}。', knowledge: '商家早知 {证据:聊天-1}。' };
    const claim = { 'claims[1]': { kind: 'triple-damages', amount: '804.00' } };
    expect(paper({ fraud, ...claim }).text).toContain('关于增加赔偿申请人主张商家有欺诈行为。');
    expect(paper({ fraud }).text).not.toContain('欺诈');
    expect(paper(claim).missing.map(({ path }) => path)).toContain('fraud.knowledge');
  });

  it('asks no platform where the seller’s own site or a chat was used', () => {
    for (const channel of ['own-site', 'private-chat']) {
      const { text } = paper({
        'orders[0].channel': channel,
        'orders[0].platform': undefined,
        respondents: [{ roles: ['merchant'], name: '据例数码科技有限公司' }],
      });
      expect(text.startsWith('退款申请书致：据例数码科技有限公司申请人')).toBe(true);
      expect(text.replaceAll('商品页', '')).not.toContain('平台');
    }
  });

  it.each([
    ['private-chat', '微信'],
    ['own-site', 'shop.invalid'],
  ])('does not write to what an order by %s names as its place', (channel, platform) => {
    const seller = { name: '据例公司', roles: ['merchant'] };
    const { text } = paper({
      'orders[0].channel': channel,
      'orders[0].platform': platform,
      respondents: [seller],
      addressees: {},
      claims: [{ kind: 'refund', amount: '268.00', evidence: ['支付-1'] }],
    });
    expect(text).toMatch(/^退款申请书致：据例公司/u);
  });

  it('lets a guardian refuse what a child of eight or more did (民法典 145)', () => {
    const child = (birthDate: string) => ({
      issues: ['minor-top-up'],
      'claimants[0].birthDate': birthDate,
      'claimants[0].agent': { kind: 'guardian', name: '何慈', authority: 'general' },
    });
    const refusal = '申请人的法定代理人不同意上述充值，也不予追认。';
    expect(paper(child('2014-02-03')).text).toContain(refusal);
    expect(paper(child('2019-02-03')).text).not.toContain('追认');
    expect(paper({ ...child('2014-02-03'), 'claimants[0].agent': undefined }).text).not.toContain(refusal);
    const asRelative = { kind: 'relative', name: '何慈', authority: 'general' };
    expect(paper({ ...child('2014-02-03'), 'claimants[0].agent': asRelative }).text).toContain(refusal);
  });

  it('sets promise beside performance with linked evidence', () => {
    const { html } = paper();
    expect(html).toContain('只能在 Windows 10 上激活');
    expect(html).toMatch(
      /<td class="promise-evidence"><p><a href="#evidence-3">证据3（第16—17页）<\/a><\/p>\s*<p><a href="#evidence-4">/,
    );
  });

  it('says where a promise stands once', () => {
    const promise = (promised: string, promisedIn: string) =>
      paper({ promises: [{ subject: '系统', promised, promisedIn, performed: '不能激活。', evidence: ['商品页-1'] }] })
        .text;
    expect(promise('商品页写明“支持”。', '商品详情页')).not.toContain('（商品详情页）');
    expect(promise('商品页写明“支持”。', '商品页“保障”一栏')).toContain('（商品页“保障”一栏）');
    expect(promise('支持。', '商品详情页')).toContain('支持（商品详情页）');
  });

  it('calls the parties by its own words, except inside a quotation', () => {
    const { text: told } = paper({
      'statements.background': '10月5日本人付款，客服称“须本人到场”，并非孩子本人操作。',
    });
    expect(told).toContain('10月5日申请人付款，客服称“须本人到场”，并非孩子本人操作。');
    const { text } = paper({
      'statements.background': '投诉人向被投诉人购买激活码，被告知“投诉人须知”，后向申请人民法院认可的机构求助。',
    });
    expect(text).toContain('申请人向被申请人购买激活码，被告知“投诉人须知”，后向申请人民法院认可的机构求助。');
  });

  it('never prints a whole card key', () => {
    const { text } = paper({
      'keys[0].label': 'ABCDE-12345-FGHIJ-67890-7Q2KD',
      'statements.problem': '激活码 ABCDE-12345-FGHIJ-67890-7Q2KD 无法激活。',
    });
    expect(text).toContain('涉案卡密（****Q2KD）：无法激活');
    expect(text).not.toContain('FGHIJ');
    expect(paper({ 'keys[0].label': '1234-5678-9012-3456' }).text).toContain('涉案卡密（****3456）');
    expect(paper({ 'keys[0].label': 'XXXXX-XXXXX-XXXXX-7Q2KD' }).text).toContain('（XXXXX-XXXXX-XXXXX-7Q2KD）');
  });

  it('shows what came back and what is left', () => {
    const { text } = paper({ 'orders[0].refunds': [{ amount: '68.00', receivedAt: '2026-10-20' }] });
    expect(text).toContain('2026年10月20日收到退款68.00元');
    expect(text).toContain('268.00元减68.00元，计200.00元');
  });

  it('shows no rest where more came back than was paid', () => {
    const { text } = paper({ 'orders[0].refunds': [{ amount: '300.00', receivedAt: '2026-10-20' }] });
    expect(text).toContain('2026年10月20日收到退款300.00元');
    expect(text).not.toMatch(/尚未退还|-32/u);
  });

  it('names the numbers under which shop and platform were asked before, for several orders beside them', () => {
    const court = { body: 'court', status: 'filed', reference: '案号一' };
    const platform = { body: 'platform', status: 'handled', reference: 'JR0001', filedOn: '2026-10-06' };
    const { text } = paper({ 'filings[1]': platform, 'filings[2]': court });
    expect(text).toContain('此前申请编号商家：GD000001（2026年10月4日）平台：JR0001（2026年10月6日）三、事实');
    const second = { id: '订单二', items: [{ name: '激活码', kind: 'card-key', unitPrice: '1.00' }] };
    expect(paper({ 'orders[1]': second }).text).toContain('此前的申请此前申请编号商家：GD000001');
    expect(paper({ filings: [] }).text).not.toContain('此前');
  });

  it('leaves costs of a court case out', () => {
    const { text } = paper({
      claims: [
        { kind: 'refund', amount: '268.00' },
        { kind: 'costs', text: '负担诉讼费', amount: '25.00' },
      ],
    });
    expect(text).toContain('1．退还货款268.00元。');
    expect(text).not.toContain('诉讼费');
    expect(text).not.toContain('293.00');
  });

  it('states the two answers to a no-refund term apart, each with its own articles', () => {
    const { text } = paper();
    const [, first = '', second = ''] = text.split(/（1）|（2）/u);
    expect(first).toContain('第四百九十六条第二款');
    expect(first).not.toContain('无效');
    expect(second).toContain('第四百九十七条');
    expect(second).toContain('第二十六条第二款、第三款');
    expect(second).not.toContain('不成为合同');
    expect(
      paper({ 'statements.answer': '商家没有答复。', filings: [], 'events[3].text': '询问商家。' }).text,
    ).not.toContain('不退不换');
  });

  it('shows and notes each missing fact under its path', () => {
    const { text, missing } = paper({
      ...draftChanges,
      orders: [{ id: '订单一', items: [{ name: '激活码', kind: 'card-key', unitPrice: '268.00' }] }],
      claims: [{ kind: 'refund' }],
    });
    expect(missing.map(({ path }) => path).sort()).toEqual(
      [
        'addressees.platform',
        'claimants[0].name',
        'claimants[0].phone',
        'claims[0].amount',
        'orders[0].number',
        'orders[0].payments',
        'orders[0].placedAt',
        'orders[0].platform',
        'statements.problem',
      ].sort(),
    );
    for (const { label } of missing) expect(text).toContain(`〔待填写：${label}〕`);
  });
});
