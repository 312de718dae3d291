import { afterAll, describe, expect, it } from 'vitest';
import { pdfRefusals } from '../../electron/core/evidence/pdf/pdf-refusals.ts';
import { createPdfWorkers, type PdfBounds, type PdfWorkers } from '../../electron/core/evidence/pdf/pdf-workers.ts';
import { createTurns } from '../../electron/core/evidence/turns.ts';

const { signal } = new AbortController();

const file = new URL('../support/wayward.worker.ts', import.meta.url);
const patient = { milliseconds: 60_000, bytes: 2 ** 40 };

/** Whatever was called has come as far as it can without waiting. */
const begun = () => new Promise((resolve) => setImmediate(resolve));

/** A task that goes wrong ends with its thread; whoever comes next finds the workers as they were. */
describe('the worker threads for PDFs', () => {
  const open: PdfWorkers[] = [];
  afterAll(() => Promise.all(open.map((workers) => workers.close())));
  const start = (bounds: PdfBounds) => {
    const workers = createPdfWorkers(bounds, file);
    open.push(workers);
    return (path: string, stop = signal) => workers.run('countPages', { path, password: '' }, stop);
  };

  it('stop a task that hangs, while the others go on', async () => {
    const bounds = { ...patient };
    const count = start(bounds);
    expect(await count('well')).toBe(7);
    bounds.milliseconds = 100;
    const hanging = count('hang');
    await begun();
    // Those that do not hang have the time a busy machine needs.
    bounds.milliseconds = patient.milliseconds;
    const others = Promise.all([count('well'), count('well')]);
    await expect(hanging).rejects.toMatchObject({ name: 'UnusableFile', reason: pdfRefusals.tooSlow });
    expect(await others).toEqual([7, 7]);
    expect(await count('well')).toBe(7);
  });

  it('stop a task that eats memory, or ends its thread', async () => {
    const count = start({ ...patient, bytes: 100 * 1024 * 1024 });
    await expect(count('eat')).rejects.toMatchObject({ name: 'UnusableFile', reason: pdfRefusals.tooMuch });
    await expect(count('die')).rejects.toMatchObject({ name: 'UnusableFile', reason: pdfRefusals.tooMuch });
    expect(await count('well')).toBe(7);
  });

  it('end with the signal, and not with a reason about the file', async () => {
    const stop = new AbortController();
    const hanging = start(patient)('hang', stop.signal);
    stop.abort(new Error('no longer wanted'));
    await expect(hanging).rejects.toThrow('no longer wanted');
  });
});

describe('turns', () => {
  it('let as many run as there are places, in the order they came', async () => {
    const turns = createTurns(2);
    const order: string[] = [];
    const ends = new Map<string, () => void>();
    const take = (label: string, places: number) =>
      turns.take(places, signal, () => {
        order.push(label);
        return new Promise<void>((end) => ends.set(label, end));
      });
    const all = [take('a', 1), take('b', 1), take('alone', 2), take('c', 1)];
    await begun();
    expect(order).toEqual(['a', 'b']);
    ends.get('a')?.();
    await begun();
    expect(order).toEqual(['a', 'b']);
    ends.get('b')?.();
    await begun();
    expect(order).toEqual(['a', 'b', 'alone']);
    ends.get('alone')?.();
    await begun();
    ends.get('c')?.();
    await Promise.all(all);
    expect(order).toEqual(['a', 'b', 'alone', 'c']);
  });
});
