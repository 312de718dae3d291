import { describe, expect, it } from 'vitest';
import { renderPaper } from '../support/rendered-paper.ts';

const merchant = { name: '据例数码科技有限公司', roles: ['merchant'], address: '据例市虚构大道88号' };
const paper = (changes: Record<string, unknown> = {}) =>
  renderPaper('small-claims', { respondents: [merchant], ...changes }).text;
const item = (kind: string) => [{ name: '据例商品', kind, unitPrice: '268.00' }];

describe('the law applied in a statement of claim', () => {
  const delivery = { at: '2026-10-03T20:15:00+08:00', kind: 'delivery', text: '收到激活码。', evidence: ['订单-1'] };
  const request = (at: string) => ({ at, kind: 'no-reason-request', text: '申请退货。', evidence: ['聊天-1'] });
  const returned = (asked: string, promised: boolean | undefined) =>
    paper({
      'claims[0].route': 'no-reason',
      'orders[0].noReasonReturn': { promised },
      events: [delivery, request(asked)],
    });

  it('counts a return without reasons from the day after delivery (七日无理由退货办法 10)', () => {
    const days =
      '原告于2026年10月3日收到商品，于2026年10月10日申请无理由退货，见证据1（第12—13页）、证据5（第20—21页）。';
    expect(returned('2026-10-10', true)).toContain(`${days}原告认为，被告应当按照承诺退还上述款项。`);
    expect(returned('2026-10-11', true)).not.toContain('原告于2026年10月3日收到商品');
  });

  it('asserts nothing of a return that nobody promised (消费者权益保护法 25)', () => {
    const text = returned('2026-10-05', undefined);
    expect(text).toContain('是否适用无理由退货，请人民法院依法认定。');
    expect(text).not.toContain('原告认为');
  });

  it.each([
    [{ noticeBeforeStart: 'none', noticeBeforeRenewal: 'unclear' }, '在原告接受服务前和2026年11月3日续费扣款前没有'],
    [{ noticeBeforeStart: 'clear', noticeBeforeRenewal: 'none' }, '在2026年11月3日续费扣款前没有'],
    [{ noticeBeforeStart: 'clear', noticeBeforeRenewal: 'clear' }, undefined],
    [{}, undefined],
  ])('says before what a renewal was not pointed out (实施条例 10 第二款): %j', (notices, said) => {
    const text = paper({
      issues: ['automatic-renewal'],
      'orders[0].items': item('membership'),
      'orders[0].renewal': { chargedAt: '2026-11-03', ...notices },
    });
    if (said === undefined) expect(text).not.toContain('没有以显著方式提请注意');
    else expect(text).toContain(`原告认为，被告${said}以显著方式提请注意（见“争议情况”）`);
  });

  it.each([
    ['2019-05-05', '充值时原告未满八周岁，原告认为涉案充值行为无效，请求被告返还上述款项。'],
    ['2015-05-05', '法定代理人对涉案充值不予追认，请求被告返还上述款项；涉案充值是否与原告的年龄、智力相适应'],
  ])('pleads for a child born on %s what its age at the time allows (民法典 144, 145)', (birthDate, pleaded) => {
    const child = {
      issues: ['minor-top-up'],
      'orders[0].items': item('game-credit'),
      'claimants[0].birthDate': birthDate,
    };
    const guardian = { name: '何据母', kind: 'guardian', authority: 'special', address: '据例市虚构路1号' };
    expect(paper({ ...child, 'claimants[0].agent': guardian })).toContain(pleaded);
    expect(paper({ ...child, 'claimants[0].agent': guardian })).toContain('何据母，住址：据例市虚构路1号。');
    // Only a guardian can refuse to ratify.
    expect(paper(child)).not.toContain(pleaded);
  });

  it('names the day of the demand where the contract ends after one (民法典 563 第一款第三项)', () => {
    const late = { issues: ['not-credited-or-late'], 'orders[0].items': item('game-credit'), keys: [] };
    const demand = { at: '2026-10-09', kind: 'demand', text: '催促到账。', evidence: [] };
    const demanded = '原告已于2026年10月9日催告，据此以提起本案诉讼的方式主张解除合同';
    expect(paper({ ...late, 'events[4]': demand })).toContain(demanded);
    expect(paper({ ...late, 'events[4]': { ...demand, precision: 'approximate' } })).toContain(
      '原告据此以提起本案诉讼',
    );
    expect(paper({ 'events[4]': demand })).not.toContain('催告，');
  });

  it('does not end by suit what a notice has ended (民法典 565 第一款)', () => {
    const notice = { at: '2026-10-20', kind: 'rescission-notice', text: '通知商家解除合同。', evidence: [] };
    const text = paper({ 'events[4]': notice });
    expect(text).toContain('第五百六十五条第一款），请求被告返还已付款项。');
    expect(text).not.toContain('以提起本案诉讼的方式');
  });
});
