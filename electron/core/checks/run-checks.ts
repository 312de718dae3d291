import type { Finding } from '../../contract/finding.ts';
import type { Breathe } from '../breath.ts';
import { actDays } from '../law/act-days.ts';
import { inForceOn } from '../law/provisions.ts';
import { agentRules } from './agent-rules.ts';
import { claimRules } from './claim-rules.ts';
import { claimantRules } from './claimant-rules.ts';
import { courtRules } from './court-rules.ts';
import { dateRules } from './date-rules.ts';
import { deadlineRules } from './deadline-rules.ts';
import { evidenceFileRules } from './evidence-file-rules.ts';
import { evidenceRules } from './evidence-rules.ts';
import { factRules } from './fact-rules.ts';
import { filingRules } from './filing-rules.ts';
import { findingSource } from './finding-source.ts';
import { fraudRules } from './fraud-rules.ts';
import { keyRules } from './key-rules.ts';
import { noReasonRules } from './no-reason-rules.ts';
import { overrideRules } from './override-rules.ts';
import { paperRules } from './paper-rules.ts';
import { privacyRules } from './privacy-rules.ts';
import { purchaseRules } from './purchase-rules.ts';
import { respondentRules } from './respondent-rules.ts';
import type { CheckInput, Match, Rule } from './rule.ts';
import { sequenceRules } from './sequence-rules.ts';
import { sumRules } from './sum-rules.ts';
import { useRules } from './use-rules.ts';
import { wordingRules } from './wording-rules.ts';

/** Every rule. A new one is added to the list of its theme and needs nothing else. */
export const rules: readonly Rule[] = [
  ...factRules,
  ...paperRules,
  ...overrideRules,
  ...respondentRules,
  ...claimantRules,
  ...agentRules,
  ...purchaseRules,
  ...evidenceFileRules,
  ...evidenceRules,
  ...dateRules,
  ...sequenceRules,
  ...deadlineRules,
  ...keyRules,
  ...privacyRules,
  ...sumRules,
  ...claimRules,
  ...useRules,
  ...fraudRules,
  ...noReasonRules,
  ...filingRules,
  ...courtRules,
  ...wordingRules,
];

const severityOrder: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, hint: 2 };

/** All findings, the gravest first, then by path (`claims[2]` before `claims[10]`), then by rule. */
export function runChecks(input: CheckInput): Finding[] {
  return inOrder(rules.flatMap((rule) => findingsOf(input, rule)));
}

/** The same, with a breath after each rule. */
export async function runChecksCalmly(input: CheckInput, breathe: Breathe): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const rule of rules) {
    found.push(...findingsOf(input, rule));
    await breathe();
  }
  return inOrder(found);
}

function inOrder(findings: readonly Finding[]): Finding[] {
  // Made here, not kept: comparing numbers inside paths is all that is asked of it, and the locale is fixed.
  const { compare } = new Intl.Collator('en', { numeric: true });
  return findings.toSorted(
    (first, second) =>
      severityOrder[first.severity] - severityOrder[second.severity] ||
      compare(first.path, second.path) ||
      compare(first.id, second.id),
  );
}

function findingsOf(input: CheckInput, rule: Rule): Finding[] {
  return rule.find(input).map((match) => findingOf(input, rule, match));
}

function findingOf(
  { law, case: subject }: CheckInput,
  { id, ...rule }: Rule,
  { path, message, severity = rule.severity, provisions }: Match,
): Finding {
  // A match that brings its own provisions has chosen them by its own day, as a clock does.
  const cited =
    provisions ??
    (rule.provisions ?? []).filter((one) => inForceOn(law.provisions, [one], actDays(subject, one)).length > 0);
  const source = findingSource(law.provisions, cited, subject.date);
  return { id, severity, message, path, ...(source === undefined ? {} : { source }) };
}
