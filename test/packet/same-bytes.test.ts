import { createHash } from 'node:crypto';
import { cp, readFile, utimes } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../electron/core/app.ts';
import { build, openApp, sampleFolder } from '../support/build-packet.ts';
import { useWorkFolder } from '../support/work-folder.ts';

/** The same case gives the same bytes, whenever, wherever and in whatever running program it is built. */
describe('the same case', () => {
  const work = useWorkFolder();
  let first: App;
  let expected = '';
  const digest = async (name: string) =>
    createHash('sha256')
      .update(await readFile(work.path(name)))
      .digest('hex');

  beforeAll(async () => {
    first = openApp('2026-11-18T09:00:00+08:00');
    await build(first, sampleFolder('game-credit'), work.path('first.pdf'));
    expected = await digest('first.pdf');
  });
  afterAll(() => first.close());

  it('gives the same bytes again in the running program, which then prints from what it remembers', async () => {
    await build(first, sampleFolder('game-credit'), work.path('again.pdf'));
    expect(await digest('again.pdf')).toBe(expected);
  });

  it('gives the same bytes after another case was built', async () => {
    await build(first, sampleFolder('lifetime-membership'), work.path('between.pdf'));
    expect(await digest('between.pdf')).not.toBe(expected);
    await build(first, sampleFolder('game-credit'), work.path('after.pdf'));
    expect(await digest('after.pdf')).toBe(expected);
  });

  it('gives the same bytes years later, from another folder, in a fresh program, under another name', async () => {
    const elsewhere = work.path('别处的案件');
    await cp(sampleFolder('game-credit'), elsewhere, { recursive: true });
    await utimes(`${elsewhere}/evidence/订单详情.png`, new Date('2020-01-01'), new Date('2020-01-01'));
    const later = openApp('2031-02-03T23:59:59+08:00');
    try {
      await build(later, elsewhere, work.path('另一个名字.pdf'));
    } finally {
      await later.close();
    }
    expect(await digest('另一个名字.pdf')).toBe(expected);
  });

  it('says nothing of the machine: no path, no user, no time of building', async () => {
    const text = (await readFile(work.path('first.pdf'))).toString('latin1');
    expect(text).not.toContain(work.path());
    expect(text).not.toContain(process.cwd());
    expect(text).not.toMatch(/HeadlessChrome|Skia\/PDF|Mozilla/);
    expect([...text.matchAll(/\(D:(\d{14}[^)]*)\)/g)].map((match) => match[1])).toEqual([
      "20261118000000+08'00'",
      "20261118000000+08'00'",
    ]);
  });
});
