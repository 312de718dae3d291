import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildComplaint12315 } from '../../electron/core/documents/complaint-12315.ts';
import type { MissingFact } from '../../electron/core/documents/facts.ts';
import type { DocumentInput, PaperId } from '../../electron/core/documents/paper.ts';
import { buildRefundRequest } from '../../electron/core/documents/refund-request.ts';
import { buildSmallClaims } from '../../electron/core/documents/small-claims.ts';
import { readProvisions } from '../../electron/core/law/provisions.ts';
import { readTemplates } from '../../electron/core/render/templates.ts';
import { documentInput } from './document-input.ts';

const templateFolder = join(import.meta.dirname, '../../templates');
const templates = await readTemplates(templateFolder);
export const provisionsFile: unknown = JSON.parse(await readFile(join(templateFolder, 'law/provisions.json'), 'utf8'));

const builders: Readonly<Record<PaperId, (input: DocumentInput) => object>> = {
  'refund-request': buildRefundRequest,
  'complaint-12315': buildComplaint12315,
  'small-claims': buildSmallClaims,
};

export interface RenderedPaper {
  readonly html: string;
  /** What a reader sees: without markup, white space dropped. */
  readonly text: string;
  readonly missing: readonly MissingFact[];
}

/** One paper of the clean case with `changes`, through the real law table and the real template. */
export function renderPaper(paper: PaperId, changes: Readonly<Record<string, unknown>> = {}): RenderedPaper {
  const input = { ...documentInput(changes), provisions: readProvisions(provisionsFile) };
  const html = templates.render(paper, builders[paper](input));
  return { html, text: html.replaceAll(/<[^>]+>|\s/g, ''), missing: input.facts.missing() };
}

/** Two respondents more than enough to test with: a shop and a payment provider, nothing known of either. */
export const unknownParties = [{ roles: ['merchant'] }, { roles: ['payment-provider'] }];
