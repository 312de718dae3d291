import { PDFDocument, PDFHexString, PDFName, type PDFPage, PDFString, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { scanLeaks } from '../../electron/core/evidence/redaction/scan-leaks.ts';
import { writePdf } from '../../electron/core/packet/write-pdf.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const phone = '13800001234';
const name = '没有这个人的很长的一行字';
const secrets = [
  { kind: 'phone', text: phone },
  { kind: 'other', text: name },
] as const;
const [utf16be, utf16le] = [Buffer.from(phone, 'utf16le').swap16(), Buffer.from(phone, 'utf16le')];

interface Planting {
  readonly document: PDFDocument;
  readonly page: PDFPage;
}
type Plant = (into: Planting) => void | Promise<void>;

const work = useWorkFolder();
let files = 0;

/** What is found in a file of two pages into which something was planted; it is written as packets are. */
async function leaksOf(plant: Plant, kept: readonly string[] = []): Promise<string[]> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]);
  const page = document.addPage([595, 842]);
  page.setFont(await document.embedFont(StandardFonts.Helvetica));
  page.drawText('Nothing secret: 138 0000, 1234', { x: 60, y: 700 });
  await plant({ document, page });
  await document.flush();
  files += 1;
  const packet = work.path(`${files}.pdf`);
  await writePdf(document.context, packet, new AbortController().signal);
  return (await scanLeaks({ packet, secrets, kept })).map(({ place }) => place);
}

/** A stream of its own, to which nothing leads. */
function stray(content: string | Uint8Array, entries: Record<string, string | number> = {}): Plant {
  return ({ document: { context } }) => {
    context.register(context.flateStream(content, entries));
  };
}

/** Raw operators on the second page. */
function operators(text: string): Plant {
  return ({ document: { context }, page }) => {
    const listed = context.register(context.flateStream(text));
    page.node.normalize();
    page.node.addContentStream(listed);
  };
}

const draw =
  (text: string, options: object = {}): Plant =>
  ({ page }) =>
    page.drawText(text, { x: 60, y: 500, ...options });

/** A font whose codes 1, 2, 3… stand for the characters of the phone number, as Chromium and others write them. */
function ownCodes(isComposite: boolean): Plant {
  return ({ document: { context }, page }) => {
    const characters = [...new Set(phone)];
    const width = isComposite ? 4 : 2;
    const code = (character: string) => (characters.indexOf(character) + 1).toString(16).padStart(width, '0');
    const lines = characters.map((one) => `<${code(one)}> <${one.charCodeAt(0).toString(16).padStart(4, '0')}>`);
    const program = `1 begincodespacerange <00> <ff> endcodespacerange ${lines.length} beginbfchar ${lines.join(' ')} endbfchar`;
    const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
    const font = isComposite
      ? context.obj({
          Type: 'Font',
          Subtype: 'Type0',
          BaseFont: 'Invented',
          Encoding: 'Identity-H',
          DescendantFonts: [{ Type: 'Font', Subtype: 'CIDFontType2', BaseFont: 'Invented', CIDSystemInfo: {} }],
          ToUnicode: context.register(context.flateStream(program)),
        })
      : context.obj({
          Type: 'Font',
          Subtype: 'Type1',
          BaseFont: 'Helvetica',
          Encoding: { Type: 'Encoding', Differences: [1, ...characters.map((one) => digits[Number(one)] ?? 'space')] },
        });
    const form = context.flateStream(`BT /Own 12 Tf <${[...phone].map(code).join('')}> Tj ET`, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 100, 100],
      Resources: { Font: { Own: context.register(font) } },
    });
    page.node.setXObject(PDFName.of('Hidden'), context.register(form));
  };
}

