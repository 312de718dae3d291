import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seriousProblems } from '../support/accessibility.ts';
import { barestAnswers } from '../support/barest-answers.ts';
import { wavTone, webmClip } from '../support/recordings.ts';
import { useWindows } from '../support/window.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const windows = useWindows();
const work = useWorkFolder();

/** A case with one recording, its panel open. */
async function openRecording(name: string, bytes: Uint8Array) {
  const window = await windows.open({ height: 1_400 });
  const { page, client } = window;
  const { id } = await client.cases.create(barestAnswers);
  await writeFile(work.path(name), bytes);
  await page.goto(`${page.url().split('#')[0]}#/case/${id}/evidence`);
  await page.getByRole('button', { name: '添加文件', exact: true }).waitFor();
  await page.locator('input[type=file]:not([webkitdirectory])').first().setInputFiles(work.path(name));
  await page.getByRole('button', { name: /^证据1.*的更多操作$/ }).click();
  await page.getByRole('menuitem', { name: '详细填写' }).click();
  await page.getByText(/^播放.*文字整理/).click();
  const file = async () => {
    const { draft } = await client.cases.get({ id });
    return (draft.evidence as { files: unknown[] }[])[0]?.files[0];
  };
  return { page, file, client, id };
}

const seek = (page: Page, seconds: number) =>
  page.evaluate(`new Promise((resolve) => {
    const player = document.querySelector('video');
    player.addEventListener('seeked', () => resolve(), { once: true });
    player.currentTime = ${seconds};
  })`);
const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 10_000 });

describe('a recording in the window', () => {
  it('plays, and moments of it are marked, corrected and taken back', async () => {
    const red = { r: 214, g: 32, b: 32 };
    const { page, file } = await openRecording(
      '录屏.webm',
      await webmClip({ width: 320, height: 180, colours: [red, red, red] }),
    );
    await eventually(() => page.evaluate('document.querySelector("video")?.duration')).toBe(3);
    await seek(page, 1.5);
    await page.getByRole('button', { name: '在此处截图' }).click();
    await seek(page, 0.5);
    await page.getByRole('button', { name: '在此处截图' }).click();
    await page.getByLabel('第2个时刻', { exact: true }).fill('0:02');
    await eventually(file).toEqual({ path: expect.any(String), marks: ['0:00.5', '0:02'] });
    await page.getByRole('button', { name: '跳到第2个时刻' }).click();
    await eventually(() => page.evaluate('document.querySelector("video").currentTime')).toBe(2);
    await page.getByLabel('第2个时刻', { exact: true }).fill('两秒');
    await page.getByText('写成“分:秒”，例如 1:05 或 1:05.5').waitFor();
    await page.getByRole('button', { name: '删除第2个时刻' }).click();
    await page.getByLabel('第1个文件的说明').fill('开头');
    await eventually(file).toEqual({ path: expect.any(String), note: '开头', marks: ['0:00.5'] });
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '删除第1个时刻' }).click();
    await eventually(file).toEqual({ path: expect.any(String), note: '开头' });
    await page.keyboard.press('Control+z');
    await eventually(file).toEqual({ path: expect.any(String), note: '开头', marks: ['0:00.5'] });
    await page.getByRole('button', { name: '删除第1个时刻' }).click();
    await page.getByLabel('第1个文件的说明').fill('');
    await eventually(file).toEqual(expect.any(String));
  });

  it('has what is said typed or taken from a file', async () => {
    const { page, file } = await openRecording('通话.wav', wavTone(2));
    expect(await page.getByRole('button', { name: '在此处截图' }).count()).toBe(0);
    const gbk = Buffer.from([0x5b, 0x30, 0x3a, 0x30, 0x31, 0x5d, 0xc4, 0xfa, 0xba, 0xc3]);
    await page
      .getByLabel('导入第1个文件的字幕或文字')
      .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: gbk });
    await page.getByText('导入了 1 句。').waitFor();
    await page.getByRole('button', { name: '添加一句' }).click();
    await page.getByLabel('第2句的说话人').fill('客服');
    await page.getByLabel('第2句的内容').fill('请讲');
    await page.getByLabel('第2句的时间').fill('0:02');
    await eventually(file).toEqual({
      path: expect.any(String),
      transcript: [
        { at: '0:01', text: '您好' },
        { at: '0:02', speaker: '客服', text: '请讲' },
      ],
    });
    await page.getByLabel('第2句的说话人').fill('');
    await page.getByRole('button', { name: '删除第1句' }).click();
    await eventually(file).toEqual({ path: expect.any(String), transcript: [{ at: '0:02', text: '请讲' }] });
    expect(await seriousProblems(page)).toEqual([]);
  });
});
