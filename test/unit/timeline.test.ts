import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../electron/core/documents/inline.ts';
import { buildTimeline } from '../../electron/core/documents/timeline/timeline.ts';
import { readTemplates } from '../../electron/core/render/templates.ts';
import { documentInput } from '../support/document-input.ts';

const event = (at: string, text: string, changes: object = {}) => ({ at, text, ...changes });
const promise = (interval: object) => ({
  subject: '到账时间',
  promised: '24小时内到账',
  performed: '超过48小时未到账',
  evidence: ['商品页-1'],
  interval: {
    from: '2026-10-02T20:15:00+08:00',
    promisedUntil: '2026-10-03T20:15:00+08:00',
    promisedText: '承诺24小时到账',
    actualUntil: '2026-10-04T21:00:00+08:00',
    actualText: '实际超过48小时',
    ...interval,
  },
});

describe('buildTimeline', () => {
  it('numbers the events by time, and leaves events of one moment in the order of the case', () => {
    const input = documentInput({
      events: [
        event('2026-10-05', '平台答复。'),
        event('2026-10-02T20:15:00+08:00', '下单。'),
        event('2026-10-05', '再次申请。'),
      ],
    });

    const { events } = buildTimeline(input);

    expect(events.map(({ number, facts }) => `${number} ${plainText(facts[0] ?? [])}`)).toEqual([
      '1 下单。',
      '2 平台答复。',
      '3 再次申请。',
    ]);
  });

  it('says 前后 of an approximate time, after the time or after the day', () => {
    const approximate = { precision: 'approximate' };
    const input = documentInput({
      events: [
        event('2026-10-02T20:15:00+08:00', '下单。'),
        event('2026-10-03T08:05:00+08:00', '询问。', approximate),
        event('2026-10-04', '答复。', approximate),
      ],
    });

    const { events } = buildTimeline(input);

    expect(events.map(({ day, time, about }) => [day, time, about])).toEqual([
      ['2026年10月2日', '20:15', ''],
      ['2026年10月3日', '08:05前后', ''],
      ['2026年10月4日', undefined, '前后'],
    ]);
  });

  it('cites the evidence of each event, one reference a line', () => {
    const input = documentInput({
      events: [
        event('2026-10-02', '下单，见{证据:订单-1}。', { evidence: ['支付-1', '聊天-1'] }),
        event('2026-10-03', '等待。'),
      ],
    });

    const { events } = buildTimeline(input);

    expect(events[0]?.facts[0]?.[1]).toEqual({ kind: 'link', text: '证据1（第12—13页）', href: '#evidence-1' });
    expect(events[0]?.evidence.map(plainText)).toEqual(['证据2（第14—15页）', '证据5（第20—21页）']);
    expect(events[1]?.evidence.map(plainText)).toEqual(['—']);
  });

  it('tells promised and actual spans in words as well', () => {
    const input = documentInput({
      promises: [
        promise({ actualOngoing: true }),
        promise({
          promisedUntil: undefined,
          promisedText: '终身有效',
          actualText: '一年后停用',
          actualUntil: '2027-10-02',
        }),
      ],
    });

    const { intervals, drawing } = buildTimeline(input);

    expect(intervals[0]).toMatchObject({
      promised: '承诺24小时到账',
      promisedSpan: '自2026年10月2日20:15起，至2026年10月3日20:15',
      actual: '实际超过48小时',
      actualSpan: '自2026年10月2日20:15起，至2026年10月4日21:00仍在持续',
    });
    expect(intervals[1]).toMatchObject({
      promised: '承诺终身有效',
      promisedSpan: '自2026年10月2日20:15起，没有截止日',
      actual: '实际一年后停用',
    });
    expect(drawing?.texts.map(({ content }) => content)).toContain('承诺24小时到账 · 实际超过48小时');
    expect(drawing?.label).toContain('承诺终身有效 · 实际一年后停用');
  });

  it('draws seven promises and says that the table holds more', () => {
    const nine = Array.from({ length: 9 }, () => promise({}));

    expect(buildTimeline(documentInput({ promises: nine })).overflow).toBe(
      '图中只画出前7项承诺，其余2项见“承诺期间与实际期间”表。',
    );
    expect(buildTimeline(documentInput({ promises: nine.slice(2) })).overflow).toBeUndefined();
  });

  it('draws nothing and asks for the facts when the case has no event', () => {
    const input = documentInput({ events: [], promises: [] });

    const timeline = buildTimeline(input);

    expect(timeline.drawing).toBeUndefined();
    expect(timeline.intro).toBe('案件中还没有录入事件。');
    expect(plainText(timeline.empty)).toBe('〔待填写：事实经过：何时发生何事〕');
    expect(input.facts.missing()).toEqual([{ label: '事实经过：何时发生何事', path: 'events' }]);
  });

  it.each([
    ['full', {}],
    ['with spans', { promises: [promise({ actualOngoing: true })] }],
    ['empty', { events: [], promises: [] }],
  ])('has every field its template names (%s)', async (_, changes) => {
    const templates = await readTemplates(join(import.meta.dirname, '../../templates'));

    const html = templates.render('timeline', buildTimeline(documentInput(changes)));

    expect(html).toContain('<h1 class="part-title">事实经过时间线</h1>');
    expect(html).not.toMatch(/undefined|NaN/);
  });
});
