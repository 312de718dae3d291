import type { Case, CaseEvent } from '../../../contract/case/case-file.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import { belongsTo } from '../../cases/row-owner.ts';
import { courtBases } from '../../law/bases/court-bases.ts';
import { rescissionGround } from '../../law/bases/rescission-ground.ts';
import { citeInForce } from '../../law/provisions.ts';
import type { DocumentInput } from '../paper.ts';
import { everybody, type PartyWords } from '../party-words.ts';
import { withoutOpening } from './claim-subject.ts';

/** 解除合同 and how it is usually written: with or without the parties, with or without what follows from it. */
export const rescissionWords = /^解除[^，、；。]*合同(?:关系)?[，、；。]?(?:并且?|同时)?/u;

/** Whether the court is asked in so many words to end the contract, or to find that it has ended. */
export function asksForRescission(file: Pick<Case, 'claims'>): boolean {
  return file.claims.some(({ kind, text = '' }) => kind === 'rescission' || rescissionWords.test(withoutOpening(text)));
}

/** An event with its place in the case, which names its fields in findings. */
interface PlacedEvent {
  readonly event: CaseEvent;
  readonly index: number;
}

/**
 * The notice that ended the contract (民法典 565 第一款): the last one, as a later one was needed only if the earlier
 * did not do. `claimant` is whose claim it is, where each of several has their own.
 */
export function rescissionNotice(file: Pick<Case, 'events'>, claimant?: string): PlacedEvent | undefined {
  return file.events
    .map((event, index) => ({ event, index }))
    .findLast(({ event }) => event.kind === 'rescission-notice' && belongsTo(event, claimant));
}

/** How a court is told that the contract is ended, after the law that ends it. */
export function rescissionPleaded(input: DocumentInput, seller: string, words: PartyWords): string {
  const { case: file, law } = input;
  const who = `${everybody(file, words)}${demanded(file)}`;
  const isAsked = asksForRescission(file);
  if (rescissionNotice(file) !== undefined) {
    const byNotice = citeInForce(law.provisions, courtBases.rescissionByNotice, [file.date]);
    const source = byNotice === undefined ? '' : `，合同自通知到达对方时解除（${byNotice.text}）`;
    const confirmed = isAsked ? '现请求确认合同已经解除，并' : '';
    return `${who}已据此通知解除合同${source}，${confirmed}请求${seller}返还已付款项。`;
  }
  if (isAsked) return `${who}据此请求解除合同，并请求${seller}返还已付款项。`;
  const bySuit = citeInForce(law.provisions, courtBases.rescissionBySuit, [file.date]);
  const source = bySuit === undefined ? '' : `（${bySuit.text}）`;
  return `${who}据此以提起本案诉讼的方式主张解除合同${source}，请求${seller}返还已付款项。`;
}

/** 民法典 563 第一款第三项 ends a contract only after a demand, so its day is named. */
function demanded(file: Case): string {
  if (rescissionGround(file) !== 'after-demand') return '';
  const demand = file.events.find(
    ({ kind, at, precision }) => kind === 'demand' && at.day < file.date && precision === 'exact',
  );
  return demand === undefined ? '' : `已于${formatDay(demand.at.day)}催告，`;
}
