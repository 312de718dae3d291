import { stages } from '../../contract/case/case-kinds.ts';
import { parseYuan, yuanPattern } from '../../contract/case/money.ts';
import type { Draft } from '../../contract/rpc/case-procedures.ts';
import type { CaseFacts } from '../store/store.ts';
import { fieldOf, rowsOf, textOf, textsOf } from './draft-values.ts';
import { searchTexts } from './search-texts.ts';

/** What lists and searches need of a draft. Works with whatever was typed so far and never throws. */
export function caseFacts(draft: Draft): CaseFacts {
  const stage = textOf(draft, 'stage');
  return {
    title: textOf(draft, 'title'),
    stage: stages.find((known) => known === stage),
    issues: textsOf(draft, 'issues'),
    claimant: claimantName(draft),
    merchant: merchantName(draft),
    sum: sumOf(draft),
    texts: searchTexts(draft),
    evidenceItems: rowsOf(draft, 'evidence').length,
  };
}

/** The first one by name, and how many there are: 何据真等3人. */
function claimantName(draft: Draft): string {
  const names = rowsOf(draft, 'claimants').map((claimant) => textOf(claimant, 'name'));
  const first = names.find((name) => name !== '') ?? '';
  return first !== '' && names.length > 1 ? `${first}等${names.length}人` : first;
}

/** The firm behind the shop; while nobody knows it, the shop. */
function merchantName(draft: Draft): string {
  const respondents = rowsOf(draft, 'respondents');
  const merchant = respondents.find((respondent) => textsOf(respondent, 'roles').includes('merchant'));
  const ofOrders = rowsOf(draft, 'orders').map((order) => textOf(order, 'shop'));
  return (
    [textOf(merchant, 'name'), textOf(merchant, 'shopName'), ...ofOrders].find((name) => name !== '') ??
    textOf(respondents[0], 'name')
  );
}

/** 分. A claim without a sum, as 解除合同 is, counts nothing. */
function sumOf(draft: Draft): number {
  return rowsOf(draft, 'claims').reduce<number>((sum, claim) => {
    const amount = fieldOf(claim, 'amount');
    return typeof amount === 'string' && yuanPattern.test(amount) ? sum + parseYuan(amount) : sum;
  }, 0);
}
