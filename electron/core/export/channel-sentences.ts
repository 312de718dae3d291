import { lengthOf } from '../cases/found-text.ts';

/** Plain Chinese text cut into whole sentences, and put together again within a length. */

export interface WeighedSentence {
  readonly text: string;
  /** 0 says who bought what, when and for how much. The greater, the sooner it is left out. */
  readonly weight: number;
  readonly paragraph: number;
}

/** What a form is told: sentences in their order, and forms of the beginning and the end from full to short. */
export interface ShortenableAccount {
  readonly sentences: readonly WeighedSentence[];
  /** Told first where no sentence of weight 0 has room. */
  readonly openings: readonly string[];
  /** The request always stands at the end; its shortest form is taken even where nothing else has room. */
  readonly requests: readonly string[];
}

export interface FittedText {
  readonly text: string;
  readonly count: number;
  /** Sentences that had no room. */
  readonly omitted: number;
}

const closing = '”’」』》）)';
const pairs: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』', '《': '》', '（': '）' };

/** One paragraph as its sentences, each with its mark. What stands in quotation marks or brackets is never cut. */
export function sentencesOf(paragraph: string): string[] {
  const sentences: string[] = [];
  const open: string[] = [];
  let sentence = '';
  const characters = [...paragraph];
  const lastOf = new Map(characters.map((character, index) => [character, index]));
  for (const [index, character] of characters.entries()) {
    sentence += character;
    const closes = pairs[character];
    // A mark that is never closed opens nothing.
    if (closes !== undefined && (lastOf.get(closes) ?? 0) > index) open.push(closes);
    else if (character === open.at(-1)) open.pop();
    const next = characters[index + 1] ?? '';
    const isLastMark =
      /[。！？]/u.test(character) && !/[。！？]/u.test(next) && !(next !== '' && closing.includes(next));
    if (open.length > 0 || !isLastMark) continue;
    sentences.push(sentence);
    sentence = '';
  }
  return [...sentences, sentence].map(ended).filter((one) => one !== '');
}

/** A line without a mark gets one: "；" or "：" ends a line of a list and no sentence. */
function ended(sentence: string): string {
  const bare = sentence
    .replaceAll('\t', ' ')
    .trim()
    .replace(/[\s，、；：,;:]+$/u, '');
  return bare === '' || isEnded(bare) ? bare : `${bare}。`;
}

export function isEnded(text: string): boolean {
  return /[。！？.!?][”’」』》）)]*$/u.test(text);
}

/**
 * As much of the account as fits into `limit` characters, never a part of a sentence: the request, then sentences by
 * weight, in the order in which they were told. Without a limit all of it, a line for each paragraph.
 */
export function fitAccount({ sentences, openings, requests }: ShortenableAccount, limit?: number): FittedText {
  // The request may take half of the room; longer ones are told shorter.
  const request = requests.find((form) => limit === undefined || lengthOf(form) <= limit / 2) ?? requests.at(-1) ?? '';
  let left = limit === undefined ? Number.POSITIVE_INFINITY : limit - lengthOf(request);
  const taken = new Set<WeighedSentence>();
  const hasRoom = (text: string) => {
    const fits = lengthOf(text) <= left;
    if (fits) left -= lengthOf(text);
    return fits;
  };
  const byWeight = sentences.toSorted((one, other) => one.weight - other.weight);
  for (const sentence of byWeight) if (sentence.weight === 0 && hasRoom(sentence.text)) taken.add(sentence);
  const opening = taken.size > 0 ? undefined : openings.find(hasRoom);
  for (const sentence of byWeight) if (sentence.weight > 0 && hasRoom(sentence.text)) taken.add(sentence);
  const told = sentences.filter((sentence) => taken.has(sentence));
  const text = joined(
    [
      ...(opening === undefined ? [] : [{ text: opening, paragraph: -1 }]),
      ...told,
      { text: request, paragraph: Number.POSITIVE_INFINITY },
    ],
    limit === undefined ? '\n' : '',
  );
  return { text, count: lengthOf(text), omitted: sentences.length - told.length };
}

function joined(
  sentences: readonly { readonly text: string; readonly paragraph: number }[],
  separator: string,
): string {
  return sentences
    .map(({ text, paragraph }, index) => {
      const before = sentences[index - 1];
      return before === undefined || before.paragraph === paragraph ? text : `${separator}${text}`;
    })
    .join('');
}
