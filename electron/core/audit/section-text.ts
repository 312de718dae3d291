import { Parser } from 'htmlparser2';
import { plainForm } from './read-figures.ts';

/** The texts of a part as its template made them, in order and in their plain form. */
export interface SectionText {
  readonly texts: readonly SectionPiece[];
  /** Texts of table heads and feet, which come again on every page that the table runs over. */
  readonly repeated: ReadonlySet<string>;
}

/** A text between two tags; those of a drawing are painted as one. */
export interface SectionPiece {
  readonly text: string;
  readonly parts: readonly string[];
}

/** What a browser does not paint. */
const unpainted = new Set(['title', 'style', 'script', 'template', 'head']);
const repeatedParts = new Set(['thead', 'tfoot']);

export function readSectionText(html: string): SectionText {
  const texts: SectionPiece[] = [];
  const repeated = new Set<string>();
  const open: { readonly name: string; readonly isHidden: boolean }[] = [];
  let text = '';
  let drawing: string[] = [];
  const flush = () => {
    const plain = plainForm(text);
    text = '';
    if (plain === '' || open.some(({ isHidden }) => isHidden)) return;
    if (open.some(({ name }) => name === 'svg')) {
      drawing.push(plain);
      return;
    }
    texts.push({ text: plain, parts: [plain] });
    if (open.some(({ name }) => repeatedParts.has(name))) repeated.add(plain);
  };
  const parser = new Parser({
    ontext(part) {
      text += part;
    },
    onopentag(name, attributes) {
      flush();
      open.push({ name, isHidden: unpainted.has(name) || attributes.hidden !== undefined });
    },
    onclosetag(name) {
      flush();
      open.pop();
      if (name !== 'svg' || drawing.length === 0) return;
      texts.push({ text: drawing.join(''), parts: drawing });
      drawing = [];
    },
  });
  parser.write(html);
  parser.end();
  flush();
  return { texts, repeated };
}
