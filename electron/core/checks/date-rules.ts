import { fieldsAt } from '../cases/case-fields.ts';
import type { Case } from '../cases/case-file.ts';
import { formatDay, formatMoment, isAfter, type Moment } from '../cases/moments.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

export const dateRules: readonly Rule[] = [
  {
    id: 'event.after-case-date',
    severity: 'error',
    find: ({ case: subject }) => afterCaseDate(subject, ['events[].at'], '这条事件'),
  },
  { id: 'order.after-case-date', severity: 'error', find: orderAfterCaseDate },
  { id: 'filing.after-case-date', severity: 'error', find: filingAfterCaseDate },
  { id: 'filing.before-order', severity: 'warning', find: filingBeforeOrder },
  { id: 'order.paid-before-placed', severity: 'warning', find: paidBeforePlaced },
  { id: 'refund.before-payment', severity: 'warning', find: refundBeforePayment },
  { id: 'interval.reversed', severity: 'error', find: intervalReversed },
  {
    id: 'interval.after-case-date',
    severity: 'warning',
    find: ({ case: subject }) => afterCaseDate(subject, ['promises[].interval.actualUntil'], '实际情况的截止时间'),
  },
  {
    id: 'event.none',
    severity: 'warning',
    source: '市场监督管理投诉举报处理办法第十条、民事诉讼法第一百二十四条',
    find: noEvents,
  },
  { id: 'limitation.three-years', severity: 'warning', find: threeYears },
];

function afterCaseDate(subject: Case, patterns: readonly string[], what: string): Match[] {
  const today: Moment = { kind: 'day', day: subject.date };
  return momentsAt(subject, patterns).flatMap(({ path, moment }) =>
    isAfter(moment, today)
      ? [
          {
            path,
            message: `${what}的时间（${formatMoment(moment)}）晚于文书日期（${formatDay(subject.date)}），文书不能写还没有发生的事。请核对哪一个写错了。`,
          },
        ]
      : [],
  );
}

function orderAfterCaseDate({ case: subject }: CheckInput): Match[] {
  return [
    ...afterCaseDate(subject, ['orders[].placedAt'], '下单'),
    ...afterCaseDate(subject, ['orders[].payments[].paidAt'], '付款'),
    ...afterCaseDate(subject, ['orders[].refunds[].receivedAt'], '收到退款'),
    ...afterCaseDate(subject, ['keys[].shownAt', 'keys[].triedAt'], '查看或使用卡密'),
  ];
}

function filingAfterCaseDate({ case: { filings, date } }: CheckInput): Match[] {
  return filings.flatMap(({ filedOn }, index) =>
    filedOn === undefined || filedOn <= date
      ? []
      : [
          {
            path: `filings[${index}].filedOn`,
            message: `已经提出的时间（${formatDay(filedOn)}）晚于文书日期（${formatDay(date)}）。请核对哪一个写错了；还没有提出的，请先不写。`,
          },
        ],
  );
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

function noEvents({ case: { events } }: CheckInput): Match[] {
  if (events.length > 0) return [];
  return [
    {
      path: 'events',
      message: '还没有写任何事件，时间线是空的。请至少写明何时下单、何时付款、何时发现问题、何时联系对方。',
    },
  ];
}

/**
 * Only when the latest dated fact is more than three years old is it certain that the time counted from it has
 * run; when the claimant knew is not in the file. 民法典 195 lets a demand start the period again.
 */
function threeYears({ case: subject, papers }: CheckInput): Match[] {
  const patterns = [
    'events[].at',
    'orders[].placedAt',
    'orders[].payments[].paidAt',
    'keys[].shownAt',
    'keys[].triedAt',
    'promises[].interval.actualUntil',
  ];
  const days = [
    ...momentsAt(subject, patterns).map(({ moment }) => moment.day),
    ...subject.filings.flatMap(({ filedOn }) => filedOn ?? []),
  ];
  const latest = days.sort().at(-1);
  if (latest === undefined || subject.date <= threeYearsAfter(latest)) return [];
  const sources = [
    ...(papers.includes('complaint-12315') ? ['市场监督管理投诉举报处理办法第十六条第（四）项'] : []),
    ...(papers.includes('small-claims') ? ['民法典第一百八十八条、第一百九十五条'] : []),
  ];
  if (sources.length === 0) return [];
  return [
    {
      path: 'date',
      source: sources.join('、'),
      message: `案件中最晚的时间是${formatDay(latest)}，距文书日期已超过三年。超过三年的，投诉可能不予受理，起诉时对方可以提出时效抗辩。期间催讨过或对方承认过的，请写成事件并附上证据。`,
    },
  ];
}

function threeYearsAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 3}${day.slice(4)}`;
}

function earliest(moments: readonly (Moment | undefined)[]): Moment | undefined {
  return moments.reduce<Moment | undefined>(
    (first, moment) => (moment !== undefined && (first === undefined || isAfter(first, moment)) ? moment : first),
    undefined,
  );
}

function momentsAt(subject: Case, patterns: readonly string[]): { path: string; moment: Moment }[] {
  return patterns.flatMap((pattern) =>
    fieldsAt(subject, pattern).flatMap(({ path, value }) => (isMoment(value) ? [{ path, moment: value }] : [])),
  );
}

function isMoment(value: unknown): value is Moment {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && (value.kind === 'day' || value.kind === 'instant')
  );
}
