import type { Case } from '../../contract/case/case-file.ts';
import { evidenceReferenceFields, fieldsAt, proseFields } from '../cases/case-fields.ts';
import { referencesIn } from '../cases/prose.ts';

/** Ids of all evidence that a list or a text of the case names. An item that names only itself is not cited. */
export function citedEvidence(subject: Case): ReadonlySet<string> {
  const listed = evidenceReferenceFields.flatMap((pattern) => fieldsAt(subject, pattern));
  const written = proseFields.flatMap((pattern) =>
    fieldsAt(subject, pattern).flatMap(({ path, value }) =>
      typeof value === 'string' ? referencesIn(value).map((id) => ({ path, value: id })) : [],
    ),
  );
  const ownPlace = new Map(subject.evidence.map(({ id }, index) => [id, `evidence[${index}].`]));
  return new Set(
    [...listed, ...written].flatMap(({ path, value }) =>
      typeof value === 'string' && !path.startsWith(ownPlace.get(value) ?? '\0') ? [value] : [],
    ),
  );
}

/** Whether a row of the case points to evidence, in its list or in one of its texts. */
export function citesEvidence(ids: readonly string[], ...texts: readonly (string | undefined)[]): boolean {
  return ids.length > 0 || texts.some((text) => text !== undefined && referencesIn(text).length > 0);
}
