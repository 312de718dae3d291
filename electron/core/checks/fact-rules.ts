import { type PartId, partIds, partTitle } from '../packet/parts.ts';
import { howToIdentify } from './respondent-rules.ts';
import type { CheckInput, Match, MissingPaperFact, Rule } from './rule.ts';

/** What each part must contain by law; letters to a platform or an association have no prescribed content. */
const contentRules: Partial<Readonly<Record<PartId, readonly string[]>>> = {
  'complaint-12315': ['complaint-measure-10'],
  'small-claims': ['civil-procedure-124'],
  authorisation: ['complaint-measure-11', 'civil-procedure-62'],
  'evidence-list': ['evidence-rules-19-1'],
};
/** How the shop behind a name without an address is found. */
const identifyingRules = ['consumer-law-44', 'e-commerce-law-15-1'];
const identityOfRespondent = /^respondents\[\d+\]\.(?:name|address)$/;

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
    const isIdentity = identityOfRespondent.test(path);
    const advice = isIdentity ? `${howToIdentify}。` : '确实没有的，请写明原因。';
    return {
      path,
      provisions: [
        ...new Set([
          ...wanted.flatMap((fact) => contentRules[partOf(fact) ?? 'cover'] ?? []),
          ...(isIdentity ? identifyingRules : []),
        ]),
      ],
      message: `${lacks(wanted)}。现在印成空白“待填写”，提交前请补上；${advice}`,
    };
  });
}

/** "民事起诉状缺少：被告住所地；投诉书缺少：被投诉人地址"; papers that use the same words are named together, and so are words. */
function lacks(wanted: readonly MissingPaperFact[]): string {
  const labels = [...Map.groupBy(wanted, ({ label }) => label)].map(([label, facts]) => ({
    label,
    papers: [...new Set(facts.map(nameOf))].join('、'),
  }));
  return [...Map.groupBy(labels, ({ papers }) => papers)]
    .map(([papers, named]) => `${papers}缺少：${named.map(({ label }) => label).join('、')}`)
    .join('；');
}

function nameOf(fact: MissingPaperFact): string {
  // As it is printed, so that a finding and its page share one name.
  const part = partOf(fact);
  return part === undefined ? fact.paper : partTitle(part);
}

function partOf({ paper }: MissingPaperFact): PartId | undefined {
  return partIds.find((id) => id === paper || partTitle(id) === paper);
}
