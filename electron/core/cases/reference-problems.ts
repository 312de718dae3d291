import type { InputProblem } from '../../contract/errors.ts';
import {
  claimantReferenceFields,
  evidenceReferenceFields,
  type Field,
  fieldsAt,
  identifierFields,
  proseFields,
  respondentReferenceFields,
} from './case-fields.ts';
import { quote } from './found-text.ts';
import { nearestName } from './nearest-name.ts';
import { referencesIn } from './prose.ts';

/** Searching for near names costs time for each problem; a file with more dangling references has other troubles. */
const mostSuggestions = 200;

/**
 * Ids that stand twice and references that lead nowhere, read from the raw file. The schema cannot say this,
 * and its refinements would not run once any field has a wrong type; here one bad field hides nothing.
 */
export function referenceProblems(raw: unknown): InputProblem[] {
  return [...identifierFields.flatMap((pattern) => duplicates(raw, pattern)), ...danglingReferences(raw)];
}

function duplicates(raw: unknown, pattern: string): InputProblem[] {
  const first = new Map<string, string>();
  return fieldsAt(raw, pattern).flatMap(({ path, value }): InputProblem[] => {
    if (typeof value !== 'string') return [];
    const earlier = first.get(value);
    if (earlier === undefined) {
      first.set(value, path);
      return [];
    }
    return [{ path, expected: `与 ${earlier} 不同的编号`, found: `重复的编号${quote(value)}` }];
  });
}

function danglingReferences(raw: unknown): InputProblem[] {
  const at = (patterns: readonly string[]) => patterns.flatMap((pattern) => fieldsAt(raw, pattern));
  const references = [
    ...at(evidenceReferenceFields),
    ...proseFields.flatMap((pattern) => fieldsAt(raw, pattern).flatMap(referencesOf)),
  ];
  return [
    ...dangling(fieldsAt(raw, 'keys[].order'), idsAt(raw, 'orders'), '订单编号'),
    ...dangling(at(claimantReferenceFields), idsAt(raw, 'claimants'), '投诉人编号'),
    ...dangling(at(respondentReferenceFields), idsAt(raw, 'respondents'), '被投诉人编号'),
    ...dangling(references, idsAt(raw, 'evidence'), '证据编号'),
  ];
}

function referencesOf({ path, value }: Field): Field[] {
  return typeof value === 'string' ? [...new Set(referencesIn(value))].map((id) => ({ path, value: id })) : [];
}

/** `undefined` when the list itself is mistyped: that is one problem, not one more for each reference. */
function idsAt(raw: unknown, list: string): string[] | undefined {
  const entries = fieldsAt(raw, list)[0];
  if (entries !== undefined && !Array.isArray(entries.value)) return undefined;
  return fieldsAt(raw, `${list}[].id`).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}

function dangling(references: readonly Field[], ids: readonly string[] | undefined, what: string): InputProblem[] {
  if (ids === undefined) return [];
  const known = new Set(ids);
  return references
    .flatMap(({ path, value }) => (typeof value === 'string' && !known.has(value) ? [{ path, id: value }] : []))
    .map(({ path, id }, index) => ({
      path,
      expected: `已列出的${what}${index < mostSuggestions ? suggestion(id, ids) : ''}`,
      found: `没有这个${what}：${quote(id)}`,
    }));
}

function suggestion(value: string, ids: readonly string[]): string {
  if (ids.length === 0) return '（现在一个也没有）';
  const nearest = nearestName(value, ids.slice(0, 500));
  if (nearest !== undefined) return `（最接近的是${quote(nearest)}）`;
  return `（现有${ids.slice(0, 5).map(quote).join('、')}${ids.length > 5 ? '等' : ''}）`;
}
