/**
 * The sums a user writes out: "598.00元－168.00元＝430.00元". Read only to see whether both sides of an equals sign
 * agree; what cannot be read for certain is passed over.
 */
export interface Equation {
  /** As written, without white space. */
  readonly written: string;
  /** What each side comes to. */
  readonly sides: readonly number[];
}

const term = '[0-9.()+*/%−]+';
const equation = new RegExp(`${term}(?:=${term})+`, 'gu');

/** The equations of a text. Units are dropped; a bare hyphen is no minus, since "1-12月" is a span. */
export function equationsIn(text: string): Equation[] {
  const plain = text
    .replaceAll(/(?<=\d)[,，](?=\d{3})/gu, '')
    .replaceAll(/(?<=元|\.\d\d)\s*[-–—]\s*(?=\d)/gu, '−')
    .replaceAll(/[－−]/gu, '−')
    .replaceAll(/[×xX*·]/gu, '*')
    .replaceAll(/[÷/／]/gu, '/')
    .replaceAll('＋', '+')
    .replaceAll('＝', '=')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replaceAll(/(?<=\d)\s*(?:元|倍|个?月|天|日|份|张|个|次|点)/gu, '')
    .replaceAll(/\s/gu, '');
  return (plain.match(equation) ?? []).flatMap((written) => {
    const sides = written.split('=').map(sideValue);
    return sides.every((side) => side !== undefined) ? [{ written, sides }] : [];
  });
}

/** True when every side comes to the same, to the 分 that rounding may cost. */
export function holds({ sides }: Equation): boolean {
  const [first = 0] = sides;
  return sides.every((side) => Math.abs(side - first) < 0.0051);
}

/** The value of one side, or `undefined` where it is not well formed. */
function sideValue(side: string): number | undefined {
  const tokens = side.match(/\d+(?:\.\d+)?%?|[()+*/−]/gu) ?? [];
  if (tokens.join('') !== side) return undefined;
  let place = 0;
  const take = (...wanted: readonly string[]) => {
    const token = tokens[place];
    if (token === undefined || !wanted.includes(token)) return;
    place += 1;
    return token;
  };
  const factor = (): number => {
    if (take('(') !== undefined) {
      const inner = sum();
      return take(')') === undefined ? Number.NaN : inner;
    }
    const token = tokens[place];
    place += 1;
    if (token === undefined) return Number.NaN;
    return token.endsWith('%') ? Number(token.slice(0, -1)) / 100 : Number(token);
  };
  const product = (): number => {
    let value = factor();
    for (let sign = take('*', '/'); sign !== undefined; sign = take('*', '/')) {
      value = sign === '*' ? value * factor() : value / factor();
    }
    return value;
  };
  const sum = (): number => {
    let value = product();
    for (let sign = take('+', '−'); sign !== undefined; sign = take('+', '−')) {
      value = sign === '+' ? value + product() : value - product();
    }
    return value;
  };
  const value = sum();
  return place === tokens.length && Number.isFinite(value) ? value : undefined;
}
