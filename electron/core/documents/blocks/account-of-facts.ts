import type { Case, CaseEvent, Order } from '../../../contract/case/case-file.ts';
import { compareMoments, formatDay, formatMoment, type Moment } from '../../../contract/case/moments.ts';
import { filingBodyWords, keyStateWords } from '../../../contract/case/words.ts';
import { keyName } from '../card-key-mask.ts';
import type { Facts } from '../facts.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import { hasReference, paperPhrase, paperProse, provedBy, withReferences } from '../paper-text.ts';
import type { PartyWords } from '../party-words.ts';
import { ownerName } from './claimant-schedule.ts';
import { statesAmount } from './claims.ts';
import { answerPhrase, filingOutcome } from './filing-words.ts';
import { orderFacts } from './payments.ts';
import { asks, stepsLeftOut } from './steps-left-out.ts';

/**
 * What happened, told once. The rule: where the user wrote a statement (background, problem, answer, reply), that
 * statement is the account and the rows of the case it stands for are not told again; where there is none, sentences
 * are made from the rows. A statement that names no evidence gets the references of its rows. Two things are told
 * beside a statement all the same, because a paper may not lack them: an order that the statement does not name by
 * number and sum, and a key that was used.
 * What a paper shows in a table is not told in sentences.
 */
export interface AccountSection {
  readonly title: string;
  readonly paragraphs: Inline[][];
}

export interface AccountOptions {
  readonly words: PartyWords;
  /** The seller as this paper names it. */
  readonly seller: string;
  /** Tables and sections of the paper that already show these rows. */
  readonly shown: {
    readonly orders: boolean;
    readonly promises: boolean;
    readonly handling?: boolean;
    readonly keys?: boolean;
  };
}

interface Telling extends AccountOptions {
  readonly file: Case;
  readonly facts: Facts;
}

export function accountOfFacts(file: Case, facts: Facts, options: AccountOptions): AccountSection[] {
  const telling: Telling = { ...options, file, facts };
  const sections: AccountSection[] = [
    { title: '交易经过', paragraphs: background(telling) },
    { title: '争议情况', paragraphs: problem(telling) },
    { title: '协商和处理经过', paragraphs: options.shown.handling === true ? [] : handling(telling) },
    { title: '其他说明', paragraphs: paperProse(facts, options.words, file.statements.additional) },
  ];
  return sections.filter(({ paragraphs }) => paragraphs.length > 0);
}

function background({ file, facts, words, shown, seller }: Telling): Inline[][] {
  const stated = paperProse(facts, words, file.statements.background);
  const proof = facts.references(file.evidence.filter(({ group }) => group === 'transaction').map(({ id }) => id));
  if (shown.orders) return withReferences(stated, proof);
  if (file.orders.length === 0) {
    return [...stated, joinInline('涉案订单：', facts.need(undefined, '订单信息', 'orders'), '。')];
  }
  const sentences = file.orders.flatMap((order, index) => {
    if (tellsOrder(file.statements.background, order)) return [];
    const told = orderFacts(facts, order, index, file.orders.length);
    const owner = ownerName(file, words, order.claimant);
    const buyer = owner === '' ? words.claimant : owner;
    const whose = owner === '' ? '' : `${owner}的`;
    const isChat = order.channel === 'private-chat';
    const where = isChat ? '通过' : '在';
    const bought =
      stated.length > 0
        ? joinInline(`${whose}涉案订单于`, told.placedAt, where, told.place, isChat ? '订立' : '提交')
        : joinInline(told.placedAt, `，${buyer}${where}`, told.place, `向${seller}购买`);
    const goods = stated.length > 0 ? joinInline('，商品为', told.items) : told.items;
    const account = told.account.length === 0 ? [] : joinInline('，充值或者使用账号为', told.account);
    const money = [...told.payments, ...told.refunds].flatMap((line) => joinInline('；', line));
    return [joinInline(bought, goods, '，订单编号', told.number, account, money, '。')];
  });
  return withReferences([...stated, ...sentences], hasReference(stated) ? [] : proof);
}

/** A statement that names the order's number and every sum paid has told that order. */
function tellsOrder(statement: string | undefined, { number, payments }: Order): boolean {
  if (statement === undefined || number === undefined || payments.length === 0) return false;
  return statement.includes(number) && payments.every(({ amount }) => statesAmount(statement, amount));
}

function problem(telling: Telling): Inline[][] {
  const { file, facts, words, shown } = telling;
  const stated = paperProse(facts, words, file.statements.problem);
  if (stated.length > 0) {
    const rows = [...(shown.promises ? [] : file.promises), ...file.keys];
    const proof = facts.references([...new Set(rows.flatMap(({ evidence }) => evidence))]);
    return [...withReferences(stated, proof), ...usedKeys(telling)];
  }
  const told = [...(shown.promises ? [] : promiseSentences(telling)), ...keySentences(telling), ...chronicle(telling)];
  if (told.length > 0 || (shown.promises && file.promises.length > 0)) return told;
  return facts.needProse(undefined, '商品或者服务存在的问题', 'statements.problem');
}

