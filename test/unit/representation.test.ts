import { describe, expect, it } from 'vitest';
import type { Claimant } from '../../electron/contract/case/case-file.ts';
import {
  chosenAgent,
  hasGuardian,
  isMinor,
  isRepresented,
  lacksGuardian,
} from '../../electron/core/law/representation.ts';
import { cleanCase } from '../support/clean-case.ts';

const on = '2026-11-18';
const claimant = (birthDate?: string, kind?: string): Claimant => {
  const agent = kind === undefined ? undefined : { name: '何某', kind, authority: 'general' };
  const [one] = cleanCase({ claimants: [{ name: '何据真', birthDate, agent }] }).claimants;
  if (one === undefined) throw new RangeError('no claimant');
  return one;
};

describe('who acts for a claimant', () => {
  it.each([
    // born, agent → acts by law, by a mandate, somebody signs for them, nobody is named
    [undefined, undefined, false, false, false, false],
    ['1990-03-07', 'relative', false, true, false, false],
    ['1990-03-07', 'guardian', true, false, true, false],
    ['2012-01-01', undefined, false, false, true, true],
    ['2012-01-01', 'relative', true, false, true, false],
    ['2012-01-01', 'guardian', true, false, true, false],
    ['2012-01-01', 'lawyer', false, true, true, true],
  ])(
    '民法典 17, 23; 民事诉讼法 60, 61: born %s, agent %s',
    (birthDate, kind, byLaw, byMandate, represented, lacking) => {
      const one = claimant(birthDate, kind);
      expect(hasGuardian(one, on)).toBe(byLaw);
      expect(chosenAgent(one, on) !== undefined).toBe(byMandate);
      expect(isRepresented(one, on)).toBe(represented);
      expect(lacksGuardian(one, on)).toBe(lacking);
    },
  );

  it('民法典 17: eighteen is of age from the birthday on', () => {
    expect(isMinor(claimant('2008-11-19'), on)).toBe(true);
    expect(isMinor(claimant('2008-11-18'), on)).toBe(false);
  });
});
