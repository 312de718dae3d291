import type { Case, Filing } from '../../../contract/case/case-file.ts';
import { formatDay, formatMoment } from '../../../contract/case/moments.ts';
import { formatYuan } from '../../../contract/case/money.ts';
import { filingBodyWords, keyStateWords } from '../../../contract/case/words.ts';
import { sumsOf } from '../../cases/order-sums.ts';
import { faultOf, isToTrader } from '../../law/dispute.ts';
import { filingOutcome } from '../blocks/filing-words.ts';
import { totalsInWords } from '../blocks/payments.ts';
import { rescissionNotice } from '../blocks/rescission.ts';
import { keyName } from '../card-key-mask.ts';
import { type Inline, joinInline } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { paperPhrase, provedBy } from '../paper-text.ts';
import type { PartyWords } from '../party-words.ts';
import { type Answer, below, box, lineOf, yesOrNo } from './elements-form.ts';

/** Items 8, 9, 10 and 14 of the facts in form 06: how the contract was performed, and what was done when it was not. */

/** The buyer paid with the order, so that nothing is overdue on that side. */
export function paidAndDelivered(file: Case): Answer {
  const totals = sumsOf(file.orders);
  const paid = lineOf(`按期支付价款${formatYuan(totals.paid)}，逾期付款0元，逾期未付款0元`);
  return [
    ...(totals.paid === 0 ? [] : [paid, below(joinInline(`原告${totalsInWords(totals)}。`))]),
    lineOf(...delivery(file)),
    ...file.keys.map(({ label, state, shownAt }) => {
      const shown = shownAt === undefined ? '' : `${formatMoment(shownAt)}显示，`;
      return below(joinInline(`${keyName(label)}：${shown}状态为${keyStateWords[state]}。`));
    }),
  ];
}

/** What came, what came late, what never came: where the form tells it, for a key or a service is no count of pieces. */
function delivery(file: Case): string[] {
  const fault = faultOf(file);
  const isLate = isDelayed(file);
  const isNever =
    isLate && (fault === 'not-performed' || file.promises.some(({ interval }) => interval?.actualOngoing));
  const told = fault === 'not-conforming' ? '见第11项、第12项' : '见第24项';
  return [
    `按期交付标的物：${isLate ? '无' : told}`,
    `逾期交付：${isLate && !isNever ? '见第9项' : '无'}`,
    `逾期未交付：${isNever ? '见第9项' : '无'}`,
  ];
}

/** What never came or came late. A service that stopped half way was not late: that is told under item 12. */
function isDelayed({ issues }: Case): boolean {
  return issues.includes('not-credited-or-late');
}

export function delay(file: Case, seller: string): Answer {
  if (!isDelayed(file)) return yesOrNo(false, ['迟延时间：', box('逾期付款', false), box('逾期交货', false)]);
  const spans = file.promises.flatMap(({ interval }) =>
    interval?.promisedUntil === undefined
      ? []
      : [
          `${interval.promisedText}，期限为${formatMoment(interval.promisedUntil)}；至${formatMoment(interval.actualUntil)}，${interval.actualText}。`,
        ],
  );
  const told = spans.length > 0 ? spans : [`${seller}未按约定履行。`];
  return yesOrNo(
    true,
    [box('逾期付款', false), box('逾期交货', true), '迟延时间：'],
    told.map((span) => below(joinInline(span))),
  );
}

/** Demands, and the requests that the shop or the platform was sent. */
export function urged({ case: file, facts }: DocumentInput, words: PartyWords): Answer {
  const demands = file.events
    .filter(({ kind }) => kind === 'demand')
    .map(({ at, precision, text: said, evidence }) =>
      joinInline(
        `${formatMoment(at, precision)}，`,
        paperPhrase(facts, words, said),
        provedBy(facts, evidence, said),
        '。',
      ),
    );
  const days = file.events.filter(({ kind }) => kind === 'demand').map(({ at }) => at.day);
  const isTold = ({ filedOn }: Filing) => filedOn !== undefined && days.includes(filedOn);
  const asked = file.filings.filter((filing) => isToTrader(filing) && !isTold(filing));
  const filings = asked.map((filing) => {
    const { body, name, filedOn, reference, evidence } = filing;
    const on = filedOn === undefined ? '' : `${formatDay(filedOn)}`;
    const number = reference === undefined ? '' : `（编号${reference}）`;
    const step = `${on}向${name ?? filingBodyWords[body]}提出请求${number}，${filingOutcome(filing)}`;
    return joinInline(step, provedBy(facts, evidence), '。');
  });
  const lines = [...demands, ...filings];
  return yesOrNo(lines.length > 0, ['催促情况：'], lines.map(below));
}

export function notice({ case: file, facts }: DocumentInput, words: PartyWords): Answer {
  const found = rescissionNotice(file);
  if (found === undefined) return toldOrNot([]);
  const { at, precision, text: said, evidence } = found.event;
  return toldOrNot([
    joinInline(
      `${formatMoment(at, precision)}，`,
      paperPhrase(facts, words, said),
      provedBy(facts, evidence, said),
      '。',
    ),
  ]);
}

/** "是□ 具体情况：", ticked where there is something to tell. */
export function toldOrNot(told: readonly (readonly Inline[])[], labels?: readonly [yes: string, no: string]): Answer {
  return yesOrNo(told.length > 0, ['具体情况：'], told.map(below), labels);
}
