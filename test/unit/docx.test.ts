import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paperToDocx } from '../../electron/core/export/paper-to-docx.ts';
import { readTemplates } from '../../electron/core/render/templates.ts';
import { readDocx } from '../support/read-docx.ts';
import { withoutSpace } from '../support/read-pdf.ts';

const { styles } = await readTemplates(join(import.meta.dirname, '../../templates'));

/** The parts of a paper with the classes that the templates give them. */
const paper = `
<article class="paper refund-request">
  <h1 class="part-title">平台退款申请书</h1>
  <p class="addressee">致：<span class="blank">〔待填写：平台名称〕</span></p>
  <h2>一、申请事项</h2>
  <ol class="claims">
    <li class="claim">
      <span class="claim-number">1．</span>
      <div class="claim-text"><p>退还货款<strong>268.00元</strong>。</p><p class="claim-calculation">见<a href="#evidence-3">证据3</a>。</p></div>
    </li>
  </ol>
  <table class="form">
    <colgroup><col class="form-group"><col class="form-label"><col><col class="form-label"><col></colgroup>
    <thead class="form-edge"><tr><td colspan="5"></td></tr></thead>
    <tfoot class="form-edge"><tr><td colspan="5"></td></tr></tfoot>
    <tbody>
      <tr><th scope="rowgroup" rowspan="2">投诉人</th><th>姓名</th><td>何据真</td><th>电话</th><td>19900000001</td></tr>
      <tr><th>地址</th><td colspan="3"><span class="ticked">√</span>是</td></tr>
    </tbody>
  </table>
  <table class="ruled">
    <thead><tr><th>编号</th><th>名称</th></tr></thead>
    <tbody><tr id="evidence-row-1"><td>证据1</td><td>订单</td></tr></tbody>
  </table>
  <div class="drawing"><svg><title>图</title><text>图中文字</text></svg></div>
  <div class="signature">
    <p class="signature-line"><span class="signature-label">申请人（签名）：</span><span class="signature-rule"></span></p>
    <p class="signature-date">2026年11月18日</p>
  </div>
</article>`;

const toDocx = (html: string, changes: { title?: string; stylesheet?: string; date?: string } = {}) =>
  paperToDocx(
    { title: '平台退款申请书', html, stylesheet: styles, date: '2026-11-18', ...changes },
    'part-refund-request',
  );
const read = async (html: string, changes = {}) => readDocx(await toDocx(html, changes));
const documentXml = async (html: string, changes = {}) =>
  (await read(html, changes)).parts.get('word/document.xml') ?? '';

