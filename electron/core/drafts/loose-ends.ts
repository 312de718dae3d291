import type { Draft } from '../../contract/rpc/case-procedures.ts';
import {
  claimantReferenceFields,
  evidenceReferenceFields,
  type Field,
  fieldsAt,
  identifierFields,
  proseFields,
  respondentReferenceFields,
} from '../cases/case-fields.ts';
import { quote } from '../cases/found-text.ts';
import { referencesIn } from '../cases/prose.ts';
import type { DraftProblemKind } from './draft-problem.ts';
import type { Mending } from './mending.ts';
import { freeId, standInFor } from './stand-ins.ts';
import { type Steps, stepsOf, type WorkingDraft } from './working-draft.ts';

/** Ids that stand twice and references that lead nowhere, in a draft that fits the schema otherwise. */
export function looseEnds(work: WorkingDraft, draft: Draft): Mending[] {
  const duplicates = identifierFields.flatMap((pattern) => duplicatesOf(work, pattern));
  // What a reference means is only known once each id stands once.
  if (duplicates.length > 0) return duplicates;
  const dangling = (patterns: readonly string[], list: string): Mending[] => {
    const known = idsOf(work.root, list);
    return patterns
      .flatMap((pattern) => fieldsAt(work.root, pattern))
      .filter(({ value }) => !known.has(value))
      .map((field) => ({ steps: stepsOf(field.path), ...lost(field, draft, list) }));
  };
  return [
    ...ordersOfKeys(work, draft),
    ...dangling(claimantReferenceFields, 'claimants'),
    ...dangling(respondentReferenceFields, 'respondents'),
    ...dangling(evidenceReferenceFields, 'evidence'),
    ...referencesOfTexts(work, draft),
  ];
}

function duplicatesOf(work: WorkingDraft, pattern: string): Mending[] {
  const fields = fieldsAt(work.root, pattern);
  const taken = new Set(fields.map(({ value }) => value));
  const seen = new Set<unknown>();
  return fields.flatMap(({ path, value }): Mending[] => {
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    const steps = stepsOf(path);
    const id = freeId(taken, String(value).slice(0, 50));
    taken.add(id);
    const found = `重复的编号${quote(String(value))}`;
    return [{ steps, value: id, problem: problem('duplicate', steps, '与别处不同的编号', found) }];
  });
}

/** A key of an order that is not there: of the only one there is, or of none. */
function ordersOfKeys(work: WorkingDraft, draft: Draft): Mending[] {
  const orders = idsOf(work.root, 'orders');
  return fieldsAt(work.root, 'keys[].order')
    .filter(({ value }) => !orders.has(value))
    .map((field) => {
      const steps = stepsOf(field.path);
      const standIn = standInFor({ work, steps, today: '' });
      const told = lost(field, draft, 'orders');
      if (standIn !== undefined) return { steps, value: standIn.value, ...told };
      const row = steps.slice(0, -1);
      return told.problem === undefined
        ? { steps: row }
        : { steps: row, problem: { ...told.problem, isRowLeftOut: true } };
    });
}

/** A living reference to nothing prints as a blank in its sentence. */
function referencesOfTexts(work: WorkingDraft, draft: Draft): Mending[] {
  const known = idsOf(work.root, 'evidence');
  const texts = proseFields.flatMap((pattern) => fieldsAt(work.root, pattern));
  return texts.flatMap(({ path, value }): Mending[] => {
    if (typeof value !== 'string') return [];
    const gone = referencesIn(value).find((id) => !known.has(id));
    if (gone === undefined) return [];
    const text = value.replace(/\{证据[:：]([^{}\s]{1,64})\}/gu, (reference, id: string) =>
      known.has(id) ? reference : `〔证据：${id}〕`,
    );
    return [{ steps: stepsOf(path), value: text, ...lost({ path, value: gone }, draft, 'evidence') }];
  });
}

/** Told only where the draft itself has no such row: one that was left out is told about already. */
function lost({ path, value }: Field, draft: Draft, list: string): Pick<Mending, 'problem'> {
  if (idsOf(draft, list).has(value)) return {};
  return { problem: problem('reference', stepsOf(path), '案件里有的编号', `没有这个编号：${quote(String(value))}`) };
}

function idsOf(root: unknown, list: string): ReadonlySet<unknown> {
  return new Set(fieldsAt(root, `${list}[].id`).map(({ value }) => value));
}

function problem(kind: DraftProblemKind, at: Steps, expected: string, found: string) {
  return { kind, at, expected, found, isRowLeftOut: false };
}
