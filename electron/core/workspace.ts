import type { StoreEvent } from '../contract/rpc/case-procedures.ts';
import type { App } from './app.ts';
import type { Deadlines } from './deadlines/all-deadlines.ts';
import type { CaseChecks } from './drafts/case-checks.ts';
import type { Files } from './files/files.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Clock, Desk, Media, OfficeConverter, Printer } from './ports.ts';
import type { Store } from './store/store.ts';

/** One data folder in use: what the procedures of the router work with. */
export interface Workspace {
  readonly store: Store;
  /** Papers, packets, checks; with the templates of the data folder laid over the built-in ones. */
  readonly app: App;
  readonly jobs: Jobs;
  readonly files: Files;
  readonly events: Events;
  /** What the checks say of each case; made in the background after every edit. */
  readonly checks: CaseChecks;
  /** The clocks of all cases, each reckoned once a day and after every edit. */
  readonly deadlines: Deadlines;
  readonly desk: Desk;
  /** An office program for those who choose it; unset where the host runs none. */
  readonly office: OfficeConverter | undefined;
  readonly clock: Clock;
  readonly templatesFolder: string;
  close(): Promise<void>;
}

export interface WorkspaceConfig {
  /** The user's data folder; made when it is not there. */
  readonly dataFolder: string;
  readonly templatesFolder: string;
}

export interface WorkspacePorts {
  readonly printer: Printer;
  /** Without it recordings get pages without pictures. */
  readonly media?: Media | undefined;
  /** Used only where the user has set so. */
  readonly office?: OfficeConverter | undefined;
  readonly clock: Clock;
  readonly desk: Desk;
  /** Ids of cases and jobs; random unless a test fixes them. */
  readonly newId?: () => string;
}

/** Who is told of changes. Slow listeners get the newest state of each thing, never a backlog. */
export interface Events {
  emit(event: StoreEvent): void;
  listen(signal: AbortSignal | undefined): AsyncIterable<StoreEvent>;
}
