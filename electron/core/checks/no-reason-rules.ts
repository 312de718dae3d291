import type { CardKey, Case, Claim, Order } from '../../contract/case/case-file.ts';
import { formatDay } from '../../contract/case/moments.ts';
import { belongsTo } from '../cases/row-owner.ts';
import { clocksOf } from '../law/clocks/clocks.ts';
import { noReasonReturn } from '../law/decisions/no-reason-return.ts';
import { ownTexts } from './own-words.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

/** 七日无理由退货, asked for by `route`: each step on which it can fail, and the one that nobody has settled. */
export const noReasonRules: readonly Rule[] = [
  {
    id: 'key.used-for-no-reason',
    severity: 'warning',
    provisions: ['consumer-law-25-3', 'no-reason-measure-8'],
    find: usedKey,
  },
  { id: 'claim.no-reason-for-service', severity: 'warning', provisions: ['consumer-law-25-1'], find: forService },
  {
    id: 'claim.no-reason-excluded',
    severity: 'warning',
    provisions: ['consumer-law-25-2', 'no-reason-measure-7-2', 'no-reason-measure-20-2'],
    find: excluded,
  },
  { id: 'claim.no-reason-unsettled', severity: 'hint', provisions: ['consumer-law-25-1'], find: unsettled },
  {
    id: 'claim.no-reason-without-request',
    severity: 'warning',
    provisions: ['no-reason-measure-10'],
    find: withoutRequest,
  },
  { id: 'claim.no-reason-late', severity: 'warning', provisions: ['no-reason-measure-10'], find: late },
];

interface NoReasonClaim {
  readonly claim: Claim;
  readonly index: number;
  readonly orders: readonly { readonly order: Order; readonly place: number }[];
}

function noReasonClaims({ claims, orders }: Case): NoReasonClaim[] {
  return claims.flatMap((claim, index) => {
    const own = orders.flatMap((order, place) => (belongsTo(order, claim.claimant) ? [{ order, place }] : []));
    return claim.route === 'no-reason' ? [{ claim, index, orders: own }] : [];
  });
}

/** The decision of core/law on each order that a no-reason claim is about. */
function answers({ case: subject, law }: CheckInput) {
  return noReasonClaims(subject).flatMap(({ index, orders }) =>
    orders.map(({ order, place }) => ({ index, order, place, answer: noReasonReturn(subject, law, order).answer })),
  );
}

const isUsed = ({ state, triedAt }: CardKey) =>
  state === 'activated' || state === 'partly-used' || (triedAt !== undefined && state !== 'does-not-activate');
const noReasonWords = /(?<!(?:不是|并非|不属于|不同于|不支持|不适用|标注|写明|称|说|答复)[^。；，\n]{0,8})无理由退/u;
const requests = ['claims[].text', 'statements.problem', 'statements.reply', 'statements.additional'];

function usedKey({ case: subject }: CheckInput): Match[] {
  const asked = noReasonClaims(subject);
  // Asked for in words alone, where no claim says its route.
  const told = asked.length > 0 || !subject.keys.some(isUsed) ? [] : ownTexts(subject, requests);
  return [
    ...told.flatMap(({ path, text }) => (noReasonWords.test(text) ? [{ path, message: usedText }] : [])),
    ...asked.flatMap(({ index, orders }): Match[] => {
      const own = subject.keys.filter((key) => orders.some(({ order }) => order.id === key.order));
      const path = `claims[${index}].route`;
      if (own.some(isUsed)) return [{ path, message: usedText }];
      return own.some(({ shownAt }) => shownAt !== undefined)
        ? [
            {
              path,
              severity: 'hint',
              message:
                '这项诉求要求无理由退货，而卡密已经显示过，对方可能说商品不再完好。请说明没有使用也没有转给别人；确有瑕疵的，按质量不符提出更稳妥。',
            },
          ]
        : [];
    }),
  ];
}

const usedText =
  '这里要求无理由退货，而卡密已经使用或者试用过。无理由退货的商品应当完好；确有不能用、与承诺不符的，请改为按质量不符提出，并如实写明使用情况。';

function forService(input: CheckInput): Match[] {
  return answers(input).flatMap(({ index, answer }) =>
    answer !== 'service'
      ? []
      : [
          {
            path: `claims[${index}].route`,
            message:
              '会员、充值通常是服务，法定的七日无理由退货说的是商品。商家没有作过承诺的，请改为按没有履行或者与承诺不符提出。',
          },
        ],
  );
}

function excluded(input: CheckInput): Match[] {
  return answers(input).flatMap(({ place, answer }) =>
    answer !== 'excluded'
      ? []
      : [
          {
            path: `orders[${place}].noReasonReturn.confirmed`,
            message:
              '写明页面标注过不适用无理由退货，并且下单时就这一次购买单独确认过，这样一般不能再要求无理由退货。请核对是不是真的单独确认过；商品有问题的，请改为按质量不符提出。',
          },
        ],
  );
}

/** 消费者权益保护法 25(1)(三): whether a text key counts among 数字化商品 is said by no text, so neither is it here. */
function unsettled(input: CheckInput): Match[] {
  return answers(input).flatMap(({ place, answer }) =>
    answer !== 'unsettled' && answer !== 'rather-fault'
      ? []
      : [
          {
            path: `orders[${place}].noReasonReturn`,
            message:
              '没有使用的卡密能不能七日无理由退货，条文没有写明，双方可能各有说法。请填写商家是否承诺过、页面是否标注、下单时是否单独确认；不要只靠这一个理由。',
          },
        ],
  );
}

function requestsOf({ events }: Case, claimant: string | undefined) {
  return events.flatMap((event, index) =>
    event.kind === 'no-reason-request' && belongsTo(event, claimant) ? [{ event, index }] : [],
  );
}

function withoutRequest({ case: subject }: CheckInput): Match[] {
  return noReasonClaims(subject).flatMap(({ claim }) =>
    requestsOf(subject, claim.claimant).length > 0
      ? []
      : [
          {
            path: 'events',
            message:
              '要求无理由退货，但事件里没有一条是“提出无理由退货”。退货通知要在收到商品之日起七日内发出，请补上这条事件和证据。',
          },
        ],
  );
}

/** The clock of core/law counts the seven days, a holiday at their end included. */
function late({ case: subject, law }: CheckInput): Match[] {
  if (noReasonClaims(subject).length === 0) return [];
  return clocksOf(subject, law).flatMap(({ id, status, start, doneBy, lastDay }) => {
    if (id !== 'no-reason-return' || status !== 'late' || lastDay?.kind !== 'day') return [];
    if (start === undefined || doneBy === undefined) return [];
    return [
      {
        path: doneBy.path,
        message: `提出无理由退货是${formatDay(doneBy.day)}，从收到商品（${formatDay(start.day)}）的次日起算，七日已在${formatDay(lastDay.day)}届满，一般不能再以无理由退货提出。商品有问题的，请改为按质量不符提出。`,
      },
    ];
  });
}
