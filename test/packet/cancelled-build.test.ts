import { mkdir, readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../electron/contract/errors.ts';
import type { App } from '../../electron/core/app.ts';
import { wholePacket } from '../../electron/core/packet/parts.ts';
import type { Printer } from '../../electron/core/ports.ts';
import { createChromiumPrinter } from '../../electron/server/chromium-printer.ts';
import { build, openApp } from '../support/build-packet.ts';
import { writeCleanCase } from '../support/case-folder.ts';
import { useWorkFolder } from '../support/work-folder.ts';

/** architecture.md, rule 7: cancel leaves nothing behind, and the program lives on. */
describe('a build that is cancelled', () => {
  const work = useWorkFolder();
  let app: App;
  let folder = '';
  beforeAll(async () => {
    app = openApp();
    folder = await writeCleanCase(work.path('case'));
  });
  afterAll(() => app.close());

  it.each(['读取证据', '排版', '装入证据', '写出文件'])(
    'at “%s” writes nothing, and the program lives on',
    async (stage) => {
      const out = work.path(`out-${stage}`);
      await mkdir(out);
      const stop = new AbortController();
      const seen: string[] = [];
      const cancelled = app.buildPacket(
        { case: folder, target: `${out}/packet.pdf`, selection: wholePacket, strict: false },
        {
          signal: stop.signal,
          progress: ({ label }) => {
            seen.push(label);
            if (label === stage) stop.abort(new AppError('CANCELLED'));
          },
        },
      );
      await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' });
      expect(seen).toContain(stage);
      expect(await readdir(out)).toEqual([]);
    },
  );

  it('is followed by one that succeeds', async () => {
    expect((await build(app, folder, work.path('next/packet.pdf'))).pages).toBeGreaterThan(9);
    expect(await readdir(work.path('next'))).toEqual(['packet.pdf']);
  });

  it('in the middle of a print writes nothing, and the next build succeeds', async () => {
    const chromium = createChromiumPrinter();
    const stop = new AbortController();
    const stopping: Printer = {
      assetUrl: chromium.assetUrl,
      open: async (opening) => {
        const session = await chromium.open(opening);
        return {
          print: (html, printing) => {
            const printed = session.print(html, printing);
            stop.abort(new AppError('CANCELLED'));
            return printed;
          },
          close: () => session.close(),
        };
      },
    };
    const stopped = openApp(undefined, stopping);
    try {
      const request = { case: folder, target: work.path('mid.pdf'), selection: wholePacket, strict: false };
      await expect(
        stopped.buildPacket(request, { signal: stop.signal, progress: () => undefined }),
      ).rejects.toMatchObject({ code: 'CANCELLED' });
      expect(await readdir(work.path())).not.toContain('mid.pdf');

      expect((await build(stopped, folder, work.path('mid.pdf'))).pages).toBeGreaterThan(9);
    } finally {
      await stopped.close();
    }
  });

  it('before it begins does nothing', async () => {
    const signal = AbortSignal.abort(new AppError('CANCELLED'));
    await expect(
      app.buildPacket(
        { case: folder, target: work.path('never.pdf'), selection: wholePacket, strict: false },
        { signal, progress: () => undefined },
      ),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await readdir(work.path())).not.toContain('never.pdf');
  });
});
