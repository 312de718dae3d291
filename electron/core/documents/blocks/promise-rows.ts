import { type Inline, joinInline } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { paperPhrase, provedBy } from '../paper-text.ts';
import type { PartyWords } from '../party-words.ts';

/** One row of 承诺与实际履行对照. */
export interface PromiseTableRow {
  readonly subject: string;
  readonly promised: Inline[];
  readonly performed: Inline[];
  /** One reference a line. */
  readonly evidence: Inline[][];
}

export function promiseTableRows({ case: file, facts }: DocumentInput, words: PartyWords): PromiseTableRow[] {
  return file.promises.map(({ subject, promised, promisedIn, performed, evidence }) => ({
    subject,
    promised: joinInline(paperPhrase(facts, words, promised), place(promised, promisedIn)),
    performed: paperPhrase(facts, words, performed),
    evidence: evidence.map((id) => facts.references([id])),
  }));
}

/** A text like "商品页写明“…”" says itself where the promise stands. */
const namesPlace =
  /^[^“”，。；]{0,20}(?:页|栏|标题|参数|详情|公告|说明|说明书|聊天|广告|宣传|直播)[^“”，。；]{0,6}(?:写明|标明|标注|显示|载明|注明|承诺|答复|称)/u;

/** “服务保障”一栏 says more than the page. */
const exactPlace = /[“《]|栏|标记/u;

function place(promised: string, promisedIn: string | undefined): string {
  if (promisedIn === undefined) return '';
  return namesPlace.test(promised) && !exactPlace.test(promisedIn) ? '' : `（${promisedIn}）`;
}

/** The same as sentences, for a paper without the table: "关于适用系统，承诺（商品页）：…；实际：…，见证据3。" */
export function promiseLines({ case: file, facts }: DocumentInput, words: PartyWords): Inline[][] {
  return file.promises.map(({ subject, promised, promisedIn, performed, evidence }) =>
    joinInline(
      `关于${subject}，承诺${place(promised, promisedIn)}：`,
      paperPhrase(facts, words, promised),
      '；实际：',
      paperPhrase(facts, words, performed),
      provedBy(facts, evidence, promised, performed),
      '。',
    ),
  );
}
