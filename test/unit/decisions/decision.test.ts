import { describe, expect, it } from 'vitest';
import { decide, isLawOf } from '../../../electron/core/law/decision.ts';
import { builtInLaw } from '../../support/built-in-law.ts';
import { cleanCase } from '../../support/clean-case.ts';

const ground = { says: '卖方应当保证质量', by: ['civil-code-615', 'consumer-law-23-1'] };
const finding = { answer: 'yes', conclusion: '是。', grounds: [ground, { says: '这是案件的事实' }] } as const;

describe('decide', () => {
  it('ends each legal sentence with the articles it rests on, by their short names', () => {
    const { reasons, citations, certainty, missing } = decide(cleanCase(), builtInLaw, finding);
    expect(reasons).toEqual([
      '卖方应当保证质量（民法典第六百一十五条，消费者权益保护法第二十三条第一款）。',
      '这是案件的事实。',
    ]);
    expect(citations).toEqual(['civil-code-615', 'consumer-law-23-1']);
    expect(certainty).toBe('依法');
    expect(missing).toEqual([]);
  });

  it('names an article once for its paragraphs', () => {
    const grounds = [{ says: '解除要通知', by: ['civil-code-565-1', 'civil-code-565-2'] }];
    expect(decide(cleanCase(), builtInLaw, { ...finding, grounds }).reasons).toEqual([
      '解除要通知（民法典第五百六十五条第一款、第二款）。',
    ]);
  });

  it('leaves out law that came after the deal, and law in force only then for what is filed now', () => {
    const old = { 'orders[0].placedAt': '2020-12-30', 'orders[0].payments[0].paidAt': '2020-12-31' };
    const { reasons, citations } = decide(cleanCase(old), builtInLaw, finding);
    expect(citations).toEqual(['consumer-law-23-1']);
    expect(reasons[0]).toBe('卖方应当保证质量（消费者权益保护法第二十三条第一款）。');
    expect(isLawOf(cleanCase(old), builtInLaw, ['civil-code-615'])).toBe(false);
    expect(isLawOf(cleanCase(old), builtInLaw, ['civil-code-615'], 'filing')).toBe(true);
  });

  it('says so, and claims no certainty, where none of its law was in force', () => {
    const file = cleanCase({ 'orders[0].placedAt': '2020-12-30', 'orders[0].payments[0].paidAt': '2020-12-31' });
    const decision = decide(file, builtInLaw, {
      ...finding,
      grounds: [{ says: '应当符合质量', by: ['civil-code-615'] }],
    });
    expect(decision.reasons).toEqual(['有关规定在本案的日期尚未施行，或者没有收录，以上只供参考，请另行核对。']);
    expect(decision.certainty).toBe('有争议');
  });

  it('throws for an id that no table holds', () => {
    const grounds = [{ says: '不存在', by: ['civil-code-9999'] }];
    expect(() => decide(cleanCase(), builtInLaw, { ...finding, grounds })).toThrow(/civil-code-9999/);
  });
});
