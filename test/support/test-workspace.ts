import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openWorkspace } from '../../electron/core/open-workspace.ts';
import type { Desk, Media, OfficeConverter, Printer } from '../../electron/core/ports.ts';
import type { Workspace } from '../../electron/core/workspace.ts';

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));
export const testNow = '2026-11-22T02:00:00.000Z';

/** For tests that print nothing. */
const noPrinter: Printer = {
  assetUrl: (path) => pathToFileURL(path).href,
  open: () => Promise.reject(new Error('nothing is printed here')),
};

export interface TestWorkspace {
  readonly workspace: Workspace;
  readonly dataFolder: string;
  /** Ends the program and starts it again on the same data. */
  reopen(): Promise<Workspace>;
  /** Ends it, and removes the data. */
  end(): Promise<void>;
}

/** A workspace on a data folder of its own, at a fixed time and with ids that count. */
export async function openTestWorkspace(
  ports: {
    readonly desk?: Desk;
    readonly printer?: Printer;
    readonly media?: Media;
    readonly office?: OfficeConverter;
    now?(): Date;
  } = {},
): Promise<TestWorkspace> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'juli-workspace-'));
  let ids = 0;
  const open = () =>
    openWorkspace(
      { dataFolder, templatesFolder },
      {
        printer: ports.printer ?? noPrinter,
        media: ports.media,
        office: ports.office,
        clock: { now: ports.now ?? (() => new Date(testNow)) },
        desk: ports.desk ?? { host: 'loopback', canDragOut: false },
        newId: () => {
          ids += 1;
          return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
        },
      },
    );
  let workspace = await open();
  return {
    get workspace() {
      return workspace;
    },
    dataFolder,
    async reopen() {
      await workspace.close();
      workspace = await open();
      return workspace;
    },
    async end() {
      await workspace.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
