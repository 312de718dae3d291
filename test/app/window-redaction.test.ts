import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../electron/contract/rpc/case-procedures.ts';
import { seriousProblems } from '../support/accessibility.ts';
import { barestAnswers } from '../support/barest-answers.ts';
import { markedPicture } from '../support/pictures.ts';
import { type TestWindow, useWindows } from '../support/window.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const windows = useWindows();
const work = useWorkFolder();

/** A case with one file, and with a text `beside` it where that is named, in the viewer with the first. */
async function openViewer(name: string, bytes: Uint8Array, beside?: string) {
  const window = await windows.open({ height: 900 });
  const { page, client } = window;
  const { id } = await client.cases.create(barestAnswers);
  await page.goto(`${page.url().split('#')[0]}#/case/${id}/evidence`);
  const path = work.path(name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, bytes);
  const paths = beside === undefined ? [path] : [path, work.path(beside)];
  for (const text of paths.slice(1)) await writeFile(text, '付款以后发生的事\n');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '添加文件', exact: true }).click();
  await (await chooser).setFiles(paths);
  await page.getByText(`已收录 ${paths.length} 份。`).waitFor();
  const title = name.replace(/\.\w+$/, '');
  await page
    .getByRole('button', { name: new RegExp(`查看.*${title}|${title}.*查看`) })
    .first()
    .click();
  await page.getByRole('button', { name: '遮盖', exact: true }).click();
  return { window, page, id, boxes: () => boxesOf(window, id, 0) };
}

interface KeptBox {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly kind?: string;
}

async function boxesOf({ client }: TestWindow, id: string, item: number): Promise<readonly KeptBox[]> {
  const { draft } = await client.cases.get({ id });
  const items = draft.evidence as { files: (string | { redactions?: KeptBox[] })[] }[];
  const file = items[item]?.files[0];
  return typeof file === 'object' ? (file.redactions ?? []) : [];
}

/** Drags over a share of what lies under the boxes. */
async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  const area = await page.locator('.cover-layer').first().boundingBox();
  if (area === null) throw new Error('nothing to draw on');
  const at = ([x, y]: readonly [number, number]) => [area.x + area.width * x, area.y + area.height * y] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
  await page.mouse.move(...at(to));
  await page.mouse.up();
}

