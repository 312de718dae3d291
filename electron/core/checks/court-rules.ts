import { formatYuan } from '../../contract/case/money.ts';
import { claimKindWords } from '../../contract/case/words.ts';
import { openCourts } from '../law/decisions/courts.ts';
import { arbitrationClause, jurisdictionClause } from '../law/decisions/dispute-clauses.ts';
import { jointAction } from '../law/decisions/joint-action.ts';
import { smallClaimsEligibility } from '../law/decisions/small-claims-eligibility.ts';
import { isCourtFee, isForMoney, sumInDispute } from '../law/sum-in-dispute.ts';
import { smallClaimsLine } from '../law/tables/small-claims-lines.ts';
import { ownTexts } from './own-words.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

/** Whether this court takes this case in this way: all of it only where a statement of claim is chosen. */
export const courtRules: readonly Rule[] = [
  rule('court.arbitration-clause', 'warning', ['civil-procedure-127-2'], withArbitrationClause),
  rule(
    'court.jurisdiction-clause',
    'warning',
    ['civil-procedure-35', 'civil-procedure-interpretation-31'],
    withJurisdictionClause,
  ),
  rule('court.not-open', 'hint', ['civil-procedure-24', 'civil-procedure-interpretation-20'], notOpen),
  rule('court.joint-action', 'warning', ['civil-procedure-165-1'], joint),
  rule('court.mediation-open', 'hint', [], mediationOpen),
  rule('claim.not-money', 'hint', ['civil-procedure-165-1'], notMoney),
  rule('small-claims.above-line', 'warning', ['civil-procedure-165-1', 'civil-procedure-165-2'], aboveLine),
  rule('small-claims.excluded-matter', 'warning', ['civil-procedure-166'], excludedMatter),
];

function rule(id: string, severity: Rule['severity'], provisions: readonly string[], find: Rule['find']): Rule {
  return { id, severity, provisions, find: (input) => (input.papers.includes('small-claims') ? find(input) : []) };
}

/** The court's form asks two things that only the plaintiff knows; its boxes can also be ticked by hand. */
function mediationOpen({ case: { court } }: CheckInput): Match[] {
  const open = (['knowsMediation', 'mediation'] as const).filter((field) => court[field] === undefined);
  if (court.layout !== 'elements' || open.length === 0) return [];
  return [
    {
      path: `court.${open[0] ?? 'mediation'}`,
      message:
        '要素式起诉状最后问是否了解调解、是否考虑先行调解，还没有回答。现在方框是空的，请填写，或者打印后自己勾选。',
    },
  ];
}

function withArbitrationClause({ case: subject, law }: CheckInput): Match[] {
  const { answer, conclusion } = arbitrationClause(subject, law);
  if (answer === 'none') return [];
  return [
    {
      path: 'terms.arbitration',
      message: `${conclusion}请把条款原文和当时的页面带去立案窗口说明；条款没有提请注意、不是双方约定的，请在起诉状里写明。`,
    },
  ];
}

/** 民事诉讼法 35, 解释 31: neither void of itself nor binding of itself. */
function withJurisdictionClause({ case: subject, law }: CheckInput): Match[] {
  const clause = subject.terms.jurisdiction;
  const { answer, conclusion } = jurisdictionClause(subject, law);
  if (clause === undefined || answer === 'none') return [];
  const chosen = subject.addressees.court;
  if (answer === 'unknown') {
    return [
      {
        path: 'terms.jurisdiction.wasPointedOut',
        message: `${conclusion}请填写是否提请过注意，再决定向哪里的法院起诉。`,
      },
    ];
  }
  if (answer === 'contestable') {
    return [
      {
        path: 'terms.jurisdiction',
        severity: 'hint',
        message: `${conclusion}请在起诉状里写明没有提请注意的事实，并附下单页面。`,
      },
    ];
  }
  if (clause.court !== undefined && clause.court === chosen) return [];
  return [
    {
      path: 'addressees.court',
      message: `${conclusion}条款约定的${clause.court === undefined ? '法院' : `是${clause.court}`}，与起诉状写的法院请核对；认为约定的地点与争议没有联系的，请写明理由。`,
    },
  ];
}

const district = /([^省市区县旗]{1,10}(?:区|县|市|旗))人民法院$/u;

