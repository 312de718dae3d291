import { z } from 'zod';
import { isDay } from '../cases/moments.ts';

/**
 * The articles a paper may cite, as small dated data (templates/law/provisions.json). `gist` is told in our own
 * words and never printed as the text of the law; `confidence` is how surely the wording was seen (A: official
 * page or two agreeing copies, A-: one copy).
 */
const day = z.string().refine(isDay);
const provisionSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** The full official title, without 《》 around it. */
  law: z.string().min(1),
  short: z.string().min(1),
  article: z.string().regex(/^第[一二三四五六七八九十百零]+条$/),
  /** The part of the article, for example 第二款、第三款. */
  clause: z
    .string()
    .regex(/^第[一二三四五六七八九十]+[款项].*$/)
    .optional(),
  docNo: z.string().optional(),
  inForceFrom: day,
  /** The last day on which it was in force. */
  inForceTo: day.optional(),
  gist: z.string().min(1),
  source: z.string().min(1),
  confidence: z.enum(['A', 'A-']),
});
const provisionsSchema = z.array(provisionSchema).superRefine((provisions, context) => {
  const seen = new Set<string>();
  for (const [index, { id }] of provisions.entries()) {
    if (seen.has(id)) context.addIssue({ code: 'custom', path: [index, 'id'], message: `duplicate provision ${id}` });
    seen.add(id);
  }
});

export type Provision = z.output<typeof provisionSchema>;
export type Provisions = ReadonlyMap<string, Provision>;

/** A law as a paper names it. `text` is complete: "《中华人民共和国民法典》第五百七十七条". */
export interface Citation {
  readonly text: string;
  readonly provisions: readonly Provision[];
}

/** Reads templates/law/provisions.json, already parsed. Throws a ZodError that names the entry and field. */
export function readProvisions(json: unknown): Provisions {
  return new Map(provisionsSchema.parse(json).map((provision) => [provision.id, provision]));
}

function isInForce(provisions: Provisions, id: string, on: string): boolean {
  const { inForceFrom, inForceTo } = provisionOf(provisions, id);
  return inForceFrom <= on && (inForceTo === undefined || on <= inForceTo);
}

/** Cites one provision. Throws a RangeError when it is unknown or was not in force on that day (`YYYY-MM-DD`). */
export function cite(provisions: Provisions, id: string, on: string): Citation {
  if (!isInForce(provisions, id, on)) throw new RangeError(`provision ${id} is not in force on ${on}`);
  return citationOf([provisionOf(provisions, id)]);
}

/**
 * Cites those of several provisions that were in force on each of the days, the articles of one law together:
 * "《…民法典》第五百七十七条、第五百八十二条，《…》第十二条". `undefined` when none was.
 */
export function citeInForce(
  provisions: Provisions,
  ids: readonly string[],
  days: readonly string[],
): Citation | undefined {
  const inForce = ids.filter((id) => days.every((on) => isInForce(provisions, id, on)));
  return inForce.length === 0 ? undefined : citationOf(inForce.map((id) => provisionOf(provisions, id)));
}

function provisionOf(provisions: Provisions, id: string): Provision {
  const provision = provisions.get(id);
  if (provision === undefined) throw new RangeError(`no provision ${id} in templates/law/provisions.json`);
  return provision;
}

/** The same provisions, higher rank first, then each law's articles by their numbers: for a list without reasons. */
export function byRankAndNumber(provisions: Provisions, ids: readonly string[]): string[] {
  const laws = [...new Set(ids.map((id) => provisionOf(provisions, id).law))];
  const place = (id: string) => {
    const { law, article, clause = '' } = provisionOf(provisions, id);
    return [rankOf(law), laws.indexOf(law), numberIn(article), numberIn(clause)] as const;
  };
  return ids.toSorted((first, second) => {
    const [one, other] = [place(first), place(second)];
    const differing = one.findIndex((part, index) => part !== other[index]);
    return differing < 0 ? 0 : (one[differing] ?? 0) - (other[differing] ?? 0);
  });
}

/** 法律, 行政法规, 司法解释, 部门规章. */
function rankOf(law: string): number {
  if (law.startsWith('最高人民法院')) return 2;
  if (/法典?$/u.test(law)) return 0;
  return /条例$/u.test(law) ? 1 : 3;
}

/** The first number in 第一千零二十四条 or 第二款, as an integer. */
function numberIn(text: string): number {
  const numeral = /第([一二三四五六七八九十百千零]+)/u.exec(text)?.[1] ?? '';
  let total = 0;
  let digit = 0;
  for (const character of numeral) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[character];
    if (unit === undefined) digit = '零一二三四五六七八九'.indexOf(character);
    else {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

function citationOf(cited: readonly Provision[]): Citation {
  const laws = [...new Set(cited.map(({ law }) => law))];
  const text = laws
    .map((law) => {
      const articles = cited.filter((provision) => provision.law === law);
      return `${quoteTitle(law)}${articles.map(({ article, clause = '' }) => `${article}${clause}`).join('、')}`;
    })
    .join('，');
  return { text, provisions: cited };
}

/** A title inside a title takes the single marks (标点符号用法 GB/T 15834, 4.15). */
function quoteTitle(law: string): string {
  return `《${law.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
}
