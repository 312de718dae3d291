/**
 * Where things stand in a case, as data. The reader looks at the raw JSON through these patterns even when it
 * does not fit the schema, and the checks look at the finished `Case` through the same ones. In a pattern
 * `[]` stands for every entry of a list. A test compares the lists below with the schema.
 */
export interface Field {
  /** JSON path of the value, `claims[0].evidence[1]`. */
  readonly path: string;
  readonly value: unknown;
}

/** Free text in which `{证据:编号}` is a living reference. */
export const proseFields = [
  'keys[].outcome',
  'promises[].promised',
  'promises[].performed',
  'promises[].difference',
  'events[].text',
  'evidence[].source',
  'evidence[].proves',
  'claims[].text',
  'claims[].calculation',
  'filings[].answer',
  'claimants[].agent.scope',
  'orders[].received.text',
  'fraud.falsehood',
  'fraud.knowledge',
  'terms.written',
  'terms.quality',
  'terms.penalty',
  'terms.performancePlace',
  'terms.jurisdiction.text',
  'terms.arbitration.text',
  'terms.noRefund.text',
  'defences[].said',
  'defences[].reply',
  'recordRequests[].records',
  'recordRequests[].proves',
  'recordRequests[].reason',
  'witnesses[].proves',
  'court.preservation',
  'statements.background',
  'statements.problem',
  'statements.answer',
  'statements.reply',
  'statements.additional',
  'overrides[].own',
] as const;

/** Each entry names an evidence item by its id. */
export const evidenceReferenceFields = [
  'keys[].evidence[]',
  'promises[].evidence[]',
  'events[].evidence[]',
  'claims[].evidence[]',
  'filings[].evidence[]',
  'fraud.evidence[]',
  'terms.noRefund.evidence[]',
  'defences[].evidence[]',
] as const;

/** Each entry names a claimant by its id. */
export const claimantReferenceFields = [
  'orders[].claimant',
  'events[].claimant',
  'evidence[].claimant',
  'claims[].claimant',
  'representatives[]',
] as const;

/** Each entry names a respondent by its id. */
export const respondentReferenceFields = [
  'claims[].against[]',
  'filings[].against',
  'recordRequests[].holder',
] as const;

/** Ids, each unique within its list. */
export const identifierFields = [
  'claimants[].id',
  'respondents[].id',
  'orders[].id',
  'keys[].id',
  'evidence[].id',
] as const;

/** Every value that a pattern reaches, in order. Absent and mistyped parents are passed over. */
export function fieldsAt(root: unknown, pattern: string): Field[] {
  let fields: Field[] = [{ path: '', value: root }];
  for (const step of pattern.match(/\[\]|[^.[\]]+/g) ?? []) {
    fields = fields.flatMap(({ path, value }): Field[] => {
      if (step === '[]') {
        return Array.isArray(value)
          ? value.map((entry: unknown, index) => ({ path: `${path}[${index}]`, value: entry }))
          : [];
      }
      const child = ownValue(value, step);
      return child === undefined ? [] : [{ path: path === '' ? step : `${path}.${step}`, value: child }];
    });
  }
  return fields;
}

/** Every string anywhere in a value, in order. Walks with a list of its own, so depth cannot exhaust the stack. */
export function textsIn(root: unknown): { readonly path: string; readonly text: string }[] {
  const texts: { path: string; text: string }[] = [];
  const open: Field[] = [{ path: '', value: root }];
  for (let field = open.pop(); field !== undefined; field = open.pop()) {
    const { path, value } = field;
    if (typeof value === 'string') texts.push({ path, text: value });
    else if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index -= 1) {
        open.push({ path: `${path}[${index}]`, value: value[index] as unknown });
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value).reverse()) {
        open.push({ path: path === '' ? key : `${path}.${key}`, value: child });
      }
    }
  }
  return texts;
}

/** A property of the value itself, never one that it inherits: a file may name `constructor` or `__proto__`. */
export function ownValue(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
