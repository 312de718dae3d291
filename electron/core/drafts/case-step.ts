import type { CaseStep } from '../../contract/rpc/case-procedures.ts';

/** On which step of the 案件工作台 the fields of a case are filled in, by the first name of their path. */
const steps: Readonly<Record<string, CaseStep>> = {
  claimants: 'parties',
  respondents: 'parties',
  representatives: 'parties',
  witnesses: 'claims',
  orders: 'orders',
  keys: 'orders',
  promises: 'promises',
  fraud: 'promises',
  terms: 'promises',
  events: 'events',
  statements: 'events',
  evidence: 'evidence',
  recordRequests: 'claims',
  claims: 'claims',
  defences: 'claims',
  issues: 'claims',
  papers: 'papers',
  overrides: 'papers',
  addressees: 'claims',
  court: 'claims',
  consents: 'claims',
  title: 'claims',
  date: 'claims',
  filings: 'events',
  stage: 'claims',
};

/** The step on which a finding is mended. What belongs to no field is seen in the papers. */
export function caseStep(path: string): CaseStep {
  const [name = ''] = /^[A-Za-z]+/.exec(path) ?? [];
  return Object.hasOwn(steps, name) ? (steps[name] ?? 'papers') : 'papers';
}
