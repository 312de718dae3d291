import type { Case, CaseEvent } from '../../../contract/case/case-file.ts';
import { formatDay, formatMoment } from '../../../contract/case/moments.ts';
import { filingBodyWords } from '../../../contract/case/words.ts';
import type { Facts } from '../facts.ts';
import { type Inline, joinInline } from '../inline.ts';
import { paperPhrase, provedBy } from '../paper-text.ts';
import { everybody, type PartyWords } from '../party-words.ts';
import { answerPhrase, filingOutcome } from './filing-words.ts';

/** Events in which the other side is asked for something. */
export const asks: readonly CaseEvent['kind'][] = ['demand', 'no-reason-request', 'rescission-notice'];

/**
 * When the other side was asked: the law counts from that day (民法典 563, 565; 消费者权益保护法 24, 25), so a step whose
 * day no statement names is told before the answer to it.
 */
export function stepsLeftOut(file: Case, facts: Facts, words: PartyWords): Inline[][] {
  const { background, problem, answer = '', reply, additional } = file.statements;
  const statements = [background, problem, answer, reply, additional].join('\n');
  const isNamed = (day: string) => new RegExp(`(?<!\\d)${dayInYear(day)}`, 'u').test(statements);
  const filings = file.filings.flatMap((filing) => {
    const { body, name, filedOn, reference, evidence, status } = filing;
    if (filedOn === undefined || status === 'withdrawn' || isNamed(filedOn)) return [];
    const whom = name ?? filingBodyWords[body];
    // The statement is the answer of the other side; what somebody else answered it may leave out.
    const isAnswerTold = body === 'merchant' || answer.includes(filingBodyWords[body]) || answer.includes(whom);
    const isOpen = status === 'filed';
    return [
      {
        day: filedOn,
        line: joinInline(
          `${formatDay(filedOn)}，${everybody(file, words)}向${whom}提出请求`,
          reference === undefined ? '' : `（编号${reference}）`,
          isOpen ? '' : `，${filingOutcome(filing)}`,
          isOpen && filing.answer === undefined ? '，尚未收到处理结果' : '',
          isAnswerTold ? [] : answerPhrase(facts, words, filing.answer),
          provedBy(facts, evidence, isAnswerTold ? undefined : filing.answer),
        ),
      },
    ];
  });
  const filedOn = new Set(file.filings.map((filing) => filing.filedOn));
  const events = file.events
    .filter(({ kind, at }) => asks.includes(kind) && !filedOn.has(at.day) && !isNamed(at.day))
    .map(({ at, precision, text: happened, evidence }) => ({
      day: at.day,
      line: joinInline(
        `${formatMoment(at, precision)}，`,
        paperPhrase(facts, words, happened),
        provedBy(facts, evidence, happened),
      ),
    }));
  const steps = [...filings, ...events].toSorted((first, second) => (first.day < second.day ? -1 : 1));
  if (steps.length === 0) return [];
  return [joinInline(...steps.flatMap(({ line }, index) => [index === 0 ? '' : '；', line]), '。')];
}

/** "2026-10-05" → "10月5日", which a statement names with or without its year. */
function dayInYear(day: string): string {
  return formatDay(day).replace(/^\d+年/u, '');
}
