import type { Case, Claimant } from '../../../contract/case/case-file.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import { complaintBases } from '../../law/bases/bases.ts';
import { type Inline, joinInline } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { numberedParty } from '../party-words.ts';
import { inBrackets } from './cite-applicable.ts';
import { type ComplainantFields, complainantFields } from './complainant.ts';
import { complainedOf, complaintWords as words } from './complaint-facts.ts';

/** More complainants than this stand in a list behind the form. */
const mostBlocks = 2;

/** 投诉举报处理办法 12: who complains together, who speaks for them, and a place for each to sign. */
export interface ComplainantList {
  readonly title: string;
  readonly statement: Inline[];
  readonly date: string;
  readonly rows: (ComplainantFields & { readonly number: number; readonly role: string })[];
}

/** With a choice of representatives in it, the list is their letter of election too. */
export function listTitle(file: Case): string {
  return representativePlaces(file).length === 0 ? '投诉人名单' : '投诉人名单和代表人推选书';
}

export function isListed(file: Case): boolean {
  return file.claimants.length > mostBlocks;
}

/** The places of those who speak for the group; none where the form names everybody. */
export function representativePlaces(file: Case): number[] {
  if (!isListed(file)) return [];
  const places = file.representatives.map((id) => file.claimants.findIndex((claimant) => claimant.id === id));
  return [...new Set(places)].filter((place) => place >= 0);
}

export function complainantList(input: DocumentInput): ComplainantList | undefined {
  const { case: file } = input;
  if (!isListed(file)) return undefined;
  const speaking = representativePlaces(file);
  return {
    title: listTitle(file),
    statement: statement(input, speaking),
    date: formatDay(file.date),
    rows: file.claimants.map((claimant, index) => ({
      number: index + 1,
      role: speaking.includes(index) ? '代表人' : '',
      ...complainantFields(input, claimant, index),
    })),
  };
}

function statement(input: DocumentInput, speaking: readonly number[]): Inline[] {
  const { case: file, facts } = input;
  const rule = inBrackets(input, [complaintBases.jointComplaint]);
  const parties = complainedOf(file).flatMap(({ respondent, index }, place, { length }) => [
    place === 0 ? '' : '、',
    facts.need(respondent.name, `${numberedParty(words.respondent, place, length)}名称`, `respondents[${index}].name`),
  ]);
  const together = joinInline(
    `下列${file.claimants.length}名投诉人就与`,
    ...parties,
    '的同一消费者权益争议共同投诉，同意按共同投诉处理',
  );
  if (speaking.length === 0) return joinInline(together, `${rule}。`);
  // The rule speaks of two: a second one is asked for where one is named.
  const second = speaking.length > 1 ? [] : joinInline('、', facts.need(undefined, '第二名代表人', 'representatives'));
  const names = speaking.map((place) => representativeName(file.claimants[place], place, file));
  return joinInline(
    together,
    '，并推选',
    names.join('、'),
    second,
    `为代表人进行投诉${rule}。代表人要变更或者放弃请求、与对方达成调解协议的，须先取得其他投诉人同意。`,
  );
}

function representativeName(claimant: Claimant | undefined, place: number, file: Case): string {
  return claimant?.name ?? numberedParty(words.claimant, place, file.claimants.length);
}
