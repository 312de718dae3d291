import type { CaseEvent, Order } from '../../contract/case/case-file.ts';
import { formatDay, formatMoment, isAfter, type Moment } from '../../contract/case/moments.ts';
import { belongsTo } from '../cases/row-owner.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

/** One thing comes after another: order, payment, delivery, trouble, complaint, answer. */
export const sequenceRules: readonly Rule[] = [
  { id: 'order.paid-before-placed', severity: 'warning', find: paidBeforePlaced },
  { id: 'refund.before-payment', severity: 'warning', find: refundBeforePayment },
  { id: 'event.delivery-before-payment', severity: 'warning', find: deliveryBeforePayment },
  { id: 'event.before-order', severity: 'warning', find: eventBeforeOrder },
  { id: 'filing.before-order', severity: 'warning', find: filingBeforeOrder },
  { id: 'filing.dates-reversed', severity: 'warning', find: filingDatesReversed },
  { id: 'interval.reversed', severity: 'error', find: intervalReversed },
  { id: 'order.term-reversed', severity: 'error', find: termReversed },
  { id: 'order.renewal-reversed', severity: 'warning', find: renewalReversed },
];

function paidBeforePlaced({ case: { orders } }: CheckInput): Match[] {
  return orders.flatMap(({ placedAt, payments }, index) =>
    payments.flatMap(({ paidAt }, place) =>
      placedAt === undefined || paidAt === undefined || !isAfter(placedAt, paidAt)
        ? []
        : [
            {
              path: `orders[${index}].payments[${place}].paidAt`,
              message: `付款时间（${formatMoment(paidAt)}）早于下单时间（${formatMoment(placedAt)}）。请对照订单和账单核对。`,
            },
          ],
    ),
  );
}

function refundBeforePayment({ case: { orders } }: CheckInput): Match[] {
  return orders.flatMap(({ payments, refunds }, index) => {
    const first = earliest(payments.map(({ paidAt }) => paidAt));
    return refunds.flatMap(({ receivedAt }, place) =>
      first === undefined || receivedAt === undefined || !isAfter(first, receivedAt)
        ? []
        : [
            {
              path: `orders[${index}].refunds[${place}].receivedAt`,
              message: `收到退款的时间（${formatMoment(receivedAt)}）早于付款时间（${formatMoment(first)}）。请对照账单核对，或确认这笔退款是不是本订单的。`,
            },
          ],
    );
  });
}

function filingBeforeOrder({ case: { filings, orders } }: CheckInput): Match[] {
  const days = orders.flatMap(({ placedAt }) => placedAt?.day ?? []);
  // With an order whose day is unknown nothing is certain.
  const first = days.length === orders.length ? days.sort()[0] : undefined;
  return filings.flatMap(({ filedOn }, index) =>
    filedOn === undefined || first === undefined || filedOn >= first
      ? []
      : [
          {
            path: `filings[${index}].filedOn`,
            message: `向有关方面提出的时间（${formatDay(filedOn)}）早于最早的下单时间（${formatDay(first)}）。请核对日期，或确认它是不是本案的纠纷。`,
          },
        ],
  );
}

/** Every payment must be known and later: delivery on a deposit is possible. */
function deliveryBeforePayment({ case: { events, orders } }: CheckInput): Match[] {
  return events.flatMap(({ kind, at, claimant }, index) => {
    if (kind !== 'delivery') return [];
    const payments = ordersOf(orders, claimant).flatMap((order) => order.payments);
    const paid = payments.flatMap(({ paidAt }) => paidAt ?? []);
    const first = earliest(paid);
    if (first === undefined || paid.length < payments.length || !isAfter(first, at)) return [];
    return [
      {
        path: `events[${index}].at`,
        message: `这条事件写的是交付，时间（${formatMoment(at)}）早于付款时间（${formatMoment(first)}）。请对照订单核对；确实先给后付的，请在陈述中说明。`,
      },
    ];
  });
}

/** What can only follow a purchase. */
const laterKinds: readonly CaseEvent['kind'][] = [
  'discovery',
  'no-reason-request',
  'demand',
  'admission',
  'goods-returned',
  'rescission-notice',
  'settlement',
  'judgment',
];

