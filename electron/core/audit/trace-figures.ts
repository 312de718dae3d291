import type { KnownFigures } from './known-figures.ts';
import type { PlacedText } from './match-text.ts';
import type { PacketFigures } from './packet-figures.ts';
import { type Figure, readFigures } from './read-figures.ts';

/** A figure for which no source is found, or that does not fit beside its neighbours. */
export interface UntracedFigure extends PlacedText {
  readonly figure: Pick<Figure, 'kind' | 'text' | 'index'>;
}

/** Every figure of the texts of one part (its id, and the texts in order) that none of its sources explains. */
export function traceFigures(part: string, texts: readonly PlacedText[], figures: PacketFigures): UntracedFigure[] {
  const untraced: UntracedFigure[] = [];
  const labels = sumsOf(part, figures);
  let amountBefore: Figure | undefined;
  for (const [index, placed] of texts.entries()) {
    const [before = '', after = ''] = [texts[index - 1]?.text, texts[index + 1]?.text];
    for (const figure of readFigures(placed.text)) {
      const label = `${before}${placed.text.slice(0, figure.index)}`;
      const isRight =
        (isKnown(figure, label, figures) || goesOn(figure, before, placed.text, after, figures)) &&
        fitsLabel(figure, label, amountBefore, labels);
      if (!isRight) untraced.push({ ...placed, figure });
      if (figure.kind === 'amount') amountBefore = figure;
    }
  }
  return untraced;
}

function isKnown(figure: Figure, before: string, { known: { values, articles } }: PacketFigures): boolean {
  const { kind, value, text } = figure;
  switch (kind) {
    case 'count':
      return true;
    case 'statute':
      return values.statute.has(value) || !isStatuteTitle(value);
    case 'article':
      return isCited(figure, before, articles);
    case 'number':
      return values.number.has(value) || isMadeOf(text, values);
    case 'amount':
      return value === 'NaN' || value === '0' || values.amount.has(value);
    case 'date':
    case 'percentage':
      return values[kind].has(value);
  }
}

/** How the titles of laws, regulations, rules and interpretations end; 《投诉书》 and 《证据目录》 are none. */
function isStatuteTitle(title: string): boolean {
  return /(?:法|法典|条例|办法|规定|规则|细则|通则|解释|决定|批复|意见|通知|公约)(?:[(（][^)）]*[)）])?$/u.test(title);
}

/** Statute, article and clause together: an article of another statute is none. */
function isCited(
  { value, law, clause }: Figure,
  before: string,
  articles: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>,
): boolean {
  const bare = [...articles.keys()].filter((title) => title !== '' && before.endsWith(title));
  // A case may quote an article without its statute; what it quotes, a paper repeats.
  return [...(bare.length > 0 ? bare : [law]), ''].some((title) => {
    const isUnnamed = title === '' && law === '' && bare.length === 0;
    const found = isUnnamed
      ? [...articles.values()].flatMap((ofLaw) => [...(ofLaw.get(value) ?? [])])
      : [...(articles.get(title)?.get(value) ?? [])];
    return found.length > 0 && clause.split('、').every((one) => one === '' || found.includes(one));
  });
}

/** A number that is masked in the middle, or several known ones in one run. */
function isMadeOf(text: string, { number: numbers, count: counts }: KnownFigures['values']): boolean {
  if (/\*{2,}/.test(text)) {
    const [first = '', ...rest] = text.split(/\*+/);
    const last = rest.at(-1) ?? '';
    const shown = first.length + last.length;
    return [...numbers].some((one) => one.length > shown && one.startsWith(first) && one.endsWith(last));
  }
  const parts = text.split(/[-_.@/]/);
  return parts.length > 1 && parts.every((part) => numbers.has(part) || counts.has(part) || /^[A-Za-z]*$/.test(part));
}

/** A line of a drawing or the end of a page may cut a figure in two; then the whole of it must be known. */
function goesOn(figure: Figure, before: string, text: string, after: string, figures: PacketFigures): boolean {
  const { index } = figure;
  const end = index + figure.text.length;
  const isLast = end === text.length || text.startsWith('…', end);
  if (index > 0 && !isLast) return false;
  const joined = `${before}${text}${after}`;
  const [from, to] = [before.length + index, before.length + end];
  return readFigures(joined).some(
    (whole) =>
      whole.index <= from &&
      whole.index + whole.text.length >= to &&
      whole.text.length > figure.text.length &&
      whole.kind !== 'count' &&
      isKnown(whole, joined.slice(0, whole.index), figures),
  );
}

/** What an amount is called says which sums it may be; a sum in capitals repeats the one before it. */
function fitsLabel(
  { kind, value, text }: Figure,
  before: string,
  amountBefore: Figure | undefined,
  labels: readonly LabelledSums[],
): boolean {
  if (kind !== 'amount') return true;
  if (/大写[:：]?(?:人民币)?$/u.test(before) && !/\d/.test(text)) return amountBefore?.value === value;
  const sums = labels.find(({ label }) => label.test(before))?.sums;
  return sums === undefined || sums.has(Number(value));
}

interface LabelledSums {
  readonly label: RegExp;
  readonly sums: ReadonlySet<number>;
}

function sumsOf(part: string, { derived, ownAmounts = new Set() }: PacketFigures): LabelledSums[] {
  const { claimed, claimedIn, paid, refunded, outstanding } = derived;
  const labels = [
    { label: /(?:请求总金额|请求金额合计|标的总额)[:：]?$/u, sums: claimedIn.get(part) ?? claimed },
    { label: /(?:共支付|付款合计)$/u, sums: paid },
    { label: /已收到退款$/u, sums: refunded },
    { label: /尚有$/u, sums: outstanding },
  ];
  return labels.map(({ label, sums }) => ({ label, sums: new Set([...sums, ...ownAmounts]) }));
}
