import { bodySize, type HeadingLook, sansFonts, serifFonts } from './word-styles.ts';

/** word/document.xml that leans on its styles, and what the headings in it look like, by level. */
export interface WordBody {
  readonly xml: string;
  readonly headings: ReadonlyMap<number, HeadingLook>;
}

const paragraph = /<w:p>.*?<\/w:p>/gs;
const heading = /^<w:p><w:pPr><w:pStyle w:val="Heading(?<level>\d)"\/>(?<look>.*?)<\/w:pPr>(?<content>.*)<\/w:p>$/s;

/** Word runs tables together that nothing stands between, and wants a paragraph at the end of every text. */
const tableWithoutEnd = /<\/w:tbl>(?=<w:tbl>|<w:sectPr|<\/w:tc>)/g;
const betweenTables = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/></w:pPr></w:p>';

/**
 * docx/html writes the look of every run on the run. What the styles say already is taken off, so that who edits the
 * file changes a style and with it the paper. Works on docx' own writing of XML; words of a case are escaped in it and
 * cannot be taken for markup.
 */
export function leanOnStyles(documentXml: string): WordBody {
  const headings = new Map<number, HeadingLook>();
  const fonts = documentXml
    .replaceAll(/<w:rFonts [^>]*w:eastAsia="Noto Serif SC"[^>]*\/>/g, serifFonts)
    .replaceAll(/<w:rFonts [^>]*w:eastAsia="Noto Sans SC"[^>]*\/>/g, sansFonts)
    .replaceAll('<w:color w:val="000000"/>', '')
    // Fiftieths of a percent and whole half points are what every reader of the format knows.
    .replaceAll('w:type="pct" w:w="100%"', 'w:type="pct" w:w="5000"')
    .replaceAll(/<w:position w:val="[^"]*pt"\/>/g, '');
  const xml = fonts.replaceAll(paragraph, (whole) => {
    const { level, look = '', content = '' } = heading.exec(whole)?.groups ?? {};
    if (level === undefined) return whole.replaceAll(bodySize, '');
    const known = headings.get(Number(level)) ?? lookOf(look, content);
    headings.set(Number(level), known);
    const own = look === known.paragraph ? '' : look;
    const text = content.replaceAll(`<w:rPr>${known.run}</w:rPr>`, `<w:rPr>${serifFonts}</w:rPr>`);
    return `<w:p><w:pPr><w:pStyle w:val="Heading${level}"/>${own}</w:pPr>${text}</w:p>`;
  });
  return { xml: xml.replaceAll(tableWithoutEnd, `$&${betweenTables}`), headings };
}

/** A heading looks like the first one of its level. */
function lookOf(paragraphLook: string, content: string): HeadingLook {
  return { paragraph: paragraphLook, run: /<w:rPr>(?<look>.*?)<\/w:rPr>/s.exec(content)?.groups?.look ?? '' };
}
