import type { Filing } from '../cases/case-file.ts';
import { isElsewhere } from '../documents/complaint-facts.ts';
import { filingBodyWords } from '../documents/words.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

export const filingRules: readonly Rule[] = [
  {
    id: 'filing.parallel',
    severity: 'warning',
    source: '市场监督管理投诉举报处理办法第十六条第（二）项',
    find: parallel,
  },
  {
    id: 'filing.two-roads',
    severity: 'hint',
    source: '市场监督管理投诉举报处理办法第十六条第（二）项',
    find: twoRoads,
  },
  {
    id: 'filing.contradicts-statement',
    severity: 'warning',
    source: '市场监督管理投诉举报处理办法第十六条第（二）项',
    find: contradictsStatement,
  },
  { id: 'filing.court-twice', severity: 'warning', find: courtTwice },
  { id: 'filing.refused-without-answer', severity: 'hint', find: refusedWithoutAnswer },
];

/** 第十六条第（二）项: courts, arbitration, market regulators and other agencies, consumer associations. Not traders, platforms or payment providers. */
const otherRoads: readonly Filing['body'][] = ['market-regulator', 'consumer-association', 'court'];

function parallel({ case: { filings }, papers }: CheckInput): Match[] {
  if (!papers.includes('complaint-12315')) return [];
  return filings.flatMap((filing, index): Match[] => {
    if (!isTakenUp(filing)) return [];
    const path = `filings[${index}].status`;
    const what = `${filingBodyWords[filing.body]}已经受理或处理过`;
    if (otherRoads.includes(filing.body)) {
      return [
        {
          path,
          message: `${what}同一纠纷，再向12315投诉可能不予受理。请先等那里的结果，或只保留一条途径；如果不是同一纠纷，请在投诉书中说明。`,
        },
      ];
    }
    if (filing.body === 'other') {
      return [
        {
          path,
          severity: 'hint',
          message: `${what}这件事。如果它是仲裁机构或其他行政机关，再向12315投诉可能不予受理，请先确认。`,
        },
      ];
    }
    return [];
  });
}

/** Each packet may hold both papers; which one is handed in first is for the reader to choose. */
function twoRoads({ papers }: CheckInput): Match[] {
  if (!papers.includes('complaint-12315') || !papers.includes('small-claims')) return [];
  return [
    {
      path: 'filings',
      message:
        '本次同时生成了投诉书和民事起诉状。法院受理后，市场监督管理部门对同一争议不予受理（第十六条第（二）项）。请先选一条途径；提交时核对“同一争议是否已向其他机构提出”一栏是否仍属实。',
    },
  ];
}

function contradictsStatement({ case: { filings, consents }, papers }: CheckInput): Match[] {
  if (!papers.includes('complaint-12315')) return [];
  const other = filings.find(isElsewhere);
  if (consents.notFiledElsewhere !== true || other === undefined) return [];
  return [
    {
      path: 'consents.notFiledElsewhere',
      message: `这里确认没有向其他机构提出过，而已经提出的事项里有${filingBodyWords[other.body]}。投诉书会照后者写，请核对哪一个写错了。`,
    },
  ];
}

function courtTwice({ case: { filings }, papers }: CheckInput): Match[] {
  if (!papers.includes('small-claims')) return [];
  return filings.flatMap((filing, index) =>
    filing.body !== 'court' || !isTakenUp(filing)
      ? []
      : [
          {
            path: `filings[${index}].status`,
            message:
              '法院已经受理或处理过本案纠纷，材料里又选了起诉状。同一纠纷不要重复起诉；需要补充的，请向原承办法官提交。',
          },
        ],
  );
}

function refusedWithoutAnswer({ case: { filings } }: CheckInput): Match[] {
  return filings.flatMap(({ body, status, answer }, index) =>
    status !== 'refused' || (answer ?? '').trim() !== ''
      ? []
      : [
          {
            path: `filings[${index}].answer`,
            message: `${filingBodyWords[body]}没有同意，但没有写对方的答复。请照原话写下理由和时间，后面的文书要针对它回应。`,
          },
        ],
  );
}

function isTakenUp({ status }: Filing): boolean {
  return status === 'accepted' || status === 'handled';
}
