import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeText } from '../../electron/core/evidence/decode-text.ts';
import { detectKind } from '../../electron/core/evidence/detect-kind.ts';
import { rawZip } from '../support/raw-zip.ts';
import { wavTone } from '../support/recordings.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
const picture = sharp({ create: { width: 9, height: 9, channels: 3, background: '#a40' } });
const latin = (text: string) => Buffer.from(text, 'latin1');
const box = (first: string, ...others: string[]) => {
  const brands = Buffer.from(`${first}\0\0\0\0${others.join('')}`, 'latin1');
  const size = Buffer.alloc(4);
  size.writeUInt32BE(8 + brands.length);
  return Buffer.concat([size, latin('ftyp'), brands, Buffer.alloc(40)]);
};
const zipOf = (...names: string[]) => rawZip(names.map((name) => ({ name, data: '<x/>' })));
const openXml = 'application/vnd.openxmlformats-officedocument';
const mail = 'From: "Shop" <kf@shop.example>\r\nTo: me@mail.example\r\nSubject: =?utf-8?B?5Zue5aSN?=\r\n\r\n您好';
const gb18030 = Buffer.from([0xbf, 0xa8, 0xc3, 0xdc, 0xce, 0xde, 0xd0, 0xa7, 0x0d, 0x0a]);

/** So many of its bytes replaced by what no text has, apart from each other. */
const damaged = (text: string, count: number) => {
  const bytes = Buffer.from(text);
  for (let number = 1; number <= count; number += 1) bytes[30 * number] = 0x01;
  return bytes;
};

/** What lies in the file, what it is called, what it is. */
const table: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, string | undefined])[] = [
  ['png.txt', () => picture.clone().png().toBuffer(), 'image/png'],
  ['jpeg.pdf', () => picture.clone().jpeg().toBuffer(), 'image/jpeg'],
  ['webp.png', () => picture.clone().webp().toBuffer(), 'image/webp'],
  ['gif.png', () => picture.clone().gif().toBuffer(), 'image/gif'],
  ['tiff.jpg', () => picture.clone().tiff().toBuffer(), 'image/tiff'],
  [
    'tiff whose directory lies far behind',
    () => picture.clone().resize(60).tiff({ compression: 'none' }).toBuffer(),
    'image/tiff',
  ],
  ['avif.mp4', () => picture.clone().avif().toBuffer(), 'image/avif'],
  ['general brand first, avif', () => box('mif1', 'miaf', 'avif'), 'image/avif'],
  ['general brand first, heic', () => box('mif1', 'heic'), 'image/heic'],
  ['heix.mp4', () => box('heix', 'mif1'), 'image/heic'],
  ['heif', () => box('mif1', 'miaf'), 'image/heif'],
  ['short form', () => Buffer.concat([box('mif3'), Buffer.alloc(9)]).fill('avif', 12, 16), 'image/avif'],
  ['bmp', () => Buffer.concat([latin('BM'), Buffer.alloc(60)]), 'image/bmp'],
  ['svg.png', () => Buffer.from('<?xml version="1.0"?>\n<svg xmlns="x"></svg>'), 'image/svg+xml'],
  ['mp4', () => box('isom', 'iso2', 'mp41'), 'video/mp4'],
  ['mov', () => box('qt  '), 'video/quicktime'],
  ['3gp', () => box('3gp5'), 'video/3gpp'],
  ['m4a', () => box('M4A ', 'mp42'), 'audio/mp4'],
  ['wav', () => wavTone(0.1), 'audio/wav'],
  ['amr', () => latin('#!AMR\n\x3c\x00\x00'), 'audio/amr'],
  ['silk of WeChat', () => latin('\x02#!SILK_V3\x0c\0'), 'audio/silk'],
  [
    'mp3',
    () => Buffer.concat([latin('ID3\x03\0\0\0\0\0\x0a'), Buffer.alloc(10), Buffer.from('fffb9064', 'hex')]),
    'audio/mpeg',
  ],
  ['flac', () => latin('fLaC\0\0\0\x22'), 'audio/flac'],
  ['webm', () => Buffer.concat([Buffer.from('1a45dfa39f4282847765626d', 'hex'), Buffer.alloc(40)]), 'video/webm'],
  ['pdf.jpg', () => latin('%PDF-1.7\n1 0 obj'), 'application/pdf'],
  ['pdf after a line', () => latin(`printed by a driver\n${' '.repeat(900)}%PDF-1.4\n`), 'application/pdf'],
  [
    'docx.zip',
    () => zipOf('[Content_Types].xml', '_rels/.rels', 'word/document.xml'),
    `${openXml}.wordprocessingml.document`,
  ],
  ['xlsx', () => zipOf('xl/workbook.xml', '[Content_Types].xml'), `${openXml}.spreadsheetml.sheet`],
  ['pptx', () => zipOf('[Content_Types].xml', 'ppt/presentation.xml'), `${openXml}.presentationml.presentation`],
  [
    'docx cut off',
    () => zipOf('[Content_Types].xml', 'word/document.xml', 'a').subarray(0, 160),
    `${openXml}.wordprocessingml.document`,
  ],
  [
    'without its list and its beginning.DOCX',
    () => zipOf('docProps/app.xml', 'word/document.xml').subarray(0, 40),
    `${openXml}.wordprocessingml.document`,
  ],
  ['cut off.xlsx', () => zipOf('docProps/app.xml', 'a').subarray(0, 60), `${openXml}.spreadsheetml.sheet`],
  ['zip that is whole.xlsx', () => zipOf('1.png'), 'application/zip'],
  ['ofd', () => zipOf('OFD.xml', 'Doc_0/Document.xml'), 'application/ofd'],
  ['zip', () => zipOf('截图/1.png', '2.png'), 'application/zip'],
  ['zip of a document', () => zipOf('files/word/document.xml'), 'application/zip'],
  [
    'odt',
    () => rawZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' }]),
    'application/vnd.oasis.opendocument.text',
  ],
  ['a saved case.zip', () => zipOf('juli-archive.json', 'case.json'), 'application/x-juli'],
  ['apk', () => zipOf('AndroidManifest.xml', 'classes.dex'), 'application/java-archive'],
  ['doc', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'application/x-ole-storage'],
  ['rar', () => latin('Rar!\x1a\x07\x01\0'), 'application/x-rar-compressed'],
  ['7z', () => Buffer.from('377abcaf271c0004', 'hex'), 'application/x-7z-compressed'],
  ['rtf.doc', () => latin('{\\rtf1\\ansi hello}'), 'application/rtf'],
  ['mail.txt', () => Buffer.from(mail), 'message/rfc822'],
  ['a note that quotes.eml', () => Buffer.from('客服说：\nFrom: 甲\nTo: 乙\n'), 'text/plain'],
  ['a note with a colon.txt', () => Buffer.from('Date: 2026-09-01\nTo: 乙\n\n内容'), 'text/plain'],
  ['page.txt', () => Buffer.from('\ufeff  <!-- saved -->\n<!DOCTYPE html><p>订单'), 'text/html'],
  ['table.csv', () => Buffer.from('时间,金额\n2026-09-01,30.00\n'), 'text/csv'],
  ['table.txt', () => Buffer.from('时间,金额\n2026-09-01,30.00\n'), 'text/plain'],
  ['gb18030.txt', () => gb18030, 'text/plain'],
  ['utf-16.txt', () => Buffer.from('\ufeff卡密无效', 'utf16le'), 'text/plain'],
  ['a character cut by the end of what is read', () => Buffer.from(`a${'卡'.repeat(40_000)}`), 'text/plain'],
  ['with control characters.txt', () => Buffer.from('text\0and\x01more'), undefined],
  ['with one broken byte in many.txt', () => damaged('卡密无效，请退款。'.repeat(20), 1), 'text/plain'],
  ['with one broken byte in many.html', () => damaged(`<html><p>${'退款'.repeat(90)}</p></html>`, 1), 'text/html'],
  ['with more broken bytes than a text has.txt', () => damaged('卡密无效，请退款。'.repeat(20), 9), undefined],
  [
    'with parts in several encodings.eml',
    () =>
      Buffer.concat([
        Buffer.from('From: a@shop.example\r\nTo: b@mail.example\r\nSubject: 1\r\n\r\n'),
        ...[gb18030, Buffer.from('卡密é'), Buffer.from('ff00fe81', 'hex')],
      ]),
    'message/rfc822',
  ],
  [
    'noise.png',
    () => Buffer.from(Array.from({ length: 3_000 }, (_, at) => (at * 73 + (at >> 3) * 31) % 251)),
    undefined,
  ],
  ['empty.png', () => Buffer.alloc(0), undefined],
];

