import { describe, expect, it } from 'vitest';
import { groupChanges } from '../support/group-case.ts';
import { renderPaper } from '../support/rendered-paper.ts';

const paper = (changes: Record<string, unknown> = {}) => renderPaper('small-claims', changes).text;
const asked = '2026年10月4日，原告向据例数码专营店提出请求（编号GD000001），未获同意，见证据5（第20—21页）';

describe('steps that the statement of the answer leaves out', () => {
  it('are told before it, each with its day, number and evidence', () => {
    expect(paper()).toContain(`协商和处理经过${asked}。商家答复虚拟商品不退不换，见证据5（第20—21页）。`);
  });

  it.each(['10月4日商家答复不退。', '2026年10月4日，商家答复不退。'])('are not told again after “%s”', (answer) => {
    expect(paper({ 'statements.answer': answer })).not.toContain('提出请求');
  });

  it('are told although a day that only ends alike is named', () => {
    expect(paper({ 'filings[0].filedOn': '2026-01-04', 'statements.answer': '11月4日答复不退。' })).toContain(
      '2026年1月4日，原告向',
    );
  });

  it('are told with what a platform answered, unless the statement tells it', () => {
    const platform = { body: 'platform', filedOn: '2026-10-08', status: 'handled', answer: '平台答复请协商。' };
    const told = '2026年10月8日，原告向平台提出请求，已作出处理；平台答复请协商。';
    expect(paper({ 'filings[1]': platform })).toContain(`${asked}；${told}`);
    const named = { ...platform, name: '据例商城' };
    const text = paper({ 'filings[1]': named, 'statements.answer': '商家和平台都答复不退。' });
    expect(text).toContain('原告向据例商城提出请求，已作出处理。');
  });

  it('are told as open while nothing was answered, and not at all when withdrawn', () => {
    const open = { body: 'platform', filedOn: '2026-10-08', status: 'filed' };
    expect(paper({ 'filings[1]': open })).toContain('向平台提出请求，尚未收到处理结果。');
    expect(paper({ 'filings[1]': { ...open, status: 'withdrawn' } })).not.toContain('向平台提出请求');
  });

  it.each(['demand', 'no-reason-request', 'rescission-notice'])('include a %s of another day', (kind) => {
    const event = { at: '2026-10-20', kind, text: '书面通知商家', evidence: ['聊天-1'] };
    expect(paper({ 'events[4]': event })).toContain('；2026年10月20日，书面通知商家，见证据5（第20—21页）。');
    expect(paper({ 'events[4]': { ...event, at: '2026-10-04' } })).not.toContain('书面通知商家');
  });

  it('are those of all where several sue together, and a table says whose sum is whose', () => {
    const text = paper(groupChanges());
    expect(text).toContain('2026年10月4日，各原告向据例数码专营店提出请求');
    expect(text).toContain('原告订单和金额表序号原告、电话订单编号');
    expect(text.indexOf('原告订单和金额表')).toBeLessThan(text.indexOf('此致'));
    expect(text).toContain('各原告共支付1072.00元');
    expect(paper()).not.toContain('订单和金额表');
  });
});

describe('a statement that does not end like a Chinese sentence', () => {
  it.each(['They said “no refund”.', '商家答复不退！', '客服说“不退。”'])('“%s” gets no second mark', (answer) => {
    expect(paper({ 'statements.answer': answer })).toContain(`${answer.replaceAll(' ', '')}以上见证据5`);
  });

  it('cites after ！ in a new sentence, and drops the mark inside another', () => {
    expect(paper({ 'statements.problem': '激活失败！{证据:报错-1}' })).toContain('激活失败！见证据4');
    const outcome = { 'statements.problem': undefined, 'keys[0].outcome': '显示已被使用！' };
    expect(paper(outcome)).toContain('显示已被使用，见证据4');
  });
});

describe('events of a day on which a row of the case tells something', () => {
  const told = (event: Record<string, unknown>) =>
    paper({
      statements: {},
      'orders[0].placedAt': '2026-10-03',
      'orders[0].payments[0].paidAt': '2026-10-03',
      events: [{ at: '2026-10-03', evidence: ['报错-1'], ...event }],
    });

  it.each([[{ text: '在店铺下单并付款。' }], [{ at: '2026-10-04', kind: 'demand', text: '向商家提出退款。' }]])(
    'are not told again: %o',
    (event) => {
      expect(told(event)).not.toContain(event.text.replace('。', ''));
    },
  );

  it.each([
    [{ kind: 'discovery', text: '打开软件，显示激活次数用完。' }],
    [{ text: '付款后没有收到激活码。' }],
    [{ kind: 'admission', text: '客服承认这一批申请错了系统。' }],
    [{ at: '2026-10-04', text: '重装了系统。' }],
  ])('are told where they say more: %o', (event) => {
    expect(told(event)).toContain(event.text.replace('。', ''));
  });
});

describe('where a deal was made', () => {
  it.each([
    ['own-site', undefined, '在“据例数码专营店”网站提交'],
    ['private-chat', undefined, '通过网络聊天（对方名称“据例数码专营店”）订立'],
    ['platform-shop', '据例商城', '在据例商城“据例数码专营店”店铺提交'],
  ])('is named for %s', (channel, platform, named) => {
    expect(paper({ 'orders[0].channel': channel, 'orders[0].platform': platform })).toContain(named);
  });
});