describe('a paper as a Word file', () => {
  it('has the text of the paper to the letter, without the drawing', async () => {
    const { paragraphs } = await read(paper);
    expect(withoutSpace(paragraphs.join(''))).toBe(
      '平台退款申请书致：〔待填写：平台名称〕一、申请事项1．退还货款268.00元。见证据3。' +
        '投诉人姓名何据真电话19900000001地址√是编号名称证据1订单申请人（签名）：2026年11月18日',
    );
  });

  it('has headings that Word knows as headings and keeps with what follows', async () => {
    const { headings, parts } = await read(paper);
    expect(headings).toEqual([
      { level: 1, text: '平台退款申请书' },
      { level: 2, text: '一、申请事项' },
    ]);
    const style = /<w:style [^>]*w:styleId="Heading2">.*?<\/w:style>/s.exec(parts.get('word/styles.xml') ?? '')?.[0];
    expect(style).toContain('<w:name w:val="heading 2"/>');
    expect(style).toContain('<w:keepNext/>');
    expect(style).toContain('w:eastAsia="黑体"');
    expect(style).toContain('<w:sz w:val="28"/>');
  });

  it('has the rows and columns of its tables, merged as they are, and repeats the head of a list', async () => {
    const [form, list] = (await read(paper)).tables;
    expect(form?.map(({ spans }) => spans)).toEqual([
      [1, 1, 1, 1, 1],
      [1, 1, 3],
    ]);
    expect(form?.some(({ isHeader }) => isHeader)).toBe(false);
    expect(list?.map(({ isHeader }) => isHeader)).toEqual([true, false]);
    const xml = await documentXml(paper);
    expect(xml.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(1);
  });

  it('gives columns the widths of the printed page: 15 mm and 26 mm, the rest shared', async () => {
    const grid = /<w:tblGrid>.*?<\/w:tblGrid>/s.exec(await documentXml(paper))?.[0] ?? '';
    const widths = [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Math.round((Number(width) / 1440) * 25.4));
    expect(widths).toEqual([15, 26, 51, 26, 51]);
  });

  it('hangs numbers with a tab and indents paragraphs as the styles say', async () => {
    const { paragraphs } = await read(paper);
    expect(paragraphs).toContain('1．\t退还货款268.00元。');
    const xml = await documentXml(paper);
    expect(xml).toContain('<w:ind w:left="480" w:hanging="480"/>');
    expect(await documentXml('<article class="paper refund-request"><p>甲</p></article>')).toContain(
      '<w:ind w:firstLine="480"/>',
    );
    expect(xml).toContain('<w:jc w:val="right"/>');
    expect(xml).not.toContain('w:numId');
  });

  it('shows blanks and ticks in boxes, and a line to sign on', async () => {
    const xml = await documentXml(paper);
    const run = (text: string) => xml.split('<w:r>').find((part) => part.includes(`>${text}<`));
    expect(run('〔待填写：平台名称〕')).toContain('<w:shd w:fill="E4E4E4"');
    expect(run('〔待填写：平台名称〕')).toContain('<w:rStyle w:val="Boxed"/>');
    expect(run('√')).toContain('<w:rStyle w:val="Boxed"/>');
    expect(run('268.00元')).toContain('<w:b/>');
    const lines = [...xml.matchAll(/<w:u w:val="single"[^>]*\/><\/w:rPr><w:t [^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(lines).toEqual(['\u00a0'.repeat(43)]);
  });

  it('counts its own pages in the foot', async () => {
    const foot = (await read(paper)).parts.get('word/footer1.xml') ?? '';
    const seen = [...foot.matchAll(/<w:t [^>]*>([^<]*)<|<w:instrText [^>]*>([^<]*)</g)].map((hit) => hit[1] ?? hit[2]);
    expect(seen).toEqual(['第 ', 'PAGE', ' 页 共 ', 'NUMPAGES', ' 页']);
  });

  it('is A4 with room for the binding, in Chinese, in fonts that Word, WPS and LibreOffice know', async () => {
    const { parts } = await read(paper);
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    const left = Number(/<w:pgMar [^>]*w:left="(\d+)"/.exec(xml)?.[1]);
    expect((left / 1440) * 25.4).toBeGreaterThanOrEqual(25);
    expect(parts.get('word/styles.xml')).toContain('w:eastAsia="zh-CN"');
    expect(parts.get('word/styles.xml')).toContain('w:eastAsia="宋体"');
    expect(parts.get('word/fontTable.xml')).toContain('<w:font w:name="宋体"><w:altName w:val="SimSun"/>');
    expect(xml).not.toMatch(/Noto|Heading\d"\/><w:keepLines/);
  });

  it('keeps the head of a group with what follows', async () => {
    const { paragraphs, parts } = await read(
      '<table class="ruled"><tr class="group-head"><th>一、交易凭证</th></tr><tr><td>乙</td></tr></table>',
    );
    expect(paragraphs.filter((text) => text !== '')).toEqual(['一、交易凭证', '乙']);
    const kept = [
      ...(parts.get('word/document.xml') ?? '').matchAll(/<w:pStyle w:val="Kept"\/>.*?<w:t [^>]*>([^<]*)</gs),
    ];
    expect(kept.map(([, text]) => text)).toEqual(['一、交易凭证']);
  });

  it('keeps the rows of a block together: the declaration with the signature under it', async () => {
    const xml = await documentXml(
      '<table class="form"><tbody class="form-block"><tr><td><p>以上属实。</p></td></tr><tr><th>姓名</th></tr>' +
        '<tr><td>签名</td></tr></tbody></table>',
    );
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3);
    expect(xml.match(/<w:pStyle w:val="Kept"\/>/g)).toHaveLength(2);
  });

  it('keeps tables apart that follow each other, ends with a paragraph, and rules no table that has no rules', async () => {
    const table = '<table class="evidence-parties"><tr><td>甲</td></tr></table>';
    const xml = await documentXml(`${table}${table}`);
    expect(xml).not.toMatch(/<\/w:tbl><w:(?:tbl|sectPr)/);
    expect(xml.match(/<\/w:tbl><w:p>/g)).toHaveLength(2);
    expect(xml).not.toContain('w:val="single"');
  });

  it('takes sizes and indents from styles of one’s own', async () => {
    const own = `${styles}\n.own { font-size: 9pt; margin-left: 20pt; }`;
    const xml = await documentXml('<p class="own">甲</p>', { stylesheet: own });
    expect(xml).toContain('<w:ind w:left="400"/>');
    expect(xml).toContain('<w:sz w:val="18"/>');
  });

  it('keeps the numbers of a list that styles of one’s own number', async () => {
    const own = `${styles}\n.counted { list-style: decimal; }`;
    const { paragraphs, parts } = await read('<ol class="counted"><li>甲</li><li>乙</li></ol>', { stylesheet: own });
    expect(paragraphs).toEqual(['甲', '乙']);
    expect(parts.get('word/document.xml')?.match(/<w:numId w:val="\d+"\/>/g)).toHaveLength(2);
  });
});

describe('hostile text in a Word file', () => {
  const hostile = '<w:p>&]]>"\'{{title}}</w:t><script>x()</script>\u{1f600}𠮷䶮';
  const escaped = hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

  it('stands there as it was written, in the text and in the title', async () => {
    const { paragraphs, parts } = await read(`<p>${escaped}</p>`, { title: hostile });
    expect(paragraphs).toEqual([hostile]);
    expect(parts.get('docProps/core.xml')).toContain(
      `<dc:title>${hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</dc:title>`,
    );
  });

  it('never breaks the XML: what XML cannot write becomes a replacement character', async () => {
    const { paragraphs } = await read('<p>甲\u0001\u000b\ufffe\ud800乙</p>');
    expect(paragraphs).toEqual(['甲\ufffd\ufffd\ufffd\ufffd乙']);
  });

  it('brings no picture, link, script or frame along', async () => {
    const { parts, paragraphs } = await read(
      '<p id="x">甲<img src="http://127.0.0.1:9/x.png"><a href="https://juli.invalid/">乙</a><iframe src="file:///x">丙</iframe></p>' +
        '<script>丁</script><object data="x">戊</object>',
    );
    expect(paragraphs).toEqual(['甲乙']);
    expect([...parts.values()].join('')).not.toMatch(/127\.0\.0\.1|juli\.invalid|file:\/\/|bookmarkStart/);
  });
});

describe('the same paper', () => {
  it('gives the same bytes, whatever was written before it', async () => {
    const first = await toDocx(paper);
    await toDocx('<p id="x">甲<a href="#y">乙</a></p><ol><li>丙</li></ol>');
    expect(Buffer.from(await toDocx(paper)).equals(Buffer.from(first))).toBe(true);
  });

  it('tells neither who made it nor when: only the date of the case', async () => {
    const { parts } = await read(paper, { date: '2026-03-05' });
    const text = [...parts.values()].join('\n');
    expect(text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)).toEqual(['2026-03-05T00:00:00Z', '2026-03-05T00:00:00Z']);
    expect(text).not.toContain('Un-named');
    expect([...parts.keys()][0]).toBe('[Content_Types].xml');
  });
});
