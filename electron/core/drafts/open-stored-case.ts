import { join } from 'node:path';
import type { OpenCase } from '../prepared-case.ts';
import type { Store, StoredCase } from '../store/store.ts';
import type { Workspace } from '../workspace.ts';
import { dayOfClock } from './day-of-clock.ts';
import { type Salvaged, salvageDraft } from './salvage-draft.ts';

/** A case of the data folder, as far as it can be read. */
export interface OpenStoredCase extends OpenCase {
  readonly stored: StoredCase;
  readonly salvaged: Salvaged;
}

/** The case as papers, checks and packets take it; its evidence lies under its hash. NOT_FOUND for an unknown id. */
export function openStoredCase(workspace: Pick<Workspace, 'store' | 'clock'>, id: string): OpenStoredCase {
  const stored = workspace.store.cases.get(id);
  const salvaged = salvagedOf(workspace, stored);
  const { originals } = workspace.store;
  const hashes = new Map(originals.ofCase(id).map(({ path, sha256 }) => [path, sha256]));
  return {
    case: salvaged.case,
    name: salvaged.case.title,
    fileOf: (path) => {
      const sha256 = hashes.get(path);
      // A file that nobody has taken in: nothing is there, and the packet says so.
      return sha256 === undefined ? join(originals.incoming, 'not-taken-in') : originals.pathOf(sha256);
    },
    intakeLogText: async () => workspace.store.intakeLog.textOf(id),
    timestamps: async () => workspace.store.timestamps.toExport(id),
    key: `case:${id}`,
    stored,
    salvaged,
  };
}

/** What is asked of one revision one after the other: preview, checks, deadlines. */
interface Known {
  readonly version: string;
  readonly salvaged: Salvaged;
}

const mostKnown = 8;
const knownOf = new WeakMap<Store, Map<string, Known>>();

/** Reads each revision once; that is most of what a preview of a large case costs. */
function salvagedOf(
  { store, clock }: Pick<Workspace, 'store' | 'clock'>,
  { id, revision, draft }: StoredCase,
): Salvaged {
  const known = knownOf.get(store) ?? new Map<string, Known>();
  knownOf.set(store, known);
  const today = dayOfClock(clock);
  const version = `${revision} ${today}`;
  const kept = known.get(id);
  const salvaged = kept?.version === version ? kept.salvaged : salvageDraft(draft, today);
  known.delete(id);
  known.set(id, { version, salvaged });
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  return salvaged;
}
