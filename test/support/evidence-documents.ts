import { strToU8 } from 'fflate';
import { wordFile, workbookFile, zipOf } from './office-files.ts';
import { checkerPng } from './pictures.ts';

/** One document of each kind, all invented, by the name it has in the case. */
export async function evidenceDocuments(): Promise<Map<string, Uint8Array>> {
  const picture = await checkerPng(120, 80);
  return new Map<string, Uint8Array>([
    ['聊天.txt', strToU8(chat)],
    ['旧聊天.txt', gbk],
    ['订单页.html', strToU8(webPage(picture))],
    ['客服邮件.eml', strToU8(mail(picture, strToU8('附件里的文字\n第二行')))],
    ['协议.docx', await wordFile(picture)],
    ['账单.xlsx', workbook()],
    ['流水.csv', strToU8(statement)],
    [
      '打包.zip',
      zipOf({
        '截图/一.png': picture,
        '说明.txt': '压缩包里的说明',
        '坏的.pdf': '%PDF-1.4 完',
        '__MACOSX/._一.png': 'x',
      }),
    ],
  ]);
}

const chat = [
  '2026-03-01 10:02:11  买家：你好，激活码提示已被使用',
  '2026-03-01 10:03:40  客服：请稍等\t<b>不是标记</b> & 也不是 &amp; 实体',
  '',
  `长行：${'这一行很长，要在下一行接着印，不能少一个字。'.repeat(12)}完`,
  '表情：😀👍🏻❤️1️⃣，没有的表情：👪，罕见字：䶮\u{2a6d6}',
  '控制字符：\u001b[31m 与反向标记 \u202etxt.exe\u202c',
].join('\r\n');

/** "退款申请\r\n编号：123" in GBK, which no program can tell by a mark. */
const gbk = Uint8Array.from([
  0xcd, 0xcb, 0xbf, 0xee, 0xc9, 0xea, 0xc7, 0xeb, 0x0d, 0x0a, 0xb1, 0xe0, 0xba, 0xc5, 0xa3, 0xba, 0x31, 0x32, 0x33,
]);

function webPage(picture: Uint8Array): string {
  const address = `data:image/png;base64,${Buffer.from(picture).toString('base64')}`;
  return `<!doctype html><html><head><meta charset="utf-8"><title>订单详情 - 示例商城</title>
<style>p { color: red }</style><script>document.title = '被脚本改过'</script></head>
<body onload="alert(1)"><h1>订单详情</h1><p>商品：<b>软件激活码</b>　<a href="https://shop.example/item/1">商品页面</a></p>
<p style="display: none">看不见的话</p>
<table><tr><th>项目</th><th>内容</th></tr><tr><td>实付</td><td>¥298.00</td></tr><tr><td colspan="2">不支持退货</td></tr></table>
<ul><li>第一点</li><li>第二点</li></ul><img src="${address}" alt="商品图"><img src="https://shop.example/pixel.gif" alt="远处的图">
<form action="https://shop.example"><input type="hidden" name="token" value="秘密"><input name="q" value="输入"><button>提交</button></form>
<iframe src="https://shop.example/frame"></iframe><p>未闭合<div>照样印出</body></html>`;
}

function mail(picture: Uint8Array, attachment: Uint8Array): string {
  const encoded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
  const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
  return [
    `From: ${word('客服小据')} <service@shop.example>`,
    `To: ${word('买家')} <buyer@mail.example>`,
    'Date: Tue, 3 Mar 2026 06:22:05 +0000',
    `Subject: ${word('回复：退款申请')}`,
    'Message-ID: <20260303@shop.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="outer"',
    '',
    '--outer',
    'Content-Type: multipart/related; boundary="inner"',
    '',
    '--inner',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>您好，您的申请<strong>不予退款</strong>。</p><img src="cid:seal@shop"><img src="https://shop.example/track.gif">',
    '--inner',
    'Content-Type: image/png; name="seal.png"',
    'Content-ID: <seal@shop>',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: inline; filename="seal.png"',
    '',
    encoded(picture),
    '--inner--',
    '--outer',
    `Content-Type: text/plain; charset=utf-8; name="${word('说明.txt')}"`,
    `Content-Disposition: attachment; filename="${word('说明.txt')}"`,
    'Content-Transfer-Encoding: base64',
    '',
    encoded(attachment),
    '--outer',
    'Content-Type: message/rfc822',
    'Content-Disposition: attachment',
    '',
    'From: buyer@mail.example',
    'To: service@shop.example',
    'Subject: first letter',
    'Date: Mon, 2 Mar 2026 20:00:00 +0800',
    'Content-Type: text/plain; charset=gb2312',
    'Content-Transfer-Encoding: base64',
    '',
    encoded(gbk),
    '--outer',
    'Content-Type: application/octet-stream; name="unknown.bin"',
    'Content-Disposition: attachment; filename="unknown.bin"',
    'Content-Transfer-Encoding: base64',
    '',
    encoded(Uint8Array.from([0, 1, 2, 3, 250, 251])),
    '--outer--',
    '',
  ].join('\r\n');
}

function workbook(): Uint8Array {
  const wide = Array.from({ length: 30 }, (_, index) => `<c t="inlineStr"><is><t>第${index + 1}列的内容</t></is></c>`);
  return workbookFile(
    [
      {
        name: '订单',
        content: [
          '<cols><col min="4" max="4" hidden="1"/></cols><sheetData>',
          '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>',
          '<row r="2"><c r="A2" t="inlineStr"><is><t>20260301001</t></is></c><c r="B2" s="1"><v>46082.598668981482</v></c>',
          '<c r="C2" s="2"><v>1234.5</v></c><c r="D2" s="3"><v>0.15</v></c></row>',
          '<row r="3" hidden="1"><c r="A3"><f>A2+1</f><v>20260301002</v></c><c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
          '<row r="7"><c r="A7" t="s"><v>3</v></c><c r="C7"><v>0.30000000000000004</v></c><c r="D7"><f>B2</f></c></row>',
          '</sheetData><mergeCells count="1"><mergeCell ref="A7:B7"/></mergeCells>',
        ].join(''),
      },
      { name: '备查', state: 'hidden', content: `<sheetData><row r="1">${wide.join('')}</row></sheetData>` },
    ],
    {
      texts: ['订单号', '时间', '金额', '合计 &lt;两行_x000D_\n合并&gt;'],
      formats: ['yyyy-mm-dd hh:mm:ss', '"¥"#,##0.00', '0%'],
    },
  );
}

const statement = [
  '\ufeff交易时间,对方,金额,备注',
  '2026-03-01 10:00:00,示例商城,-298.00,"引号里有, 逗号"',
  '2026-03-02 11:30:00,示例商城,"-1,298.50","两行',
  '备注"',
].join('\r\n');
