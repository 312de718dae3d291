import { describe, expect, it } from 'vitest';
import { paperIds } from '../../electron/contract/case/case-kinds.ts';
import { partIds, partTitle, selectParts, wholePacket } from '../../electron/core/packet/parts.ts';
import { cleanCase } from '../support/clean-case.ts';

const whole: readonly string[] = [
  'cover',
  'contents',
  'refund-request',
  'complaint-12315',
  'small-claims',
  'timeline',
  'evidence-list',
  'appendix',
  'originals',
];

describe('selectParts', () => {
  it('calls a request for refund in the contents what its own head calls it', () => {
    const chat = { 'orders[0].channel': 'private-chat', 'orders[0].platform': undefined };
    const seller = { respondents: [{ roles: ['merchant'], name: '据例公司' }], addressees: {} };
    expect(partTitle('refund-request', cleanCase({ ...chat, ...seller }))).toBe('退款申请书');
    expect(partTitle('refund-request', cleanCase())).toBe('平台退款申请书');
  });

  it('binds the whole packet in the order of filing', () => {
    expect(selectParts(wholePacket, true)).toEqual(whole);
    expect(selectParts({ ...wholePacket, papers: paperIds }, true)).toEqual([...partIds]);
    expect(partIds.filter((id) => whole.includes(id))).toEqual(whole);
  });

  it.each([
    ['cover', { cover: false }],
    ['contents', { contents: false }],
    ['timeline', { timeline: false }],
    ['appendix', { appendix: false }],
    ['originals', { originals: false }],
  ] as const)('leaves out %s and nothing else', (id, change) => {
    expect(selectParts({ ...wholePacket, ...change }, true)).toEqual(whole.filter((part) => part !== id));
  });

  it('takes the papers that are wanted, in the order of filing whatever the order of wanting', () => {
    expect(selectParts({ ...wholePacket, papers: ['small-claims', 'refund-request'] }, true).slice(2, 5)).toEqual([
      'refund-request',
      'small-claims',
      'timeline',
    ]);
  });

  it('has no empty appendix and no empty list of originals, but always the catalogue', () => {
    expect(selectParts(wholePacket, false)).toEqual(
      whole.filter((part) => part !== 'appendix' && part !== 'originals'),
    );
    const nothing = { papers: [], cover: false, contents: false, timeline: false, appendix: false, originals: false };
    expect(selectParts(nothing, true)).toEqual(['evidence-list']);
  });
});

describe('partTitle', () => {
  it('names every part', () => {
    expect(partIds.map((id) => partTitle(id))).toEqual([
      '封面',
      '目录',
      '平台退款申请书',
      '平台介入申诉书',
      '投诉书',
      '消费者协会投诉书',
      '支付机构投诉材料',
      '民事起诉状',
      '承诺与实际履行对比表',
      '对商家抗辩的逐项回应',
      '调取证据申请书',
      '送达地址确认书',
      '授权委托书',
      '事实经过时间线',
      '证据目录',
      '证据附件',
      '证据原件校验清单',
    ]);
  });
});
