import { writeFile } from 'node:fs/promises';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import type { OfficeConverter } from '../../electron/core/ports.ts';
import { createRouter } from '../../electron/core/router.ts';
import { openTestWorkspace } from '../support/test-workspace.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();

describe('who sets documents in pages', () => {
  it('can be chosen where LibreOffice is installed, and an old Office file is no problem any more then', async () => {
    const office: OfficeConverter = {
      isThere: () => Promise.resolve(true),
      toPdf: () => Promise.reject(new Error('not asked')),
    };
    const test = await openTestWorkspace({ office });
    const { workspace } = test;
    const client = createRouterClient(createRouter(workspace));
    const { id } = await client.cases.openSample({ name: 'software-key' });
    const path = work.path('旧协议.doc');
    await writeFile(path, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]));
    const ticket = workspace.files.admit({ path, name: '旧协议.doc', relativePath: '旧协议.doc', isTemporary: false });
    const { job } = await client.evidence.take({ id, tickets: [ticket] });
    for await (const _state of await client.jobs.watch({ id: job }));
    const told = async () => {
      const file = (await client.evidence.files({ id })).find(({ originalName }) => originalName === '旧协议.doc');
      const { findings } = await client.cases.check({ id });
      return [file?.problem, findings.filter((finding) => JSON.stringify(finding).includes('旧版 Office')).length];
    };

    expect(await client.house.about()).toMatchObject({ can: { office: true } });
    expect(await client.house.settings()).toMatchObject({ usesOffice: false });
    expect(await told()).toEqual([expect.stringContaining('旧版 Office'), 1]);
    await client.house.changeSettings({ usesOffice: true });
    expect(await client.house.settings()).toMatchObject({ usesOffice: true });
    expect(await told()).toEqual([undefined, 0]);
    await test.end();
  });

  it('cannot be chosen where it is not', async () => {
    const test = await openTestWorkspace();
    const client = createRouterClient(createRouter(test.workspace));
    expect(await client.house.about()).toMatchObject({ can: { office: false } });
    await test.end();
  });
});
