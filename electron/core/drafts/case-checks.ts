import { stat } from 'node:fs/promises';
import type { CaseCheck } from '../../contract/rpc/case-procedures.ts';
import type { App } from '../app.ts';
import type { FileStates } from '../case-findings.ts';
import type { FileState } from '../checks/rule.ts';
import { nextDeadline } from '../deadlines/case-deadlines.ts';
import { problemNow } from '../evidence/problem-now.ts';
import type { CheckedFacts } from '../store/store.ts';
import type { Workspace } from '../workspace.ts';
import { caseStep } from './case-step.ts';
import { dayOfClock } from './day-of-clock.ts';
import { draftFinding } from './draft-findings.ts';
import { type OpenStoredCase, openStoredCase } from './open-stored-case.ts';

/** What the checks say of the cases of a data folder. Each revision is checked once. */
export interface CaseChecks {
  of(id: string): Promise<CaseCheck>;
  /** Checks the case soon, and notes for the list what came of it. */
  request(id: string): void;
  /** Forgets what was found: templates have changed. */
  forget(): void;
  close(): Promise<void>;
}

export interface CheckPorts extends Pick<Workspace, 'store' | 'clock'> {
  readonly app: Pick<App, 'checkKnownFiles' | 'house'>;
}

/** Long enough for a word to be typed to its end, short enough to look immediate. */
const pause = 400;
/** Cases whose last check is kept. */
const mostKept = 50;

interface Kept {
  readonly version: string;
  readonly check: Promise<CaseCheck>;
}

export function createCaseChecks(ports: CheckPorts): CaseChecks {
  const kept = new Map<string, Kept>();
  const requested = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isClosed = false;

  function checkOf(opened: OpenStoredCase, id: string): Promise<CaseCheck> {
    const version = `${opened.stored.revision} ${dayOfClock(ports.clock)}`;
    const known = kept.get(id);
    if (known?.version === version) return known.check;
    const check = checkCase(ports, opened);
    kept.delete(id);
    kept.set(id, { version, check });
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    // What failed is tried again the next time somebody asks.
    check.catch(() => kept.get(id)?.check === check && kept.delete(id));
    return check;
  }

  async function checkRequested(): Promise<void> {
    for (let [id] = requested; id !== undefined && !isClosed; [id] = requested) {
      requested.delete(id);
      // A case that is gone or cannot be checked leaves the list as it is; who opens it is told why.
      await noteCheck(id).catch(() => undefined);
      // Whoever waits for an answer comes first.
      await new Promise(setImmediate);
    }
    running = undefined;
  }

  async function noteCheck(id: string): Promise<void> {
    const opened = openStoredCase(ports, id);
    const [{ findings }, { law }] = await Promise.all([checkOf(opened, id), ports.app.house()]);
    if (isClosed || ports.store.health.isReadOnly) return;
    const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
    const checked: CheckedFacts = {
      errors: count('error'),
      warnings: count('warning'),
      hints: count('hint'),
      nextDeadline: nextDeadline(opened.case, law, dayOfClock(ports.clock)),
    };
    ports.store.cases.setChecked(id, opened.stored.revision, checked);
  }

  return {
    of: (id) => checkOf(openStoredCase(ports, id), id),
    request(id) {
      if (isClosed) return;
      requested.add(id);
      clearTimeout(timer);
      timer = setTimeout(() => {
        running ??= checkRequested();
      }, pause);
      timer.unref();
    },
    forget: () => kept.clear(),
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Problems of the draft first, then what the checks say of the rest; every path is one of the draft. */
async function checkCase({ store, app }: CheckPorts, opened: OpenStoredCase): Promise<CaseCheck> {
  const { stored, salvaged } = opened;
  const found = await app.checkKnownFiles(opened, await fileStates(store, opened));
  const problems = salvaged.problems.map(draftFinding);
  const told = new Set(problems.map(({ path }) => path));
  const findings = found
    .map((finding) => ({ ...finding, path: salvaged.pathInDraft(finding.path) }))
    // What cannot be read is not missing as well.
    .filter(({ id, path }) => id !== 'fact.missing' || !told.has(path));
  return {
    revision: stored.revision,
    findings: [...problems, ...findings].map((finding) => ({ ...finding, step: caseStep(finding.path) })),
  };
}

/** What becomes of each file when it is printed, as was seen when it was taken in. */
async function fileStates(
  store: CheckPorts['store'],
  { stored, case: file, fileOf }: OpenStoredCase,
): Promise<FileStates> {
  const rows = new Map(store.originals.ofCase(stored.id).map((row) => [row.path, row]));
  const paths = [...new Set(file.evidence.flatMap(({ files }) => files.map(({ path }) => path)))];
  const states = await Promise.all(
    paths.map(async (path): Promise<[string, FileState]> => {
      const isThere = await stat(fileOf(path)).then(
        (status) => status.isFile(),
        () => false,
      );
      const row = rows.get(path);
      const problem = row === undefined ? undefined : problemNow(row, store.settings.get());
      if (!isThere) return [path, { status: 'missing' }];
      if (problem === undefined)
        return [path, { status: 'included', isSet: row !== undefined && row.kind !== 'picture' && row.kind !== 'pdf' }];
      return [path, { status: 'placeholder', reason: problem }];
    }),
  );
  return new Map(states);
}
