import type { Case } from '../../../contract/case/case-file.ts';
import type { paperIds, stages } from '../../../contract/case/case-kinds.ts';
import { complaintAcceptance } from '../decisions/complaint-acceptance.ts';
import { isOutsideConsumerLaw } from '../decisions/consumer-status.ts';
import { arbitrationClause } from '../decisions/dispute-clauses.ts';
import { isTakenUp, parallelFiling } from '../decisions/parallel-filing.ts';
import { hasNoRefundTerm } from '../decisions/standard-terms.ts';
import { hasPlatform } from '../dispute.ts';
import type { Law } from '../law.ts';
import { chosenAgent } from '../representation.ts';
import type { PaperRow } from './papers-table.ts';

/** Whether a paper is for now, for later, for nothing in this case, or cannot be filed at all. */
export type PaperUse = 'now' | 'later' | 'not-needed' | 'not-possible';
export type Stage = (typeof stages)[number];
export type FiledPaper = (typeof paperIds)[number];

/** A use with its reason, a Chinese sentence. */
export interface Use {
  readonly use: PaperUse;
  readonly why: string;
}

/** The stage the case names, else the first one that its steps leave open. */
export function stageOf(file: Case): Stage {
  if (file.stage !== undefined) return file.stage;
  const asked = (body: Case['filings'][number]['body']) => file.filings.some((filing) => filing.body === body);
  if (asked('court')) return 'court';
  if (!asked('merchant') && !asked('platform')) return 'negotiate';
  if (hasPlatform(file) && !asked('platform')) return 'platform';
  return isOutsideConsumerLaw(file) ? 'court' : 'market-regulator';
}

/** How a paper stands in this case, by its stage, its issues and what was done already. */
export function paperUse(file: Case, law: Law, row: PaperRow): Use {
  return rules[row.id]({ file, law, row, stage: stageOf(file) });
}

interface Question {
  readonly file: Case;
  readonly law: Law;
  readonly row: PaperRow;
  readonly stage: Stage;
}

const now = (why: string): Use => ({ use: 'now', why });
const later = (why: string): Use => ({ use: 'later', why });
const notNeeded = (why: string): Use => ({ use: 'not-needed', why });
const notPossible = (why: string): Use => ({ use: 'not-possible', why });

