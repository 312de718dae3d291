/** Numbers written in Chinese characters, read here on their own: what is checked must not check itself. */

const small = '零一二三四五六七八九';
const capital = '零壹贰叁肆伍陆柒捌玖';
const units: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1_000, 仟: 1_000 };
const sections: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** Every character that can stand for a digit or a place in a number. */
export const numeralCharacters = '零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟';

/** "五百七十七" → 577, "贰佰陆拾捌" → 268, "二〇二六" → 2026; NaN for what is no number. */
export function readChineseNumber(text: string): number {
  if (text === '') return Number.NaN;
  if (!/[十拾百佰千仟万亿]/u.test(text)) {
    const digits = [...text].map(digitOf);
    return digits.includes(-1) ? Number.NaN : Number(digits.join(''));
  }
  let [total, section, digit] = [0, 0, -1];
  for (const character of text) {
    const [unit, large] = [units[character], sections[character]];
    if (unit !== undefined) {
      section += (digit <= 0 ? 1 : digit) * unit;
      digit = -1;
    } else if (large !== undefined) {
      const below = section + Math.max(digit, 0);
      // 亿 counts all that stands before it, 万 included.
      total = large === sections.亿 ? (total + below) * large : total + below * large;
      [section, digit] = [0, -1];
    } else {
      digit = digitOf(character);
      if (digit === -1) return Number.NaN;
    }
  }
  return total + section + Math.max(digit, 0);
}

/** "贰佰陆拾捌元伍角整" → 26850 分; NaN for what is no sum. */
export function readChineseAmount(text: string): number {
  const parts = /^(?:(?<yuan>[^元圆角分整正]+)[元圆])?(?:零?(?<jiao>.)角)?(?:零?(?<fen>.)分)?[整正]?$/u.exec(
    text,
  )?.groups;
  if (parts === undefined) return Number.NaN;
  const value = (part: string | undefined) => (part === undefined ? 0 : readChineseNumber(part));
  return value(parts.yuan) * 100 + value(parts.jiao) * 10 + value(parts.fen);
}

function digitOf(character: string): number {
  if (character === '〇') return 0;
  if (character === '两') return 2;
  return Math.max(small.indexOf(character), capital.indexOf(character));
}
