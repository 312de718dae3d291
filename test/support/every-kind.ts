import sharp from 'sharp';
import { bmpFile } from './bmp-file.ts';
import { evidenceDocuments } from './evidence-documents.ts';
import { zipOf } from './office-files.ts';
import { lockedPdfFile, plainPdf } from './pdf-files.ts';
import { checkerPng } from './pictures.ts';
import { mp4Clip, wavTone, webmClip } from './recordings.ts';

const [blue, red] = [
  { r: 32, g: 48, b: 200 },
  { r: 214, g: 32, b: 32 },
];

/** A small file of each kind that is taken in, and of the ways one can be of no use on paper, by its name. */
export async function filesOfEveryKind(): Promise<Map<string, Uint8Array>> {
  const png = await checkerPng(120, 90);
  // Each of its own size, for the same bytes twice are one file.
  const picture = (width: number) => sharp(png).resize(width, 90, { fit: 'fill' });
  const grey = Array.from({ length: 30 }, () => Array.from({ length: 30 }, (_, column) => column * 8));
  const avif = await picture(130).avif().toBuffer();
  const heif = Buffer.from(await picture(134).avif().toBuffer());
  heif.write('mif1', 8, 'latin1');
  return new Map<string, Uint8Array>([
    ['订单.png', png],
    ['照片.jpg', await picture(121).jpeg().toBuffer()],
    ['网页.webp', await picture(122).webp().toBuffer()],
    ['动图.gif', await picture(123).gif().toBuffer()],
    ['扫描.tiff', await picture(124).tiff().toBuffer()],
    ['位图.bmp', bmpFile({ bits: 8, rows: grey })],
    ['图片.avif', avif],
    ['安卓照片.heif', heif],
    ['凭证.pdf', await plainPdf(2)],
    // But for the archive, which the window opens into the files that are in it.
    ...[...(await evidenceDocuments())].filter(([name]) => !name.endsWith('.zip')),
    ['录屏.webm', await webmClip({ width: 64, height: 64, colours: [blue, red] })],
    ['录像.mp4', await mp4Clip({ width: 64, height: 64, colours: [red], code: 'av01' })],
    ['通话.wav', wavTone(0.5)],
    ['旧手机.amr', Buffer.from('#!AMR\n\u003c\u0091\u0017\u0016', 'latin1')],
    ['错名.pdf', await picture(125).png().toBuffer()],
    ['发票.ofd', zipOf({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<ofd:Document/>' })],
    ['加密.pdf', await lockedPdfFile('geheim')],
    ['截断.png', png.subarray(0, Math.floor(png.length * 0.6))],
    ['旧文档.doc', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['乱码.png', Buffer.from(Array.from({ length: 3_000 }, (_, at) => (at * 73 + (at >> 3) * 31) % 251))],
    ['程序.exe', Buffer.from(`MZ${'\0\u0001'.repeat(300)}`, 'latin1')],
  ]);
}