/** A court whose district is in none of the addresses that open one; said only where all of these are known. */
function notOpen({ case: subject, law }: CheckInput): Match[] {
  const place = district.exec(subject.addressees.court?.trim() ?? '')?.[1];
  const { answer: courts } = openCourts(subject, law);
  const addresses = [
    ...courts.map(({ address }) => address),
    ...(subject.terms.jurisdiction === undefined ? [] : [subject.terms.jurisdiction.court]),
  ];
  if (place === undefined || addresses.some((address) => address === undefined || address.includes(place))) return [];
  return [
    {
      path: 'addressees.court',
      message: `起诉状写的法院在“${place}”，而双方的地址和约定的履行地都不在那里。可以选的有：${[...new Set(courts.map(({ of }) => of))].join('、')}的法院。请核对法院或者地址。`,
    },
  ];
}

function joint({ case: subject, law }: CheckInput): Match[] {
  const { answer, conclusion } = jointAction(subject, law);
  if (answer === 'one-claimant') return [];
  return [
    {
      path: 'claimants',
      message: `本案有${subject.claimants.length}名原告。${conclusion}请先问立案窗口；法院不同意合并的，每人分别起诉。`,
    },
  ];
}

function notMoney({ case: { claims } }: CheckInput): Match[] {
  return claims.flatMap((claim, index) =>
    isForMoney(claim) || isCourtFee(claim)
      ? []
      : [
          {
            path: `claims[${index}]`,
            message: `第${index + 1}项诉求“${claimKindWords[claim.kind]}”不是请求付款。小额诉讼程序只适用于简单的金钱给付案件，有这一项时是否适用由法院决定，可以考虑只请求退款。`,
          },
        ],
  );
}

/** The line is the province's, published each year: the court that takes the case has the last word. */
function aboveLine({ case: subject, law }: CheckInput): Match[] {
  const { answer } = smallClaimsEligibility(subject, law);
  const sum = sumInDispute(subject);
  if (sum === undefined) return [];
  const table = law.smallClaimsLines;
  const asked = `请求的金额合计${formatYuan(sum)}`;
  const line = smallClaimsLine(table, subject.court.province ?? '');
  if (line !== undefined && (answer === 'by-agreement' || answer === 'too-much')) {
    const half = `${line.province}小额诉讼的标准（${line.isAbout ? '约' : ''}${formatYuan(line.half)}，${line.basis}）`;
    const consequence =
      answer === 'too-much' ? '并且超过年平均工资的二倍，不能适用小额诉讼' : '双方都同意的，才能适用小额诉讼';
    return [
      {
        path: 'claims',
        message: `${asked}，超过${half}，${consequence}。${table.reservation}；请按法院告知的程序起诉，诉讼费也会不同。`,
      },
    ];
  }
  const lowest = Math.min(...table.lines.map(({ half }) => half));
  if (answer !== 'unknown-line' || sum <= lowest) return [];
  return [
    {
      path: 'court.province',
      message: `${asked}，在有的省份已经超过小额诉讼的标准。请填写受诉法院所在的省份；表中没有的，${table.reservation}。`,
    },
  ];
}

const excludedMatters: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/(?:申请|请求|要求|进行|委托|需要?)[^，。；\n]{0,8}(?:司法)?(?:鉴定|评估)/u, '需要评估、鉴定'],
  [/确认[^，。；\n]{0,16}(?:归|属于|所有权|权属)/u, '确认权属'],
  [/下落不明|公告送达/u, '一方下落不明'],
];

/** 民事诉讼法 166: what the claimant's own words say of such a matter takes the case out of small claims. */
function excludedMatter({ case: subject }: CheckInput): Match[] {
  return ownTexts(subject, [
    'claims[].text',
    'statements.problem',
    'statements.reply',
    'statements.additional',
  ]).flatMap(({ path, text }) =>
    excludedMatters.flatMap(([pattern, what]) =>
      !pattern.test(text)
        ? []
        : [
            {
              path,
              message: `这里写到${what}，这类案件不适用小额诉讼程序。不是必须的，请改用现有的截图、记录来证明；确有需要的，请按其他程序起诉。`,
            },
          ],
    ),
  );
}