function eventBeforeOrder({ case: { events, orders } }: CheckInput): Match[] {
  return events.flatMap(({ kind, at, claimant }, index) => {
    const own = ordersOf(orders, claimant);
    const placed = own.flatMap(({ placedAt }) => placedAt ?? []);
    const first = placed.length === own.length ? earliest(placed) : undefined;
    if (!laterKinds.includes(kind) || first === undefined || !isAfter(first, at)) return [];
    return [
      {
        path: `events[${index}].at`,
        message: `这条事件只会发生在购买以后，时间（${formatMoment(at)}）却早于最早的下单时间（${formatMoment(first)}）。请核对时间，或者核对事件的种类。`,
      },
    ];
  });
}

function ordersOf(orders: readonly Order[], claimant: string | undefined): Order[] {
  return orders.filter((order) => belongsTo(order, claimant));
}

function filingDatesReversed({ case: { filings } }: CheckInput): Match[] {
  return filings.flatMap(({ filedOn, acceptedOn, endedOn }, index): Match[] => {
    const path = `filings[${index}]`;
    const accepted = acceptedOn ?? filedOn;
    return [
      ...(filedOn !== undefined && acceptedOn !== undefined && acceptedOn < filedOn
        ? [
            {
              path: `${path}.acceptedOn`,
              message: `受理的日期（${formatDay(acceptedOn)}）早于提出的日期（${formatDay(filedOn)}）。请核对这两个日期。`,
            },
          ]
        : []),
      ...(accepted !== undefined && endedOn !== undefined && endedOn < accepted
        ? [
            {
              path: `${path}.endedOn`,
              message: `处理结束的日期（${formatDay(endedOn)}）早于${acceptedOn === undefined ? '提出' : '受理'}的日期（${formatDay(accepted)}）。请核对这两个日期。`,
            },
          ]
        : []),
    ];
  });
}

/** Used up to the day before it began is a membership that was not used at all. */
function termReversed({ case: { orders } }: CheckInput): Match[] {
  return orders.flatMap(({ term }, index): Match[] => {
    if (term === undefined) return [];
    const { from, until, usedUntil } = term;
    const path = `orders[${index}].term`;
    if (until < from) {
      return [
        {
          path: `${path}.until`,
          message: `会员的截止日（${formatDay(until)}）早于开始日（${formatDay(from)}）。请核对这两个日期。`,
        },
      ];
    }
    return usedUntil <= until
      ? []
      : [
          {
            path: `${path}.usedUntil`,
            message: `已用到的日期（${formatDay(usedUntil)}）晚于会员的截止日（${formatDay(until)}），没有未用的部分可退。请核对这两个日期。`,
          },
        ];
  });
}

function renewalReversed({ case: { orders } }: CheckInput): Match[] {
  return orders.flatMap(({ renewal }, index) => {
    const { agreedAt, chargedAt } = renewal ?? {};
    if (agreedAt === undefined || chargedAt === undefined || !isAfter(agreedAt, chargedAt)) return [];
    return [
      {
        path: `orders[${index}].renewal.chargedAt`,
        message: `续费扣款的时间（${formatMoment(chargedAt)}）早于开通续费的时间（${formatMoment(agreedAt)}）。请对照账单核对；没有开通就被扣款的，请不写开通时间。`,
      },
    ];
  });
}

function intervalReversed({ case: { promises } }: CheckInput): Match[] {
  return promises.flatMap(({ interval }, index): Match[] => {
    if (interval === undefined) return [];
    const { from, promisedUntil, actualUntil } = interval;
    const path = `promises[${index}].interval`;
    return [
      ...(promisedUntil !== undefined && isAfter(from, promisedUntil)
        ? [{ path: `${path}.promisedUntil`, message: reversedText('承诺的截止时间', promisedUntil, from) }]
        : []),
      ...(isAfter(from, actualUntil)
        ? [{ path: `${path}.actualUntil`, message: reversedText('实际的截止时间', actualUntil, from) }]
        : []),
    ];
  });
}

function reversedText(what: string, until: Moment, from: Moment): string {
  return `${what}（${formatMoment(until)}）早于开始时间（${formatMoment(from)}），时间线无法画出。请核对这两个时间。`;
}

function earliest(moments: readonly (Moment | undefined)[]): Moment | undefined {
  return moments.reduce<Moment | undefined>(
    (first, moment) => (moment !== undefined && (first === undefined || isAfter(first, moment)) ? moment : first),
    undefined,
  );
}
