import { describe, expect, it } from 'vitest';
import { cleanHtml } from '../../electron/core/evidence/documents/clean-html.ts';
import { csvTable } from '../../electron/core/evidence/documents/csv-table.ts';
import { mailTime } from '../../electron/core/evidence/documents/mail-time.ts';
import { formattedNumber } from '../../electron/core/evidence/documents/number-format.ts';
import { plainText } from '../../electron/core/evidence/documents/plain-text.ts';
import { printedAtMost } from '../../electron/core/evidence/documents/printable-document.ts';
import { readText } from '../../electron/core/evidence/documents/read-text.ts';
import { checkerPng } from '../support/pictures.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bodyOf = (document: { readonly parts: readonly { readonly body: string }[] }) =>
  document.parts.map(({ body }) => body).join('');

describe('text of unknown encoding', () => {
  const gbk = [0xcd, 0xcb, 0xbf, 0xee];
  it.each([
    ['UTF-8', utf8('退款'), undefined, 'UTF-8', true],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...utf8('退款')], undefined, 'UTF-8', true],
    ['UTF-16LE with a mark', [0xff, 0xfe, 0x00, 0x90, 0x3e, 0x6b], undefined, 'UTF-16LE', true],
    ['UTF-16BE with a mark', [0xfe, 0xff, 0x90, 0x00, 0x6b, 0x3e], undefined, 'UTF-16BE', true],
    ['GBK that nothing declares', gbk, undefined, 'GB18030', false],
    ['GBK that is declared', gbk, 'gb2312', 'GB2312', true],
    ['GBK that is declared as something unknown', gbk, 'x-nonsense', 'GB18030', false],
    ['UTF-8 that claims to be UTF-16', utf8('退款'), 'utf-16', 'UTF-8', true],
  ] as const)('%s', (_, bytes, declared, encoding, isCertain) => {
    expect(readText(Uint8Array.from(bytes), declared)).toEqual({ text: '退款', encoding, isCertain });
  });

  it('is UTF-16 without a mark where every other byte is zero', () => {
    const bytes = new Uint8Array(Buffer.from('line one\r\n第二行', 'utf16le'));
    expect(readText(bytes)).toEqual({ text: 'line one\r\n第二行', encoding: 'UTF-16LE', isCertain: false });
  });

  it('shows bytes that no encoding has, and says so', () => {
    const made = plainText(Uint8Array.from([...utf8('退款'), 0xff, ...utf8('完')]), '坏.txt');
    expect(bodyOf(made)).toContain('退款\ufffd完');
    expect(made.remarks).toContain('有无法识别的字节，以“�”表示');
  });
});

describe('a text file', () => {
  it('has nothing in it that works as markup or unseen', () => {
    const body = bodyOf(plainText(utf8('<script>alert(1)</script>&amp;\u202eexe.txt\u0007\tend'), '<b>.txt'));
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;');
    expect(body).toContain('文本文件“&lt;b&gt;.txt”');
    expect(body).toContain('<span class="code-point">U+202E</span>exe.txt<span class="code-point">U+0007</span>\tend');
    expect(body).not.toContain('\u202e');
    expect(body).not.toContain('\u0007');
  });

  it('is printed as far as some 200 pages go, and says where it ends', () => {
    const lines = Array.from({ length: printedAtMost.lines + 5 }, (_, index) => `行${index + 1}`);
    const made = plainText(utf8(lines.join('\n')), '长.txt');
    expect(bodyOf(made)).toContain(`行${printedAtMost.lines}</pre>`);
    expect(made.remarks).toEqual([
      `全文共 ${printedAtMost.lines + 5} 行，这里印到第 ${printedAtMost.lines} 行，其余见原件`,
    ]);
  });

  it('counts a line by the rows it takes, be it the whole file', () => {
    const made = plainText(utf8('长'.repeat(printedAtMost.lines * 50)), '一行.txt');
    expect(bodyOf(made).length).toBeLessThan(printedAtMost.lines * 45);
    expect(made.remarks).toHaveLength(1);
  });
});

