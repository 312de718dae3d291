/** Times of something that is done many times in one process, without a peer to compare with. */
export interface Reading {
  readonly name: string;
  /** Milliseconds, in any order. */
  readonly times: readonly number[];
}

export interface Readings {
  readonly title: string;
  /** What the input is, with its size, and what is aimed at. */
  readonly input: string;
  readonly readings: readonly Reading[];
}

/** In Markdown, ready for the README beside this file. */
export function readingsTable({ title, input, readings }: Readings): string {
  const rows = readings.map(({ name, times }) => [name, ...[0.5, 0.95, 1].map((part) => percentile(times, part))]);
  const lines = [['what', 'p50 ms', 'p95 ms', 'max ms'], ['---', '---:', '---:', '---:'], ...rows];
  return [`### ${title}`, '', input, '', ...lines.map((cells) => `| ${cells.join(' | ')} |`), ''].join('\n');
}

function percentile(times: readonly number[], part: number): string {
  const sorted = times.toSorted((first, second) => first - second);
  return (sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN).toFixed(1);
}