describe('the kind of a file', () => {
  beforeAll(() => mkdir(work.path('kinds'), { recursive: true }));

  it.each(table)('is told by its content: %s', async (name, bytes, mime) => {
    const path = work.path('kinds', name);
    await writeFile(path, await bytes());
    expect(await detectKind(path)).toBe(mime);
  });

  it('of a table of text depends on the name that the case has for it', async () => {
    const path = work.path('kinds', 'under-its-hash');
    await writeFile(path, '时间,金额\n');
    expect(await detectKind(path, '证据/账单.CSV')).toBe('text/csv');
    expect(await detectKind(path)).toBe('text/plain');
  });

  const corpus = join(import.meta.dirname, '../../../shared/corpus');
  const endings: Readonly<Record<string, RegExp>> = {
    jpg: /^image\/jpeg$/,
    avif: /^image\/avif$/,
    heic: /^image\/heic$/,
    heif: /^image\/(?:heif|heic)$/,
    xlsx: /spreadsheetml\.sheet$/,
    csv: /^text\/csv$/,
  };
  it('is right for every picture and table of the corpus', async (context) => {
    if (!existsSync(corpus)) context.skip('there is no corpus beside this folder');
    const files = ['images', 'bills'].flatMap((folder) =>
      readdirSync(join(corpus, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
    );
    expect(files.length).toBeGreaterThan(100);
    for (const { parentPath, name } of files) {
      const expected = endings[name.split('.').at(-1) ?? ''];
      if (expected !== undefined) expect(await detectKind(join(parentPath, name)), name).toMatch(expected);
    }
  });
});

describe('text', () => {
  it.each([
    ['GB 18030', Buffer.from('bfa8c3dcceded0a7', 'hex'), '卡密无效'],
    ['GB 18030 that is sound UTF-8 by chance', Buffer.from('cdbcd2bb2e706e67', 'hex'), '图一.png'],
    ['UTF-8 of two bytes each', Buffer.from('Привет, мир'), 'Привет, мир'],
    ['UTF-8 with accents', Buffer.from('Café à Orléans'), 'Café à Orléans'],
    ['UTF-8', Buffer.from('\ufeff卡密é'), '卡密é'],
    ['UTF-16', Buffer.from('\ufeff卡密', 'utf16le'), '卡密'],
    ['UTF-16 the other way round', Buffer.from('feff53615bc6', 'hex'), '卡密'],
  ])('is decoded: %s', (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it('is refused where a byte is no text in any of them', () => {
    expect(decodeText(Buffer.from('ff0000ff', 'hex'))).toBeUndefined();
    expect(decodeText(Buffer.from('81', 'hex'))).toBeUndefined();
  });
});
