import { describe, expect, it } from 'vitest';
import { partIds, partTitles, selectParts, wholePacket } from '../../electron/core/packet/parts.ts';

const whole = [
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
  it('binds the whole packet in the order of filing', () => {
    expect(selectParts(wholePacket, true)).toEqual(whole);
    expect([...partIds]).toEqual(whole);
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

describe('partTitles', () => {
  it('names every part as issue 2 does', () => {
    expect(partIds.map((id) => partTitles[id])).toEqual([
      '封面',
      '目录',
      '平台退款申请书',
      '投诉书',
      '民事起诉状',
      '事实经过时间线',
      '证据目录',
      '证据附件',
      '证据原件校验清单',
    ]);
  });
});
