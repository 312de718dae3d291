import { describe, expect, it } from 'vitest';
import { keyRows } from '../../renderer/draft/row-keys.ts';

const rows = (...names: string[]) => names.map((name) => ({ name }));
const none = { rows: [], keys: [], next: 0 };

describe('keys of rows', () => {
  it('stay with a row that is edited, and the list of them stays the same', () => {
    const [first, second] = rows('a', 'b');
    const before = keyRows([first ?? '', second ?? ''], none);
    const after = keyRows([{ name: 'edited' }, second ?? ''], before);
    expect(after.keys).toBe(before.keys);
  });

  it('go with a row that is moved', () => {
    const [first, second, third] = rows('a', 'b', 'c');
    const before = keyRows([first ?? '', second ?? '', third ?? ''], none);
    const after = keyRows([third ?? '', first ?? '', second ?? ''], before);
    expect(after.keys).toEqual([before.keys[2], before.keys[0], before.keys[1]]);
  });

  it('are new for a row that is added, and not used again', () => {
    const [first, second] = rows('a', 'b');
    const before = keyRows([first ?? ''], none);
    const added = keyRows([second ?? '', first ?? ''], before);
    expect(added.keys[1]).toBe(before.keys[0]);
    const removed = keyRows([first ?? ''], added);
    const again = keyRows([first ?? '', second ?? ''], removed);
    expect(again.keys[0]).toBe(before.keys[0]);
    expect(added.keys).not.toContain(again.keys[1]);
  });
});
