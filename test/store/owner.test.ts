import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readOwner } from '../../electron/core/store/owner.ts';
import { openTestStore } from '../support/test-store.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const folder = useWorkFolder();
const child = fileURLToPath(new URL('../support/store-children/hold.ts', import.meta.url));

async function holdElsewhere(...args: string[]): Promise<ChildProcessByStdio<Writable, Readable, null>> {
  const running = spawn(process.execPath, [child, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(running.stdout, 'data');
  return running;
}

async function end(running: ChildProcessByStdio<Writable, Readable, null>, how: 'killed' | 'in order'): Promise<void> {
  const ended = once(running, 'exit');
  if (how === 'killed') running.kill('SIGKILL');
  else running.stdin.end();
  await ended;
}

describe('the data folder', () => {
  it('has one owner, who says where it can be reached', async () => {
    const place = folder.path('one');
    const running = await holdElsewhere(place, 'http://127.0.0.1:4000/');

    await expect(openTestStore(place)).rejects.toMatchObject({
      code: 'STORE_IN_USE',
      data: { detail: 'http://127.0.0.1:4000/' },
    });
    expect(readOwner(place)).toEqual({ pid: running.pid, address: 'http://127.0.0.1:4000/' });
    await end(running, 'in order');
    expect(readOwner(place)).toBeUndefined();
    expect(existsSync(join(place, 'juli.lock'))).toBe(false);
    (await openTestStore(place)).close();
  });

  it('is refused without an address when the owner has none', async () => {
    const store = await openTestStore(folder.path('same'));

    await expect(openTestStore(store.folder)).rejects.toMatchObject({ code: 'STORE_IN_USE', data: {} });
    store.close();
    (await openTestStore(store.folder)).close();
  });

  it('is taken over from one that was killed, even when its number belongs to another process now', async () => {
    const place = folder.path('killed');
    await end(await holdElsewhere(place, 'http://127.0.0.1:4000/'), 'killed');
    writeFileSync(join(place, 'juli.lock'), JSON.stringify({ pid: process.pid, address: 'http://127.0.0.1:4000/' }));

    expect(readOwner(place)).toBeUndefined();
    const store = await openTestStore(place);
    expect(readOwner(place)).toEqual({ pid: process.pid, leftAddress: 'http://127.0.0.1:4000/' });
    expect(store.leftAddress).toBe('http://127.0.0.1:4000/');
    store.close();
  });

  it('still knows where the windows look that a killed one left, though the next never serve', async () => {
    const place = folder.path('killed-twice');
    await end(await holdElsewhere(place, 'http://127.0.0.1:4000/'), 'killed');
    await end(await holdElsewhere(place), 'killed');
    await end(await holdElsewhere(place), 'in order');

    const third = await openTestStore(place);
    expect(third.leftAddress).toBe('http://127.0.0.1:4000/');
    third.publishAddress('http://127.0.0.1:5000/');
    third.close();
    const fourth = await openTestStore(place);
    expect(fourth.leftAddress).toBeUndefined();
    fourth.close();
  });

  it('is opened though the note of the last owner cannot be read', async () => {
    const first = await openTestStore(folder.path('torn'));
    first.close();
    writeFileSync(folder.path('torn', 'juli.lock'), '{"pi');

    (await openTestStore(folder.path('torn'))).close();
    expect(readOwner(folder.path('torn'))).toBeUndefined();
  });

  it('that nobody ever used has no owner', () => {
    expect(readOwner(folder.path('never'))).toBeUndefined();
  });
});
