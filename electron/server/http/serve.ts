import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { AnyRouter } from '@orpc/server';
import { AppError } from '../../contract/errors.ts';
import { readWindowFiles } from '../../core/files/window-files.ts';
import { memoise } from '../../core/memoise.ts';
import type { Workspace } from '../../core/workspace.ts';
import { systemTimer, type Timer, watchIdle } from './idle-watch.ts';
import { createLoopbackApp } from './loopback-app.ts';

export interface LoopbackOrder {
  readonly workspace: Pick<Workspace, 'files' | 'jobs'>;
  readonly router: AnyRouter;
  /** The built window. */
  readonly windowFolder: string;
  /** Uploads get a folder of their own in it, on the disk of the data folder: evidence can be larger than memory. */
  readonly uploadsBelow: string;
  /**
   * The start page of a host that was killed. Windows that are still open hold what was typed since, and know no other
   * address: if its port is free, this host takes its place. After an orderly end nobody can know the next address.
   */
  readonly leftAddress?: string | undefined;
  readonly idleMinutes?: number;
  /** Called once when no window has been there for so long. */
  readonly onIdle?: () => void;
  /** Told each time a browser has come to the start page. */
  readonly onArrival?: () => void;
  readonly timer?: Timer;
  readonly limits?: Partial<LoopbackLimits>;
}

export interface LoopbackLimits {
  /** Bytes of one question to the router. */
  readonly questionSize: number;
  /** Bytes of one uploaded file. */
  readonly fileSize: number;
  /** Uploaded files that wait to be taken in. */
  readonly files: number;
}

const usualLimits: LoopbackLimits = { questionSize: 5_000_000, fileSize: 4 * 2 ** 30, files: 20_000 };
const usualIdleMinutes = 30;
const loopback = '127.0.0.1';

export interface LoopbackHost {
  /** The start page, token included: whoever knows it has the window. */
  readonly address: string;
  readonly port: number;
  /** Ends every stream at once, and resolves when nothing is done any more for those who asked. */
  close(): Promise<void>;
}

/** The window and its router on a random port of this computer alone. */
export async function startLoopback(order: LoopbackOrder): Promise<LoopbackHost> {
  const { workspace, router, windowFolder, uploadsBelow, idleMinutes = usualIdleMinutes } = order;
  const { questionSize, fileSize, files } = { ...usualLimits, ...order.limits };
  const window = await readWindowFiles(windowFolder);
  const uploadFolder = memoise(() => makeUploadFolder(uploadsBelow));
  const idle = watchIdle(idleMinutes * 60_000, {
    timer: order.timer ?? systemTimer,
    isWorking: () => workspace.jobs.list().some(({ state }) => state === 'running'),
    onIdle: () => order.onIdle?.(),
  });
  const works = new Set<Promise<void>>();
  let [host, token] = ['', ''];
  const app = createLoopbackApp({
    door: () => ({ host, token }),
    entered(response, work) {
      response.once('close', idle.begin());
      works.add(work);
      work.then(
        () => works.delete(work),
        () => works.delete(work),
      );
    },
    arrived: () => order.onArrival?.(),
    router,
    files: workspace.files,
    window,
    uploadFolder: uploadFolder.get,
    uploadLimits: { fileSize, files },
    questionSize,
  });
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  const left = leftDoor(order.leftAddress);
  const hasLeftPort = left !== undefined && (await listen(server, left.port).catch(() => undefined)) !== undefined;
  const port = hasLeftPort ? left.port : await listen(server, 0);
  host = `${loopback}:${port}`;
  // Whoever has that port now was asked by those windows: a token is used again with its port, or not at all.
  token = hasLeftPort ? left.token : randomBytes(32).toString('hex');

  return {
    address: `http://${host}/${token}/`,
    port,
    async close() {
      idle.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      // What was being done for a window that is gone still writes; the workspace must not be closed under it.
      await Promise.allSettled(works);
      const folder = await uploadFolder.forget();
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Only with the first upload: cases of a folder that cannot be written can still be read. */
async function makeUploadFolder(parent: string): Promise<string> {
  try {
    await mkdir(parent, { recursive: true, mode: 0o700 });
    return await mkdtemp(join(parent, 'upload-'));
  } catch (cause) {
    throw new AppError('WRITE_FAILED', { file: parent }, { cause });
  }
}

function leftDoor(address: string | undefined): { readonly port: number; readonly token: string } | undefined {
  const [, port, token] = /^http:\/\/127\.0\.0\.1:(\d{1,5})\/([0-9a-f]{64})\/$/.exec(address ?? '') ?? [];
  return port === undefined || token === undefined ? undefined : { port: Number(port), token };
}

/** 0 is any port that is free. */
async function listen(server: Server, wanted: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: loopback, port: wanted }, resolve);
  });
  return (server.address() as AddressInfo).port;
}