describe('covering', () => {
  it('draws, moves, resizes, names and removes boxes on a picture, by pointer and by key, each to be undone', async () => {
    const { page, boxes } = await openViewer('订单.png', await markedPicture(300, 400));
    await page.getByText('还没有框。').waitFor();
    await drag(page, [0.2, 0.2], [0.5, 0.4]);
    await expect.poll(boxes).toHaveLength(1);
    const [drawn] = await boxes();
    expect(drawn?.x).toBeCloseTo(0.2, 1);
    expect(drawn?.width).toBeCloseTo(0.3, 1);

    await drag(page, [0.3, 0.3], [0.4, 0.5]);
    await expect.poll(async () => (await boxes())[0]?.y).toBeCloseTo(0.4, 1);
    const box = page.getByRole('button', { name: /^第1个遮盖框/ }).first();
    await box.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await boxes())[0]?.x).toBeCloseTo((drawn?.x ?? 0) + 0.105, 2);
    const before = (await boxes())[0]?.height ?? 0;
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(async () => (await boxes())[0]?.height).toBeCloseTo(before + 0.005, 4);

    await page.getByRole('combobox', { name: '第1个框遮的是什么' }).click();
    await page.getByText('银行卡号', { exact: true }).click();
    await expect.poll(async () => (await boxes())[0]?.kind).toBe('bank-card');

    await page.getByText('看遮盖版').click();
    await page.locator('.cover-layer-black').waitFor();
    expect(await seriousProblems(page)).toEqual([]);

    await box.focus();
    await page.keyboard.press('Delete');
    await expect.poll(boxes).toHaveLength(0);
    await page.keyboard.press('Control+z');
    await expect.poll(boxes).toHaveLength(1);
    expect((await boxes())[0]?.kind).toBe('bank-card');
    await page.getByRole('button', { name: '加一个框' }).click();
    await expect.poll(boxes).toHaveLength(2);
    await expect.poll(() => page.evaluate('document.activeElement?.getAttribute("data-cover")')).toBe('1');
  });

  it('proposes boxes for what the text of a PDF says, once', async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.Helvetica);
    document.addPage([595, 842]).drawText('Nothing here', { x: 60, y: 700, font });
    const second = document.addPage([595, 842]);
    second.drawText('Tel 13800001234 and card 6200 0000 0000 0000 05', { x: 60, y: 421, size: 12, font });
    const { window, id, page, boxes } = await openViewer('流水.pdf', await document.save(), '说明.txt');
    await page.getByRole('button', { name: '建议遮盖' }).click();
    // What is drawn before the answer comes stays.
    await page.getByRole('button', { name: '加一个框' }).click();
    await page.getByText(/^找到 2 处，加上了 2 个框/).waitFor();
    await expect.poll(boxes).toHaveLength(3);
    await page.getByRole('button', { name: /^移除第\d个遮盖框，第1页/ }).click();
    await expect.poll(boxes).toHaveLength(2);
    const found = await boxes();
    expect(found.map(({ kind, page: number }) => [kind, number]).sort()).toEqual([
      ['bank-card', 2],
      ['phone', 2],
    ]);
    for (const { y, height } of found) {
      expect(y).toBeGreaterThan(0.47);
      expect(y + height).toBeLessThan(0.52);
    }
    // On the screen they lie where the draft says, on their page.
    await page.getByRole('button', { name: '第1个，第2页' }).click();
    const [sheet, cover] = await Promise.all([
      page.locator('canvas[data-page="2"]').boundingBox(),
      page.locator('[data-cover="0"]').boundingBox(),
    ]);
    expect(((cover?.y ?? 0) - (sheet?.y ?? 0)) / (sheet?.height ?? 1)).toBeCloseTo(found[0]?.y ?? 0, 2);
    expect(((cover?.x ?? 0) - (sheet?.x ?? 0)) / (sheet?.width ?? 1)).toBeCloseTo(found[0]?.x ?? 0, 2);
    await page.getByRole('button', { name: '建议遮盖' }).click();
    await page.getByText(/^找到 2 处，都已经有框/).waitFor();
    expect(await boxes()).toHaveLength(2);
    expect(await seriousProblems(page)).toEqual([]);

    // Boxes on what has no pages of its own come from elsewhere; here they can only go.
    const { draft, revision } = await window.client.cases.get({ id });
    const [, item] = draft.evidence as [unknown, { files: [string | { path: string }] }];
    const [named] = item.files;
    const path = typeof named === 'object' ? named.path : named;
    const at = ['evidence', 1, 'files', 0];
    const value = { path, redactions: [{ x: 0, y: 0, width: 1, height: 0.1 }] };
    const edit = (baseRevision: number, change: Change) =>
      window.client.cases.edit({ id, baseRevision, label: '画框', changes: [change] });
    const drawn = await edit(revision, { kind: 'set', path: at, value });
    const { findings } = await window.client.cases.check({ id });
    expect(findings).toContainEqual(
      expect.objectContaining({ id: 'evidence.boxes-unplaced', path: 'evidence[1].files[0]', step: 'evidence' }),
    );
    await edit(drawn.revision, { kind: 'set', path: [...at, 'drawnOn'], value: 'aaaaaaaaaaaa' });
    await page.getByRole('button', { name: '下一个', exact: true }).click();
    await page.getByText(/^这份文件上有 1 个遮盖框，可能盖错地方/).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '移除全部遮盖框' }).click();
    await expect.poll(() => boxesOf(window, id, 1)).toEqual([]);
    await page.getByText(/^这份文件上有/).waitFor({ state: 'detached' });
    const after = (await window.client.cases.get({ id })).draft.evidence;
    expect(JSON.stringify(after)).not.toContain('drawnOn');
  });
});
