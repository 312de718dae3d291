import { type CaseStep, caseSteps } from '../../../electron/contract/rpc/case-procedures.ts';
import type { PreviewPart } from '../../../electron/contract/rpc/paper-procedures.ts';
import type { Section } from '../../draft/field-spec.ts';
import { isWithin } from '../../draft/path-text.ts';
import { claimsSections } from './claims/claims-sections.ts';
import { eventsSections } from './events/events-sections.ts';
import { ordersSections } from './orders/orders-sections.ts';
import { partiesSections } from './parties/parties-sections.ts';
import { promisesSections } from './promises/promises-sections.ts';

/** The steps that are questions; the others are screens of their own. */
export const questionSteps = ['parties', 'orders', 'promises', 'events', 'claims'] as const;
export type QuestionStep = (typeof questionSteps)[number];

export const sectionsOf: Readonly<Record<QuestionStep, readonly Section[]>> = {
  parties: partiesSections,
  orders: ordersSections,
  promises: promisesSections,
  events: eventsSections,
  claims: claimsSections,
};

/** What stands beside the questions where it is not the paper of the stage. */
export const partBeside: Readonly<Partial<Record<QuestionStep, PreviewPart>>> = {
  promises: 'comparison',
  events: 'timeline',
};

export function readStep(text: string | undefined): CaseStep {
  return caseSteps.find((step) => step === text) ?? 'parties';
}

export function isQuestionStep(step: CaseStep): step is QuestionStep {
  return questionSteps.some((known) => known === step);
}

/** The address of a step, and of a field on it. */
export function stepAddress(id: string, step: CaseStep, field?: string): string {
  return `/case/${id}/${step}${field === undefined ? '' : `?field=${encodeURIComponent(field)}`}`;
}

/** Where the questions ask for it. What no question asks for is seen in the papers. */
export function stepOfField(path: string): CaseStep {
  if (isWithin(path, 'evidence')) return 'evidence';
  const asks = (step: QuestionStep) =>
    sectionsOf[step].some(({ fields }) => fields.some(({ at }) => isWithin(path, at) || isWithin(at, path)));
  return questionSteps.find(asks) ?? 'papers';
}