const rules: Readonly<Record<PaperRow['id'], (question: Question) => Use>> = {
  'refund-request': ({ file, stage }) => {
    if (stage === 'negotiate') return now('现在是与商家协商的阶段，先提出书面申请。');
    return wasAsked(file, 'merchant') || wasAsked(file, 'platform')
      ? notNeeded('已经向商家或者平台提出过，把它们的答复作为证据即可。')
      : now('还没有向商家提出过，先提出并留下记录，后面的途径都用得上。');
  },
  'platform-appeal': ({ file, stage }) => {
    if (!hasPlatform(file)) return notPossible('本案没有交易平台。');
    if (stage === 'negotiate') return later('商家拒绝或者不回复以后再申请平台介入。');
    if (stage === 'platform') return now('现在是请平台处理的阶段。');
    return wasAsked(file, 'platform') ? notNeeded('平台已经处理过。') : later('还没有请平台处理过，可以先申请。');
  },
  'complaint-12315': (question) => {
    const { file, law, stage } = question;
    const acceptance = complaintAcceptance(file, law);
    if (acceptance.answer === 'refused') return notPossible(refusalOf(question));
    if (stage === 'market-regulator') return now(acceptance.conclusion);
    if (stage === 'negotiate' || stage === 'platform') return later('协商和平台处理没有结果时再用。');
    return notNeeded('现在走的是别的途径；被法院或者消费者协会受理以后，12315不再受理。');
  },
  'consumer-association': ({ file, stage }) => {
    if (isOutsideConsumerLaw(file)) return notPossible('不是为生活消费购买的，消费者协会不是合适的途径。');
    if (stage === 'consumer-association') return now('现在选的是请消费者协会调解。');
    if (stage === 'negotiate' || stage === 'platform') return later('协商没有结果时，可以在它和12315之间选一处。');
    return notNeeded('现在走的是别的途径，不要两处同时提出。');
  },
  'payment-dispute': ({ file, law, stage }) => {
    if (file.orders.every(({ payments }) => payments.length === 0)) {
      return later('还没有写付款方式和交易单号。');
    }
    if (stage === 'payment-provider') return now('现在选的是请支付机构处理。');
    const isUnknown = file.respondents.some(({ roles, name = '' }) => roles.includes('merchant') && name.trim() === '');
    if (isUnknown) return later('还不知道商家是谁，可以请支付机构提供交易记录，看收款方写的是谁；它不影响12315受理。');
    return isUsual(file, law, 'payment-dispute')
      ? later('需要支付机构协助、查询交易记录，或者付款没有经过授权时再用；它不影响12315受理。')
      : notNeeded('这类争议一般用不上支付机构。');
  },
  'small-claims': ({ file, law, stage }) => {
    const court = file.filings.find((filing) => filing.body === 'court' && isTakenUp(filing));
    if (court !== undefined) return notNeeded('法院已经受理或者处理过，不要重复起诉。');
    const barred = arbitrationClause(file, law).answer === 'may-bar' ? '合同里有仲裁条款，先弄清它是否有效。' : '';
    if (stage === 'court') return now(`现在准备起诉。${barred}`);
    return later(`其他途径没有结果再起诉，注意诉讼时效。${barred}`);
  },
  comparison: ({ file, law }) => {
    if (file.promises.length > 0) return now('已经写了承诺和实际履行，可以附在别的文书后面。');
    return isUsual(file, law, 'comparison')
      ? later('还没有写对方承诺了什么、实际怎样；填写以后可以用。')
      : notNeeded('这类争议一般不需要对比。');
  },
  rebuttal: ({ file, stage }) => {
    if (file.defences.length === 0 && !hasNoRefundTerm(file)) {
      return file.statements.answer === undefined
        ? notNeeded('对方还没有提出理由。')
        : later('对方有答复；要逐项回应的，先选出对方的说法。');
    }
    return stage === 'negotiate'
      ? later('对方拒绝以后，交平台、投诉或者起诉时用。')
      : now('对方提出过拒绝的理由，逐项回应。');
  },
  'evidence-request': ({ file, law, stage }) => {
    if (file.recordRequests.length === 0 && !isUsual(file, law, 'evidence-request')) {
      return notNeeded('没有写需要调取的记录。');
    }
    return stage === 'court' ? now('起诉后、举证期限届满前交给法院。') : later('起诉以后才用。');
  },
  'service-address': ({ stage }) =>
    stage === 'court' ? now('起诉时法院通常要求填写。') : later('起诉时法院要求再填。'),
  authorisation: ({ file }) =>
    file.claimants.some((claimant) => chosenAgent(claimant, file.date) !== undefined)
      ? now('有人代办，要有授权委托书和受托人的身份证明。')
      : notNeeded('没有请人代办。'),
  timeline: ({ file }) => (file.events.length > 0 ? now('随每份材料附上。') : later('还没有写事件。')),
  'evidence-list': ({ file }) => (file.evidence.length > 0 ? now('随每份材料附上。') : later('还没有证据。')),
};

function refusalOf({ file, law }: Question): string {
  const elsewhere = parallelFiling(file, law);
  if (isOutsideConsumerLaw(file)) return '不是为生活消费购买的，12315不受理。';
  return elsewhere.answer === 'shut-out' ? elsewhere.conclusion : '已过可以投诉的三年期限，12315不受理。';
}

function wasAsked({ filings }: Case, body: Case['filings'][number]['body']): boolean {
  return filings.some((filing) => filing.body === body && filing.status !== 'withdrawn');
}

/** Whether the table of issues names the paper for one of the issues of the case. */
function isUsual(file: Case, law: Law, paper: PaperRow['id']): boolean {
  return law.issues.issues.some(({ id, papers }) => file.issues.includes(id) && papers.includes(paper));
}
