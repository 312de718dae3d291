import { z } from 'zod';
import { type Case, caseFileSchema } from '../../contract/case/case-file.ts';
import type { Draft } from '../../contract/rpc/case-procedures.ts';
import { jsonPath } from '../cases/json-path.ts';
import { shapeProblems } from '../cases/shape-problems.ts';
import type { DraftProblem, DraftProblemKind } from './draft-problem.ts';
import { isRecord } from './draft-values.ts';
import { looseEnds } from './loose-ends.ts';
import type { Mending } from './mending.ts';
import { standInFor } from './stand-ins.ts';
import { type Steps, stepsOf, type WorkingDraft, workingDraft } from './working-draft.ts';

export interface Salvaged {
  /** All of the draft that can be printed. */
  readonly case: Case;
  /** What cannot, by its path in the draft. */
  readonly problems: readonly DraftProblem[];
  /** The path in the draft of a path in the case: rows that were left out shift those after them. */
  pathInDraft(path: string): string;
}

/** Each round mends one level of nesting; a case has six. */
const mostRounds = 40;

/**
 * Reads as much of a draft as there is to read. Never throws: the value that cannot be read is left out, and its row
 * where the row says nothing without it. Blank fields are no problems but gaps, rows without a word are no rows.
 */
export function salvageDraft(draft: Draft, today: string): Salvaged {
  const work = workingDraft(draft);
  const problems = new Map<string, DraftProblem>();
  for (let round = 0; round < mostRounds; round += 1) {
    const read = caseFileSchema.safeParse(work.root);
    const mendings = read.success
      ? looseEnds(work, draft)
      : read.error.issues.flatMap(meantIssues).flatMap((issue) => mendingsOf(issue, work, today));
    if (read.success && mendings.length === 0) return salvaged(read.data, problems, work);
    mend(work, mendings, problems);
  }
  // Cannot be reached by a schema that only nests; were it, the window would still show a page.
  return salvaged(emptyCase(today), problems, work);
}

function salvaged(file: Case, problems: ReadonlyMap<string, DraftProblem>, work: WorkingDraft): Salvaged {
  return {
    case: file,
    problems: [...problems.values()],
    pathInDraft: (path) => jsonPath(work.inDraft(stepsOf(path))),
  };
}

function mend(work: WorkingDraft, mendings: readonly Mending[], problems: Map<string, DraftProblem>): void {
  // Paths are told before anything moves.
  for (const { problem } of mendings) {
    if (problem === undefined) continue;
    const { at, ...told } = problem;
    const path = jsonPath(work.inDraft(at));
    const earlier = problems.get(path);
    if (earlier === undefined) problems.set(path, { ...told, path });
    // What could not be read was told in an earlier round; now its row goes as well.
    else if (told.isRowLeftOut) problems.set(path, { ...earlier, isRowLeftOut: true });
  }
  for (const { steps, value } of mendings) if (value !== undefined) work.put(steps, value);
  const removed = new Map(
    mendings.filter(({ value }) => value === undefined).map(({ steps }) => [jsonPath(steps), steps]),
  );
  // From the end, so that no place moves before its turn.
  for (const steps of [...removed.values()].sort(compareSteps).reverse()) work.remove(steps);
}

function compareSteps(first: Steps, second: Steps): number {
  for (const [index, step] of first.entries()) {
    const other = second[index];
    if (other === undefined) return 1;
    if (step === other) continue;
    if (typeof step === 'number' && typeof other === 'number') return step - other;
    return String(step) < String(other) ? -1 : 1;
  }
  return first.length - second.length;
}

/**
 * A file of an item is a path or a description; what is wrong inside the description is left out alone, and not the
 * file with it. But for boxes: where one of them cannot be read, nothing may be printed that it was to hide.
 */
function meantIssues(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.find((issues) => issues.every((one) => one.path.length > 0));
  if (meant === undefined || meant.some(({ path: [name] }) => name === 'redactions' || name === 'drawnOn'))
    return [issue];
  return meant.map((one) => ({ ...one, path: [...issue.path, ...one.path] })).flatMap(meantIssues);
}

function mendingsOf(issue: z.core.$ZodIssue, work: WorkingDraft, today: string): Mending[] {
  const steps = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const [told] = shapeProblems(new z.ZodError([issue]), work.root);
  const { expected, found } = told ?? { expected: '正确的写法', found: '' };
  const problem = (kind: DraftProblemKind, at: Steps, isRowLeftOut = false) => ({
    problem: { kind, at, expected, found, isRowLeftOut },
  });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ steps: [...steps, key], ...problem('unknown-field', [...steps, key]) }));
  }
  const value = work.at(steps);
  const isMissing = value === undefined || (issue.code === 'too_small' && issue.origin === 'array');
  if (!isMissing) return [{ steps, ...problem('unreadable', steps) }];
  const row = steps.slice(0, -1);
  // The moment of a spoken line is set by the player; without its words it is only begun.
  const isSilent = row.at(-2) === 'transcript' || !saysSomething(work.at(row));
  if (row.length > 0 && isSilent) return [{ steps: row }];
  const standIn = standInFor({ work, steps, today });
  if (standIn !== undefined) {
    return [{ steps, value: standIn.value, ...(standIn.isTold ? problem('missing', steps) : {}) }];
  }
  return [{ steps: row, ...problem('missing', steps, true) }];
}

/** Set by a form when it adds a row, before a person has said anything. */
const setByForms: ReadonlySet<string> = new Set([
  ...['id', 'kind', 'order', 'roles', 'state', 'group', 'status', 'body', 'precision', 'authority', 'quantity'],
  ...['evidence', 'against', 'claimant', 'holder', 'idType', 'route', 'channel', 'purpose', 'form', 'actualOngoing'],
]);

function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(saysSomething);
  if (!isRecord(value)) return value !== undefined;
  return Object.entries(value).some(([key, child]) => !setByForms.has(key) && saysSomething(child));
}

function emptyCase(today: string): Case {
  return caseFileSchema.parse({
    format: 'juli.case/1',
    title: '未命名案件',
    date: today,
    issues: ['not-as-described'],
    claimants: [{}],
    respondents: [{ roles: ['merchant'] }],
  });
}
