import { join } from 'node:path';
import type { MissingFact } from '../../electron/core/documents/facts.ts';
import type { PaperId } from '../../electron/core/documents/paper.ts';
import { papers } from '../../electron/core/documents/papers.ts';
import { readTemplates } from '../../electron/core/render/templates.ts';
import { builtInLaw } from './built-in-law.ts';
import { documentInput } from './document-input.ts';

const templates = await readTemplates(join(import.meta.dirname, '../../templates'));

export interface RenderedPaper {
  readonly html: string;
  /** What a reader sees: without markup, white space dropped. */
  readonly text: string;
  readonly missing: readonly MissingFact[];
}

/** One paper of the clean case with `changes`, through the real law table and the real template. */
export function renderPaper(paper: PaperId, changes: Readonly<Record<string, unknown>> = {}): RenderedPaper {
  const input = { ...documentInput(changes), law: builtInLaw };
  const html = templates.render(paper, papers[paper].build(input));
  return { html, text: html.replaceAll(/<[^>]+>|\s/g, ''), missing: input.facts.missing() };
}

/** Two respondents more than enough to test with: a shop and a payment provider, nothing known of either. */
const unknownParties = [{ roles: ['merchant'] }, { roles: ['payment-provider'] }];

/** Changes that leave of a case nothing but two parties nobody knows: every fact that a paper needs is missing. */
export const draftChanges = {
  addressees: {},
  consents: {},
  claimants: [{}],
  respondents: unknownParties,
  orders: [],
  keys: [],
  promises: [],
  events: [],
  filings: [],
  claims: [],
  statements: {},
  evidence: [],
};
