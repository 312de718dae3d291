import { describe, expect, it } from 'vitest';
import { jointAction, jointComplaint } from '../../../electron/core/law/decisions/joint-action.ts';
import { builtInLaw } from '../../support/built-in-law.ts';
import { cleanCase } from '../../support/clean-case.ts';
import { groupChanges } from '../../support/group-case.ts';

const group = (changes: Record<string, unknown> = {}) => cleanCase({ ...groupChanges(), ...changes });
const twins = { claimants: [{ name: '何据真' }, { name: '何据实' }] };

describe('jointAction', () => {
  it.each([
    ['one claimant', cleanCase(), 'one-claimant', '依法'],
    ['orders of nobody in particular', cleanCase(twins), 'common-deal', '有争议'],
    ['no order yet', cleanCase({ ...twins, orders: [], keys: [] }), 'unknown', '有争议'],
    ['each an order', group(), 'own-deals', '有争议'],
  ] as const)('%s', (_, file, answer, certainty) => {
    expect(jointAction(file, builtInLaw)).toMatchObject({ answer, certainty });
  });

  it('cites nothing on joining actions, and 民事诉讼法 165 on small claims alone', () => {
    expect(jointAction(group(), builtInLaw).citations).toEqual(['civil-procedure-165-1']);
    expect(jointAction(cleanCase(twins), builtInLaw).citations).toEqual([]);
  });

  it('never says that a court will or must join', () => {
    const { conclusion, reasons } = jointAction(group(), builtInLaw);
    expect(`${conclusion}${reasons.join('')}`).not.toMatch(/必须|一定会|应当合并/u);
  });
});

describe('jointComplaint (投诉举报处理办法 12)', () => {
  it.each([
    ['one', cleanCase(), 'one-complainant'],
    ['two', cleanCase(twins), 'two'],
    ['three with two chosen', group(), 'represented'],
    ['three with one chosen', group({ representatives: ['甲'] }), 'one-representative'],
    ['three with the same one twice', group({ representatives: ['甲', '甲'] }), 'one-representative'],
    ['three with none chosen', group({ representatives: [] }), 'choose-representatives'],
  ] as const)('%s', (_, file, answer) => expect(jointComplaint(file, builtInLaw).answer).toBe(answer));

  it('rests on the measure in force on the day of the complaint, and on nothing before it', () => {
    expect(jointComplaint(group(), builtInLaw).citations).toEqual(['complaint-measure-12']);
    expect(jointComplaint(group({ date: '2026-04-14' }), builtInLaw).citations).toEqual([]);
  });

  it('asks for the second representative', () => {
    expect(jointComplaint(group({ representatives: ['甲'] }), builtInLaw).missing).toEqual([
      { label: '第二名代表人', path: 'representatives' },
    ]);
  });
});
