import type { RedactionBox } from '../../../contract/case/case-file.ts';
import type { SecretSearch } from '../../redaction/search-secrets.ts';
import { type Secret, secretsIn } from '../../redaction/secret.ts';
import type { PageText } from '../pdf/page-text.ts';
import { around, type Box, holdsMiddle } from './box.ts';

/** Boxes around the places of a page's text that say what must not be read. */
export function boxesOfSecrets({ text, boxes }: PageText, search: SecretSearch): KindOfBox[] {
  const found = search.places(text.split('')).flatMap(({ secret, first, last }) => {
    const letters = boxes.slice(first, last + 1).flatMap((box) => box ?? []);
    return linesOf(letters).map((line) => ({ ...around(line), kind: secret.kind }));
  });
  // A number in two forms, or one in another, is found twice.
  return found.filter(
    (box, index) => !found.some((other, place) => place !== index && isWithin(box, other, place < index)),
  );
}

export interface KindOfBox extends Box {
  readonly kind: Secret['kind'];
}

function isWithin(inner: Box, outer: Box, isEqualToo: boolean): boolean {
  const isEqual =
    inner.x === outer.x && inner.y === outer.y && inner.width === outer.width && inner.height === outer.height;
  if (isEqual) return isEqualToo;
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** Letters in the order of reading, parted where a new line begins, whichever way the lines run. */
function linesOf(letters: readonly Box[]): Box[][] {
  const lines: Box[][] = [];
  for (const letter of letters) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    if (line === undefined || before === undefined || !isBeside(before, letter)) lines.push([letter]);
    else line.push(letter);
  }
  return lines;
}

function isBeside(one: Box, other: Box): boolean {
  const reach = 3 * Math.max(one.width, one.height, other.width, other.height);
  const overlapsDown = one.y < other.y + other.height && other.y < one.y + one.height;
  const overlapsAcross = one.x < other.x + other.width && other.x < one.x + one.width;
  const distance = overlapsDown ? Math.abs(one.x - other.x) : Math.abs(one.y - other.y);
  return (overlapsDown || overlapsAcross) && distance <= reach;
}

/** Letters in a row below this are words that any page may say; so long a run says one thing. */
const longRun = 12;

/**
 * What stands under the boxes and must not be found anywhere else: what looks like a number of a person, all of it where
 * the user has said what the box hides, and runs so long that they are no common words.
 */
export function textUnder(
  { text, boxes }: PageText,
  covers: readonly Pick<RedactionBox, keyof Box | 'kind'>[],
): Secret[] {
  return covers.flatMap((cover) => {
    const runs: string[] = [];
    let isOpen = false;
    for (const [index, character] of text.split('').entries()) {
      const box = boxes[index];
      if (box === undefined) {
        // A space that is only inferred goes with what is around it; a line ends.
        if (isOpen && /[\r\n]/.test(character)) isOpen = false;
        else if (isOpen) runs[runs.length - 1] += character;
        continue;
      }
      if (!holdsMiddle(cover, box)) {
        isOpen = false;
        continue;
      }
      if (!isOpen) runs.push('');
      isOpen = true;
      runs[runs.length - 1] += character;
    }
    const { kind } = cover;
    return runs.flatMap((run): Secret[] => {
      const whole = run.trim();
      const isSaid = kind !== undefined && kind !== 'other';
      const numbers = isSaid ? (whole.match(/[\dA-Za-z][\dA-Za-z \-*]{3,}[\dA-Za-z]/gu) ?? []) : [];
      return [
        ...numbers.map((number) => ({ kind: kind ?? 'other', text: number })),
        ...secretsIn(whole),
        ...(whole.replaceAll(/\s/gu, '').length >= longRun ? [{ kind: 'other' as const, text: whole }] : []),
      ];
    });
  });
}
