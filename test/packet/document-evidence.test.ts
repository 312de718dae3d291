import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PacketResult } from '../../electron/contract/packet-result.ts';
import type { App } from '../../electron/core/app.ts';
import { build, fileIn, openApp } from '../support/build-packet.ts';
import { writeExhibits } from '../support/case-folder.ts';
import { evidenceDocuments } from '../support/evidence-documents.ts';
import { expectTrueNumbers } from '../support/packet-truth.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';
import { useWorkFolder } from '../support/work-folder.ts';

/** Texts, web pages, mails, Word files, tables and archives stand in the packet as pages of text. */
describe('documents as evidence', () => {
  const work = useWorkFolder();
  let app: App;
  let result: PacketResult;
  let pdf: ReadPdf;

  beforeAll(async () => {
    app = openApp();
    const files = await evidenceDocuments();
    const folder = await writeExhibits(work.path('case'), files);
    result = await build(app, folder, work.path('packet.pdf'));
    pdf = await readPdf(work.path('packet.pdf'));
  });
  afterAll(async () => {
    await pdf.close();
    await app.close();
  });

  /** What stands on the pages of one file, without white space. */
  function textOf(path: string): string {
    const exhibits = result.evidence.findIndex(({ files }) => files.some((file) => file.path === path)) + 1;
    const head = new RegExp(`^(?:证据附件)?证据${exhibits}·`);
    return pdf.pages.flatMap(({ compact }) => (head.test(compact) ? [compact] : [])).join('\n');
  }

  it.each([
    ['聊天.txt', 1, undefined],
    ['旧聊天.txt', 1, '文件没有注明文字编码，按 GB18030 读出'],
    ['客服邮件.eml', 4, /附件3“unknown\.bin”/],
    ['协议.docx', 1, 'Word 文件按文字和表格重排，版式以原件为准'],
    ['账单.xlsx', 2, /工作表“备查”：这张工作表在原文件中是隐藏的/],
    ['流水.csv', 1, undefined],
    ['打包.zip', 4, /文件3“坏的\.pdf”/],
  ])('%s is taken in, on %i pages', (path, pages, reason) => {
    const file = fileIn(result, path);
    expect(file).toMatchObject({ status: 'included', pages });
    if (reason instanceof RegExp) expect(file.reason).toMatch(reason);
    else expect(file.reason).toBe(reason);
  });

  it.each([
    [
      '聊天.txt',
      ['<b>不是标记</b>&也不是&amp;实体', '不能少一个字。完', 'U+202Etxt.exeU+202C', '表情：😀', '〔U+1F46A〕', '䶮'],
    ],
    ['旧聊天.txt', ['退款申请', '编号：123']],
    [
      '订单页.html',
      ['网页标题：订单详情-示例商城', '〔https://shop.example/item/1〕', '¥298.00', '未闭合', '照样印出'],
    ],
    [
      '客服邮件.eml',
      ['客服小据<service@shop.example>', '（北京时间2026-03-0314:22:05）', '不予退款', '附件1：说明.txt'],
    ],
    ['客服邮件.eml', ['附件里的文字', '附件2：随附的邮件.eml', 'firstletter', '退款申请', '附件3：unknown.bin']],
    ['协议.docx', ['会员服务协议', '第二条加粗的条款。', '年度会员', '298.00元', '图后文字']],
    [
      '账单.xlsx',
      ['20260301001', '2026-03-0114:22:05', '¥1,234.50', '15%', '#DIV/0!', '合计<两行合并>', '第30列的内容'],
    ],
    ['流水.csv', ['引号里有,逗号', '-1,298.50', '两行备注']],
    ['打包.zip', ['截图/一.png', '另有系统自动生成的文件1个', '压缩包里的说明', '文件3：坏的.pdf']],
  ])('%s says what it says', (path, texts) => {
    const text = textOf(path);
    for (const expected of texts) expect(text).toContain(expected);
  });

  it('says nothing that a reader of the file would not see', () => {
    const all = pdf.pages.map(({ compact }) => compact).join('');
    for (const unseen of ['被脚本改过', '看不见的话', '秘密', 'color:red']) expect(all).not.toContain(unseen);
  });

  it('shows the pictures that are in the file', async () => {
    for (const path of ['订单页.html', '客服邮件.eml', '协议.docx']) {
      const exhibit = result.evidence.findIndex(({ files }) => files.some((file) => file.path === path)) + 1;
      const page = pdf.pages.find(({ compact }) => new RegExp(`^(?:证据附件)?证据${exhibit}·`).test(compact));
      const { data } = await pdf.render(page?.number ?? 0, 50);
      expect(darkGreys(data)).toBeGreaterThan(300);
    }
  });

  it('has true numbers', () => {
    expectTrueNumbers(pdf, result);
  });
});

/** Pixels of the dark fields of the checkered picture, which no text and no rule has in such a number. */
function darkGreys(data: Uint8ClampedArray): number {
  let found = 0;
  for (let index = 0; index < data.length; index += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(index, index + 3);
    if (red > 70 && red < 110 && red === green && green === blue) found += 1;
  }
  return found;
}
