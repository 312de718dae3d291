import type { Case } from '../../contract/case/case-file.ts';
import type { Finding } from '../../contract/finding.ts';
import type { OverrideUse } from '../documents/overrides.ts';
import type { PaperId } from '../documents/paper.ts';
import type { Law } from '../law/law.ts';

/** What a check may look at. Checks are pure: no disk, no clock; the case's own date is "today". */
export interface CheckInput {
  readonly case: Case;
  /** The papers chosen for this packet. */
  readonly papers: readonly PaperId[];
  readonly law: Law;
  /** What the models noted while they were built; `paper` is the id of the part that shows the blank, or its title. */
  readonly missingFacts: readonly MissingPaperFact[];
  /** What became of each evidence file, by its path in the case. */
  readonly files: ReadonlyMap<string, FileState>;
  /** Characters of the case that no face of the program can draw, as the rarest of names. */
  readonly undrawableCharacters: readonly string[];
  /** What became of the paragraphs written by hand in the papers that were composed. */
  readonly overrideUses?: readonly OverrideUse[];
}

export interface MissingPaperFact {
  readonly label: string;
  readonly path: string;
  readonly paper: string;
}

export interface FileState {
  readonly status: 'included' | 'image' | 'placeholder' | 'missing';
  readonly reason?: string;
  /** Its pages are made by a program, not by the file itself. */
  readonly isSet?: boolean;
}

/** One place in the case where a rule speaks up. */
export interface Match {
  /** JSON path of the field to change. */
  readonly path: string;
  /** Chinese: what, why, what to do. */
  readonly message: string;
  /** Where it depends on the match; otherwise the rule's own holds. */
  readonly severity?: Finding['severity'];
  readonly provisions?: readonly string[];
}

/**
 * One rule. error: the papers cannot be filed as they are. warning: likely to be refused, or weak. hint: worth
 * a look. `provisions` are the ids of the articles behind it (templates/law/provisions), so that no finding can name
 * an article that is not in the table; a rule of plain sense has none.
 */
export interface Rule {
  readonly id: string;
  readonly severity: Finding['severity'];
  readonly provisions?: readonly string[];
  readonly find: (input: CheckInput) => readonly Match[];
}

/** Whether a paper already reports the blank: one finding for a field is enough. */
export function isReportedBlank({ missingFacts }: Pick<CheckInput, 'missingFacts'>, path: string): boolean {
  return missingFacts.some((fact) => fact.path === path);
}
