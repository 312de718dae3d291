import { appendFileSync, rmSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../electron/core/app.ts';
import { verifyPacket } from '../../electron/core/integrity/verify-packet.ts';
import { wholePacket } from '../../electron/core/packet/parts.ts';
import { build, openApp } from '../support/build-packet.ts';
import { writeCleanCase } from '../support/case-folder.ts';
import { checkerPng } from '../support/pictures.ts';
import { useWorkFolder } from '../support/work-folder.ts';

/** The hash in a packet must be that of the picture in it, even while somebody is saving over the file. */
describe('an original that changes', () => {
  const work = useWorkFolder();
  let app: App;
  beforeAll(() => {
    app = openApp();
  });
  afterAll(() => app.close());

  it.each([
    ['changes', (path: string) => appendFileSync(path, 'x')],
    ['vanishes', (path: string) => rmSync(path)],
  ])('or %s between reading and writing stops the build, and nothing is left', async (name, harm) => {
    const folder = await writeCleanCase(work.path(name));
    // The same bytes under several names are in the packet once, from the first of them; this one is printed itself.
    await writeFile(`${folder}/evidence/聊天记录.png`, await checkerPng(80, 100));
    const out = work.path(`out-${name}`);
    await mkdir(out);
    const stages: string[] = [];
    const building = app.buildPacket(
      { case: folder, target: `${out}/packet.pdf`, selection: wholePacket, strict: false },
      {
        signal: new AbortController().signal,
        progress: ({ label }) => {
          if (label === '装入证据') harm(`${folder}/evidence/聊天记录.png`);
          stages.push(label);
        },
      },
    );
    await expect(building).rejects.toMatchObject({
      code: 'EVIDENCE_CHANGED',
      data: { file: `${folder}/evidence/聊天记录.png` },
    });
    expect(stages).toContain('写出文件');
    expect(await readdir(out)).toEqual([]);
  });

  it('between two builds of a running program is read again', async () => {
    const folder = await writeCleanCase(work.path('between'));
    const target = work.path('between.pdf');
    const hashes = async () => {
      const { evidence } = await build(app, folder, target);
      expect((await verifyPacket({ packet: target, evidence: folder }, new AbortController().signal)).ok).toBe(true);
      return evidence.flatMap(({ files }) => files.map(({ path, sha256 }) => `${path} ${sha256}`));
    };
    const before = await hashes();
    await writeFile(`${folder}/evidence/订单详情.png`, await checkerPng(80, 100));

    const after = await hashes();

    expect(after.filter((line) => !before.includes(line)).map((line) => line.split(' ')[0])).toEqual([
      'evidence/订单详情.png',
    ]);
  });
});
