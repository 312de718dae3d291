import type { Agent, Claimant } from '../../contract/case/case-file.ts';
import { ageOn } from '../../contract/case/moments.ts';

/** Who acts for a claimant on the day of a paper: by law (民法典 23), or by an authority (民事诉讼法 61). */

/** 民法典 17: under eighteen, so a 法定代理人 acts (民事诉讼法 60). */
export function isMinor({ birthDate }: Claimant, on: string): boolean {
  return birthDate !== undefined && ageOn(birthDate, on) < 18;
}

/** Whoever has this agent is represented by law, so that the agent needs no authority. */
export function hasGuardian(claimant: Claimant, on: string): boolean {
  const kind = claimant.agent?.kind;
  return kind === 'guardian' || (kind === 'relative' && isMinor(claimant, on));
}

/** A minor for whom the case names nobody who acts by law. */
export function lacksGuardian(claimant: Claimant, on: string): boolean {
  return isMinor(claimant, on) && !hasGuardian(claimant, on);
}

/** True where somebody acts by law, named or not: then that person signs. */
export function isRepresented(claimant: Claimant, on: string): boolean {
  return isMinor(claimant, on) || hasGuardian(claimant, on);
}

/** An agent whom the party itself has chosen, and who acts on a signed authority. */
export function chosenAgent(claimant: Claimant, on: string): Agent | undefined {
  return hasGuardian(claimant, on) ? undefined : claimant.agent;
}
