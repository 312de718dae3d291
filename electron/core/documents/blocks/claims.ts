import type { Case, Claim } from '../../../contract/case/case-file.ts';
import { type Fen, formatYuan, formatYuanInCapitals } from '../../../contract/case/money.ts';
import { sumsOf } from '../../cases/order-sums.ts';
import { belongsTo } from '../../cases/row-owner.ts';
import { contractNature, priceWord, smallestAddition } from '../../law/dispute.ts';
import { kindsWithAmount } from '../../law/sum-in-dispute.ts';
import type { Facts } from '../facts.ts';
import { type Inline, joinInline, plainText, strong, text } from '../inline.ts';
import { paperPhrase } from '../paper-text.ts';
import type { PartyWords } from '../party-words.ts';

/** One numbered request and, when the case says so, how its sum is reached. */
export interface ClaimLine {
  readonly number: number;
  readonly request: Inline[];
  /** Empty when the case gives no calculation. */
  readonly calculation: Inline[];
}

/** A claim with its place in the case, which names its fields in findings. */
export interface PlacedClaim {
  readonly claim: Claim;
  readonly index: number;
}

export function placedClaims(file: Case, belongs: (claim: Claim) => boolean): PlacedClaim[] {
  return file.claims.map((claim, index) => ({ claim, index })).filter(({ claim }) => belongs(claim));
}

const courtWords = /诉讼费|受理费|保全费|判令|撤销|确认[^，。；]*(?:无效|效力)/u;

/**
 * What only a court decides: costs of the case, 撤销, validity (合同行政监督管理办法 22). A contract is ended by a notice
 * to the other side or by a court (民法典 565), so 解除 is no request to anybody else either.
 */
export function isForCourtOnly(claim: Claim): boolean {
  return claim.kind === 'costs' || claim.kind === 'rescission' || courtWords.test(claim.text ?? '');
}

/**
 * The request in words: the user's own text with its amount, else a sentence by kind. It starts with the verb
 * (退还…), so that each paper can put its own subject before it.
 */
export function requestInWords(facts: Facts, file: Case, words: PartyWords, { claim, index }: PlacedClaim): Inline[] {
  const written = paperPhrase(facts, words, claim.text);
  const amount = amountInWords(facts, { claim, index });
  if (written.length === 0) return joinInline(verbFor(facts, file, { claim, index }), amount);
  const isStated = claim.amount !== undefined && statesAmount(plainText(written), claim.amount);
  return isStated || amount.length === 0 ? written : joinInline(written, '，金额', amount);
}

function amountInWords(facts: Facts, { claim, index }: PlacedClaim): Inline[] {
  if (claim.amount !== undefined) return joinInline(formatYuan(claim.amount));
  return kindsWithAmount.includes(claim.kind) ? facts.need(undefined, '请求的金额', `claims[${index}].amount`) : [];
}

/** True when the text already says the sum: "128元" and "128.00元" both do for 128.00. */
export function statesAmount(written: string, amount: number): boolean {
  const digits = formatYuan(amount).replace('元', '');
  const forms = [digits, digits.replace(/\.00$/, ''), digits.replace(/0$/, '')];
  const numbers = written.replaceAll(/(?<=\d)[,，](?=\d{3})/g, '').match(/\d+(?:\.\d+)?/g) ?? [];
  return numbers.some((number) => forms.includes(number));
}

function verbFor(facts: Facts, file: Case, { claim, index }: PlacedClaim): Inline[] {
  const price = priceWord(file);
  const named = (verb: string, label: string) =>
    joinInline(verb, facts.need(undefined, label, `claims[${index}].text`));
  switch (claim.kind) {
    case 'refund':
      return joinInline(`退还${price}`);
    case 'partial-refund':
      return joinInline(`退还部分${price}`);
    case 'damages':
      return joinInline('赔偿损失');
    case 'triple-damages':
      return joinInline('增加赔偿');
    case 'costs':
      return joinInline('负担为处理本争议支出的合理费用');
    case 'performance':
      return named('继续履行：', '要求履行的内容');
    case 'rescission':
      return text('解除双方之间的涉案合同');
    case 'other':
      return named('', '请求的内容');
  }
}

export function calculationOf(facts: Facts, file: Case, words: PartyWords, { claim, index }: PlacedClaim): Inline[] {
  const written = paperPhrase(facts, words, claim.calculation);
  const calculation =
    written.length > 0 || claim.kind !== 'triple-damages' || claim.amount === undefined
      ? written
      : facts.need(tripleCalculation(file, claim, claim.amount), '增加赔偿的计算方式', `claims[${index}].calculation`);
  return calculation.length === 0 ? [] : joinInline('计算方式：', calculation, '。');
}

/** 消费者权益保护法 55(1), where the figures of the case lead to the sum; `undefined` where they do not. */
function tripleCalculation(file: Case, { claimant }: Claim, amount: Fen): string | undefined {
  const { paid } = sumsOf(file.orders.filter((order) => belongsTo(order, claimant)));
  if (paid === 0) return undefined;
  const price = `${paidWord(file)}${formatYuan(paid)}`;
  if (3 * paid < smallestAddition) {
    const least = formatYuan(smallestAddition);
    return amount === smallestAddition ? `${price}的三倍不足${least}，按${least}计算` : undefined;
  }
  return amount === 3 * paid ? `按${price}的三倍计算` : undefined;
}

/** 消费者权益保护法 55(1): 购买商品的价款 or 接受服务的费用. */
function paidWord(file: Case): string {
  return contractNature(file) === 'service' ? '服务费用' : '购买价款';
}

/**
 * The sum of the requests in digits and capitals. While an amount is open the sum is a blank under the same path,
 * for a sum of the known amounts only would be false. Empty when nothing has an amount.
 */
export function totalInWords(facts: Facts, claims: readonly PlacedClaim[]): Inline[] {
  const open = claims.find(({ claim }) => claim.amount === undefined && kindsWithAmount.includes(claim.kind));
  if (open !== undefined) return facts.need(undefined, '请求的金额', `claims[${open.index}].amount`);
  if (claims.every(({ claim }) => claim.amount === undefined)) return [];
  const total = claims.reduce((sum, { claim }) => sum + (claim.amount ?? 0), 0);
  return joinInline(strong(formatYuan(total)), `（大写：人民币${formatYuanInCapitals(total)}）`);
}
