import { formatDay } from '../../contract/case/moments.ts';
import { type Clock, clocksOf } from '../law/clocks/clocks.ts';
import type { ClockId } from '../law/clocks/clocks-table.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

/** 期限: what has run out or is about to, by the clocks of core/law. Their citations are those of the clock. */
export const deadlineRules: readonly Rule[] = [
  { id: 'limitation.passed', severity: 'warning', find: (input) => passed(input, limitationClocks) },
  { id: 'limitation.soon', severity: 'warning', find: (input) => soon(input, limitationClocks) },
  { id: 'complaint.period-passed', severity: 'warning', find: (input) => passed(input, complaintClocks(input)) },
  { id: 'complaint.period-soon', severity: 'warning', find: (input) => soon(input, complaintClocks(input)) },
  { id: 'deadline.passed', severity: 'warning', find: (input) => passed(input, otherClocks(input)) },
  { id: 'deadline.soon', severity: 'warning', find: (input) => soon(input, otherClocks(input)) },
  { id: 'deadline.unknown-year', severity: 'warning', find: unknownYear },
  { id: 'deadline.records', severity: 'hint', find: records },
];

const limitationClocks: readonly ClockId[] = ['limitation', 'limitation-cap'];

/** Refused after it (投诉举报处理办法 16(四)), so it matters to whoever complains there now. */
function complaintClocks({ papers }: CheckInput): ClockId[] {
  return papers.includes('complaint-12315') ? ['complaint-period'] : [];
}

/** The claimant's other periods, each only where what it bars is asked for. */
function otherClocks({ case: { claims } }: CheckInput): ClockId[] {
  const asksToEnd = claims.some(({ kind }) => kind === 'rescission');
  const asksToRevoke = claims.some(({ text = '' }) => text.includes('撤销'));
  return [
    'non-conformity-notice',
    'judicial-confirmation',
    'enforcement',
    'fee-payment',
    ...(asksToEnd ? ['rescission-right' as const] : []),
    ...(asksToRevoke ? ['revocation-fraud' as const, 'revocation-cap' as const] : []),
  ];
}

function relevant({ case: subject, law }: CheckInput, ids: readonly ClockId[]): Clock[] {
  return ids.length === 0
    ? []
    : clocksOf(subject, law).filter(
        ({ id, isRelevant }) => ids.includes(id) && (isRelevant || id === 'revocation-fraud'),
      );
}

function passed(input: CheckInput, ids: readonly ClockId[]): Match[] {
  return relevant(input, ids).flatMap((clock) =>
    clock.status === 'passed' || clock.status === 'late'
      ? [matchOf(clock, `已经届满${clock.status === 'late' ? '，其后才提出' : ''}`)]
      : [],
  );
}

function soon(input: CheckInput, ids: readonly ClockId[]): Match[] {
  return relevant(input, ids).flatMap((clock) =>
    clock.status === 'soon' ? [matchOf(clock, `只剩${clock.daysLeft ?? 0}日，请抓紧`)] : [],
  );
}

function matchOf({ id, name, length, start, lastDay, citations, meaning }: Clock, how: string): Match {
  const from = start === undefined ? '' : `从${formatDay(start.day)}（${start.text}）起算`;
  const until = lastDay === undefined ? '' : `，${lastDayInWords(lastDay)}`;
  const assumed =
    start?.isAssumed === true ? '案件没有写何时发现问题，这里按最早的迹象计算，请补上“发现问题”的事件。' : '';
  const again = id === 'limitation' || id === 'enforcement' ? '期间催讨过、对方承认过的，请写成事件并附证据。' : '';
  return {
    path: start === undefined || start.isAssumed ? 'events' : start.path,
    provisions: citations,
    message: `${name}（${length}）${from}${until}，${how}。${meaning}${assumed}${again}`,
  };
}

function lastDayInWords(lastDay: NonNullable<Clock['lastDay']>): string {
  return lastDay.kind === 'day'
    ? `到${formatDay(lastDay.day)}为止`
    : `最后一天不早于${formatDay(lastDay.earliest)}（${lastDay.year}年的放假安排还没有收录，是否顺延算不出来）`;
}

/** What the other side or an authority has to keep, and what may be over: said, never guessed. */
function unknownYear(input: CheckInput): Match[] {
  const own = [...limitationClocks, ...complaintClocks(input), ...otherClocks(input)];
  return clocksOf(input.case, input.law).flatMap((clock) => {
    const { id, name, whose, isRelevant, status, lastDay, start, counting } = clock;
    const isOpen = status === 'unknown' || (status === 'soon' && !own.includes(id));
    if (!isRelevant || !isOpen || lastDay?.kind !== 'unknown-year' || start === undefined) return [];
    if (whose === 'claimant' && !own.includes(id)) return [];
    return [
      {
        path: start.path,
        provisions: counting,
        message: `${name}从${formatDay(start.day)}（${start.text}）起算，${lastDayInWords(lastDay)}。请以公布的放假安排为准，并尽早办理。`,
      },
    ];
  });
}

/** 电子商务法 31: after three years nobody has to keep them. */
function records(input: CheckInput): Match[] {
  return relevant(input, ['platform-data']).flatMap(({ status, start, lastDay, citations }) =>
    (status !== 'soon' && status !== 'passed') || start === undefined || lastDay?.kind !== 'day'
      ? []
      : [
          {
            path: start.path,
            provisions: citations,
            message: `平台保存交易记录不少于三年，从付款算到${formatDay(lastDay.day)}，${status === 'soon' ? '快要到期' : '已经过了'}。需要订单、激活、核销记录的，请尽早下载，或者加选调取证据申请书。`,
          },
        ],
  );
}
