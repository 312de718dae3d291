import type { Law } from './law.ts';
import type { Provision } from './provisions.ts';
import { byRankAndNumber } from './provisions.ts';

/** One citation that the program can print: on a paper, in a finding or on the screen. */
export interface LawEntry {
  /** The full official title. */
  readonly law: string;
  /** "第二十六条". */
  readonly article: string;
  /** "第二款、第三款", where not the whole article is cited. */
  readonly clause?: string;
  readonly docNo?: string;
  readonly inForceFrom: string;
  readonly inForceTo?: string;
  /** The day from which the wording that was read holds, where it is younger than the law. */
  readonly textFrom?: string;
  readonly gist: string;
  readonly source: string;
  readonly confidence: Provision['confidence'];
  /** Only where it is not certain that the law is still in force; with C no paper cites it. */
  readonly statusConfidence?: Exclude<Provision['statusConfidence'], 'A'>;
}

/** Every citation there is, higher rank first. A test sees to it that each is used and that there are no others. */
export function listLaw({ provisions }: Pick<Law, 'provisions'>): LawEntry[] {
  return byRankAndNumber(provisions, [...provisions.keys()]).flatMap((id) => {
    const provision = provisions.get(id);
    return provision === undefined ? [] : [entryOf(provision)];
  });
}

function entryOf({
  law,
  article,
  clause,
  docNo,
  inForceFrom,
  inForceTo,
  textFrom,
  gist,
  source,
  ...rest
}: Provision): LawEntry {
  const { confidence, statusConfidence } = rest;
  return {
    law,
    article,
    ...(clause === undefined ? {} : { clause }),
    ...(docNo === undefined ? {} : { docNo }),
    inForceFrom,
    ...(inForceTo === undefined ? {} : { inForceTo }),
    ...(textFrom === undefined ? {} : { textFrom }),
    gist,
    source,
    confidence,
    ...(statusConfidence === 'A' ? {} : { statusConfidence }),
  };
}
