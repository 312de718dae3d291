import { paperIds } from '../../electron/contract/case/case-kinds.ts';
import type { Finding } from '../../electron/contract/finding.ts';
import type { CheckInput } from '../../electron/core/checks/rule.ts';
import { runChecks } from '../../electron/core/checks/run-checks.ts';
import { builtInLaw } from './built-in-law.ts';
import { cleanCase } from './clean-case.ts';

export type Changes = Readonly<Record<string, unknown>>;
export type OtherInput = Partial<Omit<CheckInput, 'case'>>;

/** All findings about the clean case with `changes`, with every paper chosen unless `others` says otherwise. */
export function findings(changes: Changes = {}, others: OtherInput = {}): Finding[] {
  const subject = cleanCase(changes);
  const files = new Map(
    subject.evidence.flatMap((item) => item.files.map(({ path }) => [path, { status: 'image' }] as const)),
  );
  return runChecks({
    case: subject,
    law: builtInLaw,
    papers: paperIds,
    missingFacts: [],
    files,
    undrawableCharacters: [],
    ...others,
  });
}

/** What `changes` and `others` bring up, without what the choice of papers alone does. */
export function findingsOfChange(changes: Changes, others: OtherInput = {}): Finding[] {
  const { papers = paperIds } = others;
  const always = new Set(findings({}, { papers }).map(({ id, path }) => `${id} ${path}`));
  return findings(changes, others).filter(({ id, path }) => !always.has(`${id} ${path}`));
}
