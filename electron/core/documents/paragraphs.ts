import type { Exhibits } from './exhibits.ts';
import { blankText, type Inline } from './inline.ts';

/**
 * The paragraphs of a paper that may be written by hand: any line of runs in its model with at least six characters
 * of Juli's own beside blanks and references. Not among them are what a field of its own says word for word (names,
 * numbers, addresses, the receiving office), sums and page numbers, which are reckoned, and the printed boxes of the
 * court's form, whose words are prescribed.
 */
export interface PaperParagraph {
  /** JSON path in the model: `account[0].paragraphs[1]`. */
  readonly at: string;
  /** In the notation of case.json: `{证据:编号}` for living references, 〔待填写：…〕 for blanks. */
  readonly source: string;
  readonly runs: readonly Inline[];
}

const fieldsNotProse: ReadonlySet<string> = new Set([
  'total',
  'claimed',
  'pages',
  'name',
  'phone',
  'idType',
  'idNumber',
  'address',
  'addressee',
  'addressees',
  'agent',
  'contact',
  'court',
]);
const fewestCharacters = 6;

/** In the order of the model, which is that of the paper. */
export function paragraphsIn(model: object, exhibits: Exhibits): PaperParagraph[] {
  const paragraphs: PaperParagraph[] = [];
  mapParagraphs(model, (runs, at) => {
    paragraphs.push({ at, source: sourceText(runs, exhibits), runs });
    return runs;
  });
  return paragraphs;
}

/** The model with each of its paragraphs as `change` gives it; what does not change stays the same object. */
export function mapParagraphs<Model extends object>(
  model: Model,
  change: (runs: readonly Inline[], at: string) => readonly Inline[],
): Model {
  return mapped(model, '', '', change) as Model;
}

function mapped(
  value: unknown,
  at: string,
  field: string,
  change: (runs: readonly Inline[], at: string) => readonly Inline[],
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isInline(value)) return isProse(value, field) ? change(value, at) : value;
  if (Array.isArray(value)) {
    const entries = value.map((entry: unknown, index) => mapped(entry, `${at}[${index}]`, field, change));
    return entries.every((entry, index) => entry === value[index]) ? value : entries;
  }
  if ('isBox' in value && value.isBox === true) return value;
  const fields = Object.entries(value).map(
    ([key, child]) => [key, child, mapped(child, at === '' ? key : `${at}.${key}`, key, change)] as const,
  );
  if (fields.every(([, child, changed]) => child === changed)) return value;
  return Object.fromEntries(fields.map(([key, , changed]) => [key, changed]));
}

function isInline(value: object): value is readonly Inline[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRun);
}

function isRun(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  switch (value.kind) {
    case 'text':
    case 'strong':
    case 'link':
      return 'text' in value;
    case 'blank':
      return 'label' in value;
    default:
      return false;
  }
}

function isProse(runs: readonly Inline[], field: string): boolean {
  if (fieldsNotProse.has(field)) return false;
  const own = runs.map((run) => (run.kind === 'text' || run.kind === 'strong' ? run.text : '')).join('');
  return own.trim().length >= fewestCharacters;
}

/** Runs as one would type them in case.json. */
function sourceText(runs: readonly Inline[], exhibits: Exhibits): string {
  return runs.map((run) => sourceOf(run, exhibits)).join('');
}

function sourceOf(run: Inline, exhibits: Exhibits): string {
  switch (run.kind) {
    case 'blank':
      return blankText(run.label);
    case 'link': {
      const number = /^#evidence-(?:row-)?(\d+)$/.exec(run.href)?.[1];
      const exhibit = [...exhibits.values()].find((one) => String(one.number) === number);
      return exhibit === undefined ? run.text : `{证据:${exhibit.id}}`;
    }
    case 'break':
      return '\n';
    case 'editable':
      return sourceText(run.runs, exhibits);
    default:
      return run.text;
  }
}
