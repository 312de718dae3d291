import { isDay } from '../../contract/case/moments.ts';
import { formatYuan, parseYuan, yuanPattern } from '../../contract/case/money.ts';
import { issueWords, itemKindWords } from '../../contract/case/words.ts';
import type { Draft, Json, NewCaseAnswers } from '../../contract/rpc/case-procedures.ts';
import { suggestedPapers } from '../law/advice/advise.ts';
import { stageOf } from '../law/advice/paper-use.ts';
import type { Law } from '../law/law.ts';
import { salvageDraft } from './salvage-draft.ts';

type Bought = NewCaseAnswers['bought'];
type Fields = { readonly [key: string]: Json };

/**
 * The draft that the answers of 新建 make. Only what was said is in it; stage and papers, which the law chooses by it,
 * are chosen now and may be changed like anything else. The price is the sum that was paid for all pieces.
 */
export function newCase(answers: NewCaseAnswers, law: Law, today: string): Draft {
  const { bought, problem, claimant } = answers;
  const draft: Draft = {
    format: 'juli.case/1',
    title: titleOf(answers),
    date: today,
    issues: [...new Set(answers.issues)],
    claimants: [said({ name: claimant })],
    respondents: respondentsOf(bought),
    orders: [orderOf(bought)],
    events: eventsOf(bought),
    evidence: [],
    claims: [claimOf(answers)],
    filings: answers.asked.map(({ body, filedOn }) => ({
      body,
      ...said({ filedOn: dayOf(filedOn) }),
      status: 'filed',
    })),
    defences: answers.answers.map((answer) => ({ kind: answer.kind, ...said({ said: answer.said }) })),
    statements: said({ problem }),
    addressees: said({ platform: bought.platform }),
  };
  const { case: file } = salvageDraft(draft, today);
  const stage = furthestAsked(answers) ?? stageOf(file);
  return { ...draft, stage, papers: suggestedPapers({ ...file, stage }, law) };
}

/** "据例会员描述虚假退款案": what was bought and what is wrong with it. */
function titleOf({ bought, issues: [issue] }: NewCaseAnswers): string {
  const name = [...bought.name.replace(/\s+/gu, ' ').trim()].slice(0, 60).join('');
  return `${name === '' ? itemKindWords[bought.kind] : name}${issue === undefined ? '' : issueWords[issue]}退款案`;
}

/** The shop, and the platform it stands on. Which firms are behind them is looked up later. */
function respondentsOf({ shop, platform }: Bought): Fields[] {
  const merchant = { id: '商家', ...said({ shopName: shop }), roles: ['merchant'] };
  return platform.trim() === '' ? [merchant] : [merchant, { id: '平台', roles: ['platform'] }];
}

function orderOf(bought: Bought): Fields {
  const { name, kind, quantity, platform, shop, channel, paidBy } = bought;
  const paid = amountOf(bought);
  const payment = said({ method: paidBy, amount: paid, paidAt: dayOf(bought.paidOn) });
  return {
    id: '订单-1',
    ...said({ platform, shop }),
    ...(channel === undefined ? {} : { channel }),
    items: [{ ...said({ name, unitPrice: unitPriceOf(paid, quantity) }), kind, quantity }],
    payments: Object.keys(payment).length === 0 ? [] : [payment],
  };
}

function eventsOf(bought: Bought): Fields[] {
  const { name, platform, shop, paidBy } = bought;
  const at = dayOf(bought.paidOn);
  if (at === '') return [];
  const paid = amountOf(bought);
  const where = [platform, shop === '' ? '' : `“${shop}”`].map((text) => text.trim()).join('');
  const sum = yuanPattern.test(paid) ? `付款${formatYuan(parseYuan(paid))}` : '付款';
  const how = paidBy.trim() === '' ? sum : `用${paidBy.trim()}${sum}`;
  const what = `购买${name.trim() === '' ? itemKindWords[bought.kind] : `“${name.trim()}”`}`;
  return [{ at, text: `${where === '' ? '' : `在${where}`}${what}，${how}。`, evidence: [] }];
}

/** The price back; of what is partly used, a part that is still to be reckoned. */
function claimOf({ bought, issues }: NewCaseAnswers): Fields {
  const isPartlyUsed = issues.every((issue) => issue === 'unused-membership-or-balance');
  return isPartlyUsed
    ? { kind: 'partial-refund', evidence: [] }
    : { kind: 'refund', ...said({ amount: amountOf(bought) }), evidence: [] };
}

const bodiesByStage = ['court', 'market-regulator', 'consumer-association', 'payment-provider'] as const;

/** Whoever has gone to an authority already is there; before that, the steps decide. */
function furthestAsked({ asked }: NewCaseAnswers): (typeof bodiesByStage)[number] | undefined {
  return bodiesByStage.find((stage) => asked.some(({ body }) => body === stage));
}

/** "￥1,280 元" → "1280"; what is no sum stays as it was typed, and is told about. */
function amountOf({ price }: Bought): string {
  const plain = price.normalize('NFKC').replace(/[¥￥,，元圆\s]/gu, '');
  return yuanPattern.test(plain) ? plain : price.trim();
}

/** Unset where the sum does not part into equal prices. */
function unitPriceOf(paid: string, quantity: number): string {
  if (quantity === 1 || !yuanPattern.test(paid)) return paid;
  const each = parseYuan(paid) / quantity;
  return Number.isInteger(each) ? formatYuan(each).replace('元', '') : '';
}

function dayOf(text: string): string {
  return isDay(text.trim()) ? text.trim() : '';
}

/** The fields that say something. */
function said(fields: Readonly<Record<string, string>>): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]])),
  );
}
