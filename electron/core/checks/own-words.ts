import type { Case } from '../../contract/case/case-file.ts';
import { fieldsAt, proseFields } from '../cases/case-fields.ts';

/** A text in the claimant's own words, with where it stands. */
export interface OwnText {
  readonly path: string;
  readonly text: string;
}

/** Fields in which somebody else speaks: their words are evidence, whatever they are. */
const fieldsOfOthers: readonly string[] = [
  'promises[].promised',
  'terms.written',
  'terms.quality',
  'terms.penalty',
  'terms.performancePlace',
  'terms.jurisdiction.text',
  'terms.arbitration.text',
  'terms.noRefund.text',
  'defences[].said',
  'filings[].answer',
];

/** Lines that are no prose and are printed large all the same. */
const titles = ['title', 'promises[].subject', 'promises[].interval.actualText', 'evidence[].title'];

/** All free texts of the claimant; what stands in quotation marks was said by someone and is left out. */
export function ownTexts(subject: Case, patterns: readonly string[] = [...proseFields, ...titles]): OwnText[] {
  return patterns
    .filter((pattern) => !fieldsOfOthers.includes(pattern))
    .flatMap((pattern) => fieldsAt(subject, pattern))
    .flatMap(({ path, value }) => (typeof value === 'string' ? [{ path, text: withoutQuotations(value) }] : []));
}

function withoutQuotations(text: string): string {
  return text.replaceAll(/“[^”]*”|「[^」]*」|"[^"]*"/g, '“”');
}
