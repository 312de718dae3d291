import { writeFile } from 'node:fs/promises';
import { PDFDocument } from 'pdf-lib';
import sharp, { type Sharp } from 'sharp';
import { runQpdf } from '../../electron/core/evidence/pdf/qpdf.ts';
import { bmpFile } from './bmp-file.ts';
import { checkerPng } from './pictures.ts';
import { pngChunk, pngData, pngFile } from './png-file.ts';

/** A file that cannot go on paper: its bytes, and words of the reason that its placeholder must give. */
export interface BadFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly reason: string;
}

/** One of each kind. `scratch` is a path that may be written, for the tools that want a file. */
export async function makeBadFiles(scratch: string): Promise<BadFile[]> {
  const png = await checkerPng(120, 160);
  const jpeg = await sharp(png).jpeg().toBuffer();
  const plainPdf = await pdfWith(1);
  await writeFile(scratch, plainPdf);
  const encrypted = await runQpdf(scratch, ['/in.pdf', '--encrypt', 'geheim', 'owner', '256', '--', '/out.pdf']);
  if (encrypted.output === undefined) throw new Error(`qpdf could not encrypt: ${encrypted.messages.join(' ')}`);
  const flipped = Buffer.from(png);
  flipped.writeUInt8(flipped.readUInt8(Math.floor(png.length / 2)) ^ 0x10, Math.floor(png.length / 2));
  const noise = Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 73 + (index >> 3) * 31) % 251));

  return [
    { path: 'evidence/空文件.png', bytes: new Uint8Array(), reason: '文件是空的' },
    { path: 'evidence/截断.png', bytes: png.subarray(0, Math.floor(png.length * 0.6)), reason: '不完整' },
    { path: 'evidence/改动一字节.png', bytes: flipped, reason: '校验和不符' },
    {
      path: 'evidence/像素不足.png',
      bytes: pngFile({ width: 40, height: 40 }, [pngData(41 * 20)]),
      reason: '图像数据不足',
    },
    {
      path: 'evidence/无法解压.png',
      bytes: pngFile({}, [pngChunk('IDAT', Buffer.alloc(20, 0xff))]),
      reason: '无法解压',
    },
    {
      path: 'evidence/过大.png',
      bytes: pngFile({ width: 60_000, height: 60_000 }, [pngData(10)]),
      reason: '60000×60000 像素',
    },
    { path: 'evidence/截断.jpg', bytes: jpeg.subarray(0, Math.floor(jpeg.length / 2)), reason: '已损坏或不完整' },
    { path: 'evidence/其实是乱码.png', bytes: noise, reason: '认不出' },
    { path: 'evidence/有密码.pdf', bytes: encrypted.output, reason: '打开密码' },
    { path: 'evidence/乱码.pdf', bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), noise]), reason: '已损坏' },
    { path: 'evidence/没有页.pdf', bytes: await pdfWith(0), reason: '没有页面' },
    { path: 'evidence/截断.webp', bytes: await truncated(sharp(png).webp()), reason: 'WebP 图片已损坏或不完整' },
    { path: 'evidence/截断.gif', bytes: await truncated(sharp(png).gif()), reason: 'GIF 图片已损坏或不完整' },
    { path: 'evidence/截断.tiff', bytes: await truncated(sharp(png).tiff()), reason: 'TIFF 图片已损坏或不完整' },
    { path: 'evidence/截断.avif', bytes: await truncated(sharp(png).avif()), reason: 'AVIF 图片已损坏或不完整' },
    { path: 'evidence/截断.bmp', bytes: truncatedBmp(), reason: 'BMP 图片已损坏或不完整' },
    {
      path: 'evidence/三万见方.png',
      bytes: pngFile({ width: 30_000, height: 30_000 }, [pngData(10)]),
      reason: '30000×30000 像素',
    },
  ];
}

async function truncated(image: Sharp): Promise<Buffer> {
  const whole = await image.toBuffer();
  return whole.subarray(0, Math.floor(whole.length * 0.6));
}

function truncatedBmp(): Buffer {
  const rows = Array.from({ length: 30 }, () => Array.from({ length: 30 }, (_, column) => column * 8));
  return bmpFile({ bits: 8, rows }).subarray(0, 1_400);
}

/** A PDF of `pages` A5 pages, each with a filled box. */
export async function pdfWith(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (let page = 0; page < pages; page += 1) {
    document.addPage([420, 595]).drawRectangle({ x: 60, y: 60, width: 300, height: 40 + page });
  }
  return document.save({ addDefaultPage: false });
}
