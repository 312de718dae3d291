import { numberIn, provisionFileSchema } from '../provisions.ts';
import { type LawFile, type LawProblem, type LawRule, placed } from './law-problem.ts';

/** What the files of provisions say against each other. */
export const provisionRules: readonly LawRule[] = [
  provisionsTwice,
  articlesTwice,
  lawsTwice,
  idsThatDiffer,
  daysReversed,
];

interface ProvisionPlace {
  readonly file: LawFile;
  readonly path: string;
  readonly law: ReturnType<typeof provisionFileSchema.parse>;
  readonly article: ReturnType<typeof provisionFileSchema.parse>['articles'][number];
}

/** The articles of the files that fit their schema; what does not fit was told already. */
export function articlesOf(files: readonly LawFile[]): ProvisionPlace[] {
  return files.flatMap((file) => {
    if (!file.file.startsWith('provisions/')) return [];
    const law = provisionFileSchema.safeParse(file.json).data;
    return law?.articles.map((article, index) => ({ file, path: `articles[${index}]`, law, article })) ?? [];
  });
}

function provisionsTwice(files: readonly LawFile[]): LawProblem[] {
  const first = new Map<string, ProvisionPlace>();
  return articlesOf(files).flatMap((place) => {
    const { id } = place.article;
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, place);
      return [];
    }
    const { line } = placed(earlier.file, { path: `${earlier.path}.id`, expected: '', found: '' });
    const expected = `与 ${earlier.file.file} 第${line}行不同的编号`;
    return [placed(place.file, { path: `${place.path}.id`, expected, found: `重复的编号 ${id}` })];
  });
}

/** The same part of the same article under two ids would be cited twice. */
function articlesTwice(files: readonly LawFile[]): LawProblem[] {
  const seen = new Set<string>();
  return articlesOf(files).flatMap(({ file, path, law: { law }, article: { article, clause = '' } }) => {
    const part = `${law}${article}${clause}`;
    if (!seen.has(part)) {
      seen.add(part);
      return [];
    }
    return [
      placed(file, { path: `${path}.article`, expected: '同一条款只列一次', found: `重复的${article}${clause}` }),
    ];
  });
}

function lawsTwice(files: readonly LawFile[]): LawProblem[] {
  const first = new Map<string, string>();
  return files.flatMap((file) => {
    const law = file.file.startsWith('provisions/') ? provisionFileSchema.safeParse(file.json).data : undefined;
    if (law === undefined) return [];
    return (['law', 'short'] as const).flatMap((field) => {
      const earlier = first.get(law[field]);
      first.set(law[field], file.file);
      if (earlier === undefined || earlier === file.file) return [];
      return [placed(file, { path: field, expected: `与 ${earlier} 不同的名称`, found: `重复的名称“${law[field]}”` })];
    });
  });
}

/** `civil-code-563-1-4` stands in civil-code.json and is an item of 第五百六十三条: a slip here cites the wrong article. */
function idsThatDiffer(files: readonly LawFile[]): LawProblem[] {
  return articlesOf(files).flatMap(({ file, path, article: { id, article } }) => {
    const name = /([^/]+)\.json$/.exec(file.file)?.[1] ?? '';
    const wanted = `${name}-${numberIn(article)}`;
    return id === wanted || id.startsWith(`${wanted}-`)
      ? []
      : [placed(file, { path: `${path}.id`, expected: `以 ${wanted} 开头的编号（${article}）`, found: id })];
  });
}

function daysReversed(files: readonly LawFile[]): LawProblem[] {
  return files.flatMap((file) => {
    const law = file.file.startsWith('provisions/') ? provisionFileSchema.safeParse(file.json).data : undefined;
    if (law === undefined) return [];
    const places = [{ path: '', ...datesOf(law) }];
    for (const [index, article] of law.articles.entries()) {
      places.push({ path: `articles[${index}].`, ...datesOf({ ...datesOf(law), ...datesOf(article) }) });
    }
    return places.flatMap(({ path, inForceFrom = '', inForceTo, textFrom }) => [
      ...(inForceTo !== undefined && inForceTo < inForceFrom
        ? [placed(file, { path: `${path}inForceTo`, expected: `不早于施行日 ${inForceFrom} 的日期`, found: inForceTo })]
        : []),
      ...(textFrom !== undefined && textFrom < inForceFrom
        ? [placed(file, { path: `${path}textFrom`, expected: `不早于施行日 ${inForceFrom} 的日期`, found: textFrom })]
        : []),
    ]);
  });
}

interface Dates {
  readonly inForceFrom?: string | undefined;
  readonly inForceTo?: string | undefined;
  readonly textFrom?: string | undefined;
}

/** Only those that are written, so that an article inherits the others. */
function datesOf({ inForceFrom, inForceTo, textFrom }: Dates): Dates {
  return {
    ...(inForceFrom === undefined ? {} : { inForceFrom }),
    ...(inForceTo === undefined ? {} : { inForceTo }),
    ...(textFrom === undefined ? {} : { textFrom }),
  };
}
