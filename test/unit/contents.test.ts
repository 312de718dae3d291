import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildContents } from '../../electron/core/documents/bound/contents.ts';
import type { Exhibits } from '../../electron/core/documents/exhibits.ts';
import { readTemplates } from '../../electron/core/render/templates.ts';

const parts = [
  { id: 'cover', title: '封面', firstPage: 1, pages: 1 },
  { id: 'contents', title: '目录', firstPage: 2, pages: 1 },
  { id: 'evidence-list', title: '证据目录', firstPage: 3, pages: 2 },
  { id: 'appendix', title: '证据附件', firstPage: 5, pages: 3 },
  { id: 'originals', title: '证据原件校验清单', firstPage: 8, pages: 1 },
];
const exhibits = (pages: number): Exhibits =>
  new Map([
    ['乙', { id: '乙', number: 2, title: '支付凭证', firstPage: 7, pages }],
    ['甲', { id: '甲', number: 1, title: '订单详情', firstPage: 5, pages }],
  ]);

describe('buildContents', () => {
  it('gives each part but the cover and itself a line with its page and a link', () => {
    const { lines } = buildContents(parts, new Map());

    expect(lines.map(({ title, page, href }) => [title, page, href])).toEqual([
      ['证据目录', '3', '#part-evidence-list'],
      ['证据附件', '5', '#part-appendix'],
      ['证据原件校验清单', '8', '#part-originals'],
    ]);
  });

  it('lists the exhibits by number under the appendix', () => {
    const { lines } = buildContents(parts, exhibits(2));

    expect(lines.map((line) => line.exhibits.map(({ title, page, href }) => [title, page, href]))).toEqual([
      [],
      [
        ['证据1　订单详情', '5', '#evidence-1'],
        ['证据2　支付凭证', '7', '#evidence-2'],
      ],
      [],
    ]);
  });

  it('lists no exhibit that has no page of its own', () => {
    const { lines } = buildContents(parts, exhibits(0));

    expect(lines.flatMap((line) => line.exhibits)).toEqual([]);
  });

  it('prints the number in a column of its own, so that its length moves nothing', async () => {
    const templates = await readTemplates(join(import.meta.dirname, '../../templates'));

    const html = templates.render('contents', buildContents(parts, exhibits(2)));

    expect(html).toContain('href="#evidence-2"><span>证据2　支付凭证</span>');
    expect(html.match(/<span class="contents-page">\d+<\/span>/g)).toHaveLength(5);
    expect(templates.styles).toMatch(/\.contents-page \{\s*flex: 0 0 11mm;/);
  });
});
