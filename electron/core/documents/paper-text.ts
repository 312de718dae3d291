import { referencesIn } from '../cases/prose.ts';
import { maskInline } from './card-key-mask.ts';
import type { Facts } from './facts.ts';
import { type Inline, joinInline, listInline, plainText } from './inline.ts';
import { inPartyWords, type PartyWords } from './party-words.ts';

/** A user's free text as one paper prints it: in its party words, keys masked, references living. */
export function paperProse(facts: Facts, words: PartyWords, prose: string | undefined): Inline[][] {
  return facts.prose(prose).map((paragraph) => inPartyWords(maskInline(introduced(paragraph)), words));
}

// A reference after one of these is already part of the sentence.
const introduces = /[见据由有与和及、（(：:，,。；;“]$/u;
const endsPhrase = /^[\s]*(?:[，。；、）)”,.;]|$)/u;

/** A reference set down at the end of a phrase, "激活失败 {证据:报错-1}。", reads as "激活失败，见证据4（第9页）。" */
function introduced(runs: readonly Inline[]): Inline[] {
  return runs.map((run, index) => {
    if (run.kind !== 'text' || runs[index + 1]?.kind !== 'link') return run;
    const after = runs[index + 2];
    const isLast = after === undefined || (after.kind === 'text' && endsPhrase.test(after.text));
    const before = run.text.trimEnd();
    if (before !== '' && introduces.test(before)) return { kind: 'text', text: before };
    // After ！ or ？ a new sentence begins.
    const mark = /[！？!?]$/u.test(before) ? '' : '，';
    return before === '' || !isLast ? run : { kind: 'text', text: `${before}${mark}见` };
  });
}

/** The same as part of a sentence: paragraphs joined, without the closing punctuation. */
export function paperPhrase(facts: Facts, words: PartyWords, prose: string | undefined): Inline[] {
  return listInline(paperProse(facts, words, prose).map(withoutFullStop), '；');
}

/** Drops 。；，！？ at the end so that the phrase can stand inside a sentence. */
function withoutFullStop(runs: readonly Inline[]): Inline[] {
  const last = runs.at(-1);
  if (last?.kind !== 'text') return [...runs];
  const trimmed = last.text.replace(/[\s。；;，,.！!？?]+$/u, '');
  return trimmed === '' ? runs.slice(0, -1) : [...runs.slice(0, -1), { kind: 'text', text: trimmed }];
}

/** "，见证据1（第3页）" after a statement: the evidence of its row that its own text does not name. */
export function provedBy(
  facts: Facts,
  evidence: readonly string[],
  ...said: readonly (string | undefined)[]
): Inline[] {
  const named = said.flatMap((prose) => referencesIn(prose ?? ''));
  const references = facts.references(evidence.filter((id) => !named.includes(id)));
  return references.length === 0 ? [] : joinInline(named.length === 0 ? '，见' : '，并见', references);
}

export function hasReference(paragraphs: readonly (readonly Inline[])[]): boolean {
  return paragraphs.some((paragraph) => paragraph.some((run) => run.kind === 'link'));
}

/** The last paragraph with the references added, for a statement that names no evidence of its own. */
export function withReferences(paragraphs: readonly Inline[][], references: readonly Inline[]): Inline[][] {
  const last = paragraphs.at(-1);
  if (last === undefined || references.length === 0 || hasReference(paragraphs)) return [...paragraphs];
  const ending = /[。！？.!?…][”’」』》）)"']*$/u.test(plainText(last).trimEnd()) ? '' : '。';
  return [...paragraphs.slice(0, -1), joinInline(last, `${ending}以上见`, references, '。')];
}
