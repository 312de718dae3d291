import { PDFArray, type PDFObject } from 'pdf-lib';
import { type CharacterMap, readCharacterMap } from './character-map.ts';
import { dictionaryOf, openPacketFile, type PacketFile, streamText } from './packet-file.ts';
import { readPageText, type TextRun } from './page-text.ts';

/** The text of one page of the packet, counted from 1. */
export interface PageText {
  readonly number: number;
  readonly runs: readonly TextRun[];
}

/**
 * The text of a finished packet, read back from its files, over which pages are counted. Evidence is not read: only what
 * Juli itself has set.
 */
export async function readPacketText(paths: readonly string[], signal: AbortSignal): Promise<PageText[]> {
  const pages: PageText[] = [];
  for (const path of paths) {
    for (const runs of await readFileText(path, signal)) pages.push({ number: pages.length + 1, runs });
  }
  return pages;
}

async function readFileText(path: string, signal: AbortSignal): Promise<(readonly TextRun[])[]> {
  const file = await openPacketFile(path);
  try {
    const fonts = new Map<PDFObject, Promise<CharacterMap>>();
    const root = dictionaryOf(await file.resolve(file.root));
    const pages: (readonly TextRun[])[] = [];
    for await (const page of pagesBelow(file, root.get('Pages'))) {
      signal.throwIfAborted();
      pages.push(await readPage(file, page, fonts));
    }
    return pages;
  } finally {
    await file.close();
  }
}

/** The pages below a node of the page tree, in order (ISO 32000-1, 7.7.3). */
async function* pagesBelow(
  file: PacketFile,
  node: PDFObject | undefined,
): AsyncGenerator<ReadonlyMap<string, PDFObject>> {
  const entries = dictionaryOf(await file.resolve(node));
  const children = await file.resolve(entries.get('Kids'));
  if (!(children instanceof PDFArray)) {
    yield entries;
    return;
  }
  for (const child of children.asArray()) yield* pagesBelow(file, child);
}

async function readPage(
  file: PacketFile,
  page: ReadonlyMap<string, PDFObject>,
  known: Map<PDFObject, Promise<CharacterMap>>,
): Promise<TextRun[]> {
  const resources = dictionaryOf(await file.resolve(page.get('Resources')));
  const named = [...dictionaryOf(await file.resolve(resources.get('Font')))];
  const fonts = await Promise.all(
    named.map(async ([name, font]): Promise<[string, CharacterMap]> => {
      const map = known.get(font) ?? readFont(file, font);
      known.set(font, map);
      return [name, await map];
    }),
  );
  const contents = await file.resolve(page.get('Contents'));
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  const texts = await Promise.all(streams.map(async (stream) => streamText(await file.resolve(stream))));
  return readPageText(texts.join('\n'), new Map(fonts));
}

async function readFont(file: PacketFile, font: PDFObject): Promise<CharacterMap> {
  const entries = dictionaryOf(await file.resolve(font));
  return readCharacterMap(streamText(await file.resolve(entries.get('ToUnicode'))));
}
