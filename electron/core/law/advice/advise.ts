import type { AdviceClock, AdviceDecision, AdvicePaper, AdviceResult } from '../../../contract/advice-result.ts';
import type { Case } from '../../../contract/case/case-file.ts';
import { paperIds } from '../../../contract/case/case-kinds.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import { type Clock, clocksOf } from '../clocks/clocks.ts';
import type { Law } from '../law.ts';
import { citeInForce } from '../provisions.ts';
import { type AdviceTopic, adviceTopics } from './advice-topics.ts';
import { type FiledPaper, paperUse, stageOf } from './paper-use.ts';

/** Everything a user should know of the case on the screen: decisions in order, clocks, and which paper when. */
export function advise(file: Case, law: Law): AdviceResult {
  const stage = stageOf(file);
  return {
    title: file.title,
    date: file.date,
    notice: law.papers.notice,
    stage: law.papers.stages.find(({ id }) => id === stage)?.name ?? stage,
    decisions: adviceTopics(file, law).map((topic) => adviceDecision(file, law, topic)),
    clocks: adviceClocks(file, law),
    papers: advicePapers(file, law),
  };
}

/** The clocks that matter in the case, as they stand on its day. */
export function adviceClocks(file: Case, law: Law): AdviceClock[] {
  const clocks = clocksOf(file, law).filter(({ isRelevant }) => isRelevant);
  return clocks.map((clock) => {
    const isOneOfSeveral = clocks.filter(({ id }) => id === clock.id).length > 1;
    const advised = adviceClock(file, law, clock);
    return isOneOfSeveral ? { ...advised, name: `${advised.name}${orderOf(file, clock)}` } : advised;
  });
}

/** The papers that are for now, for `--papers suggested`; the refund request where nothing else is. */
export function suggestedPapers(file: Case, law: Law): FiledPaper[] {
  const forNow = new Set(advicePapers(file, law).flatMap(({ id, use }) => (use === 'now' ? [id] : [])));
  const chosen = paperIds.filter((id) => forNow.has(id));
  return chosen.length === 0 ? ['refund-request'] : chosen;
}

function advicePapers(file: Case, law: Law): AdvicePaper[] {
  return law.papers.papers.map((row) => ({
    id: row.id,
    title: row.title,
    when: row.when,
    ...paperUse(file, law, row),
  }));
}

function adviceDecision(file: Case, law: Law, { id, question, decision, details }: AdviceTopic): AdviceDecision {
  return {
    id,
    question,
    conclusion: decision.conclusion,
    certainty: decision.certainty,
    reasons: [...decision.reasons],
    details: [...details],
    citations: decision.citations.flatMap((provision) => {
      const cited = citeInForce(law.provisions, [provision], [file.date]);
      const gist = cited?.provisions[0]?.gist;
      return cited === undefined || gist === undefined ? [] : [{ text: cited.text, gist }];
    }),
    missing: decision.missing.map(({ label, path }) => ({ label, path })),
  };
}

function adviceClock(file: Case, law: Law, clock: Clock): AdviceClock {
  const { id, name, length, whose, start, lastDay, status, certainty, meaning } = clock;
  const cited = citeInForce(law.provisions, clock.citations, [file.date]);
  return {
    id,
    name,
    length,
    whose,
    ...(start === undefined ? {} : { start: start.day }),
    ...(lastDay?.kind === 'day' ? { lastDay: lastDay.day } : {}),
    ...(lastDay !== undefined && lastDay.kind !== 'day' ? { lastDayNotBefore: lastDay.earliest } : {}),
    status,
    standing: standing(clock),
    certainty,
    meaning,
    citations: cited === undefined ? [] : [cited.text],
  };
}

/** Which of several orders a clock is about, where it runs from a fact of one. */
function orderOf({ orders }: Case, { start }: Clock): string {
  const order = orders[Number(/^orders\[(\d+)\]/u.exec(start?.path ?? '')?.[1])];
  return order === undefined || orders.length < 2 ? '' : `（订单${order.number ?? order.id}）`;
}

function standing({ start, starts, lastDay, status, daysLeft }: Clock): string {
  if (start === undefined) return `从${starts}起算，还没有填写这一天。`;
  // Nobody has said when it was known: the first sign of it can only end the period too early.
  const assumed = start.isAssumed ? `（没有写何时发现问题，按最早的迹象“${start.text}”计算，请补上）` : '';
  const from = `从${formatDay(start.day)}${assumed}起算`;
  const last = lastDay === undefined ? '' : lastDayText(lastDay);
  switch (status) {
    case 'not-started':
      return `${from}。`;
    case 'running':
    case 'soon':
      return `${from}，${last}，还有${daysLeft ?? 0}日。`;
    case 'passed':
      return `${from}，${last}，已经过了。`;
    case 'done':
      return `${from}，${last}，已在期限内完成。`;
    case 'late':
      return `${from}，${last}，完成时已经过了。`;
    case 'stopped':
      return `${from}，现在不计算。`;
    case 'unknown':
      return `${from}，${last}，是否已过请自行核对。`;
  }
}

function lastDayText(lastDay: NonNullable<Clock['lastDay']>): string {
  return lastDay.kind === 'day'
    ? `最后一日是${formatDay(lastDay.day)}`
    : `最后一日不早于${formatDay(lastDay.earliest)}（${lastDay.year}年的休假安排没有收录）`;
}
