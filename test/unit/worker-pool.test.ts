import { writeFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { createDocumentReader } from '../../electron/core/evidence/documents/read-document.ts';
import { createPictureWorkers } from '../../electron/core/evidence/pictures/picture-workers.ts';
import type { PagePress } from '../../electron/core/evidence/printed-pages.ts';
import { createWorkerPool, TaskTooLong, type WorkerBounds } from '../../electron/core/evidence/worker-pool.ts';
import { bmpFile } from '../support/bmp-file.ts';
import { evidenceTools } from '../support/evidence-tools.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const { signal } = new AbortController();
const tasks = new URL('../support/wayward.worker.ts', import.meta.url);

/** A task that goes wrong is told to whoever gave it, and costs neither those that wait behind it nor those that come later. */
describe('worker threads', () => {
  const open: { close(): Promise<void> }[] = [];
  afterAll(() => Promise.all(open.map((each) => each.close())));
  const start = (bounds: WorkerBounds) => {
    const pool = createWorkerPool(tasks, bounds);
    open.push(pool);
    return (path: string, stop = signal) => pool.run<number>('countPages', { path }, stop);
  };

  it.each([
    ['throws', 'throw', 'thrown by the task'],
    ['ends its thread', 'die', 'exited'],
    ['fills its memory', 'fill', 'memory limit'],
  ])('go on with what waits behind a task that %s', async (_, how, message) => {
    const run = start({ threads: 1, megabytes: 48 });
    const outcomes = await Promise.allSettled([run(how), run('well'), run('well')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(outcomes[0]).toMatchObject({ reason: { message: expect.stringContaining(message) } });
    expect(await run('well')).toBe(7);
  });

  it('stop a task when its time is over, and count none for those that wait', async () => {
    const bounds = { threads: 1, megabytes: 48, seconds: 60 };
    const run = start(bounds);
    expect(await run('well')).toBe(7);
    bounds.seconds = 0.1;
    const hanging = run('hang');
    // Turns are given at once; what waits has the time a busy machine needs.
    await new Promise((resolve) => setImmediate(resolve));
    bounds.seconds = 60;
    const waiting = run('well');
    await expect(hanging).rejects.toBeInstanceOf(TaskTooLong);
    expect(await waiting).toBe(7);
  });

  it('end with the signal, whose reason it is', async () => {
    const stop = new AbortController();
    const run = start({ threads: 1, megabytes: 48, seconds: 60 });
    const both = [run('hang', stop.signal), run('well', stop.signal)];
    const ended = both.map((one) => expect(one).rejects.toThrow('no longer wanted'));
    stop.abort(new Error('no longer wanted'));
    await Promise.all(ended);
    expect(await run('well')).toBe(7);
  });
});

describe('a file that takes its thread along', () => {
  const work = useWorkFolder();

  it('as a picture is named, and the others are decoded', async () => {
    const workers = createPictureWorkers({ decode: tasks, cut: tasks });
    const decode = async (name: string) => {
      const source = work.path(`${name}.bmp`);
      await writeFile(source, bmpFile({ bits: 8, rows: [[1, 2, 3, 4]] }));
      return workers.decode({ kind: 'BMP', source, target: work.path(name), pixels: 100 }, signal);
    };
    const [died, good, thrown] = await Promise.allSettled([decode('die'), decode('good'), decode('throw')]);
    const reason = expect.stringMatching(/BMP 图片已损坏或不完整，无法读出.*请/);
    expect(died).toMatchObject({ status: 'rejected', reason: { name: 'UnusableFile', reason } });
    expect(thrown).toMatchObject({ status: 'rejected', reason: { name: 'UnusableFile', reason } });
    const picture = { kind: 'pictures', pictures: [{ width: 4, height: 1 }] };
    expect(good).toMatchObject({ status: 'fulfilled', value: picture });
    expect(await decode('later')).toMatchObject(picture);
    await workers.close();
  });

  it('as a document is named, and the others are read', async () => {
    const tools = evidenceTools(work.path());
    const page = { kind: 'pdf-page', pdf: work.path('set.pdf'), index: 0 } as const;
    const size = { width: 210, height: 297, isFixed: true };
    const press: PagePress = {
      ...tools,
      printPages: () => Promise.resolve(new Uint8Array()),
      readPdf: () => Promise.resolve({ kind: 'pages', pages: [{ ...page, size }], remarks: [] }),
    };
    const reader = createDocumentReader(tools, press, () => Promise.reject(new Error('nothing inside')), tasks);
    const read = async (name: string) => {
      const absolute = work.path(`${name}.txt`);
      await writeFile(absolute, '一行文字');
      const file = { path: `${name}.txt` };
      const order = { absolute, mime: 'text/plain', size: 12, sha256: name, file, depth: 0 };
      return reader.read(order, signal);
    };
    // As many at once as there are threads, and more behind them.
    const names = ['die', 'throw', 'good', 'die', 'throw', 'good too'];
    const outcomes = await Promise.allSettled(names.map(read));
    for (const [index, outcome] of outcomes.entries()) {
      const name = names[index] ?? '';
      const reason = expect.stringMatching(/文件无法在限定的时间和内存内读出.*请/);
      if (name.startsWith('good')) expect(outcome, name).toMatchObject({ value: { kind: 'pages', pages: [{ size }] } });
      else expect(outcome, name).toMatchObject({ reason: { name: 'UnusableFile', reason } });
    }
    expect(await read('later')).toMatchObject({ kind: 'pages' });
    await reader.close();
  });
});
