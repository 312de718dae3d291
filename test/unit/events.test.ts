import { describe, expect, it } from 'vitest';
import type { StoreEvent } from '../../electron/contract/rpc/case-procedures.ts';
import { createEvents } from '../../electron/core/events.ts';

const id = '00000000-0000-4000-8000-000000000001';

describe('events', () => {
  it('wait for a slow listener as the newest of each thing', async () => {
    const events = createEvents();
    const stop = new AbortController();
    const listening = events.listen(stop.signal)[Symbol.asyncIterator]();

    for (let revision = 1; revision <= 1_000; revision += 1) {
      events.emit({ kind: 'case', id, revision });
      events.emit({ kind: 'list' });
    }

    expect((await listening.next()).value).toEqual({ kind: 'case', id, revision: 1_000 });
    expect((await listening.next()).value).toEqual({ kind: 'list' });
    const none = listening.next();
    stop.abort();
    expect((await none).done).toBe(true);
  });

  it('reach every listener, and end with its signal alone', async () => {
    const events = createEvents();
    const [first, second] = [new AbortController(), new AbortController()];
    const heard: StoreEvent[][] = [[], []];
    const listening = [first, second].map(async (stop, index) => {
      for await (const event of events.listen(stop.signal)) {
        heard[index]?.push(event);
        if (event.kind === 'settings') stop.abort();
      }
    });

    first.abort();
    await listening[0];
    events.emit({ kind: 'jobs' });
    events.emit({ kind: 'settings' });
    await listening[1];

    expect(heard).toEqual([[], [{ kind: 'jobs' }, { kind: 'settings' }]]);
  });
});
