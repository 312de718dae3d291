/** Numbers that look random and are the same in every run. */
export interface SeededRandom {
  /** A whole number from `least` up to and including `most`. */
  between(least: number, most: number): number;
}

/** The generator known as mulberry32: small, fast, and good enough to draw test pictures with. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { between: (least, most) => least + Math.floor(next() * (most - least + 1)) };
}
