import { readdir, readFile, writeFile } from 'node:fs/promises';
import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../electron/contract/evidence-limits.ts';
import type { SourceContent } from '../../electron/core/evidence/evidence-source.ts';
import type { EvidenceTools } from '../../electron/core/evidence/evidence-tools.ts';
import { createEvidenceReader, type EvidenceReader } from '../../electron/core/evidence/read-evidence.ts';
import { pdfWith } from '../support/bad-files.ts';
import { evidenceDocuments } from '../support/evidence-documents.ts';
import { wordFile, workbookFile, zipOf } from '../support/office-files.ts';
import { checkerPng } from '../support/pictures.ts';
import { rawZip } from '../support/raw-zip.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
const printed: string[] = [];
let reader: EvidenceReader;
let limits = defaultLimits;

beforeAll(async () => {
  const page = await pdfWith(1);
  const tools: EvidenceTools = {
    workFolder: work.path(),
    limits: () => limits,
    printPages: ({ body }) => {
      printed.push(body);
      return Promise.resolve(page);
    },
  };
  reader = createEvidenceReader(tools);
});
afterAll(() => reader.close());

/** What reading `bytes` gives, and the bodies that were printed for it. */
async function read(name: string, bytes: Uint8Array): Promise<{ content: SourceContent; bodies: string[] }> {
  const path = work.path(`给-${printed.length}-${name}`);
  await writeFile(path, bytes);
  const before = printed.length;
  const { content } = await reader.read(path, { path: name }, new AbortController().signal);
  expect(new Uint8Array(await readFile(path))).toEqual(new Uint8Array(bytes));
  return { content, bodies: printed.slice(before) };
}

const reasonOf = ({ content }: { readonly content: SourceContent }) =>
  content.kind === 'unusable' ? content.reason : 'usable';
const pagesOf = ({ content }: { readonly content: SourceContent }) => (content.kind === 'pages' ? content.pages : []);

describe('every kind of document', () => {
  it('is set the same each time, and its original stays as it was', async () => {
    for (const [name, bytes] of await evidenceDocuments()) {
      const first = await read(name, bytes);
      const second = await read(name, bytes);
      expect(first.bodies.length).toBeGreaterThan(0);
      expect(second.bodies).toEqual(first.bodies);
    }
  });
});

describe('a Word file that is bad', () => {
  it.each([
    ['cut off', (whole: Uint8Array) => whole.slice(0, whole.length - 300), /^这个 Word 文件不完整或已损坏.*重新取得/],
    ['with a damaged part', (whole: Uint8Array) => whole.fill(0x55, 600, 1_200), /^这个 Word 文件不完整或已损坏/],
  ])('%s is named', async (_, damage, reason) => {
    const whole = await wordFile(await checkerPng(12, 8));
    expect(reasonOf(await read('坏.docx', damage(whole)))).toMatch(reason);
  });

  it('that unpacks to far more than it is, is not unpacked', async () => {
    const bomb = zipOf({
      '[Content_Types].xml':
        '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      'word/document.xml': new Uint8Array(11 * 1024 * 1024),
    });
    expect(reasonOf(await read('炸弹.docx', bomb))).toBe('文件解开后异常地大，不是正常的文档');
  });

  it('that lists less than it holds, is not given to the library', async () => {
    const types =
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
    const lying = rawZip([
      { name: '[Content_Types].xml', data: types },
      { name: 'word/document.xml', data: 'x'.repeat(5_000), isDeflated: true, listedSize: 10 },
    ]);
    expect(reasonOf(await read('谎报.docx', lying))).toMatch(/^这个 Word 文件不完整或已损坏/);
  });
});

