import type { Case } from '../../../contract/case/case-file.ts';
import { formatDay, formatMoment } from '../../../contract/case/moments.ts';
import { keyStateWords } from '../../../contract/case/words.ts';
import { rescissionBases } from '../../law/bases/paper-bases.ts';
import { type RescissionGround, rescissionGround } from '../../law/bases/rescission-ground.ts';
import { isToTrader } from '../../law/dispute.ts';
import { keyName } from '../card-key-mask.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { paperPhrase, provedBy } from '../paper-text.ts';
import type { PartyWords } from '../party-words.ts';
import { merchantNames } from './addressees.ts';
import type { PlacedClaim } from './claims.ts';
import { citeForDeal } from './legal-grounds.ts';
import { orderFacts } from './payments.ts';
import { promiseLines } from './promise-rows.ts';
import { rescissionNotice as noticeGiven } from './rescission.ts';
import { firstRequest } from './steps-taken.ts';

/** 解除合同通知: ends the contract when it reaches the seller (民法典 565). */
export interface RescissionNotice {
  readonly to: Inline[];
  readonly paragraphs: Inline[][];
}

/** Where the case asks that the contract be ended and nobody has been told so yet. */
export function isNoticeDue(file: Case): boolean {
  return file.claims.some(({ kind }) => kind === 'rescission') && noticeGiven(file) === undefined;
}

/** The notice, or `undefined` where none is due, or where no ground for it is shown or none of its law was in force. */
export function noticeOfRescission(input: DocumentInput, words: PartyWords): RescissionNotice | undefined {
  const { case: file, facts } = input;
  const ground = rescissionGround(file);
  if (!isNoticeDue(file) || ground === undefined) return undefined;
  const groundLaw = citeForDeal(input, rescissionBases[ground]);
  const noticeLaw = citeForDeal(input, rescissionBases.notice);
  const consequence = citeForDeal(input, rescissionBases.consequence);
  if (groundLaw === undefined || noticeLaw === undefined || consequence === undefined) return undefined;
  return {
    to: facts.need(merchantNames(file).join('、'), '出卖人或者服务提供者的名称', 'respondents[0].name'),
    paragraphs: [
      ...contractParagraphs(input, words),
      ...groundParagraphs(input, words, ground),
      joinInline(
        `${words.claimant}依照${groundLaw.text}，通知贵方解除上述合同。合同自本通知到达贵方时解除（${noticeLaw.text}）。`,
      ),
      text(
        `合同解除后，请贵方返还已付款项，数额见“一、申请事项”；${words.claimant}保留依法请求赔偿损失的权利（${consequence.text}）。`,
      ),
      ...(file.keys.length === 0 ? [] : [text('涉案卡密由贵方作废或者收回，不再使用。')]),
    ],
  };
}

/**
 * The request for it where no notice can be given: what is missing as a blank, or the user's own words for a ground
 * that the case does not show by itself.
 */
export function rescissionAsked(
  { case: file, facts }: DocumentInput,
  words: PartyWords,
  { claim, index }: PlacedClaim,
): Inline[] {
  const asked = `${words.claimant}请求解除合同`;
  if (file.issues.includes('not-credited-or-late')) {
    const demand = facts.need(undefined, '催告商家履行的时间和内容（迟延履行的，先催告再解除）', 'events');
    return joinInline(`${asked}，事由：`, demand, '。');
  }
  const own = paperPhrase(facts, words, claim.text);
  // Both sides may end it by agreement (民法典 562), so the account is reason enough to ask.
  if (own.length === 0 && file.statements.problem !== undefined) return text(`${asked}，事由见“三、事实”。`);
  return own.length > 0
    ? joinInline(`${words.claimant}另请求：`, own, '。')
    : joinInline(`${asked}，事由：`, facts.need(undefined, '据以解除合同的事由', `claims[${index}].text`), '。');
}

function contractParagraphs({ case: file, facts }: DocumentInput, words: PartyWords): Inline[][] {
  if (file.orders.length === 0) return [joinInline('涉案订单：', facts.need(undefined, '订单信息', 'orders'), '。')];
  const ended = ordersEnded(file);
  return file.orders.flatMap((order, index) => {
    if (!ended.includes(order)) return [];
    const { placedAt, place, items, number } = orderFacts(facts, order, index, file.orders.length);
    return [joinInline(placedAt, `，${words.claimant}在`, place, '向贵方购买', items, '，订单编号', number, '。')];
  });
}

/** One of several claimants ends only what they bought; where the orders are nobody's own, all of them. */
function ordersEnded({ claims, orders }: Case): Case['orders'] {
  const owners = claims.filter(({ kind }) => kind === 'rescission').map(({ claimant }) => claimant);
  const own = orders.filter(({ claimant }) => claimant !== undefined && owners.includes(claimant));
  return owners.includes(undefined) || own.length === 0 ? orders : own;
}

function groundParagraphs(input: DocumentInput, words: PartyWords, ground: RescissionGround): Inline[][] {
  switch (ground) {
    case 'after-demand':
      return afterDemand(input, words);
    case 'lost-purpose':
      return [...lostPurpose(input, words), text(`${words.claimant}认为，上述情形致使合同目的不能实现。`)];
  }
}

/** 民法典 563(1) 三: the delay, the demand, and that nothing came after it. Whether the time was enough is left open. */
function afterDemand(input: DocumentInput, words: PartyWords): Inline[][] {
  const { case: file, facts } = input;
  const demands = file.events.filter(({ kind }) => kind === 'demand');
  const told = demands.map(({ at, precision, text: said, evidence }) =>
    joinInline(
      `${formatMoment(at, precision)}，${words.claimant}催告：`,
      paperPhrase(facts, words, said),
      provedBy(facts, evidence, said),
      '。',
    ),
  );
  const first = firstRequest(file);
  const asked = file.filings.filter(isToTrader);
  const proof = facts.references([...new Set(asked.flatMap(({ evidence }) => evidence))]);
  const request =
    told.length > 0
      ? told
      : [
          joinInline(
            first === undefined ? '' : `${formatMoment(first)}，`,
            `${words.claimant}就未履行一事向贵方提出请求`,
            proof.length === 0 ? [] : joinInline('，见', proof),
            '。',
          ),
        ];
  return [...promiseLines(input, words), ...request, text(`至${formatDay(file.date)}，贵方仍未履行。`)];
}

function lostPurpose(input: DocumentInput, words: PartyWords): Inline[][] {
  const { case: file, facts } = input;
  const ended = ordersEnded(file).map(({ id }) => id);
  const keys = file.keys
    .filter(({ order, state }) => state !== 'unused' && ended.includes(order))
    .map(({ label, state, outcome, evidence }) => {
      const result = paperPhrase(facts, words, outcome);
      return joinInline(
        `${keyName(label)}的状态为${keyStateWords[state]}`,
        result.length === 0 ? [] : joinInline('：', result),
        provedBy(facts, evidence, outcome),
        '。',
      );
    });
  const told = [...promiseLines(input, words), ...keys];
  return told.length > 0 ? told : facts.needProse(undefined, '卡密不能使用的情况', 'keys');
}
