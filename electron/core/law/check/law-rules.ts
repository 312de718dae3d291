import { textsIn } from '../../cases/case-fields.ts';
import { clockTableSchema } from '../clocks/clocks-table.ts';
import { smallClaimsLinesSchema } from '../tables/small-claims-lines.ts';
import { type LawFile, type LawProblem, type LawRule, placed } from './law-problem.ts';
import { articlesOf, provisionRules } from './provision-rules.ts';

/** What a schema cannot say of the law files: what they say against each other, and against the law in force. */
export const lawRules: readonly LawRule[] = [
  repealedInstruments,
  dayCountBeforeRenewal,
  ...provisionRules,
  doubtfulLawAsCertain,
  linesThatDoNotAddUp,
];

/** 《…暂行办法》 was repealed on 2026-04-15 (投诉举报处理办法 46), the trial forms of 2024 on 2025-07-14 (法〔2025〕82号). */
const repealed: readonly { readonly name: string; readonly instead: string }[] = [
  { name: '市场监督管理投诉举报处理暂行办法', instead: '《市场监督管理投诉举报处理办法》' },
  { name: '投诉举报处理暂行办法', instead: '《市场监督管理投诉举报处理办法》' },
  { name: '法〔2024〕46号', instead: '法〔2025〕82号' },
];

function repealedInstruments(files: readonly LawFile[]): LawProblem[] {
  return everyText(files, (text) => {
    const found = repealed.find(({ name }) => text.includes(name));
    return found && { expected: `现行的${found.instead}`, found: `已经废止的${found.name}` };
  });
}

/** 实施条例 10 never counted days, and 网络交易监督管理办法 18 has not since its amendment of 2025. */
function dayCountBeforeRenewal(files: readonly LawFile[]): LawProblem[] {
  return everyText(files, (text) =>
    /前\s*(?:五|5)\s*日/u.test(text) && /续费|展期|扣费|扣款/u.test(text)
      ? { expected: '只写“日期前”，不写天数', found: '续费前五日' }
      : undefined,
  );
}

function everyText(
  files: readonly LawFile[],
  problemOf: (text: string) => { expected: string; found: string } | undefined,
): LawProblem[] {
  return files.flatMap((file) =>
    textsIn(file.json).flatMap(({ path, text }) => {
      const problem = problemOf(text);
      return problem === undefined ? [] : [placed(file, { path, ...problem })];
    }),
  );
}

/** A clock that rests on nothing but law whose status is in doubt is not 依法. */
function doubtfulLawAsCertain(files: readonly LawFile[]): LawProblem[] {
  const doubtful = new Set(
    articlesOf(files).flatMap(({ law, article }) => (law.statusConfidence === 'C' ? [article.id] : [])),
  );
  return files.flatMap((file) => {
    const table = file.file === 'clocks.json' ? clockTableSchema.safeParse(file.json).data : undefined;
    return (table?.clocks ?? []).flatMap(({ certainty, provisions }, index) =>
      certainty === '依法' && provisions.every((id) => doubtful.has(id))
        ? [
            placed(file, {
              path: `clocks[${index}].certainty`,
              expected: '“有争议”：所依据的规定是否现行有待核对',
              found: '“依法”',
            }),
          ]
        : [],
    );
  });
}

/** Twice the wage is four times half of it; a figure in 元 leaves a little room for rounding. */
const rounding = 4_00;

function linesThatDoNotAddUp(files: readonly LawFile[]): LawProblem[] {
  return files.flatMap((file) => {
    const table =
      file.file === 'small-claims-lines.json' ? smallClaimsLinesSchema.safeParse(file.json).data : undefined;
    const provinces = table?.lines.map(({ province }) => province) ?? [];
    return (table?.lines ?? []).flatMap(({ province, half, twice }, index) => [
      ...(provinces.indexOf(province) < index
        ? [placed(file, { path: `lines[${index}].province`, expected: '每个省份一行', found: `重复的${province}` })]
        : []),
      ...(twice !== undefined && Math.abs(twice - half * 4) > rounding
        ? [
            placed(file, {
              path: `lines[${index}].twice`,
              expected: `约为一半标准的四倍（${(half * 4) / 100}）`,
              found: String(twice / 100),
            }),
          ]
        : []),
    ]);
  });
}
