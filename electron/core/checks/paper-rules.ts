import { isToTrader, wasRefusedByTerm } from '../law/dispute.ts';
import { type CheckInput, isReportedBlank, type Match, type Rule } from './rule.ts';

/** A paper was chosen that has nothing to say yet. Where its model reports the blank itself, that finding is enough. */
export const paperRules: readonly Rule[] = [
  { id: 'paper.comparison-without-promises', severity: 'error', find: comparisonWithoutPromises },
  { id: 'paper.rebuttal-without-defences', severity: 'warning', find: rebuttalWithoutDefences },
  { id: 'paper.payment-unidentified', severity: 'error', find: paymentUnidentified },
  { id: 'paper.service-address-empty', severity: 'error', find: serviceAddressEmpty },
  {
    id: 'paper.electronic-service-without-contact',
    severity: 'warning',
    provisions: ['civil-procedure-90'],
    find: electronicServiceWithoutContact,
  },
  { id: 'paper.records-of-nobody', severity: 'warning', find: recordsOfNobody },
  { id: 'defence.without-reply', severity: 'hint', find: defenceWithoutReply },
];

function unlessReported(input: CheckInput, matches: readonly Match[]): Match[] {
  return matches.filter(({ path }) => !isReportedBlank(input, path));
}

function comparisonWithoutPromises(input: CheckInput): Match[] {
  if (!input.papers.includes('comparison') || input.case.promises.length > 0) return [];
  return unlessReported(input, [
    {
      path: 'promises',
      message:
        '选了承诺与实际履行对比表，但还没有写承诺。请至少写一行：对方承诺了什么、写在哪里、实际怎样，并引用证据；没有承诺的，请不选这份文书。',
    },
  ]);
}

/** What shops usually answer; the paper reads it from the answers, but only the user knows which is meant. */
const usualDefences =
  /已(?:经)?(?:使用|激活|核销|兑换)|泄[露漏]|非质量|不(?:是|属于)质量|人为|(?:退款|财务)[^。；]{0,8}(?:处理中|排队|审核)/u;

function rebuttalWithoutDefences(input: CheckInput): Match[] {
  const { case: subject, papers } = input;
  if (!papers.includes('rebuttal') || subject.defences.length > 0 || wasRefusedByTerm(subject)) return [];
  const isAnswered = subject.filings.some((filing) => isToTrader(filing) && (filing.answer ?? '').trim() !== '');
  const isTold = isAnswered || usualDefences.test(subject.statements.answer ?? '');
  return unlessReported(input, [
    isTold
      ? {
          path: 'defences',
          severity: 'hint',
          message:
            '对方的答复写在了陈述或者已经提出的事项里，没有选出属于哪一种抗辩，逐项回应只能照答复的字面归类。请在“商家抗辩”里选出对应的一项，写明对方原话和我方的回应。',
        }
      : {
          path: 'defences',
          message:
            '选了对商家抗辩的逐项回应，但还没有写对方说了什么。请照原话写下对方的说法；对方没有答复的，请不选这份文书。',
        },
  ]);
}

function paymentUnidentified(input: CheckInput): Match[] {
  if (!input.papers.includes('payment-dispute')) return [];
  return unlessReported(
    input,
    input.case.orders.flatMap(({ payments }, index): Match[] =>
      payments.length === 0
        ? [
            {
              path: `orders[${index}].payments`,
              message:
                '选了支付机构投诉材料，但这个订单没有写付款。支付机构要按付款查找交易，请填写付款方式、时间、金额和交易单号。',
            },
          ]
        : payments.flatMap(({ transactionNumber = '' }, place) =>
            transactionNumber.trim() !== ''
              ? []
              : [
                  {
                    path: `orders[${index}].payments[${place}].transactionNumber`,
                    message:
                      '选了支付机构投诉材料，但这笔付款没有写交易单号。支付机构按它查找交易，请在账单详情里找到后填写。',
                  },
                ],
          ),
    ),
  );
}

function serviceAddressEmpty(input: CheckInput): Match[] {
  if (!input.papers.includes('service-address')) return [];
  return unlessReported(
    input,
    input.case.claimants.flatMap(({ address = '', serviceAddress }, index) =>
      `${address}${serviceAddress?.address ?? ''}`.trim() !== ''
        ? []
        : [
            {
              path: `claimants[${index}].serviceAddress.address`,
              message: `选了送达地址确认书，但第${index + 1}位原告没有写地址。法院按它寄送文书，请填写能收到信件的详细地址。`,
            },
          ],
    ),
  );
}

/** 民事诉讼法 90: by a way that confirms receipt, and only with the party's consent. */
function electronicServiceWithoutContact({ case: { claimants }, papers }: CheckInput): Match[] {
  if (!papers.includes('service-address')) return [];
  return claimants.flatMap(({ serviceAddress, phone, email }, index) => {
    const reached = [serviceAddress?.mobile, serviceAddress?.email, serviceAddress?.phone, phone, email];
    if (serviceAddress?.electronic !== true || reached.some((contact) => (contact ?? '').trim() !== '')) return [];
    return [
      {
        path: `claimants[${index}].serviceAddress.mobile`,
        message: `第${index + 1}位原告同意电子送达，但没有写手机号码或者电子邮箱。请填写其中一项，或者改为不同意。`,
      },
    ];
  });
}

/** Whoever holds a record has to be named, or the court has nobody to order. */
function recordsOfNobody({ case: { recordRequests, respondents }, papers }: CheckInput): Match[] {
  if (!papers.includes('evidence-request') || respondents.length === 1) return [];
  return recordRequests.flatMap(({ holder }, index) =>
    holder !== undefined
      ? []
      : [
          {
            path: `recordRequests[${index}].holder`,
            message: `第${index + 1}项要调取的记录没有写由谁保管。请选出保管记录的商家或者平台，法院才知道向谁调取。`,
          },
        ],
  );
}

function defenceWithoutReply({ case: { defences }, papers }: CheckInput): Match[] {
  if (!papers.includes('rebuttal')) return [];
  return defences.flatMap(({ kind, reply = '', evidence }, index) =>
    kind !== 'other' || reply.trim() !== '' || evidence.length > 0
      ? []
      : [
          {
            path: `defences[${index}].reply`,
            message: `第${index + 1}项对方的说法没有现成的回应，也没有写我方的回应。请写明事实并引用证据，或者删去这一项。`,
          },
        ],
  );
}
