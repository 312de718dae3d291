import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { buildStaleDesktop } from '../../electron/server/stale-desktop.ts';
import { buildStaleWindow } from '../../electron/server/stale-window.ts';
import { writeCleanCase } from '../support/case-folder.ts';
import { findColor } from '../support/color-marks.ts';
import { startDesktop } from '../support/desktop.ts';
import { openRelay } from '../support/page-client.ts';
import { readPdf } from '../support/read-pdf.ts';
import { webmClip } from '../support/recordings.ts';
import { useWorkFolder } from '../support/work-folder.ts';

beforeAll(async () => {
  await buildStaleWindow(() => undefined);
  await buildStaleDesktop(() => undefined);
}, 120_000);

vi.setConfig({ testTimeout: 180_000 });

const work = useWorkFolder();

describe('a recording on the desktop', () => {
  it('is played in a hidden window that loads nothing else, and shows in the packet', async () => {
    const folder = await writeCleanCase(work.path('case'), { 'evidence[0].files[0]': 'evidence/录屏.webm' });
    const colours = [
      { r: 214, g: 32, b: 32 },
      { r: 32, g: 48, b: 200 },
    ];
    await writeFile(join(folder, 'evidence/录屏.webm'), await webmClip({ width: 320, height: 180, colours }));
    const { page, ask, recorded, documents, ended } = await startDesktop({ words: [folder] });
    const client = await (await openRelay(page))();
    const [listed] = (await client.cases.list({})).cases;
    const id = listed?.id ?? '';
    const { job } = await client.exports.packet({ id });
    for await (const state of await client.jobs.watch({ id: job })) {
      expect(state.error).toBeUndefined();
      if (state.state !== 'running') break;
    }
    const target = join(documents, '材料.pdf');
    await ask('willAnswer', target);
    await client.house.handOver({ job, index: 0, to: 'save-as' });
    expect(await recorded('request-cancelled')).toEqual([]);
    expect(await recorded('request-unanswered')).toEqual([]);
    // The window it was played in is gone.
    expect(await ask('windows')).toHaveLength(2);
    await ask('quit');
    await ended;

    const pdf = await readPdf(target);
    const shown = pdf.pages.find(({ compact }) => compact.includes('录像：录屏.webm'));
    const rendered = await pdf.render(shown?.number ?? 1, 36);
    await pdf.close();
    expect(shown?.compact).toContain('从开头起每隔0.2秒一幅的画面（共10幅）');
    expect(findColor(rendered, 'red')).toBeDefined();
  });
});