describe('HTML', () => {
  const clean = (html: string) => cleanHtml(html, { mostPixels: 1e6 });

  it.each([
    ['a script', '<script>document.write("x")</script>文', '文'],
    ['a handler', '<p onclick="alert(1)" style="position:fixed" class="x" id="y">文</p>', '<p>文</p>'],
    [
      'a script address',
      '<a href="javascript:alert(1)">文</a>',
      '文<span class="link-address">〔javascript:alert(1)〕</span>',
    ],
    ['a link that says where it leads', '<a href="https://a.example/">https://a.example</a>', 'https://a.example'],
    ['a form', '<form action="/x"><input value="值"><textarea>字</textarea>文</form>', '<div>文</div>'],
    ['a frame', '<iframe srcdoc="<p>x</p>"></iframe>文', '文'],
    [
      'a style sheet',
      '<style>@import url(https://a.example)</style><link rel="stylesheet" href="https://a.example">文',
      '文',
    ],
    ['a drawing', '<svg><script>1</script><text>x</text></svg>文', '文'],
    ['a refresh', '<meta http-equiv="refresh" content="0;url=https://a.example">文', '文'],
    ['an open head', '<head><title>题</title><body>文', '文'],
    ['an attribute that breaks out', '<td colspan="2\'><script>1</script>">文</td>', '<td colspan="2">文</td>'],
    ['entities', '&lt;b&gt;&#x6587;&nbsp;', '&lt;b&gt;文\u00a0'],
    ['an unknown element', '<blink><o:p>文</o:p></blink>', '文'],
    ['a comment', '<!-- <p>x</p> -->文<!--[if mso]><p>x</p><![endif]-->', '文'],
    ['text that is not shown', '<p hidden>x</p><div style="color:red; display : none">x<p>y</p></div>文', '文'],
    ['a nested list', '<ol start="3"><li value="9">文</ol>', '<ol start="3"><li value="9">文</li></ol>'],
  ])('%s becomes harmless', async (_, html, expected) => {
    expect((await clean(html)).html).toBe(expected);
  });

  it('says what it left out', async () => {
    const { remarks } = await clean(
      '<script>1</script><script>2</script><video></video><p hidden>x</p><img src="https://a.example/a.png"><img src="data:image/png;base64,AAAA"><input type="hidden">',
    );
    expect(remarks).toEqual([
      '没有印出其中的脚本 2 处、视频 1 处',
      '有 1 处内容在原文件中设为不显示，没有印出',
      '有 1 张图片没有保存在文件里，没有显示',
      '有 1 张图片的格式不能显示',
    ]);
  });

  it('of 20,000 levels is shown flat', async () => {
    const { html, hasContent } = await clean(`${'<div>'.repeat(20_000)}底`);
    expect(html.match(/<div>/g)).toHaveLength(60);
    expect(html).toContain('底');
    expect(hasContent).toBe(true);
  });

  it('of more levels than a parser can bear is shown as far as it was read', async () => {
    const { html, remarks } = await clean(`起${'<div>'.repeat(200_000)}底`);
    expect(html).toContain('起');
    expect(html).not.toContain('底');
    expect(html.match(/<\/div>/g)).toHaveLength(60);
    expect(remarks).toEqual(['文件过长，这里只印出前面的一部分，其余见原件']);
  });

  it('is the same in one piece and in several', async () => {
    const once = '<p title="&gt;">退款 &amp; 说明 𠮷😀</p><table><tr><td>1 &lt; 2</td></tr></table>';
    const { html } = await clean(once.repeat(1_500));
    expect(html).toBe((await clean(once)).html.repeat(1_500));
  });

  it('is printed as far as its characters go', async () => {
    const { html, remarks } = await clean(`<p>${'字'.repeat(printedAtMost.characters + 1)}</p><p>后面</p>`);
    expect(html).not.toContain('后面');
    expect(html).toContain('字</p>');
    expect(remarks).toEqual(['文件过长，这里只印出前面的一部分，其余见原件']);
  });

  it('of nothing but line breaks ends, too', async () => {
    const { html, remarks } = await clean(`起${'<br>'.repeat(100_000)}止`);
    expect(html.match(/<br>/g)?.length).toBeLessThan(25_000);
    expect(html).not.toContain('止');
    expect(remarks).toHaveLength(1);
  });

  it('shows no picture of more pixels than allowed', async () => {
    const address = `data:image/png;base64,${(await checkerPng(12, 8)).toString('base64')}`;
    const shown = async (mostPixels: number) =>
      (await cleanHtml(`<img src="${address}" alt="板">`, { mostPixels })).html;
    expect(await shown(96)).toBe(`<img src="${address}" alt="板">`);
    expect(await shown(95)).toBe('<span class="document-note">〔图片：板〕</span>');
  });
});