describe('a workbook', () => {
  const rows = (content: string) => workbookFile([{ name: '表', content: `<sheetData>${content}</sheetData>` }]);

  it.each([
    ['without its sheet', zipOf({ 'xl/workbook.xml': '<workbook/>', '[Content_Types].xml': '<x/>' })],
    ['cut off', rows('<row r="1"><c r="A1"><v>1</v></c></row>').slice(0, 400)],
  ])('%s is named', async (_, bytes) => {
    expect(reasonOf(await read('坏.xlsx', bytes))).toMatch(/^这个 Excel 表格不完整或已损坏.*重新取得/);
  });

  it('with a damaged sheet shows what stands before the damage', async () => {
    const { bodies } = await read('半.xlsx', rows('<row r="1"><c r="A1"><v>41</v></c></row><row r="2"><c r="A2" t="'));
    expect(bodies.join('')).toContain('>41</td>');
  });

  it('at the ends of the world takes no more room than what is in it', async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>7</v></c><c r="A1048576"><v>8</v></c></row>';
    const { content, bodies } = await read('远.xlsx', rows(far));
    expect(bodies.join('')).toContain('<th scope="row">1048576</th><td class="number">8</td>');
    expect(content.kind === 'pages' && content.remarks).toContain('工作表“表”：IW 列起的内容没有印出，见原件');
  });

  it('that hides columns which are none says nothing of them', async () => {
    const hidden = ['min="-5" max="99999999999"', 'min="x"', 'min="9" max="3"', 'min="2" max="3"'];
    const content = `<cols>${hidden.map((range) => `<col ${range} hidden="1"/>`).join('')}</cols><sheetData/>`;
    const outcome = await read('列.xlsx', workbookFile([{ name: '表', content }]));
    expect(outcome.content.kind === 'pages' && outcome.content.remarks).toContain(
      '工作表“表”：B—C 列在原文件中是隐藏的',
    );
  });

  it('of a million rows is printed as far as rows go', async () => {
    const many = '<row><c><v>1</v></c></row>'.repeat(60_000);
    const { content, bodies } = await read('长.xlsx', rows(many));
    expect(bodies.join('').match(/<tr>/g)).toHaveLength(4_001);
    expect(content.kind === 'pages' && content.remarks).toContain(
      '工作表“表”：表格过长，这里印到第 4000 行，其余见原件',
    );
  });

  it('does not fall for text that is markup', async () => {
    const { bodies } = await read(
      '标.xlsx',
      rows('<row r="1"><c r="A1" t="inlineStr"><is><t>&lt;img src=x&gt;</t></is></c></row>'),
    );
    expect(bodies.join('')).toContain('&lt;img src=x&gt;');
  });
});

describe('a mail', () => {
  const mail = (...lines: readonly string[]) => strToU8(lines.join('\r\n'));
  const head = ['From: a@mail.example', 'To: b@mail.example', 'Subject: s', 'Date: Tue, 3 Mar 2026 06:22:05 +0000'];

  it('without a text says so', async () => {
    const { bodies } = await read('空.eml', mail(...head, '', ''));
    expect(bodies.join('')).toContain('这封邮件没有正文');
  });

  it('that breaks off in an attachment keeps what is there', async () => {
    const broken = mail(
      ...head,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'the text',
      '--b',
      'Content-Type: application/octet-stream; name="a.txt"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('half of it').toString('base64'),
    );
    const outcome = await read('断.eml', broken);
    expect(outcome.bodies[0]).toContain('the text');
    expect(outcome.bodies[1]).toContain('half of it');
    expect(pagesOf(outcome).map(({ mark }) => mark)).toEqual([undefined, '附件1：a.txt']);
  });

  it('in GBK is read as it says', async () => {
    const gbk = Buffer.concat([
      mail(...head, 'Content-Type: text/plain; charset=gbk', 'Content-Transfer-Encoding: 8bit', '', ''),
      Buffer.from([0xcd, 0xcb, 0xbf, 0xee]),
    ]);
    expect((await read('汉.eml', new Uint8Array(gbk))).bodies.join('')).toContain('退款');
  });

  it('has no attachment that leads out of the folder it is unpacked to', async () => {
    const sly = mail(
      ...head,
      'Content-Type: text/plain; name="../../../out.txt"',
      'Content-Disposition: attachment; filename="../../../out.txt"',
      '',
      'outside',
    );
    const outcome = await read('路.eml', sly);
    expect(outcome.bodies.at(-1)).toContain('outside');
    expect(await readdir(work.path())).not.toContain('out.txt');
  });

  it('in a mail in a mail is opened three levels deep', async () => {
    let inner = mail(...head, '', 'innermost');
    for (let level = 0; level < 5; level += 1) {
      const outer = mail(...head, 'Content-Type: message/rfc822', 'Content-Disposition: attachment', '', '');
      inner = new Uint8Array(Buffer.concat([outer, inner]));
    }
    const outcome = await read('套.eml', inner);
    expect(outcome.bodies).toHaveLength(4);
    expect(pagesOf(outcome).at(-1)).toMatchObject({ kind: 'placeholder' });
    expect(JSON.stringify(pagesOf(outcome).at(-1))).toContain('没有再打开');
  });
});

