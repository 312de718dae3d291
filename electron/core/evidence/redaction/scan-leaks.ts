import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { createSecretSearch } from '../../redaction/search-secrets.ts';
import type { Secret } from '../../redaction/secret.ts';
import { createByteSearch } from '../../redaction/secret-bytes.ts';
import { textOfPage } from '../pdf/page-text.ts';
import { openShown } from '../pdf/pdf-document.ts';
import { withPdfium } from '../pdf/pdfium-of-thread.ts';
import { fontMap } from './font-maps.ts';
import { openPacketObjects, type PacketObjects } from './packet-objects.ts';
import { type FontMap, shownText } from './shown-text.ts';

/** A finished packet, and what must not be found in it. */
export interface ScanTask {
  readonly packet: string;
  readonly secrets: readonly Secret[];
  readonly kept: readonly string[];
}

export interface Leak {
  readonly secret: Secret;
  /** Where it was found, in Chinese. */
  readonly place: string;
}

/** Bytes that are looked through at once. */
const blockSize = 4 * 1024 * 1024;

/**
 * Everything in which a finished packet could still say a secret: what a reader makes of each page, hidden or not; every
 * string, name and stream of the file, whether anything leads to it or not; and its bare bytes. Of a picture only the
 * bytes are looked at, as they stand in the file. Throws for a file that cannot be read in full.
 */
export async function scanLeaks({ packet, secrets, kept }: ScanTask): Promise<Leak[]> {
  const leaks = new Map<string, Leak>();
  const note = (secret: Secret, place: string) => leaks.set(`${place} ${secret.text}`, { secret, place });
  const search = createSecretSearch(secrets, kept);
  const byteSearch = createByteSearch(secrets, kept);
  const pages = await withPdfium((pdfium) => {
    const shown = openShown(pdfium, packet);
    if (typeof shown !== 'object') throw new RangeError('PDFium cannot open the packet');
    try {
      for (let index = 0; index < shown.pages; index += 1) {
        const text = textOfPage(shown, index);
        if (text === undefined) throw new RangeError(`page ${index + 1} of the packet cannot be read`);
        for (const secret of search.find(text.text)) note(secret, pageName(index + 1));
      }
      return shown.pages;
    } finally {
      shown.close();
    }
  });
  const objects = openPacketObjects(packet);
  try {
    const reader = createReader(objects);
    const pageOf = reader.contents();
    if (pageOf.pages !== pages) throw new RangeError('the packet has other pages than are shown');
    for (const number of objects.numbers) {
      const object = objects.read(number);
      if (object === undefined) continue;
      const place = pageOf.places.get(number) ?? placeOf(object);
      const told = textsOf(object);
      for (const secret of search.find(told)) note(secret, place);
      if (!(object instanceof PDFRawStream) || isPixels(object.dict)) continue;
      const content = reader.streamText(object);
      const found = byteSearch.find(content);
      if (found !== undefined) note(found, place);
      if (!isContent(object.dict, content)) continue;
      const { painted, strings } = shownText(
        content,
        reader.fontsOf(pageOf.resources.get(number) ?? object.dict.get(resourcesName)),
      );
      for (const secret of [...search.find(painted), ...search.find(strings)]) note(secret, place);
    }
    for (const secret of search.find(textsOf(objects.trailer))) note(secret, '文件属性');
    // What was found somewhere needs no second place without a name.
    const isPlaced = (secret: Secret) => [...leaks.values()].some((leak) => leak.secret.text === secret.text);
    for (let from = 0; from < objects.size; from += blockSize) {
      const found = byteSearch.find(objects.bytes(from, from + blockSize + byteSearch.longest));
      if (found !== undefined && !isPlaced(found)) note(found, '文件内部');
    }
  } finally {
    objects.close();
  }
  return [...leaks.values()];
}

const name = PDFName.of;
const resourcesName = name('Resources');

function pageName(number: number): string {
  return `第${number}页`;
}

/** Samples of a picture are no text; those of a JPEG are not decoded for the same reason. */
function isPixels(dict: PDFDict): boolean {
  return dict.get(name('Subtype')) === name('Image');
}

function isContent(dict: PDFDict, content: string): boolean {
  return !dict.has(name('Length1')) && /\bTf\b/.test(content);
}

/** Every text string and name of an object itself, each on a line of its own. */
function textsOf(object: PDFObject): string {
  const texts: string[] = [];
  const open: PDFObject[] = [object];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next instanceof PDFString || next instanceof PDFHexString) {
      texts.push(
        next.decodeText(),
        Buffer.from(next.asBytes()).toString('latin1'),
        Buffer.from(next.asBytes()).toString('utf8'),
      );
    } else if (next instanceof PDFName) texts.push(next.decodeText());
    else if (next instanceof PDFArray) open.push(...next.asArray());
    else if (next instanceof PDFRawStream) open.push(next.dict);
    else if (next instanceof PDFDict) open.push(...next.entries().flat());
  }
  // A line break would be passed over by the search, and two short texts together say what neither does.
  return texts.join('\u0001|\u0001');
}

