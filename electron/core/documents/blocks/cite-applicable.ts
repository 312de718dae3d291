import { actDays } from '../../law/act-days.ts';
import { isOutsideConsumerLaw } from '../../law/decisions/consumer-status.ts';
import { sellsKeys } from '../../law/decisions/e-commerce-scope.ts';
import { contractNature } from '../../law/dispute.ts';
import { type Citation, citeInForce } from '../../law/provisions.ts';
import type { DocumentInput } from '../paper.ts';

/** 民法典 合同编第九章 is about sale alone; the return measure speaks of 商品. */
const ofSale = /^(?:civil-code-6(?:0[4-9]|1\d|2[01])(?:-|$)|no-reason-measure-)/;
/** 电子商务法 2(3) leaves out content services, and a membership or a top-up may be one. */
const ofTrade = /^e-commerce-law-/;
/** 消费者权益保护法 2: only who buys for 生活消费 is protected by these. */
const ofConsumers = /^(?:consumer-law|consumer-regulation|online-consumption|no-reason-measure)-/;

/**
 * Cites those of the provisions that fit this contract and these parties and were in force on the days that count.
 * `undefined` when none is left.
 */
export function citeApplicable(input: DocumentInput, ids: readonly string[]): Citation | undefined {
  const {
    case: file,
    law: { provisions },
  } = input;
  const isSale = contractNature(file) === 'sale';
  const isTrade = sellsKeys(file);
  const isConsumer = !isOutsideConsumerLaw(file);
  const fitting = ids.filter(
    (id) => (isSale || !ofSale.test(id)) && (isTrade || !ofTrade.test(id)) && (isConsumer || !ofConsumers.test(id)),
  );
  const inForce = fitting.filter((id) => citeInForce(provisions, [id], actDays(file, id)) !== undefined);
  return citeInForce(provisions, inForce, [file.date]);
}

/** "（《…》第六十二条）", or "" where nothing fits: for the end of a sentence. */
export function inBrackets(input: DocumentInput, ids: readonly string[]): string {
  const citation = citeApplicable(input, ids);
  return citation === undefined ? '' : `（${citation.text}）`;
}
