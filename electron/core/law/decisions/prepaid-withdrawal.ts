import type { Case, Order } from '../../../contract/case/case-file.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import { addDays, rolledOn } from '../clocks/working-days.ts';
import { type Decision, decide, type Ground } from '../decision.ts';
import { isToTrader } from '../dispute.ts';
import type { Law } from '../law.ts';
import { prepaidScope } from './prepaid.ts';

/** 法释〔2025〕4号 14: the principal comes back if asked for within seven days of payment. */
export type PrepaidWithdrawal = 'in-time' | 'late' | 'not-prepaid' | 'unknown';

export function prepaidWithdrawal(
  file: Case,
  law: Law,
  order: Order | undefined = file.orders[0],
): Decision<PrepaidWithdrawal> {
  if (order === undefined || prepaidScope(file, law, order).answer !== 'may-apply') {
    return decide(file, law, {
      answer: 'not-prepaid',
      conclusion: '本案看不出属于预付式消费，付款后七日内退款的规定用不上。',
      grounds: [],
    });
  }
  const rule: Ground = {
    says: '付款之日起七日内要求返还预付款本金的，法院应予支持；订立合同时已经得到过相同商品或者服务的除外',
    by: ['prepaid-interpretation-14-1'],
  };
  const path = `orders[${file.orders.indexOf(order)}]`;
  const paid = order.payments.flatMap(({ paidAt }) => (paidAt === undefined ? [] : [paidAt.day])).sort()[0];
  const asked = askedOn(file, order, paid);
  if (paid === undefined || asked === undefined) {
    return decide(file, law, {
      answer: 'unknown',
      conclusion: '属于预付式消费、付款后七日内提出过退款的，可以要求返还预付款本金；请填写付款和提出退款的日期。',
      grounds: [rule],
      missing: [
        ...(paid === undefined ? [{ label: '付款时间', path: `${path}.payments` }] : []),
        ...(asked === undefined ? [{ label: '第一次提出退款的日期', path: 'events' }] : []),
      ],
    });
  }
  const told: Ground = { says: `${formatDay(paid)}付款，${formatDay(asked)}提出退款` };
  // The day of payment does not count, and a last day on a holiday rolls on (民法典 201, 203).
  const last = rolledOn(addDays(paid, 7));
  if (last.kind !== 'day' && asked > last.earliest) {
    return decide(file, law, {
      answer: 'unknown',
      conclusion: '付款后第七日前后的休假安排没有收录，是否在七日内请自行核对。',
      grounds: [told, rule],
      certainty: '有争议',
    });
  }
  if (last.kind !== 'day' || asked <= last.day) {
    return decide(file, law, {
      answer: 'in-time',
      conclusion: '付款后七日内提出过退款；属于预付式消费的，可以要求返还预付款本金。',
      grounds: [told, rule],
      certainty: '有争议',
    });
  }
  return decide(file, law, {
    answer: 'late',
    conclusion: `提出退款时已过${formatDay(last.day)}，付款后七日内退款的规定用不上。`,
    grounds: [told, rule],
  });
}

/** What was asked before this payment was about another one. */
function askedOn({ events, filings }: Case, { claimant }: Order, paid = ''): string | undefined {
  const told = events.flatMap(({ kind, at, claimant: whose }) =>
    (kind === 'demand' || kind === 'no-reason-request') && (whose ?? claimant) === claimant ? [at.day] : [],
  );
  const filed = filings.flatMap(({ body, filedOn }) =>
    isToTrader({ body }) && filedOn !== undefined ? [filedOn] : [],
  );
  return [...told, ...filed].filter((day) => day >= paid).sort()[0];
}
