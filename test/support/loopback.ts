import { mkdir, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { os, type RouterClient } from '@orpc/server';
import { z } from 'zod';
import type { AdmittedFile, Files, ServedFile } from '../../electron/core/files/files.ts';
import type { Jobs } from '../../electron/core/jobs/jobs.ts';
import { type LoopbackHost, type LoopbackOrder, startLoopback } from '../../electron/server/http/serve.ts';

/** A loopback host over next to nothing: what is tried is the host, not what stands behind it. */
export interface BareHost extends LoopbackHost {
  readonly host: string;
  readonly token: string;
  readonly admitted: AdmittedFile[];
  /** What the router is at. */
  readonly count: Count;
}

export interface BareOptions extends Partial<Pick<LoopbackOrder, 'idleMinutes' | 'onIdle' | 'timer' | 'limits'>> {
  readonly served?: Readonly<Record<string, ServedFile>>;
  isWorking?(): boolean;
}

/** `folder` gets a built window of one page and one script. */
export async function startBareHost(folder: string, options: BareOptions = {}): Promise<BareHost> {
  const { served = {}, isWorking = () => false, ...order } = options;
  const windowFolder = `${folder}/window`;
  await mkdir(`${windowFolder}/assets`, { recursive: true });
  await writeFile(`${windowFolder}/index.html`, '<meta name="csp-nonce" content="__NONCE__"><title>据理</title>');
  await writeFile(`${windowFolder}/assets/window-1a2b.js`, 'document.title = "据理";');
  await writeFile(`${folder}/secret.txt`, 'secret');
  const admitted: AdmittedFile[] = [];
  const count: Count = { streams: 0, working: 0, letGo: [] };
  const host = await startLoopback({
    workspace: { files: filesOf(served, admitted), jobs: jobsOf(isWorking) },
    router: bareRouter(count),
    windowFolder,
    uploadsBelow: `${folder}/incoming`,
    ...order,
  });
  const { host: name, pathname } = new URL(host.address);
  return { ...host, host: name, token: pathname.slice(1, -1), admitted, count };
}

interface Count {
  streams: number;
  working: number;
  readonly letGo: (() => void)[];
}

function bareRouter(count: Count) {
  return {
    say: os.input(z.object({ name: z.string() })).handler(({ input }) => `你好，${input.name}`),
    /** Goes on although whoever asked is gone, until it is let go. */
    work: os.handler(async () => {
      count.working += 1;
      await new Promise<void>((resolve) => count.letGo.push(resolve));
      count.working -= 1;
    }),
    watch: os.handler(async function* ({ signal }) {
      count.streams += 1;
      try {
        yield 'open';
        await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
      } finally {
        count.streams -= 1;
      }
    }),
  };
}

/** As the window asks, with the origin that a browser adds. */
export function bareClient({ address, host }: BareHost): RouterClient<ReturnType<typeof bareRouter>> {
  return createORPCClient(new RPCLink({ url: `${address}rpc`, headers: { origin: `http://${host}` } }));
}

function filesOf(served: Readonly<Record<string, ServedFile>>, admitted: AdmittedFile[]): Files {
  return {
    admit: (file) => `ticket-${admitted.push(file)}`,
    redeem: () => {
      throw new Error('not asked for here');
    },
    open: async (address) => served[address],
  };
}

function jobsOf(isWorking: () => boolean): Jobs {
  const job = {
    id: '1',
    kind: 'packet',
    title: '',
    label: '',
    done: 0,
    total: 1,
    state: 'running',
    startedAt: '',
  } as const;
  return {
    list: () => (isWorking() ? [job] : []),
    start: () => '',
    watch: () => {
      throw new Error('not asked for here');
    },
    cancel: () => undefined,
    resultFile: () => undefined,
    workFolder: async () => '',
    close: async () => undefined,
  };
}

export interface Asked {
  readonly method?: string;
  /** As it is sent, so that nothing is made tidy on the way. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request as a program can send it that keeps to no rule of browsers. */
export function ask(port: number, { method = 'GET', path, headers = {}, body }: Asked): Promise<Told> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, method, path, headers, setHost: !('host' in headers), agent: false },
      (answer) => {
        const { statusCode: status = 0, headers: told } = answer;
        text(answer).then((said) => resolve({ status, headers: told, text: said }), reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
