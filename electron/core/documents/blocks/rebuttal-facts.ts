import type { Case, Defence } from '../../../contract/case/case-file.ts';
import { daysBetween, formatDay, formatMoment } from '../../../contract/case/moments.ts';
import { formatYuan } from '../../../contract/case/money.ts';
import { keyStateWords } from '../../../contract/case/words.ts';
import { sumsOf } from '../../cases/order-sums.ts';
import { referencesIn } from '../../cases/prose.ts';
import { isToTrader } from '../../law/dispute.ts';
import { keyName } from '../card-key-mask.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { paperPhrase, provedBy } from '../paper-text.ts';
import type { PartyWords } from '../party-words.ts';
import { calculationOf, placedClaims } from './claims.ts';
import { totalsInWords } from './payments.ts';
import { promiseLines } from './promise-rows.ts';
import { wasUsed } from './rebuttal-conditions.ts';
import { firstRequest } from './steps-taken.ts';

/** What the case itself shows on a defence: sentences, and the evidence behind them. */
export interface RebuttalFacts {
  readonly paragraphs: Inline[][];
  readonly evidence: readonly string[];
}

export function factsOn(kind: Defence['kind'], input: DocumentInput, words: PartyWords): RebuttalFacts {
  switch (kind) {
    case 'already-used': {
      const keys = keyFacts(input, words);
      const use = useFacts(input, words);
      return { paragraphs: [...keys.paragraphs, ...use.paragraphs], evidence: [...keys.evidence, ...use.evidence] };
    }
    case 'key-leaked':
      return keyFacts(input, words);
    case 'not-a-quality-fault':
      return promiseFacts(input, words);
    case 'no-refund-term':
      return termFacts(input, words);
    case 'refund-delayed':
      return delayFacts(input, words);
    case 'other':
      return { paragraphs: [], evidence: [] };
  }
}

/** A used key is said to be used. */
function keyFacts({ case: file, facts }: DocumentInput, words: PartyWords): RebuttalFacts {
  return {
    paragraphs: file.keys.map(({ label, state, shownAt, triedAt, outcome, evidence }) => {
      const result = paperPhrase(facts, words, outcome);
      const [shown, tried] = [shownAt, triedAt].map((at) => (at === undefined ? undefined : formatMoment(at)));
      return joinInline(
        keyName(label),
        shown === undefined ? '' : `于${shown}显示，`,
        tried === undefined ? '' : `${tried}首次尝试使用，`,
        `状态为${keyStateWords[state]}`,
        result.length === 0 ? [] : joinInline('：', result),
        provedBy(facts, evidence, outcome),
        '。',
      );
    }),
    evidence: file.keys.flatMap(({ outcome, evidence }) => [...evidence, ...referencesIn(outcome ?? '')]),
  };
}

/** What was received, which lowers the sum (民法典 566): as the order tells it, or as the claim reckons with it. */
function useFacts(input: DocumentInput, words: PartyWords): RebuttalFacts {
  const { case: file, facts } = input;
  if (!wasUsed(file)) return { paragraphs: [], evidence: [] };
  const received = file.orders.flatMap(({ received: part }) =>
    part === undefined
      ? []
      : [joinInline('已经得到的部分：', paperPhrase(facts, words, part.text), `，折合${formatYuan(part.value)}。`)],
  );
  const partial = placedClaims(file, ({ kind }) => kind === 'partial-refund');
  const reckoned = partial.flatMap((claim) => {
    const calculation = calculationOf(facts, file, words, claim);
    return calculation.length === 0 ? [] : [joinInline('请求的退款金额已考虑使用情况。', calculation)];
  });
  const told = [...received, ...reckoned];
  return {
    paragraphs:
      told.length > 0
        ? told
        : [
            joinInline(
              '已经使用的部分和价值：',
              facts.need(undefined, '已经使用的部分和价值', 'orders[0].received'),
              '。',
            ),
          ],
    evidence: partial.flatMap(({ claim }) => claim.evidence),
  };
}

function promiseFacts(input: DocumentInput, words: PartyWords): RebuttalFacts {
  return {
    paragraphs: promiseLines(input, words),
    evidence: input.case.promises.flatMap(({ evidence }) => evidence),
  };
}

/** The term as it was worded, and whether it was shown: said only where the user knows. */
function termFacts({ case: file, facts }: DocumentInput, words: PartyWords): RebuttalFacts {
  const term = file.terms.noRefund;
  if (term === undefined) return { paragraphs: [], evidence: [] };
  const { text: wording, wasPointedOut, evidence } = term;
  const shown = wasPointedOut ? '该条款在下单前已经提示。' : '该条款在下单前没有提示，也没有说明。';
  return {
    paragraphs: [
      joinInline('条款的内容：', paperPhrase(facts, words, wording), provedBy(facts, evidence, wording), '。'),
      ...(wasPointedOut === undefined ? [] : [text(shown)]),
    ],
    evidence,
  };
}

/** Since when it was asked for, what came back, and what was admitted. How long is too long no provision says. */
function delayFacts({ case: file, facts }: DocumentInput, words: PartyWords): RebuttalFacts {
  const first = firstRequest(file);
  const asked = file.filings.filter(isToTrader);
  const admissions = file.events.filter(({ kind }) => kind === 'admission');
  const evidence = [...asked, ...admissions].flatMap((one) => one.evidence);
  const proof = facts.references([...new Set(asked.flatMap((filing) => filing.evidence))]);
  const since =
    first === undefined
      ? joinInline('首次提出退款请求的时间：', facts.need(undefined, '首次提出退款请求的时间', 'filings'), '。')
      : joinInline(
          `${formatMoment(first)}首次提出请求`,
          proof.length === 0 ? [] : joinInline('，见', proof),
          `；至${formatDay(file.date)}已${daysBetween(first.day, file.date)}天`,
          file.orders.length === 0 ? '' : `，${moneyBack(file)}`,
          '。',
        );
  return {
    paragraphs: [
      since,
      ...admissions.map(({ at, precision, text: said, evidence: shownBy }) =>
        joinInline(
          `${formatMoment(at, precision)}，`,
          paperPhrase(facts, words, said),
          provedBy(facts, shownBy, said),
          '。',
        ),
      ),
    ],
    evidence,
  };
}

function moneyBack({ orders }: Case): string {
  return totalsInWords(sumsOf(orders));
}
