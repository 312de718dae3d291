import type { Finding } from '../../contract/finding.ts';
import { claimRules } from './claim-rules.ts';
import { dateRules } from './date-rules.ts';
import { evidenceRules } from './evidence-rules.ts';
import { factRules } from './fact-rules.ts';
import { filingRules } from './filing-rules.ts';
import { keyRules } from './key-rules.ts';
import { partyRules } from './party-rules.ts';
import type { CheckInput, Match, Rule } from './rule.ts';
import { sumRules } from './sum-rules.ts';
import { wordingRules } from './wording-rules.ts';

/** Every rule. A new one is added to the list of its theme and needs nothing else. */
export const rules: readonly Rule[] = [
  ...factRules,
  ...partyRules,
  ...evidenceRules,
  ...dateRules,
  ...keyRules,
  ...sumRules,
  ...claimRules,
  ...filingRules,
  ...wordingRules,
];

const severityOrder: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, hint: 2 };

/** All findings, the gravest first, then by path (`claims[2]` before `claims[10]`), then by rule. */
export function runChecks(input: CheckInput): Finding[] {
  // Made here, not kept: comparing numbers inside paths is all that is asked of it, and the locale is fixed.
  const { compare } = new Intl.Collator('en', { numeric: true });
  return rules
    .flatMap((rule) => rule.find(input).map((match) => findingOf(rule, match)))
    .sort(
      (first, second) =>
        severityOrder[first.severity] - severityOrder[second.severity] ||
        compare(first.path, second.path) ||
        compare(first.id, second.id),
    );
}

function findingOf(rule: Rule, { path, message, severity = rule.severity, source = rule.source }: Match): Finding {
  return { id: rule.id, severity, message, path, ...(source === undefined ? {} : { source }) };
}
