import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TestWindow, useWindows } from '../support/window.ts';

const windows = useWindows();
// A sandboxed frame has no clock that could be set.
const stillClock = /^console: Blocked script execution in .[^']*preview\/frame\.html'/;
const path = 'documents/refund-request.hbs';

/** A window on one case, after somebody put a file among the templates of the data folder. */
async function windowWith(name: string, content: string | Uint8Array): Promise<{ window: TestWindow; id: string }> {
  const window = await windows.open({ tolerates: [/422/, stillClock] });
  const { id } = await window.client.cases.openSample({ name: 'software-key' });
  const file = join(window.dataFolder, 'templates', name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  await window.restart();
  return { window, id };
}

describe('a file among the templates of the data folder', () => {
  it.each([
    ['is no text', Uint8Array.from([0xff, 0xfe, 0x00])],
    ['would run a script', '<h1>{{title}}</h1><script>alert(1)</script>'],
  ])('that %s: the window says which, shows the cases, and leads to its reset', async (_, content) => {
    const { window, id } = await windowWith(path, content);
    const { page, client } = window;
    await page.getByRole('alert').filter({ hasText: path }).waitFor();
    const [listed] = (await client.cases.list({})).cases;
    await page
      .getByText(listed?.title ?? '')
      .first()
      .waitFor();
    expect((await client.cases.check({ id })).findings).toBeInstanceOf(Array);
    expect(await client.deadlines.all()).toBeInstanceOf(Array);
    await expect(client.papers.preview({ id, part: 'refund-request' })).rejects.toMatchObject({
      data: { code: 'TEMPLATE_INVALID', text: expect.stringContaining('“模板”页') },
    });

    await page.getByRole('link', { name: '模板' }).first().click();
    await page.getByRole('button', { name: /^恢复/ }).click();
    await page.getByRole('alert').filter({ hasText: path }).waitFor({ state: 'detached' });

    expect((await client.papers.preview({ id, part: 'refund-request' })).html).toContain('退款');
    expect(await readdir(join(window.dataFolder, 'templates/documents'))).toEqual([]);
  });

  it.each([
    ['has no place there', '说明 (1).docx', 'x'],
    ['has a name that no template has', 'documents/refund-requst.hbs', '<h1>{{title}}</h1>'],
  ])('that %s is named and in nobody’s way', async (_, name, content) => {
    const { window, id } = await windowWith(name, content);
    const { page, client } = window;
    await page.getByRole('alert').filter({ hasText: name }).waitFor();

    expect((await client.papers.preview({ id, part: 'refund-request' })).html).toContain('退款');
    const { text } = await client.templates.read({ path });
    expect(await client.templates.write({ path, text: `${text}<p>自己的</p>` })).toEqual({ problems: [] });
    expect((await client.papers.preview({ id, part: 'refund-request' })).html).toContain('自己的');
  });

  it('that is no table of the law leaves the built-in law in force', async () => {
    const { window, id } = await windowWith('law/clocks.json', '{');
    await window.page.getByRole('alert').filter({ hasText: '法律数据有错误' }).waitFor();
    expect((await window.client.papers.preview({ id, part: 'refund-request' })).html).toContain('退款');
  });
});
