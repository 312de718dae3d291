import {
  appendLine,
  type IntakeEntry,
  type IntakeLine,
  lineText,
  type ReadLog,
  readIntakeLog,
} from '../integrity/intake-log.ts';
import type { CaseRows } from './case-row.ts';
import type { Connection } from './connection.ts';

/** The intake logs of all cases. Lines are only ever added; they go when their case is deleted for good. */
export interface IntakeLogStore {
  append(caseId: string, entries: readonly IntakeEntry[]): void;
  /** The log that came along with a case from elsewhere, as it is, for one that has none yet. */
  adopt(caseId: string, text: string): void;
  /** All at once for a copy of a case. */
  copy(from: string, to: string): void;
  /** As the file beside case.json has it; empty where nothing was taken in yet. */
  textOf(caseId: string): string;
  ofCase(caseId: string): ReadLog;
}

export function createIntakeLogStore({ database, read, write }: Connection, rows: CaseRows): IntakeLogStore {
  const insert = database.prepare('INSERT INTO intake_log (case_number, place, line) VALUES (?, ?, ?)');
  const lines = database
    .prepare<[number], string>('SELECT line FROM intake_log WHERE case_number = ? ORDER BY place')
    .pluck();
  const newest = database.prepare<[number], { readonly place: number; readonly line: string }>(
    'SELECT place, line FROM intake_log WHERE case_number = ? ORDER BY place DESC LIMIT 1',
  );
  const copyLines = database.prepare(`
    INSERT INTO intake_log (case_number, place, line)
    SELECT :to, place, line FROM intake_log WHERE case_number = :from`);

  function textOf(caseId: string): string {
    return read(() =>
      lines
        .all(rows.numberOf(caseId))
        .map((line) => `${line}\n`)
        .join(''),
    );
  }

  /** The last line and its place; a line that cannot be read any more is passed over. */
  function lastOf(number: number): { readonly place: number; readonly line: IntakeLine | undefined } {
    const found = newest.get(number);
    if (found === undefined) return { place: 0, line: undefined };
    const line = readIntakeLog(found.line).lines[0] ?? readIntakeLog(lines.all(number).join('\n')).lines.at(-1);
    return { place: found.place, line };
  }

  return {
    append: (caseId, entries) => {
      // A case that is only read has nothing to add, and must not be refused for it.
      if (entries.length === 0) return;
      write(() => {
        const number = rows.numberOf(caseId);
        let { place, line } = lastOf(number);
        for (const entry of entries) {
          place += 1;
          line = appendLine(line, entry);
          insert.run(number, place, lineText(line));
        }
      });
    },
    adopt: (caseId, text) =>
      write(() => {
        const number = rows.numberOf(caseId);
        for (const [index, line] of rowsIn(text).entries()) insert.run(number, index + 1, line);
      }),
    copy: (from, to) => {
      write(() => copyLines.run({ from: rows.numberOf(from), to: rows.numberOf(to) }));
    },
    textOf,
    ofCase: (caseId) => readIntakeLog(textOf(caseId)),
  };
}

/** Without the line break that ends the last one. */
function rowsIn(text: string): string[] {
  const found = text.split('\n');
  if (found.at(-1) === '') found.pop();
  return found;
}