export function promiseSentences({ file, facts, words, seller }: Telling): Inline[][] {
  return file.promises.map(({ subject, promised, promisedIn, performed, evidence }) =>
    joinInline(
      `关于${subject}，${seller}${promisedIn === undefined ? '' : `在${promisedIn}`}承诺：`,
      paperPhrase(facts, words, promised),
      '；实际情况：',
      paperPhrase(facts, words, performed),
      provedBy(facts, evidence, promised, performed),
      '。',
    ),
  );
}

function keySentences({ file, facts, words }: Telling): Inline[][] {
  return file.keys.map(({ label, state, shownAt, triedAt, outcome, evidence }) => {
    const moments = [
      shownAt === undefined ? '' : `，${formatMoment(shownAt)}显示`,
      triedAt === undefined ? '' : `，${formatMoment(triedAt)}尝试使用`,
    ];
    const result = paperPhrase(facts, words, outcome);
    return joinInline(
      `${keyName(label)}${moments.join('')}，状态为${keyStateWords[state]}`,
      result.length === 0 ? [] : joinInline('：', result),
      provedBy(facts, evidence, outcome),
      '。',
    );
  });
}

/** A used key is said to be used, whatever the statement dwells on. */
function usedKeys({ file, shown }: Telling): Inline[][] {
  if (shown.keys === true) return [];
  return file.keys
    .filter(({ state }) => state === 'activated' || state === 'partly-used')
    .map(({ label, state }) => text(`${keyName(label)}目前的状态为${keyStateWords[state]}。`));
}

function handling(telling: Telling): Inline[][] {
  const { file, facts, words } = telling;
  const answer = paperProse(facts, words, file.statements.answer);
  const proof = facts.references([...new Set(file.filings.flatMap(({ evidence }) => evidence))]);
  const told =
    answer.length > 0
      ? [...stepsLeftOut(file, facts, words), ...withReferences(answer, proof)]
      : filingSentences(telling);
  return [...told, ...paperProse(facts, words, file.statements.reply)];
}

function filingSentences({ file, facts, words }: Telling): Inline[][] {
  return file.filings.map((filing) => {
    const { body, name, filedOn, reference, answer, evidence } = filing;
    const on = filedOn === undefined ? '' : `${formatDay(filedOn)}，`;
    return joinInline(
      `${on}${words.claimant}向${name ?? filingBodyWords[body]}提出请求`,
      `${reference === undefined ? '' : `（编号${reference}）`}，${filingOutcome(filing)}`,
      answerPhrase(facts, words, answer),
      provedBy(facts, evidence, answer),
      '。',
    );
  });
}

/**
 * The events by date, told only while neither problem nor answer is stated, without those that the rows above have
 * told: an event at the very moment of an order, a payment, a try of a key or a step already taken. Where only the day
 * is known, much else may have happened on it: then only what speaks of such a step is left out.
 */
function chronicle({ file, facts, words }: Telling): Inline[][] {
  if (file.statements.answer !== undefined) return [];
  const told = new Set(
    [
      ...file.orders.flatMap(({ placedAt, payments, refunds }) => [
        placedAt,
        ...payments.map(({ paidAt }) => paidAt),
        ...refunds.map(({ receivedAt }) => receivedAt),
      ]),
      ...file.keys.flatMap(({ shownAt, triedAt }) => [shownAt, triedAt]),
    ].flatMap((at) => (at === undefined ? [] : [momentKey(at)])),
  );
  for (const { filedOn } of file.filings) if (filedOn !== undefined) told.add(filedOn);
  return [...file.events]
    .filter(
      ({ at, kind, text: happened }) => !told.has(momentKey(at)) || (at.kind === 'day' && saysMore(kind, happened)),
    )
    .sort((first, second) => compareMoments(first.at, second.at))
    .map(({ at, precision, text: happened, evidence }) => {
      const phrase = paperPhrase(facts, words, happened);
      return joinInline(`${formatMoment(at, precision)}，`, phrase, provedBy(facts, evidence, happened), '。');
    });
}

/** Rows tell of buying, paying, refunds and requests; what a user found or got they do not tell. */
function saysMore(kind: CaseEvent['kind'], happened: string): boolean {
  if (kind !== undefined && !asks.includes(kind)) return true;
  return (
    !/下单|购买|付款|支付|充值|退款|申请|投诉|介入|提出|要求|提交/u.test(happened) ||
    /发现|没|未|不|无法|失败/u.test(happened)
  );
}

const momentKey = (at: Moment) => (at.kind === 'day' ? at.day : `${at.day} ${at.time}`);
