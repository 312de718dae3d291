import type { Case } from '../../contract/case/case-file.ts';
import { formatDay, formatMoment, isAfter, type Moment, parseMoment } from '../../contract/case/moments.ts';
import { fieldsAt } from '../cases/case-fields.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

/** Nothing has happened after the day that the papers bear. */
export const dateRules: readonly Rule[] = [
  {
    id: 'event.after-case-date',
    severity: 'error',
    find: ({ case: subject }) => afterCaseDate(subject, ['events[].at'], '这条事件的时间'),
  },
  { id: 'order.after-case-date', severity: 'error', find: orderAfterCaseDate },
  { id: 'filing.after-case-date', severity: 'error', find: filingAfterCaseDate },
  {
    id: 'interval.after-case-date',
    severity: 'warning',
    find: ({ case: subject }) => afterCaseDate(subject, ['promises[].interval.actualUntil'], '实际情况的截止时间'),
  },
  {
    id: 'event.none',
    severity: 'warning',
    provisions: ['complaint-measure-10', 'civil-procedure-124'],
    find: noEvents,
  },
];

function afterCaseDate(subject: Case, patterns: readonly string[], what: string): Match[] {
  const today: Moment = { kind: 'day', day: subject.date };
  return momentsAt(subject, patterns).flatMap(({ path, moment }) =>
    isAfter(moment, today)
      ? [
          {
            path,
            message: `${what}（${formatMoment(moment)}）晚于文书日期（${formatDay(subject.date)}），文书不能写还没有发生的事。请核对哪一个写错了。`,
          },
        ]
      : [],
  );
}

function orderAfterCaseDate({ case: subject }: CheckInput): Match[] {
  return [
    ...afterCaseDate(subject, ['orders[].placedAt'], '下单时间'),
    ...afterCaseDate(subject, ['orders[].payments[].paidAt'], '付款时间'),
    ...afterCaseDate(subject, ['orders[].refunds[].receivedAt'], '收到退款的时间'),
    ...afterCaseDate(subject, ['keys[].shownAt', 'keys[].triedAt'], '查看或使用卡密的时间'),
    ...afterCaseDate(subject, ['orders[].renewal.agreedAt', 'orders[].renewal.chargedAt'], '自动续费的时间'),
    ...afterCaseDate(subject, ['orders[].term.usedUntil'], '会员已用到的日期'),
  ];
}

function filingAfterCaseDate({ case: subject }: CheckInput): Match[] {
  return [
    ...afterCaseDate(subject, ['filings[].filedOn'], '已经提出的时间'),
    ...afterCaseDate(subject, ['filings[].acceptedOn'], '受理的时间'),
    ...afterCaseDate(subject, ['filings[].endedOn'], '处理结束的时间'),
  ];
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

function momentsAt(subject: Case, patterns: readonly string[]): { path: string; moment: Moment }[] {
  return patterns.flatMap((pattern) =>
    fieldsAt(subject, pattern).flatMap(({ path, value }) => {
      const moment = typeof value === 'string' ? parseMoment(value) : value;
      return isMoment(moment) ? [{ path, moment }] : [];
    }),
  );
}

function isMoment(value: unknown): value is Moment {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && (value.kind === 'day' || value.kind === 'instant')
  );
}
