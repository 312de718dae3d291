import { numeralCharacters, readChineseAmount, readChineseNumber } from './chinese-numbers.ts';

/**
 * What in a text can be checked against its source. `number` is an order, transaction, identity or telephone number
 * and every other long run of digits and letters; `count` is what is left: pages, exhibits, copies.
 */
export type FigureKind = 'amount' | 'date' | 'percentage' | 'number' | 'article' | 'statute' | 'count';

export interface Figure {
  readonly kind: FigureKind;
  /** As printed. */
  readonly text: string;
  /**
   * One spelling for all ways to print it: 分 for amounts, `2026-10-02`, `--10-02`, `2026-10`, `2026` and, with a time
   * of day, `2026-10-02T20:15` or `T20:15` for dates, hundredths of a per cent, the title of a statute, 五百七十七 as 577.
   */
  readonly value: string;
  readonly index: number;
  /** The statute that an article is cited from, as the text names it; "" where it names none. */
  readonly law: string;
  /** 第二款、第三款 of a cited article; "" for the whole of it. */
  readonly clause: string;
}

interface Reader {
  readonly kind: FigureKind;
  readonly pattern: RegExp;
  value(groups: Readonly<Record<string, string | undefined>>, whole: string): string;
}

const digits = String.raw`(?<!\d)\d{1,3}(?:,\d{3})+|\d+`;
const numeral = `[${numeralCharacters}]`;
const time = String.raw`(?<hour>\d{1,2})(?::(?<minute>\d{2})(?::\d{2})?|时(?:(?<minutes>\d{1,2})分)?)`;
const clauses = `(?<clause>(?:第${numeral}+[款项])+(?:、(?:第${numeral}+[款项])+)*)?`;

/** In this order: what one reader has taken is not seen by the next. */
const readers: readonly Reader[] = [
  { kind: 'statute', pattern: /《(?<title>[^》]+)》/gu, value: ({ title = '' }) => titleOf(title) },
  {
    kind: 'article',
    pattern: new RegExp(`第(?<article>${numeral}+|\\d+)条${clauses}`, 'gu'),
    value: ({ article = '' }) => String(/^\d/.test(article) ? Number(article) : readChineseNumber(article)),
  },
  {
    kind: 'date',
    pattern: new RegExp(
      String.raw`(?<year>\d{4})(?:年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]|[-./](?<isoMonth>\d{1,2})[-./](?<isoDay>\d{1,2}(?!\d(?!\d?:))))T?(?:${time})?`,
      'gu',
    ),
    value: (groups) => {
      const { year = '', month = groups.isoMonth ?? '', day = groups.isoDay ?? '' } = groups;
      return `${year}-${two(month)}-${two(day)}${timeOf(groups)}`;
    },
  },
  {
    kind: 'date',
    pattern: new RegExp(String.raw`(?<month>\d{1,2})月(?<day>\d{1,2})[日号](?:${time})?`, 'gu'),
    value: (groups) => `--${two(groups.month)}-${two(groups.day)}${timeOf(groups)}`,
  },
  {
    kind: 'date',
    pattern: /(?<year>\d{4})年(?<month>\d{1,2})月/gu,
    value: ({ year = '', month }) => `${year}-${two(month)}`,
  },
  { kind: 'date', pattern: /(?<year>(?:19|20)\d{2})年/gu, value: ({ year = '' }) => year },
  { kind: 'date', pattern: new RegExp(String.raw`(?<!\d)${time}`, 'gu'), value: (groups) => timeOf(groups) },
  {
    kind: 'amount',
    pattern: new RegExp(String.raw`(?:[¥￥]|RMB)(?<number>(?:${digits})(?:\.\d+)?)(?<scale>[千万亿]?)元?`, 'gu'),
    value: inFen,
  },
  {
    kind: 'amount',
    pattern: new RegExp(String.raw`(?<number>(?:${digits})(?:\.\d+)?)(?<scale>[千万亿]?)[元圆]`, 'gu'),
    value: inFen,
  },
  {
    kind: 'amount',
    pattern: new RegExp(`${numeral}+[元圆](?:零?${numeral}角)?(?:零?${numeral}分)?[整正]?`, 'gu'),
    value: (_, whole) => String(readChineseAmount(whole)),
  },
  {
    kind: 'percentage',
    pattern: /(?<number>\d+(?:\.\d+)?)(?<sign>[%‰])/gu,
    value: ({ number = '', sign }) => String(Math.round(Number(number) * (sign === '%' ? 100 : 10))),
  },
  {
    kind: 'percentage',
    pattern: new RegExp(`百分之(?<number>${numeral}+)`, 'gu'),
    value: ({ number = '' }) => String(readChineseNumber(number) * 100),
  },
  { kind: 'number', pattern: /〔\d{4}〕第?\d+号|令第\d+号/gu, value: (_, whole) => whole },
  {
    kind: 'amount',
    pattern: new RegExp(String.raw`(?<![\w.])(?<number>(?:${digits})\.\d{2})(?![\w.])`, 'gu'),
    value: inFen,
  },
  {
    kind: 'number',
    pattern: /(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)/gu,
    value: (_, whole) => whole.replaceAll(',', ''),
  },
  // 第10/115页: pages of pages, however many.
  { kind: 'count', pattern: /(?<![\w./-])\d{1,5}\/\d{1,5}(?=页)/gu, value: (_, whole) => whole },
  {
    kind: 'number',
    pattern: /[A-Za-z0-9*]+(?:[-_.@/][A-Za-z0-9*]+)*/gu,
    value: (_, whole) => whole,
  },
];

