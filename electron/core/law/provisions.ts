import { z } from 'zod';
import { day } from '../../contract/case/field-types.ts';

/**
 * The articles a paper may cite, as small dated data: one file a law in templates/law/provisions. `gist` is told in
 * our own words and never printed as the text of the law; `confidence` is how surely the wording was seen (A:
 * official page or two agreeing copies, A-: one copy).
 */
const confidence = z.enum(['A', 'A-']);
const article = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]+(?:-[a-z]+)*(?:-\d+)+$/)
    .meta({ description: '文件名加条、款、项的数字，例如 civil-code-563-1-4' }),
  article: z
    .string()
    .regex(/^第[一二三四五六七八九十百千零]+条$/)
    .meta({ description: '汉字数字的条号，例如“第五百六十三条”' }),
  /** The part of the article, for example 第二款、第三款. */
  clause: z
    .string()
    .regex(/^第[一二三四五六七八九十]+[款项].*$/)
    .meta({ description: '款、项，例如“第一款第四项”' })
    .optional(),
  gist: z.string().min(1),
  /** Where an article is younger than its law (an amendment), or was seen less surely. */
  inForceFrom: day.optional(),
  inForceTo: day.optional(),
  textFrom: day.optional(),
  source: z.string().min(1).optional(),
  confidence: confidence.optional(),
});

/** One file of templates/law/provisions. */
export const provisionFileSchema = z.strictObject({
  /** The full official title, without 《》 around it. */
  law: z.string().min(1),
  short: z.string().min(1),
  docNo: z.string().optional(),
  inForceFrom: day,
  /** The last day on which it was in force. */
  inForceTo: day.optional(),
  /**
   * The day from which the wording that was read is known to hold, where an amendment made it younger than the law
   * or the article. An earlier act is not judged by it, so it is not cited for one.
   */
  textFrom: day.optional(),
  /** Who issued it and which text was read. */
  source: z.string().min(1),
  /** The day on which its status was last looked up. */
  checkedOn: day,
  confidence,
  /** How surely it is still in force; what is C no paper and no finding cites. */
  statusConfidence: z.enum(['A', 'B', 'C']).default('A'),
  articles: z.array(article),
});

type ProvisionFile = z.output<typeof provisionFileSchema>;

/** An article with what its law says for all of them. */
export interface Provision {
  readonly id: string;
  readonly law: string;
  readonly short: string;
  readonly article: string;
  readonly clause?: string | undefined;
  readonly docNo?: string | undefined;
  readonly inForceFrom: string;
  readonly inForceTo?: string | undefined;
  readonly textFrom?: string | undefined;
  readonly gist: string;
  readonly source: string;
  readonly confidence: z.output<typeof confidence>;
  readonly statusConfidence: ProvisionFile['statusConfidence'];
}
export type Provisions = ReadonlyMap<string, Provision>;

/** A law as a paper names it. `text` is complete: "《中华人民共和国民法典》第五百七十七条". */
export interface Citation {
  readonly text: string;
  readonly provisions: readonly Provision[];
}

/** The parsed files of templates/law/provisions as one table. Throws a ZodError, or a RangeError for an id that stands twice. */
export function readProvisions(files: readonly unknown[]): Provisions {
  const provisions = new Map<string, Provision>();
  for (const provision of files.map((file) => provisionFileSchema.parse(file)).flatMap(provisionsOf)) {
    if (provisions.has(provision.id)) throw new RangeError(`duplicate provision ${provision.id}`);
    provisions.set(provision.id, provision);
  }
  return provisions;
}

function provisionsOf({ articles, checkedOn: _, ...law }: ProvisionFile): Provision[] {
  return articles.map(({ inForceFrom, inForceTo, textFrom, source, confidence: seen, ...rest }) => ({
    ...law,
    ...rest,
    inForceFrom: inForceFrom ?? law.inForceFrom,
    inForceTo: inForceTo ?? law.inForceTo,
    textFrom: textFrom ?? law.textFrom,
    source: source ?? law.source,
    confidence: seen ?? law.confidence,
  }));
}

function isInForce(provision: Provision, on: string): boolean {
  const { inForceFrom, inForceTo, textFrom = inForceFrom } = provision;
  return inForceFrom <= on && textFrom <= on && (inForceTo === undefined || on <= inForceTo);
}

/**
 * Cites one provision on a paper. Throws a RangeError when it is unknown, was not in force on that day
 * (`YYYY-MM-DD`), or is not surely still in force.
 */
export function cite(provisions: Provisions, id: string, on: string): Citation {
  const provision = provisionOf(provisions, id);
  if (!isInForce(provision, on)) throw new RangeError(`provision ${id} is not in force on ${on}`);
  if (!isSure(provision)) throw new RangeError(`provision ${id} is not surely in force: no paper may cite it`);
  return citationOf([provision]);
}

function isSure({ statusConfidence }: Provision): boolean {
  return statusConfidence !== 'C';
}

/**
 * Cites on a paper those of several provisions that were in force on each of the days, the articles of one law
 * together: "《…民法典》第五百七十七条、第五百八十二条，《…》第十二条". `undefined` when none was. What is not surely
 * still in force is left out.
 */
export function citeInForce(
  provisions: Provisions,
  ids: readonly string[],
  days: readonly string[],
): Citation | undefined {
  const cited = ids
    .map((id) => provisionOf(provisions, id))
    .filter((provision) => isSure(provision) && days.every((on) => isInForce(provision, on)));
  return cited.length === 0 ? undefined : citationOf(cited);
}

/** Those of several provisions that were in force on each of the days. */
export function inForceOn(provisions: Provisions, ids: readonly string[], days: readonly string[]): string[] {
  return ids.filter((id) => days.every((on) => isInForce(provisionOf(provisions, id), on)));
}

function provisionOf(provisions: Provisions, id: string): Provision {
  const provision = provisions.get(id);
  if (provision === undefined) throw new RangeError(`no provision ${id} in templates/law/provisions`);
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

/** 法律, 行政法规, 司法解释, 部门规章. The State Council's rule on court fees is called 办法, too. */
function rankOf(law: string): number {
  if (/^最高人民法院|^人民法院/u.test(law)) return 2;
  if (/(?:条例|^诉讼费用交纳办法)$/u.test(law)) return 1;
  return /(?<!办)法$|法典$/u.test(law) ? 0 : 3;
}

/** The first number in 第一千零二十四条 or 第二款, as an integer. */
export function numberIn(text: string): number {
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
      const ofLaw = cited.filter((provision) => provision.law === law);
      // Parts of one article name it once: 第二十三条第一款、第二款.
      const articles = ofLaw.map(({ article, clause = '' }, index) =>
        clause !== '' && ofLaw[index - 1]?.article === article ? clause : `${article}${clause}`,
      );
      return `${quoteTitle(law)}${articles.join('、')}`;
    })
    .join('，');
  return { text, provisions: cited };
}

/** A title inside a title takes the single marks (标点符号用法 GB/T 15834, 4.15). */
function quoteTitle(law: string): string {
  return `《${law.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
}