const places: Readonly<Record<string, readonly [string, Plant]>> = {
  'text on a page': ['第2页', draw(phone)],
  'text in groups': ['第2页', draw('138 0000-1234')],
  'text in two pieces far apart': ['第2页', operators('BT /F1 12 Tf 60 300 Td [(1380) -9000 (0001234)] TJ ET')],
  'white text': ['第2页', operators(`BT 1 1 1 rg /F1 12 Tf 60 300 Td (${phone}) Tj ET`)],
  'text that is not painted': ['第2页', operators(`BT 3 Tr /F1 12 Tf 60 300 Td (${phone}) Tj ET`)],
  'text outside the page': ['第2页', draw(phone, { x: 3_000, y: -900 })],
  'text under a picture of its own': ['第2页', operators(`BT /F1 12 Tf 60 300 Td (${phone}) Tj ET 0 0 595 842 re f`)],
  'text with escapes': ['第2页', operators('BT /F1 12 Tf 60 300 Td (\\061\\063800001\\\n234) Tj ET')],
  'a layer that is off': ['第2页', operators(`/OC /Off BDC BT /F1 12 Tf 60 300 Td (${phone}) Tj ET EMC`)],
  'a replacement text in a content stream': [
    '第2页',
    operators(`/Span <</ActualText <feff${utf16be.toString('hex')}>>> BDC EMC`),
  ],
  'glyphs of a composite font, in a form that no page draws': ['文件内部', ownCodes(true)],
  'glyphs of a simple font with names of its own': ['文件内部', ownCodes(false)],
  'the title of the document': ['文件属性', ({ document }) => document.setTitle(`截图 ${phone}`)],
  'metadata in XML': ['文件属性', stray(`<x:xmpmeta>${phone}</x:xmpmeta>`, { Type: 'Metadata', Subtype: 'XML' })],
  'a bookmark': [
    '书签',
    ({ document: { context } }) => {
      const item = context.obj({ Dest: [0, 'Fit'] });
      item.set(PDFName.of('Title'), PDFHexString.fromText(`第一页 ${name}`));
      context.register(item);
    },
  ],
  'a named destination': [
    '文件内部',
    ({ document: { catalog, context } }) => {
      const names = context.obj({});
      names.set(PDFName.of(`place-${phone}`), context.obj([0, 'Fit']));
      catalog.set(PDFName.of('Dests'), names);
    },
  ],
  'the content of an attachment': ['附件清单', stray(`{"path":"${phone}.png"}`, { Type: 'EmbeddedFile' })],
  'the name of an attachment': [
    '附件清单',
    ({ document: { context } }) => {
      const file = context.obj({ Type: 'Filespec' });
      file.set(PDFName.of('UF'), PDFHexString.fromText(`${name}.png`));
      context.register(file);
    },
  ],
  'a note on a page': [
    '第2页的批注',
    ({ document: { context }, page }) => {
      const note = context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 10, 10] });
      note.set(PDFName.of('Contents'), PDFString.of(`call ${phone}`));
      page.node.addAnnot(context.register(note));
    },
  ],
  'the text that is read out for a picture': [
    '图片的替代文字',
    ({ document: { context } }) => {
      const element = context.obj({ Type: 'StructElem', S: 'Figure' });
      element.set(PDFName.of('Alt'), PDFHexString.fromText(`证据1（文件：${phone}.png）`));
      context.register(element);
    },
  ],
  'a script': [
    '文件内部',
    ({ document: { context } }) => {
      const action = context.obj({ S: 'JavaScript' });
      action.set(PDFName.of('JS'), PDFString.of(`var a = "${phone}"`));
      context.register(action);
    },
  ],
  'a comment in a JPEG': [
    '文件内部',
    ({ document: { context } }) => {
      const jpeg = Buffer.concat([Buffer.from('ffd8fffe000d', 'hex'), Buffer.from(phone), Buffer.from('ffd9', 'hex')]);
      context.register(context.stream(jpeg, { Subtype: 'Image', Filter: 'DCTDecode' }));
    },
  ],
  'a stream in UTF-8': ['文件内部', stray(Buffer.from(name))],
  'a stream in UTF-16': ['文件内部', stray(utf16be)],
  'a stream in UTF-16, little end first': ['文件内部', stray(utf16le)],
  'a stream in hexadecimal': ['文件内部', stray(Buffer.from(phone).toString('hex').toUpperCase())],
  'a stream that is not compressed': [
    '文件内部',
    ({ document: { context } }) => void context.register(context.stream(`x ${phone}`)),
  ],
  'a string that nothing leads to': [
    '文件内部',
    ({ document: { context } }) => void context.register(PDFString.of(`x ${phone}`)),
  ],
};

describe('a secret is found in a finished file', () => {
  it.each(Object.entries(places))('as %s', async (_what, [place, plant]) => {
    expect(await leaksOf(plant)).toContain(place);
  });

  it('in full-width digits', async () => {
    const wide = [...phone].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    expect(await leaksOf(({ document }) => document.setSubject(wide))).toContain('文件属性');
  });
});

describe('nothing is found', () => {
  it('where nothing is', async () => {
    expect(await leaksOf(() => undefined)).toEqual([]);
  });

  it('where a number that stays contains one', async () => {
    const order = `20261122${phone}99`;
    const plant: Plant = async (into) => {
      await stray(`order ${order}`)(into);
      into.document.setTitle(order);
      return draw(order)(into);
    };
    expect(await leaksOf(plant)).not.toEqual([]);
    expect(await leaksOf(plant, [order])).toEqual([]);
  });
});

it('vouches for nothing that it cannot read', async () => {
  const document = await PDFDocument.create();
  document.addPage();
  const { writeFile } = await import('node:fs/promises');
  const packet = work.path('other.pdf');
  await writeFile(packet, await document.save({ useObjectStreams: true }));
  await expect(scanLeaks({ packet, secrets, kept: [] })).rejects.toThrow(RangeError);
});
