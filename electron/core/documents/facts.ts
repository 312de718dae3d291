import { paragraphsOf, parseProse } from '../cases/prose.ts';
import { type Exhibits, exhibitReference } from './exhibits.ts';
import type { Inline } from './inline.ts';

/** A fact a paper needs and the case lacks: `label` as printed in the blank, `path` of the field to fill. */
export interface MissingFact {
  readonly label: string;
  readonly path: string;
}

/**
 * The one way a paper takes facts from the case. A fact that is missing prints as a visible blank and is
 * noted in the same breath, so the paper and the findings can never disagree about what is missing.
 */
export interface Facts {
  /** The value, or a blank named `label` that is noted under `path` (JSON path, `claimants[0].address`). */
  need(value: string | undefined, label: string, path: string): Inline[];
  /** Free text as paragraphs, with `{证据:编号}` turned into living references. Empty when absent. */
  prose(value: string | undefined): Inline[][];
  /** Free text that the paper cannot do without; one blank when absent. */
  needProse(value: string | undefined, label: string, path: string): Inline[][];
  /** Living references "证据1（第3页）、证据2（第4—5页）"; empty when there are none. */
  references(ids: readonly string[]): Inline[];
  /** What was missing so far, each blank once. */
  missing(): MissingFact[];
}

export function createFacts(exhibits: Exhibits): Facts {
  const missing = new Map<string, MissingFact>();

  const need: Facts['need'] = (value, label, path) => {
    const trimmed = value?.trim() ?? '';
    if (trimmed !== '') return [{ kind: 'text', text: trimmed }];
    // Two papers' words for one field are two blanks; the same blank printed twice is one.
    missing.set(`${path} ${label}`, { label, path });
    return [{ kind: 'blank', label }];
  };

  const reference = (id: string): Inline => {
    const exhibit = exhibits.get(id);
    if (exhibit === undefined) throw new RangeError(`no exhibit ${id}: references are checked when the case is read`);
    return exhibitReference(exhibit);
  };

  const prose: Facts['prose'] = (value) =>
    paragraphsOf(value ?? '').map((paragraph) =>
      parseProse(paragraph).map((segment): Inline => (segment.kind === 'text' ? segment : reference(segment.id))),
    );

  return {
    need,
    prose,
    needProse: (value, label, path) => {
      const paragraphs = prose(value);
      return paragraphs.length > 0 ? paragraphs : [need(undefined, label, path)];
    },
    references: (ids) =>
      ids.flatMap((id, index): Inline[] =>
        index === 0 ? [reference(id)] : [{ kind: 'text', text: '、' }, reference(id)],
      ),
    missing: () => [...missing.values()],
  };
}
