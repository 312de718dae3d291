/**
 * The fonts of a Word file by the names that Word and WPS give them on Windows and macOS. LibreOffice and systems
 * without them find a stand-in through the other name and the family (see `fontTable`).
 */
const serif = { latin: 'Times New Roman', chinese: '宋体', otherName: 'SimSun', family: 'roman' } as const;
const sans = { latin: 'Arial', chinese: '黑体', otherName: 'SimHei', family: 'modern' } as const;

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Quotation marks and dashes are Chinese ones: without the hint Word would set them in the Latin face. */
const hint = 'w:hint="eastAsia"';

function fontsOf({ latin, chinese }: typeof serif | typeof sans): string {
  return `<w:rFonts ${hint} w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${chinese}" w:cs="${latin}"/>`;
}

/** Run properties, in the order in which the schema wants them. */
export const serifFonts = `<w:rFonts ${hint}/>`;
export const sansFonts = fontsOf(sans);
export const bodySize = '<w:sz w:val="24"/><w:szCs w:val="24"/>';

/** How a heading looks: the inside of its paragraph and run properties. */
export interface HeadingLook {
  readonly paragraph: string;
  readonly run: string;
}

const headingSizes = [44, 28, 24];

function defaultLook(level: number): HeadingLook {
  const size = headingSizes[level - 1] ?? 24;
  const place = level === 1 ? '<w:jc w:val="center"/>' : '';
  return {
    paragraph: `<w:keepLines/><w:spacing w:before="200" w:after="100"/>${place}`,
    run: `${sansFonts}<w:b/><w:bCs/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  };
}

/**
 * word/styles.xml: body text, headings that show in the navigation pane, and the two looks of single words. What the
 * paper itself says of its headings comes in through `looks`, by level.
 */
export function stylesXml(looks: ReadonlyMap<number, HeadingLook>): string {
  const headings = [1, 2, 3, 4, 5, 6].map((level) => {
    const { paragraph: look, run } = looks.get(level) ?? defaultLook(level);
    // A heading never stands alone at the foot of a page.
    const paragraph = `<w:keepNext/>${look.replace('<w:keepNext/>', '')}`;
    const outline = `<w:outlineLvl w:val="${level - 1}"/>`;
    return (
      `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/>` +
      '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/>' +
      `<w:pPr>${paragraph}${outline}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
    );
  });
  return (
    `${declaration}<w:styles ${namespace}><w:docDefaults>` +
    `<w:rPrDefault><w:rPr>${fontsOf(serif)}${bodySize}` +
    // The first language is that of Latin letters: as Chinese, an order number would break between any two of them.
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
    '<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    '<w:pPr><w:spacing w:line="300" w:lineRule="auto"/></w:pPr></w:style>' +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">' +
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>' +
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>' +
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    headings.join('') +
    '<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/>' +
    '<w:basedOn w:val="Normal"/><w:uiPriority w:val="34"/><w:qFormat/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/>' +
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Kept"><w:name w:val="Kept with next"/>' +
    '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/></w:pPr></w:style>' +
    '<w:style w:type="character" w:customStyle="1" w:styleId="Boxed"><w:name w:val="Boxed"/><w:qFormat/>' +
    '<w:rPr><w:bdr w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:rPr></w:style></w:styles>'
  );
}

/** word/fontTable.xml: the names under which the same fonts are known elsewhere. 86 is the Chinese character set. */
export const fontTableXml =
  `${declaration}<w:fonts ${namespace}>` +
  [serif, sans]
    .map(
      ({ chinese, otherName, family }) =>
        `<w:font w:name="${chinese}"><w:altName w:val="${otherName}"/><w:charset w:val="86"/>` +
        `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
    )
    .join('') +
  '</w:fonts>';

/** docProps/core.xml: what the file is, and no person. The date is the case's own, so that the bytes stay the same. */
export function coreXml(title: string, date: string): string {
  const moment = `<dcterms:created xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:created>`;
  return (
    `${declaration}<cp:coreProperties ` +
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>据理 Juli</dc:creator><dc:language>zh-CN</dc:language>` +
    `<cp:lastModifiedBy>据理 Juli</cp:lastModifiedBy>${moment}${moment.replaceAll('created', 'modified')}` +
    '</cp:coreProperties>'
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
