import type { Case } from '../contract/case/case-file.ts';
import { defaultPapers, paperIds } from '../contract/case/case-kinds.ts';
import type { ChoosablePaper, PaperId } from './documents/paper.ts';
import { chosenAgent } from './law/representation.ts';
import type { PacketSelection } from './packet/parts.ts';

/**
 * Which papers a packet shall hold: named ones, all, or those that stage and issue call for. Unset means what the
 * case says, and where it says nothing the three of `defaultPapers`.
 */
export type PapersChoice = readonly ChoosablePaper[] | 'all' | 'suggested' | undefined;

/** The parts of a packet before its case was read. */
export type PartsChoice = Omit<PacketSelection, 'papers'> & { readonly papers: PapersChoice };

/** In the order they are bound. The timeline and the catalogue are parts of their own and not among them. */
export function choosePapers(file: Case, choice: PapersChoice, suggest: (file: Case) => readonly PaperId[]): PaperId[] {
  const chosen = namedPapers(file, choice, suggest);
  return paperIds.filter((id) => chosen.includes(id));
}

function namedPapers(
  file: Case,
  choice: PapersChoice,
  suggest: (file: Case) => readonly PaperId[],
): readonly ChoosablePaper[] {
  switch (choice) {
    case 'all':
      // An authority for nobody would be a form of blanks; who wants that form names it.
      return paperIds.filter((id) => id !== 'authorisation' || hasChosenAgent(file));
    case 'suggested':
      return suggest(file);
    case undefined:
      return file.papers ?? defaultPapers;
    default:
      return choice;
  }
}

function hasChosenAgent({ claimants, date }: Case): boolean {
  return claimants.some((claimant) => chosenAgent(claimant, date) !== undefined);
}
