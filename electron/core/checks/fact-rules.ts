import { partTitles } from '../packet/parts.ts';
import type { CheckInput, Match, MissingPaperFact, Rule } from './rule.ts';

/** The titles as they are printed, so that a finding and its page share one name. */
const titles: Readonly<Record<string, string>> = partTitles;

/** What each paper must contain by law; the refund request has no prescribed content. */
const contentRules: Readonly<Record<string, string>> = {
  投诉书: '市场监督管理投诉举报处理办法第十条',
  民事起诉状: '民事诉讼法第一百二十四条',
  证据目录: '最高人民法院关于民事诉讼证据的若干规定第十九条',
};

export const factRules: readonly Rule[] = [
  {
    id: 'fact.missing',
    severity: 'error',
    find: missingFacts,
  },
];

/** One finding for each field, however many papers want it. */
function missingFacts({ missingFacts: facts }: CheckInput): Match[] {
  const byPath = Map.groupBy(facts, ({ path }) => path);
  return [...byPath].map(([path, wanted]) => {
    const papers = [...new Set(wanted.map(nameOf))];
    const sources = papers.flatMap((paper) => contentRules[paper] ?? []);
    return {
      path,
      message: `${lacks(wanted)}。现在印成空白“待填写”，提交前请补上；确实没有的，请写明原因。`,
      ...(sources.length === 0 ? {} : { source: sources.join('、') }),
    };
  });
}

/** "民事起诉状缺少：被告住所地；投诉书缺少：被投诉人地址", papers that use the same words named together. */
function lacks(wanted: readonly MissingPaperFact[]): string {
  return [...Map.groupBy(wanted, ({ label }) => label)]
    .map(([label, facts]) => `${[...new Set(facts.map(nameOf))].join('、')}缺少：${label}`)
    .join('；');
}

function nameOf({ paper }: MissingPaperFact): string {
  return titles[paper] ?? paper;
}
