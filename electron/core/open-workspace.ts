import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { announcingCases } from './announcing-cases.ts';
import { createApp } from './app.ts';
import { createDeadlines } from './deadlines/all-deadlines.ts';
import { createCaseChecks } from './drafts/case-checks.ts';
import { caseFacts } from './drafts/case-facts.ts';
import { createEvents } from './events.ts';
import { createFiles } from './files/create-files.ts';
import { createJobs } from './jobs/create-jobs.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import type { Workspace, WorkspaceConfig, WorkspacePorts } from './workspace.ts';

/**
 * Opens a data folder and everything that works with it. Throws STORE_IN_USE when another process has it, and whatever
 * else the store refuses a folder for.
 */
export async function openWorkspace(
  { dataFolder, templatesFolder }: WorkspaceConfig,
  { printer, media, office, clock, desk, newId = randomUUID }: WorkspacePorts,
): Promise<Workspace> {
  const opened = await openStore({ folder: dataFolder, factsOf: caseFacts, now: () => clock.now(), newId });
  const events = createEvents();
  const store: Store = {
    ...opened,
    get health() {
      return opened.health;
    },
    cases: announcingCases(opened.cases, events, (id) => deadlines.forget(id)),
  };
  const ownTemplates = join(dataFolder, 'templates');
  const hasOwnTemplates = await mkdir(ownTemplates, { recursive: true, mode: 0o700 }).then(
    () => true,
    // A folder that cannot be written to may hold no templates either; the built-in ones always work.
    () => false,
  );
  const app = createApp(
    {
      printer,
      media,
      clock,
      limits: () => opened.settings.get().limits,
      office: () => (opened.settings.get().usesOffice ? office : undefined),
    },
    { templatesFolder, ownTemplates: hasOwnTemplates ? ownTemplates : undefined, isTolerant: true },
  );
  const jobs = createJobs({ clock, emit: events.emit, newId });
  const previewStyles = async () => (await app.house()).templates.styles;
  const files = createFiles({ store, jobs, clock, previewStyles });
  const deadlines = createDeadlines({ store, clock, app });
  const checks = createCaseChecks({ store, clock, app });
  const ended = new AbortController();
  const following = followChanges();
  const copying = store.keepDailyCopy(ended.signal);

  async function followChanges(): Promise<void> {
    for await (const event of events.listen(ended.signal)) {
      if (event.kind === 'case') checks.request(event.id);
      else if (event.kind === 'templates') checks.forget();
    }
  }

  return {
    store,
    app,
    jobs,
    files,
    events,
    checks,
    deadlines,
    desk,
    office,
    clock,
    templatesFolder,
    async close() {
      ended.abort();
      await jobs.close();
      await Promise.all([following, copying, checks.close()]);
      await app.close();
      opened.close();
    },
  };
}