describe('an archive', () => {
  const text = 'a file of some length';
  const long = text.repeat(100);

  it('lists what is in it with size and hash, and leaves one bad file out by name', async () => {
    const { content, bodies } = await read(
      '混.zip',
      rawZip([
        { name: '好.txt', data: text },
        { name: '../逃.txt', data: text },
        { name: '锁.txt', data: text, isDeflated: true, flags: 0x801 },
        { name: '链接', data: '/etc/passwd', mode: 0o120777 },
        { name: '谎.txt', data: text, isDeflated: true, listedSize: 3 },
        { name: Uint8Array.from([0xcd, 0xcb, 0xbf, 0xee, 0x2e, 0x74, 0x78, 0x74]), data: text, flags: 0 },
        { name: '夹/.DS_Store', data: 'x' },
      ]),
    );
    expect(bodies[0]).toContain('文件 6 个');
    expect(bodies[0]).toContain('另有系统自动生成的文件 1 个');
    expect(bodies[0]).toContain('21 字节');
    expect(bodies[0]).toContain('e1f1852d65767c85158cece835acc8b2b2dab1237222275ca51a43d367a2365a');
    const pages = content.kind === 'pages' ? content.pages : [];
    expect(pages.map(({ kind, mark }) => [kind, mark])).toEqual([
      ['pdf-page', undefined],
      ['pdf-page', '文件1：好.txt'],
      ['placeholder', '文件2：../逃.txt'],
      ['placeholder', '文件3：锁.txt'],
      ['placeholder', '文件4：链接'],
      ['placeholder', '文件5：谎.txt'],
      ['pdf-page', '文件6：退款.txt'],
    ]);
    expect(JSON.stringify(pages)).toContain('文件3“锁.txt”：加了密码');
  });

  it.each([
    [
      'with more files than allowed',
      rawZip([{ name: 'a' }, { name: 'b' }, { name: 'c' }]),
      /3 个文件，超过设置的上限 2 个/,
    ],
    [
      'whose files share their bytes',
      rawZip([
        { name: 'a', data: long },
        { name: 'b', data: long, sharesBytes: true },
      ]),
      /互相重叠/,
    ],
    ['cut off', rawZip([{ name: 'a', data: text }]).subarray(0, 40), /损坏/],
  ])('%s is refused', async (_, bytes, reason) => {
    limits = { ...defaultLimits, entries: 2 };
    expect(reasonOf(await read('拒.zip', new Uint8Array(bytes)))).toMatch(reason);
    limits = defaultLimits;
  });

  it('in an archive is opened three levels deep', async () => {
    let inner = zipOf({ '底.txt': text });
    for (let level = 0; level < 5; level += 1) inner = zipOf({ '里.zip': inner });
    const outcome = await read('套.zip', inner);
    expect(outcome.bodies).toHaveLength(4);
    expect(JSON.stringify(pagesOf(outcome).at(-1))).toContain('没有再打开');
  });
});
