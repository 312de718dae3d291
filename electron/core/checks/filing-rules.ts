import type { CaseEvent, Filing } from '../../contract/case/case-file.ts';
import { filingBodyWords } from '../../contract/case/words.ts';
import { isElsewhere } from '../documents/blocks/complaint-facts.ts';
import { isTakenUp } from '../law/decisions/parallel-filing.ts';
import { isToTrader, isTrader } from '../law/dispute.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

const excludedElsewhere = ['complaint-measure-16-2'];

export const filingRules: readonly Rule[] = [
  { id: 'filing.parallel', severity: 'warning', provisions: excludedElsewhere, find: parallel },
  { id: 'filing.two-roads', severity: 'hint', provisions: excludedElsewhere, find: twoRoads },
  {
    id: 'filing.contradicts-statement',
    severity: 'warning',
    provisions: excludedElsewhere,
    find: contradictsStatement,
  },
  { id: 'filing.court-twice', severity: 'warning', provisions: ['civil-procedure-127-5'], find: courtTwice },
  { id: 'filing.already-settled', severity: 'warning', find: alreadySettled },
  { id: 'filing.refused-without-answer', severity: 'hint', find: refusedWithoutAnswer },
  {
    id: 'complaint.office-not-theirs',
    severity: 'hint',
    provisions: ['complaint-measure-13'],
    find: officeNotTheirs,
  },
  { id: 'filing.appeal-without-request', severity: 'warning', find: appealWithoutRequest },
];

/** 投诉举报处理办法 16(二): not traders, platforms or payment providers. */
const otherRoads: readonly Filing['body'][] = ['market-regulator', 'consumer-association', 'court', 'arbitration'];

function parallel({ case: { filings }, papers }: CheckInput): Match[] {
  if (!papers.includes('complaint-12315')) return [];
  return filings.flatMap((filing, index): Match[] => {
    const path = `filings[${index}].status`;
    const body = filingBodyWords[filing.body];
    if (otherRoads.includes(filing.body) && isTakenUp(filing)) {
      return [
        {
          path,
          message: `${body}已经受理或处理过同一纠纷，再向12315投诉可能不予受理。请先等那里的结果，或只保留一条途径；如果不是同一纠纷，请在投诉书中说明。`,
        },
      ];
    }
    if (otherRoads.includes(filing.body) && filing.status === 'filed') {
      return [
        {
          path,
          severity: 'hint',
          message: `已向${body}提出，还没有写结果。一旦那里受理，12315就不再受理同一争议，请先选定一条途径。`,
        },
      ];
    }
    if (filing.body === 'other' && isTakenUp(filing)) {
      return [
        {
          path,
          severity: 'hint',
          message: `${body}已经受理或处理过这件事。如果它是仲裁机构或其他行政机关，再向12315投诉可能不予受理，请先确认。`,
        },
      ];
    }
    return [];
  });
}

/** Each packet may hold several of these papers; which one is handed in first is for the reader to choose. */
function twoRoads({ papers }: CheckInput): Match[] {
  if (!papers.includes('complaint-12315')) return [];
  const others = [
    ...(papers.includes('consumer-association') ? [{ paper: '消费者协会投诉书', body: '消费者协会' }] : []),
    ...(papers.includes('small-claims') ? [{ paper: '民事起诉状', body: '法院' }] : []),
  ];
  if (others.length === 0) return [];
  return [
    {
      path: 'filings',
      message: `本次同时生成了投诉书和${others.map(({ paper }) => paper).join('、')}。${others.map(({ body }) => body).join('、')}受理后，市场监督管理部门对同一争议不予受理。请先选一条途径；提交时核对“同一争议是否已向其他机构提出”一栏是否仍属实。`,
    },
  ];
}

function contradictsStatement({ case: { filings, consents }, papers }: CheckInput): Match[] {
  const other = filings.find(isElsewhere);
  if (!papers.includes('complaint-12315') || consents.notFiledElsewhere !== true || other === undefined) return [];
  return [
    {
      path: 'consents.notFiledElsewhere',
      message: `这里确认没有向其他机构提出过，而已经提出的事项里有${filingBodyWords[other.body]}。投诉书会照后者写，请核对哪一个写错了。`,
    },
  ];
}

/** 民事诉讼法 127(五): what is decided is not brought again; what is pending is not brought twice. */
function courtTwice({ case: { filings }, papers }: CheckInput): Match[] {
  if (!papers.includes('small-claims')) return [];
  return filings.flatMap((filing, index): Match[] => {
    if (!isTakenUp(filing)) return [];
    const path = `filings[${index}].status`;
    if (filing.body === 'court') {
      return [
        {
          path,
          message:
            '法院已经受理或处理过本案纠纷，材料里又选了起诉状。同一纠纷不要重复起诉；需要补充的，请向原承办法官提交。',
        },
      ];
    }
    return filing.body !== 'arbitration'
      ? []
      : [
          {
            path,
            provisions: ['civil-procedure-127-2'],
            message:
              '仲裁机构已经受理或处理过本案纠纷，材料里又选了起诉状。有有效仲裁协议的，法院会告知向仲裁机构申请；请先弄清仲裁的结果。',
          },
        ];
  });
}

const endings: Readonly<Partial<Record<NonNullable<CaseEvent['kind']>, string>>> = {
  settlement: '已经达成协议，对方没有照办的，请求应当按协议来写（例如“按某日的协议支付某元”）；已经照办的，不要再提出',
  judgment:
    '已经有法院、仲裁机构的裁判或者调解书，对方没有履行的，请向法院申请执行，不要就同一件事再投诉或者起诉；市场监督管理部门、消费者协会主持达成的协议，请改选“达成协议”',
};

function alreadySettled({ case: { events } }: CheckInput): Match[] {
  return events.flatMap(({ kind }, index) => {
    const what = kind === undefined ? undefined : endings[kind];
    return what === undefined ? [] : [{ path: `events[${index}].kind`, message: `这条事件写明${what}。请核对。` }];
  });
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

const officeDistrict = /([^省市区县旗]{1,10}(?:区|县|市|旗))(?:市场监督管理局|市场监管局|市监局)$/u;

/** 投诉举报处理办法 13: by the place of the other side, never by the complainant's; said where every address is known. */
function officeNotTheirs({ case: { addressees, respondents }, papers }: CheckInput): Match[] {
  const place = officeDistrict.exec(addressees.marketRegulator?.trim() ?? '')?.[1];
  if (!papers.includes('complaint-12315') || place === undefined) return [];
  const traders = respondents.filter(isTrader);
  const isKnown = traders.length > 0 && traders.every(({ address = '' }) => address.trim() !== '');
  const isTheirs = traders.some(({ address = '', publishedAddress = '' }) =>
    `${address}${publishedAddress}`.includes(place),
  );
  if (!isKnown || isTheirs) return [];
  return [
    {
      path: 'addressees.marketRegulator',
      message: `投诉书写的部门在“${place}”，而商家和平台的地址都不在那里。投诉由对方所在地（平台店铺的公示地址或者平台住所地）的县级部门处理，不是投诉人所在地。请核对部门或者地址。`,
    },
  ];
}

/** A platform decides between two who have spoken: without a request to the merchant there is nothing to decide. */
function appealWithoutRequest({ case: { filings }, papers }: CheckInput): Match[] {
  if (!papers.includes('platform-appeal') || filings.some(isToTrader)) {
    return [];
  }
  return [
    {
      path: 'filings',
      message:
        '选了平台介入申诉书，但没有写曾向商家提出过。平台一般要看商家怎样答复，请先向商家提出退款并记下时间、编号和答复，再申请介入。',
    },
  ];
}
