import { caption, htmlText, note } from './html-text.ts';
import { type PrintableDocument, printedAtMost } from './printable-document.ts';
import { encodingRemark, readText } from './read-text.ts';
import { widthOf } from './text-width.ts';

/** Chinese characters of 10.5 points in a line of a page. */
const lineWidth = 43;

/** A text file, its lines as they are; what is longer than a line goes on in the next. */
export function plainText(bytes: Uint8Array, name: string): PrintableDocument {
  const decoded = readText(bytes);
  const lines = decoded.text.split(/\r\n|[\n\r\u2028\u2029]/u);
  if (lines.at(-1) === '') lines.pop();
  const { shown, isCut } = withinPages(lines);
  const end = isCut ? `全文共 ${lines.length} 行，这里印到第 ${shown.length} 行，其余见原件` : undefined;
  return {
    parts: [
      {
        orientation: 'portrait',
        body: [
          caption(`文本文件“${name}”`, `共 ${lines.length} 行`, `${decoded.encoding} 编码`),
          // HTML leaves out the first line end after <pre>.
          `<pre class="plain-text">\n${htmlText(shown.join('\n'))}</pre>`,
          end === undefined ? '' : note(end),
        ].join(''),
      },
    ],
    remarks: [...encodingRemark(decoded), ...(end === undefined ? [] : [end])],
  };
}

function withinPages(lines: readonly string[]): { shown: string[]; isCut: boolean } {
  const shown: string[] = [];
  let rows = 0;
  for (const line of lines) {
    const wanted = Math.max(1, Math.ceil(widthOf(line) / lineWidth));
    if (rows + wanted <= printedAtMost.lines) {
      shown.push(line);
      rows += wanted;
      continue;
    }
    // One line may be a whole file.
    if (shown.length === 0) shown.push(line.slice(0, printedAtMost.lines * lineWidth));
    return { shown, isCut: true };
  }
  return { shown, isCut: false };
}