/** What an object is for people who know a packet from its pages. */
function placeOf(object: PDFObject): string {
  const dict = object instanceof PDFRawStream ? object.dict : object instanceof PDFDict ? object : undefined;
  const type = dict?.get(name('Type'));
  const has = (key: string) => dict?.has(name(key)) === true;
  if (type === name('Metadata') || has('Producer') || has('CreationDate')) return '文件属性';
  if (type === name('Filespec') || type === name('EmbeddedFile')) return '附件清单';
  if (type === name('StructElem') || has('Alt')) return '图片的替代文字';
  if (type === name('Annot')) return '批注';
  if (has('Dest') || has('First')) return '书签';
  return '文件内部';
}

interface Contents {
  readonly pages: number;
  /** Objects that belong to a page, and what it is called. */
  readonly places: ReadonlyMap<number, string>;
  /** The resources that a content stream of a page is painted with. */
  readonly resources: ReadonlyMap<number, PDFObject | undefined>;
}

function createReader(objects: PacketObjects) {
  const fonts = new Map<string, FontMap>();
  const resolve = (object: PDFObject | undefined): PDFObject | undefined =>
    object instanceof PDFRef ? objects.read(object.objectNumber) : object;
  const streamText = (object: PDFObject | undefined): string => {
    const stream = resolve(object);
    return stream instanceof PDFRawStream ? decoded(stream) : '';
  };
  const dictOf = (object: PDFObject | undefined): PDFDict | undefined => {
    const found = resolve(object);
    if (found instanceof PDFRawStream) return found.dict;
    return found instanceof PDFDict ? found : undefined;
  };

  return {
    streamText,

    fontsOf(resources: PDFObject | undefined): ReadonlyMap<string, FontMap> {
      const named = dictOf(dictOf(resources)?.get(name('Font')))?.entries() ?? [];
      return new Map(
        named.flatMap(([key, value]): [string, FontMap][] => {
          const identity = value instanceof PDFRef ? value.toString() : undefined;
          const known = identity === undefined ? undefined : fonts.get(identity);
          const font = known === undefined ? dictOf(value) : undefined;
          const map = known ?? (font === undefined ? undefined : fontMap(font, resolve, streamText));
          if (map === undefined) return [];
          if (identity !== undefined) fonts.set(identity, map);
          return [[key.decodeText(), map]];
        }),
      );
    },

    /** Walks the page tree (7.7.3). */
    contents(): Contents {
      const places = new Map<number, string>();
      const resources = new Map<number, PDFObject | undefined>();
      const seen = new Set<number>();
      let pages = 0;
      const walk = (node: PDFObject | undefined, inherited: PDFObject | undefined): void => {
        if (node instanceof PDFRef) {
          if (seen.has(node.objectNumber)) throw new RangeError('the page tree of the packet leads back to itself');
          seen.add(node.objectNumber);
        }
        const dict = dictOf(node);
        if (dict === undefined) return;
        const own = dict.get(resourcesName) ?? inherited;
        const kids = resolve(dict.get(name('Kids')));
        if (kids instanceof PDFArray) {
          for (const kid of kids.asArray()) walk(kid, own);
          return;
        }
        pages += 1;
        const place = pageName(pages);
        if (node instanceof PDFRef) places.set(node.objectNumber, place);
        const listed = dict.get(name('Contents'));
        const content = resolve(listed);
        for (const stream of content instanceof PDFArray ? content.asArray() : [listed]) {
          if (!(stream instanceof PDFRef)) continue;
          places.set(stream.objectNumber, place);
          resources.set(stream.objectNumber, own);
        }
        const annotations = resolve(dict.get(name('Annots')));
        for (const one of annotations instanceof PDFArray ? annotations.asArray() : []) {
          if (one instanceof PDFRef) places.set(one.objectNumber, `${place}的批注`);
        }
      };
      const root = dictOf(dictOf(objects.trailer)?.get(name('Root')));
      walk(root?.get(name('Pages')), undefined);
      return { pages, places, resources };
    },
  };
}

/** The bytes of a stream before compression, one character each. */
function decoded(stream: PDFRawStream): string {
  const { dict } = stream;
  const isDeflated = dict.get(name('Filter')) === name('FlateDecode') && !dict.has(name('DecodeParms'));
  // Nearly every stream is deflated, and Node inflates it many times faster.
  const bytes = isDeflated ? inflateSync(stream.contents) : Buffer.from(decodePDFRawStream(stream).decode());
  return bytes.toString('latin1');
}
