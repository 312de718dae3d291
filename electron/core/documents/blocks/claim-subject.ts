import type { Case, Respondent } from '../../../contract/case/case-file.ts';
import type { Inline } from '../inline.ts';
import { numberedParty, respondentsWithRole } from '../party-words.ts';

/** A request parted from whoever it is addressed to; `subject` is "" where it names nobody. */
export interface SubjectedRequest {
  readonly subject: string;
  readonly request: Inline[];
}

type Role = Respondent['roles'][number];

const roleWords: Readonly<Record<Role, string>> = {
  merchant: '商家|店铺|卖家',
  platform: '平台',
  'payment-provider': '支付机构',
};
const roles: readonly Role[] = ['merchant', 'platform', 'payment-provider'];
const ownWord = '(?:各|两|全体)?被(?:告|投诉人|申请人)[一二三四五六七八九十]?';
/** What may follow a subject, so that "平台服务费" or "店铺的" is not taken for one. */
const verb =
  '(?=共同|连带|各自|分别|立即|依法|全额|应|就|对|将|向|按|在|退|赔|返|支付|给付|承担|负担|继续|履行|恢复|停止|增加|提供|补|修|更换|重)';

/**
 * "由店铺经营者和平台经营者共同退还…" → "被告一、被告二" and "共同退还…": the case names the other side by role or by
 * name, and a paper by its own word and number. A role that no respondent has stays as it was written.
 */
export function splitSubject(
  request: readonly Inline[],
  respondents: Case['respondents'],
  word: string,
): SubjectedRequest {
  const [first, ...rest] = request;
  if (first?.kind !== 'text') return { subject: '', request: [...request] };
  const one = [ownWord, ...nameWords(respondents), ...roles.map((role) => `(?:${roleWords[role]})(?:经营者|一方|方)?`)];
  const list = `(?:${one.join('|')})`;
  const found = new RegExp(`^由?(${list}(?:(?:、|和|与|及|以及)${list})*)${verb}`, 'u').exec(first.text);
  const written = found?.[1];
  if (found === null || written === undefined) return { subject: '', request: [...request] };
  const named = [...written.matchAll(new RegExp(list, 'gu'))].flatMap(([subject]) =>
    partyNames(subject, respondents, word).split('、'),
  );
  const left = first.text.slice(found[0].length);
  return { subject: [...new Set(named)].join('、'), request: [{ kind: 'text', text: left }, ...rest] };
}

/** The roles a request is addressed to although no respondent has them. */
export function subjectsNotSued(text: string, respondents: Case['respondents']): string[] {
  const { subject } = splitSubject([{ kind: 'text', text: withoutOpening(text) }], respondents, '被告');
  return subject.split('、').filter((name) => new RegExp(`^(?:${Object.values(roleWords).join('|')})`, 'u').test(name));
}

/** Without 请求, 依法, 判令 and the like, which the paper says itself. */
export function withoutOpening(text: string): string {
  return text.replace(/^(?:请求|恳请|请(?!求)|要求|贵院|人民法院|法院|依法|判令|判决|责令)+/u, '');
}

function nameWords(respondents: Case['respondents']): string[] {
  return respondents.flatMap(({ name, shopName }) =>
    [name, shopName].flatMap((written) =>
      written === undefined || written.trim() === '' ? [] : [`“?${literal(written.trim())}”?(?:店铺)?`],
    ),
  );
}

function literal(name: string): string {
  return name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function partyNames(subject: string, respondents: Case['respondents'], word: string): string {
  const place = respondents.findIndex(({ name, shopName }) =>
    [name, shopName].some(
      (written) => written !== undefined && written.trim() !== '' && subject.includes(written.trim()),
    ),
  );
  if (place >= 0) return numberedParty(word, place, respondents.length);
  const role = roles.find((one) => new RegExp(`^(?:${roleWords[one]})`, 'u').test(subject));
  if (role === undefined) return subject;
  const parties = respondentsWithRole(respondents, role, word);
  return parties === '' ? subject : parties;
}
