import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Printer } from '../../electron/core/ports.ts';
import { readFonts } from '../../electron/core/render/fonts.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** Writes `count` PDFs of `pages` pages, each with text, a drawing and a picture. Resolves to their paths within `folder`. */
export async function writePdfs(folder: string, printer: Printer, count: number, pages: number): Promise<string[]> {
  await mkdir(join(folder, 'evidence'), { recursive: true });
  const random = seededRandom(20_261_119);
  const fonts = await readFonts();
  const { signal } = new AbortController();
  const session = await printer.open(signal);
  const paths: string[] = [];
  try {
    for (let index = 1; index <= count; index += 1) {
      const sheets = await Promise.all(Array.from({ length: pages }, (_, page) => sheet(random, index, page + 1)));
      const style = `${fonts.css(sheets.join(''), printer.assetUrl)}\n${sheetStyle}`;
      const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${style}</style><body>${sheets.join('')}</body></html>`;
      const path = `evidence/${String(index).padStart(2, '0')}.pdf`;
      await writeFile(join(folder, path), await session.print(html, signal));
      paths.push(path);
    }
  } finally {
    await session.close();
  }
  return paths;
}

const sheetStyle = `
@page { size: A4; margin: 20mm; }
body { margin: 0; font: 11pt/1.6 'Noto Serif SC'; }
section { break-after: page; }
section:last-child { break-after: auto; }
img { width: 80mm; }
`;

const sentences = [
  '本页内容由测试程序生成，所涉姓名、店铺和订单均为虚构。',
  '订单已于当日付款，店铺页面显示自动发货，买家尚未收到可用的激活码。',
  '客服答复称需要核实库存，请耐心等待，预计二十四小时内处理完毕。',
  '经多次联系，对方未说明延迟原因，也未提供其他解决办法。',
  '平台记录显示退款申请提交后由店铺审核，审核结果为不同意。',
  '双方往来记录保存在账号的消息页面，可以登录后逐条查看。',
];

async function sheet(random: SeededRandom, document: number, page: number): Promise<string> {
  const paragraphs = Array.from({ length: 5 }, () => {
    const text = Array.from({ length: 3 }, () => sentences[random.between(0, sentences.length - 1)] ?? '').join('');
    return `<p>${text}金额${random.between(1, 999)}.${random.between(10, 99)}元。</p>`;
  });
  const bars = Array.from({ length: 24 }, (_, bar) => {
    const high = random.between(5, 100);
    return `<rect x="${bar * 20}" y="${100 - high}" width="14" height="${high}" fill="#${bar % 2 === 0 ? '345' : '9ab'}"/>`;
  });
  const drawing = `<svg width="480" height="100" viewBox="0 0 480 100">${bars.join('')}</svg>`;
  const picture = `<img alt="" src="data:image/jpeg;base64,${(await photograph(random)).toString('base64')}">`;
  return `<section><h2>交易记录第${document}号第${page}页</h2>${paragraphs.join('')}${drawing}<p>${picture}</p></section>`;
}

/** A picture of soft colour patches: as a JPEG, about as large as a photograph of its size. */
function photograph(random: SeededRandom): Promise<Buffer> {
  const patches = { width: 96, height: 64, channels: 3 } as const;
  const pixels = Uint8Array.from({ length: patches.width * patches.height * 3 }, () => random.between(30, 225));
  return sharp(pixels, { raw: patches }).resize(480, 320, { kernel: 'cubic' }).jpeg({ quality: 80 }).toBuffer();
}
