import { escapeHtml } from '../../render/inline-html.ts';
import { htmlText } from './html-text.ts';
import { printedAtMost } from './printable-document.ts';
import { shownPicture } from './shown-picture.ts';
import { type PictureWanted, takeHtmlApart } from './take-html-apart.ts';

/** What of a web page, a mail or a Word file can be printed: our own tags with its text in them. */
export interface CleanHtml {
  readonly html: string;
  /** Without blanks at its ends; empty when there is none. */
  readonly title: string;
  /** There is something to be seen. */
  readonly hasContent: boolean;
  readonly remarks: readonly string[];
  /** Which of the attached pictures stand in the text. */
  readonly used: ReadonlySet<string>;
}

export interface CleaningOptions {
  readonly mostPixels: number;
  /** Pictures that the document has beside it, by the names under which it calls them (`cid:`). */
  readonly attached?: ReadonlyMap<string, Uint8Array>;
}

/**
 * Takes HTML apart and puts together what is on the lists of html-elements.ts. Nothing of it is run and nothing is
 * fetched; what is left out is counted and said.
 */
export async function cleanHtml(source: string, options: CleaningOptions): Promise<CleanHtml> {
  const { pieces, title, characters, remarks } = takeHtmlApart(source);
  const used = new Set<string>();
  const missing = { remote: 0, unusable: 0 };
  let pictureBytes = 0;
  let pictures = 0;
  const html: string[] = [];
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      html.push(piece);
      continue;
    }
    const found = contentOf(piece.address, options.attached);
    const { bytes } = found;
    const fits = bytes !== undefined && pictureBytes + bytes.length <= printedAtMost.pictureBytes;
    const shown = fits ? await shownPicture(bytes, options.mostPixels) : undefined;
    if (bytes !== undefined && shown !== undefined) {
      if (found.name !== undefined) used.add(found.name);
      pictureBytes += bytes.length;
      pictures += 1;
      html.push(pictureHtml(shown, piece));
      continue;
    }
    missing[bytes === undefined ? 'remote' : 'unusable'] += 1;
    if (piece.alternative !== '')
      html.push(`<span class="document-note">〔图片：${htmlText(piece.alternative)}〕</span>`);
  }
  return {
    html: html.join(''),
    title,
    hasContent: characters > 0 || pictures > 0,
    used,
    remarks: [
      ...remarks,
      ...(missing.remote === 0 ? [] : [`有 ${missing.remote} 张图片没有保存在文件里，没有显示`]),
      ...(missing.unusable === 0 ? [] : [`有 ${missing.unusable} 张图片的格式不能显示`]),
    ],
  };
}

/** The bytes of a picture that the document has with it, and the name it was called by; nothing for one elsewhere. */
function contentOf(
  address: string,
  attached: ReadonlyMap<string, Uint8Array> | undefined,
): { readonly bytes?: Uint8Array | undefined; readonly name?: string } {
  const [, content] = /^\s*data:[^,]*;base64,(.*)$/is.exec(address) ?? [];
  if (content !== undefined) return { bytes: Buffer.from(content, 'base64') };
  const [, name] = /^\s*cid:(.+?)\s*$/i.exec(address) ?? [];
  return name === undefined ? {} : { bytes: attached?.get(name), name };
}

function pictureHtml(address: string, { alternative, width }: PictureWanted): string {
  const size = width === undefined ? '' : ` style="width:${width}px"`;
  return `<img src="${address}" alt="${escapeHtml(alternative)}"${size}>`;
}
