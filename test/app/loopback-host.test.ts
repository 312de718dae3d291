import { readFile, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Timer } from '../../electron/server/http/idle-watch.ts';
import { startLoopback } from '../../electron/server/http/serve.ts';
import { ask, type BareHost, type BareOptions, bareClient, startBareHost } from '../support/loopback.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const folder = useWorkFolder();
let started = 0;

async function start(options: BareOptions = {}): Promise<BareHost> {
  started += 1;
  const host = await startBareHost(folder.path(`host-${started}`), options);
  onTestFinished(() => host.close());
  return host;
}

/** Opens a stream and waits until it has said something. */
async function openStream(host: BareHost): Promise<{ leave(): void; ended: Promise<unknown> }> {
  const stop = new AbortController();
  const stream = await bareClient(host).watch(undefined, { signal: stop.signal });
  await stream.next();
  const ended = stream.next().then(
    ({ done }) => done,
    (error: unknown) => error,
  );
  return { leave: () => stop.abort(), ended };
}

describe('an upload', () => {
  it('becomes a ticket for the same bytes, under the name it came with', async () => {
    const host = await start();
    const bytes = Buffer.alloc(3_000_000, '据理');
    const told = await ask(host.port, {
      method: 'POST',
      path: `/${host.token}/upload`,
      headers: {
        origin: `http://${host.host}`,
        'x-juli-name': encodeURIComponent('付款 截图😀.png'),
        'x-juli-relative-path': encodeURIComponent('证据/付款 截图😀.png'),
      },
      body: bytes,
    });
    expect(told).toMatchObject({ status: 200, text: '{"ticket":"ticket-1"}' });
    const [file] = host.admitted;
    expect(file).toMatchObject({ name: '付款 截图😀.png', relativePath: '证据/付款 截图😀.png' });
    expect((await readFile(file?.path ?? '')).equals(bytes)).toBe(true);
  });

  it('is gone with the host', async () => {
    const host = await start();
    const headers = { origin: `http://${host.host}`, 'x-juli-name': 'a.png' };
    await ask(host.port, { method: 'POST', path: `/${host.token}/upload`, headers, body: 'a' });
    await host.close();
    await expect(readFile(host.admitted[0]?.path ?? '')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a file', () => {
  const bytes = Buffer.from('0123456789');
  const mime = 'image/png';
  let host: BareHost;
  beforeAll(async () => {
    const path = folder.path('picture.png');
    await writeFile(path, bytes);
    host = await startBareHost(folder.path('files'), {
      served: {
        'on-disk': { content: { kind: 'path', path }, mime, isImmutable: true },
        'in-memory': { content: { kind: 'bytes', bytes }, mime, isImmutable: true },
        gone: { content: { kind: 'path', path: `${path}.gone` }, mime, isImmutable: true },
        folder: { content: { kind: 'path', path: folder.path() }, mime, isImmutable: true },
      },
    });
    return () => host.close();
  });
  const get = (path: string, range: string, method = 'GET') =>
    ask(host.port, { method, path: `/${host.token}/${path}`, headers: range === '' ? {} : { range } });

  describe.each(['on-disk', 'in-memory'])('%s', (path) => {
    it.each([
      ['', 200, '0123456789', undefined],
      ['bytes=0-0', 206, '0', 'bytes 0-0/10'],
      ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
      ['bytes=7-', 206, '789', 'bytes 7-9/10'],
      ['bytes=7-99', 206, '789', 'bytes 7-9/10'],
      ['bytes=-3', 206, '789', 'bytes 7-9/10'],
      ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
      ['bytes=10-', 416, '', 'bytes */10'],
      ['bytes=-0', 416, '', 'bytes */10'],
      ['bytes=4-2', 200, '0123456789', undefined],
      ['bytes=0-1,3-4', 200, '0123456789', undefined],
      ['lines=0-1', 200, '0123456789', undefined],
    ])('range “%s”: %i', async (range, status, text, contentRange) => {
      const told = await get(path, range);
      expect(told).toMatchObject({ status, text });
      expect(told.headers['content-range']).toBe(contentRange);
      if (status !== 416)
        expect(told.headers).toMatchObject({ 'content-length': String(text.length), 'content-type': mime });
    });

    it('HEAD tells its size and sends nothing', async () => {
      const told = await get(path, '', 'HEAD');
      expect(told).toMatchObject({ status: 200, text: '' });
      expect(told.headers).toMatchObject({ 'content-length': '10', 'accept-ranges': 'bytes' });
    });
  });

  it.each(['gone', 'folder', 'never-known'])('%s is not there', async (path) => {
    expect(await get(path, '')).toMatchObject({ status: 404, text: '' });
  });
});

describe('a stream', () => {
  it('ends at the host when its window goes', async () => {
    const host = await start();
    const { leave, ended } = await openStream(host);
    expect(host.count.streams).toBe(1);
    leave();
    await ended;
    await vi.waitUntil(() => host.count.streams === 0);
  });

  it('and every other ends when the host closes, without waiting for the window', async () => {
    const host = await start();
    const streams = await Promise.all([openStream(host), openStream(host)]);
    expect(host.count.streams).toBe(2);
    await host.close();
    await Promise.all(streams.map(({ ended }) => ended));
    await vi.waitUntil(() => host.count.streams === 0);
    await expect(fetch(host.address)).rejects.toThrow();
  });
});

describe('what was asked for and is still being done', () => {
  it('is waited for when the host closes', async () => {
    const host = await start();
    const answer = bareClient(host)
      .work()
      .catch(() => 'nobody was told');
    await vi.waitUntil(() => host.count.working === 1);
    const closing = host.close().then(() => host.count.working);
    expect(await answer).toBe('nobody was told');
    expect(host.count.working).toBe(1);
    for (const letGo of host.count.letGo) letGo();
    expect(await closing).toBe(0);
  });
});

describe('an idle host', () => {
  /** Time passes when `strike` is called. */
  function handTimer(): Timer & { strike(): void; readonly set: number[] } {
    let waiting: (() => void) | undefined;
    const set: number[] = [];
    return {
      set,
      after(milliseconds, then) {
        set.push(milliseconds);
        waiting = then;
        return () => {
          waiting = undefined;
        };
      },
      strike() {
        const then = waiting;
        waiting = undefined;
        then?.();
      },
    };
  }

  it('says so once after half an hour in which nobody came', async () => {
    const timer = handTimer();
    const onIdle = vi.fn();
    await start({ timer, onIdle });
    expect(timer.set).toEqual([30 * 60_000]);
    timer.strike();
    timer.strike();
    expect(onIdle).toHaveBeenCalledTimes(1);
  });

  it('is not idle while one of its windows listens, and counts anew when the last has gone', async () => {
    const timer = handTimer();
    const onIdle = vi.fn();
    const host = await start({ timer, onIdle, idleMinutes: 1 });
    const first = await openStream(host);
    const second = await openStream(host);
    timer.strike();
    first.leave();
    await first.ended;
    await vi.waitUntil(() => host.count.streams === 1);
    timer.strike();
    expect(onIdle).not.toHaveBeenCalled();
    second.leave();
    await second.ended;
    await vi.waitUntil(() => timer.set.length > 1);
    timer.strike();
    expect(timer.set).toEqual([60_000, 60_000]);
    expect(onIdle).toHaveBeenCalledTimes(1);
  });

  it('is not kept awake by those who have no token', async () => {
    const timer = handTimer();
    const host = await start({ timer });
    await ask(host.port, { path: '/' });
    expect(timer.set).toHaveLength(1);
    await ask(host.port, { path: `/${host.token}/` });
    await vi.waitUntil(() => timer.set.length === 2);
  });

  it('waits for a job that still runs', async () => {
    const timer = handTimer();
    const onIdle = vi.fn();
    let isRunning = true;
    await start({ timer, onIdle, isWorking: () => isRunning });
    timer.strike();
    expect(onIdle).not.toHaveBeenCalled();
    isRunning = false;
    timer.strike();
    expect(onIdle).toHaveBeenCalledTimes(1);
  });
});

describe('a window that is built again while it is served', () => {
  it('gets its new files', async () => {
    const host = await start();
    const address = `/${host.token}/assets/window-3c4d.js`;
    expect((await ask(host.port, { path: address })).status).toBe(404);
    await writeFile(folder.path(`host-${started}/window/assets/window-3c4d.js`), 'export {};');
    expect(await ask(host.port, { path: address })).toMatchObject({ status: 200, text: 'export {};' });
  });
});

describe('without a built window', () => {
  it('the host does not start, and says what to do', async () => {
    const order = { windowFolder: folder.path('nothing'), uploadsBelow: folder.path('incoming'), router: {} };
    const workspace = {} as Parameters<typeof startLoopback>[0]['workspace'];
    await expect(startLoopback({ ...order, workspace })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