/** Pages, exhibits and copies are counted in fewer digits, and without letters. */
const isNumber = (text: string) => /[A-Za-z]/.test(text) || text.replaceAll(/\D/g, '').length >= 5;

/** Every figure of a text, in order. White space and full-width forms make no difference. */
export function readFigures(text: string): Figure[] {
  let left = plainForm(text);
  const figures: Figure[] = [];
  for (const { kind, pattern, value } of readers) {
    left = left.replace(pattern, (whole, ...rest: unknown[]) => {
      const groups = rest.at(-1);
      const named = typeof groups === 'object' && groups !== null ? (groups as Record<string, string | undefined>) : {};
      const index = rest.find((entry) => typeof entry === 'number') ?? 0;
      const read = value(named, whole);
      if (kind !== 'number' || /\d/.test(whole)) {
        const actual = kind === 'number' && !isNumber(whole) ? 'count' : kind;
        figures.push({ kind: actual, text: whole, value: read, index, law: '', clause: named.clause ?? '' });
      }
      // As long as it was, so that places stay places.
      return '\0'.repeat(whole.length);
    });
  }
  return withLaws(figures.sort((first, second) => first.index - second.index));
}

/** An article belongs to the statute that was named last before it. */
function withLaws(figures: readonly Figure[]): Figure[] {
  let law = '';
  return figures.map((figure) => {
    if (figure.kind === 'statute') law = figure.value;
    return figure.kind === 'article' ? { ...figure, law } : figure;
  });
}

/** A text as it is compared: without white space, full-width digits, letters and signs of numbers as ordinary ones. */
export function plainForm(text: string): string {
  return text
    .replaceAll(/\s/gu, '')
    .replaceAll(/[０-９Ａ-Ｚａ-ｚ％＊－．／＠＿]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/(?<=\d)：(?=\d)/gu, ':');
}

/** A title inside a title takes single marks (GB/T 15834); both spellings are one title. */
export function titleOf(title: string): string {
  return plainForm(title)
    .replaceAll(/[〈《]/gu, '《')
    .replaceAll(/[〉》]/gu, '》');
}

function two(part: string | undefined): string {
  return (part ?? '').padStart(2, '0');
}

function timeOf({ hour, minute, minutes }: Readonly<Record<string, string | undefined>>): string {
  return hour === undefined ? '' : `T${two(hour)}:${two(minute ?? minutes)}`;
}

function inFen({ number = '', scale = '' }: Readonly<Record<string, string | undefined>>): string {
  const factor = { 千: 1_000, 万: 10_000, 亿: 100_000_000 }[scale] ?? 1;
  return String(Math.round(Number(number.replaceAll(',', '')) * factor * 100));
}
