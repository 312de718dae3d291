import type { InputProblem } from '../../../contract/errors.ts';

/** A mistake in a file of templates/law, told for whoever edits it. */
export interface LawProblem extends InputProblem {
  /** Below templates/law: `provisions/civil-code.json`. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** One file that could be read: its JSON, and the line of each value. */
export interface LawFile {
  readonly file: string;
  readonly json: unknown;
  readonly lines: ReadonlyMap<string, number>;
}

/** Looks at all files together, at those that could be read. */
export type LawRule = (files: readonly LawFile[]) => LawProblem[];

/** A problem at a path, with its line; a field that is missing stands where its parent does. */
export function placed({ file, lines }: Pick<LawFile, 'file' | 'lines'>, problem: InputProblem): LawProblem {
  for (
    let path = problem.path;
    path !== '';
    path = path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0))
  ) {
    const line = lines.get(path);
    if (line !== undefined) return { file, line, ...problem };
  }
  return { file, line: lines.get('$') ?? 1, ...problem };
}