describe('numbers of a workbook', () => {
  it.each([
    [0.1 + 0.2, 'General', '0.3'],
    [20260301001, 'General', '20260301001'],
    [1234.5, '#,##0.00', '1,234.50'],
    [-1234.5, '#,##0.00', '-1,234.50'],
    [-1234.5, '#,##0.00_);(#,##0.00)', '(1,234.50)'],
    [298, '"¥"#,##0.00', '¥298.00'],
    [298, '[$¥-804]#,##0.00', '¥298.00'],
    [298, '0.00"元"', '298.00元'],
    [0.15, '0%', '15%'],
    [0.1234, '0.00%', '12.34%'],
    [1.005, '0.00', '1.01'],
    [7, '000', '007'],
    [0, '0;-0;"无"', '0'],
    [1234567, '#,##0,', '1,235'],
    [5, '# ?/?', '5'],
    [12345, '0.00E+00', '12345'],
    [46082, 'yyyy-mm-dd', '2026-03-01'],
    [46082.598668981482, 'yyyy/m/d h:mm:ss', '2026-03-01 14:22:05'],
    [46082.598668981482, '[$-804]yyyy"年"m"月"d"日"', '2026-03-01'],
    [0.5, 'h:mm', '12:00'],
    [1.5, '[h]:mm:ss', '36:00:00'],
    [60, 'General', '60'],
    [1, 'yyyy-mm-dd', '1900-01-01'],
    [46082, '"天"0', '天46082'],
  ])('%d as %s is %s', (value, format, expected) => {
    expect(formattedNumber(value, format, false)).toBe(expected);
  });

  it('count days from 1904 where the file says so', () => {
    expect(formattedNumber(44620, 'yyyy-mm-dd', true)).toBe('2026-03-01');
  });
});

describe('a table of text', () => {
  it.each([
    ['a,b,c\n1,2,3\n', 3],
    ['a\tb\n1\t2,5\n', 2],
    ['a;b;c\n"x,y,z";2,50;3\n', 3],
    ['a|b\n1|2\n', 2],
  ])('%j has %i columns', (text, columns) => {
    const body = bodyOf(csvTable(utf8(text), 't.csv'));
    expect(body.match(/<thead>.*<\/thead>/)?.[0].match(/<th>[A-Z]/g)).toHaveLength(columns);
  });

  it('keeps lines and marks within its values, and rows of any length', () => {
    const body = bodyOf(csvTable(utf8('a,b\n"两行\n备注","<b>"\n只有一格\n1,2,3\n'), 't.csv'));
    expect(body).toContain('<td>两行\n备注</td><td>&lt;b&gt;</td>');
    expect(body).toContain('只有一格');
    expect(body).toContain('<td class="number">3</td>');
  });

  it('takes a quotation mark in a value for what it is', () => {
    expect(bodyOf(csvTable(utf8('a,b\n他说"好",5"屏\n'), 't.csv'))).toContain('他说&quot;好&quot;');
  });

  it('is printed as far as its rows go', () => {
    const made = csvTable(utf8('1,2\n'.repeat(printedAtMost.rows + 7)), 't.csv');
    const end = `表格共 ${printedAtMost.rows + 7} 行，这里印到第 ${printedAtMost.rows} 行，其余见原件`;
    expect(made.remarks).toEqual([end]);
    expect(bodyOf(made).match(/<tr>/g)).toHaveLength(printedAtMost.rows + 1);
  });
});

describe('the time of a mail', () => {
  it.each([
    ['Tue, 3 Mar 2026 06:22:05 +0000', '2026-03-03 14:22:05'],
    ['3 Mar 2026 06:22:05 GMT', '2026-03-03 14:22:05'],
    ['Tue, 3 Mar 2026 14:22:05 +0800 (CST)', '2026-03-03 14:22:05'],
    ['Tue, 3 Mar 2026 14:22:05', undefined],
    ['Tue, 3 Mar 2026 14:22:05 -0000', undefined],
    ['昨天 +0800', undefined],
  ])('%s', (field, expected) => {
    expect(mailTime(field)).toBe(expected);
  });
});
