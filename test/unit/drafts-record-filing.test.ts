import { describe, expect, it } from 'vitest';
import { applyChange } from '../../electron/contract/case/apply-change.ts';
import type { Draft } from '../../electron/contract/rpc/case-procedures.ts';
import { type RecordedStep, recordFiling } from '../../electron/core/drafts/record-filing.ts';

const blank = { filedOn: '', acceptedOn: '', endedOn: '', reference: '', answer: '' };
const onPlatform: Draft = { stage: 'negotiate', orders: [{ platform: '有据商城' }], filings: [] };

function recorded(draft: Draft, step: Pick<RecordedStep, 'body' | 'status'> & Partial<RecordedStep>): Draft {
  return recordFiling(draft, { ...blank, ...step }).changes.reduce<Draft>(
    (current, change) => applyChange(current, change).draft,
    draft,
  );
}

describe('recording a step', () => {
  it.each([
    ['negotiate', 'merchant', 'filed', 'negotiate'],
    ['negotiate', 'merchant', 'refused', 'platform'],
    ['negotiate', 'platform', 'filed', 'platform'],
    ['platform', 'platform', 'refused', 'market-regulator'],
    ['platform', 'market-regulator', 'accepted', 'market-regulator'],
    ['market-regulator', 'market-regulator', 'refused', 'market-regulator'],
    ['market-regulator', 'court', 'filed', 'court'],
    ['court', 'merchant', 'refused', 'court'],
    ['platform', 'platform', 'withdrawn', 'platform'],
    ['platform', 'other', 'filed', 'platform'],
  ] as const)('at %s: %s %s leads to %s', (stage, body, status, expected) => {
    expect(recorded({ ...onPlatform, stage }, { body, status }).stage).toBe(expected);
  });

  it('a shop of its own has no platform to go to', () => {
    const draft: Draft = { stage: 'negotiate', orders: [{ platform: 'x', channel: 'own-site' }] };

    expect(recorded(draft, { body: 'merchant', status: 'refused' }).stage).toBe('market-regulator');
  });

  it('the stage that was chosen by hand holds', () => {
    const step = { body: 'merchant', status: 'refused', stage: 'court' } as const;

    expect(recorded(onPlatform, step).stage).toBe('court');
  });

  it('adds an entry, in a draft without any too', () => {
    const entry = { body: 'platform', status: 'filed', filedOn: '2026-11-20', reference: 'GD-1' };

    expect(
      recorded({}, { body: 'platform', status: 'filed', filedOn: '2026-11-20', reference: ' GD-1 ' }).filings,
    ).toEqual([entry]);
  });

  it('what became of a step changes its entry and leaves what was known', () => {
    const filings = [{ body: 'platform', status: 'filed', filedOn: '2026-11-20', evidence: ['e1'] }];

    const draft = recorded(
      { ...onPlatform, filings },
      { index: 0, body: 'platform', status: 'refused', answer: '不支持' },
    );

    expect(draft.filings).toEqual([
      { body: 'platform', status: 'refused', filedOn: '2026-11-20', answer: '不支持', evidence: ['e1'] },
    ]);
  });

  it('an entry that is gone is refused', () => {
    expect(() => recorded(onPlatform, { index: 3, body: 'platform', status: 'filed' })).toThrow(
      expect.objectContaining({ code: 'CHANGE_REFUSED' }),
    );
  });
});
