import { fieldsAt } from '../cases/case-fields.ts';
import { ageOn, formatDay } from '../cases/moments.ts';
import { isMinor } from '../documents/party-words.ts';
import { payerAge, resaleWord } from '../law/dispute.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

export const partyRules: readonly Rule[] = [
  {
    id: 'respondent.no-merchant',
    severity: 'warning',
    source: '消费者权益保护法第四十四条',
    find: noMerchant,
  },
  { id: 'claimant.minor', severity: 'warning', source: '民法典第十八条至第二十条、第二十三条', find: minor },
  {
    id: 'claimant.not-the-minor',
    severity: 'warning',
    source: '民法典第十九条、第二十条、第二十三条',
    find: notTheMinor,
  },
  { id: 'claimant.born-after-case-date', severity: 'error', find: bornAfterCaseDate },
  {
    id: 'claimant.representatives',
    severity: 'hint',
    source: '市场监督管理投诉举报处理办法第十二条',
    find: representatives,
  },
  { id: 'agent.without-authorisation', severity: 'hint', find: withoutAuthorisation },
  {
    id: 'order.for-resale',
    severity: 'warning',
    source: '消费者权益保护法第二条、市场监督管理投诉举报处理办法第十六条第（三）项',
    find: forResale,
  },
  {
    id: 'order.unusual-quantity',
    severity: 'hint',
    source: '市场监督管理投诉举报处理办法第十六条第（三）项、第十七条',
    find: unusualQuantity,
  },
];

function noMerchant({ case: { respondents } }: CheckInput): Match[] {
  if (respondents.some(({ roles }) => roles.includes('merchant'))) return [];
  return [
    {
      path: 'respondents',
      message:
        '没有列出商家。一般由卖方承担退款责任，平台只在法定情形下承担，例如不能提供卖方的真实名称、地址和有效联系方式。请补充商家；平台自营的，请给平台同时选上“商家”。',
    },
  ];
}

function minor({ case: { claimants, date } }: CheckInput): Match[] {
  return claimants.flatMap(({ birthDate, agent }, index) =>
    birthDate === undefined || birthDate > date || ageOn(birthDate, date) >= 18 || agent !== undefined
      ? []
      : [
          {
            path: `claimants[${index}].birthDate`,
            message:
              '按出生日期，这位投诉人不满十八周岁，没有写代理人。除十六周岁以上、主要靠自己劳动收入生活的人外，应由父母等监护人作为法定代理人提出，请补充。',
          },
        ],
  );
}

/** The deal is the child's own, so the child is the party and a parent acts for it. */
function notTheMinor({ case: subject }: CheckInput): Match[] {
  if (!subject.issues.includes('minor-top-up') || payerAge(subject) !== 'adult-or-unknown') return [];
  return [
    {
      path: 'claimants',
      message:
        '选了“未成年人充值”，但投诉人都已成年或未填出生日期。应以未成年人本人为投诉人（原告），由监护人作为法定代理人。',
    },
  ];
}

function bornAfterCaseDate({ case: { claimants, date } }: CheckInput): Match[] {
  return claimants.flatMap(({ birthDate }, index) =>
    birthDate === undefined || birthDate <= date
      ? []
      : [
          {
            path: `claimants[${index}].birthDate`,
            message: `出生日期晚于文书日期（${formatDay(date)}）。请核对年份。`,
          },
        ],
  );
}

function representatives({ case: { claimants }, papers }: CheckInput): Match[] {
  if (claimants.length < 3 || !papers.includes('complaint-12315')) return [];
  return [
    {
      path: 'claimants',
      message: `共同投诉人有${claimants.length}人。人数多时，可以书面推选两名代表人来投诉；推选的，请准备推选书，由全体投诉人签名。`,
    },
  ];
}

function withoutAuthorisation({ case: { claimants, evidence, date }, papers }: CheckInput): Match[] {
  if (evidence.some(({ title }) => /授权委托|委托书/.test(title))) return [];
  const sources = [
    ...(papers.includes('complaint-12315') ? ['市场监督管理投诉举报处理办法第十一条'] : []),
    ...(papers.includes('small-claims') ? ['民事诉讼法第六十二条'] : []),
  ];
  return claimants.flatMap((claimant, index) => {
    const { agent } = claimant;
    // A parent acts by law and files no authority.
    const isGuardian = agent?.kind === 'relative' && isMinor(claimant, date);
    return agent === undefined || isGuardian
      ? []
      : [
          {
            path: `claimants[${index}].agent`,
            ...(sources.length === 0 ? {} : { source: sources.join('、') }),
            message:
              '有代理人，但证据中没有授权委托书。提交时要附授权委托书原件（写明事项、权限和期限，由委托人签名）和代理人的身份证明。',
          },
        ];
  });
}

const purchaseTexts = [
  'statements.background',
  'statements.problem',
  'statements.reply',
  'statements.additional',
  'events[].text',
];

/** What the claimant says of the purchase; a quotation is somebody else's word. */
function forResale({ case: subject }: CheckInput): Match[] {
  return purchaseTexts
    .flatMap((pattern) => fieldsAt(subject, pattern))
    .flatMap(({ path, value }) => {
      const word = typeof value === 'string' ? resaleWord(value.replaceAll(/“[^”]*”|「[^」]*」/g, '“”')) : undefined;
      if (word === undefined) return [];
      return [
        {
          path,
          message: `这里写了“${word}”。为转售购买的，不属于为生活消费需要，可能不适用消费者权益保护法，向12315投诉也可能不予受理。确为转售的，请不要提交投诉书，只按合同主张；不是的，请改正文字、写明自用。`,
        },
      ];
    });
}

/** No law names a number; from here on an officer is likely to ask, so the answer should already be in the paper. */
const firstUnusualQuantity = 20;

function unusualQuantity({ case: { orders }, papers }: CheckInput): Match[] {
  if (!papers.includes('complaint-12315')) return [];
  return orders.flatMap(({ items }, index) =>
    items.flatMap(({ quantity }, place) =>
      quantity < firstUnusualQuantity
        ? []
        : [
            {
              path: `orders[${index}].items[${place}].quantity`,
              message: `这一项买了${quantity}份。数量异常时，可能被认为不是为生活消费，投诉不予受理。请在陈述中写明用途；用于转售的，不适合向12315投诉。`,
            },
          ],
    ),
  );
}
