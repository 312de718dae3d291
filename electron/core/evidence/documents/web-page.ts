import { cleanHtml } from './clean-html.ts';
import { caption, note } from './html-text.ts';
import type { PrintableDocument } from './printable-document.ts';
import { encodingRemark, readText } from './read-text.ts';

/** A saved web page: its text, tables and the pictures that are in the file itself, in this program's own setting. */
export async function webPage(bytes: Uint8Array, name: string, mostPixels: number): Promise<PrintableDocument> {
  const decoded = readText(bytes, declaredEncoding(bytes));
  const { html, title, hasContent, remarks } = await cleanHtml(decoded.text, { mostPixels });
  const titled = title === '' ? [] : [`网页标题：${title}`];
  const said = ['网页按文字和表格重排，版式以原件为准', ...encodingRemark(decoded), ...remarks];
  return {
    parts: [
      {
        orientation: 'portrait',
        body: [
          caption(`网页文件“${name}”`, ...titled, `${decoded.encoding} 编码`),
          note(said.join('；')),
          `<div class="document-text">${hasContent ? html : note('这个网页文件里没有可以显示的文字')}</div>`,
        ].join(''),
      },
    ],
    remarks: said,
  };
}

/** What the first kilobyte of a page says about its encoding (HTML, "prescan a byte stream"). */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}
