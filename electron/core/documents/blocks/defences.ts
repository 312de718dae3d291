import type { Case, Defence } from '../../../contract/case/case-file.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import { filingBodyWords } from '../../../contract/case/words.ts';
import { isToTrader, wasRefusedByTerm } from '../../law/dispute.ts';
import { type Inline, joinInline, plainText } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { paperPhrase, provedBy } from '../paper-text.ts';
import type { PartyWords } from '../party-words.ts';
import { answerPhrase } from './filing-words.ts';

/** One thing the other side says against the claim, in its own words as far as the case has them. */
export interface SaidDefence {
  readonly kind: Defence['kind'];
  readonly said: Inline[][];
  /** The user's own reply, and the field that holds it. */
  readonly reply: string | undefined;
  readonly path: string;
  readonly evidence: readonly string[];
}

/** The field of a defence that nobody entered: it was read from an answer. */
export const readPath = 'defences';

type Reading = readonly [kind: Defence['kind'], isSaid: (answer: string) => boolean];

/** Only wording that cannot be taken for anything else: "激活码已发出" says nothing about use. */
const readings: readonly Reading[] = [
  [
    'already-used',
    (answer) => /(?<![未没])已(?:经)?(?:被(?!他人|别人))?(?:您|你|买家|用户)?(?:使用|激活|核销|兑换)/u.test(answer),
  ],
  ['key-leaked', (answer) => /泄[露漏]/u.test(answer)],
  [
    'not-a-quality-fault',
    (answer) => /(?:不是|不属于|并非|非)(?:商品|产品|卡密)?(?:的)?质量(?:问题|原因|瑕疵)/u.test(answer),
  ],
  ['no-refund-term', (answer) => wasRefusedByTerm({ statements: { answer }, filings: [], events: [] })],
  [
    'refund-delayed',
    (answer) => /退款[^。；，]{0,8}(?:处理中|审核中|排队)|(?:等待|耐心)[^。；，]{0,8}退款/u.test(answer),
  ],
];

/**
 * The defences that the case names; where it names none, those that the answers of shop and platform spell out, and
 * any other answer as it was given.
 */
export function defencesOf(input: DocumentInput, words: PartyWords): SaidDefence[] {
  const { case: file, facts } = input;
  if (file.defences.length === 0) return [...readFromAnswers(input, words)];
  return file.defences.map(({ kind, said, reply, evidence }, index) => {
    const path = `defences[${index}]`;
    // Where nothing was refused, how it stands is told by the user and is nobody's words.
    const phrase = paperPhrase(facts, words, said);
    const quoted = quotation(phrase);
    // What was said is shown by the talks; the rest of its evidence is ours against it.
    const talks = file.evidence.filter(({ group }) => group === 'communication').map(({ id }) => id);
    const proof = provedBy(
      facts,
      evidence.filter((id) => talks.includes(id)),
      said,
    );
    return {
      kind,
      said: [
        quoted.length === 0
          ? joinInline(
              `${words.respondent}称：`,
              facts.need(undefined, `第${index + 1}项抗辩的原话`, `${path}.said`),
              '。',
            )
          : kind === 'refund-delayed' && !plainText(phrase).startsWith('“')
            ? joinInline(phrase, proof, '。')
            : joinInline(`${words.respondent}称：`, quoted, proof, '。'),
      ],
      reply,
      path,
      evidence,
    };
  });
}

function readFromAnswers({ case: file, facts }: DocumentInput, words: PartyWords): SaidDefence[] {
  const answered = file.filings.filter((filing) => isToTrader(filing) && filing.answer !== undefined);
  const stated = sentencesOf(file);
  const other: Reading = ['other', (answer) => !isSilence(answer) && readings.every(([, isSaid]) => !isSaid(answer))];
  const found = [...readings, other].flatMap(([kind, isSaid]): SaidDefence[] => {
    const filings = answered.filter(({ answer = '' }) => isSaid(answer));
    // What is none of the usual is quoted as it stands in a filing; a sentence of the account may be no answer at all.
    const sentences = filings.length > 0 || kind === 'other' ? [] : stated.filter(isSaid);
    const said = [
      ...filings.map(({ body, name, filedOn, reference, answer, evidence }) =>
        joinInline(
          `${filedOn === undefined ? '' : formatDay(filedOn)}向${name ?? filingBodyWords[body]}提出请求`,
          reference === undefined ? '' : `（编号${reference}）`,
          answerPhrase(facts, words, answer),
          provedBy(facts, evidence, answer),
          '。',
        ),
      ),
      ...sentences.map((sentence) => joinInline(paperPhrase(facts, words, sentence), '。')),
    ];
    const evidence = [...new Set(filings.flatMap((filing) => filing.evidence))];
    return said.length === 0 ? [] : [{ kind, said, reply: undefined, path: readPath, evidence }];
  });
  // What the user wrote against the answer as a whole stands once, with the first thing that was said.
  return found.map((defence, index) => (index === 0 ? { ...defence, reply: file.statements.reply } : defence));
}

/** Nobody answered, or only asked for more material: there is nothing to reply to. */
function isSilence(answer: string): boolean {
  if (/补充(?:材料|资料|信息|凭证)/u.test(answer) && !/不[予能支同]|拒/u.test(answer)) return true;
  return /(?:没有|未|无人)(?:人)?(?:作出|予以)?(?:任何)?(?:答复|回复|处理|回应|理会)|待商家处理/u.test(answer);
}

function sentencesOf({ statements: { answer = '' } }: Case): string[] {
  return answer.split(/(?<=[。；\n])/u).filter((sentence) => sentence.trim() !== '');
}

/** “…” around what was said, unless it stands in quotation marks already; marks inside become single ones. */
function quotation(runs: readonly Inline[]): Inline[] {
  const [first] = runs;
  if (first === undefined) return [];
  if (first.kind === 'text' && first.text.startsWith('“')) return [...runs];
  const inner = runs.map(
    (run): Inline =>
      run.kind === 'text' ? { kind: 'text', text: run.text.replaceAll('“', '‘').replaceAll('”', '’') } : run,
  );
  return joinInline('“', inner, '”');
}
