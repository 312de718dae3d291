import type { Element } from 'domhandler';
import { strFromU8, unzipSync } from 'fflate';
import { DomUtils, parseDocument } from 'htmlparser2';

/** A Word file as a reader of its XML sees it. */
export interface ReadDocx {
  /** Every part of the package as text, by name, in the order of the file. */
  readonly parts: ReadonlyMap<string, string>;
  /** The text of each paragraph, cells of tables included, in order. */
  readonly paragraphs: readonly string[];
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** For each table, its rows: how many columns each cell spans, merged ones included. */
  readonly tables: readonly (readonly { readonly isHeader: boolean; readonly spans: readonly number[] }[])[];
}

export function readDocx(bytes: Uint8Array): ReadDocx {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  const document = parseDocument(parts.get('word/document.xml') ?? '', { xmlMode: true });
  const all = (name: string, parent: Element | typeof document = document) =>
    DomUtils.getElementsByTagName(name, parent.children);
  const textOf = (paragraph: Element) =>
    DomUtils.getElementsByTagName((name) => name === 'w:t' || name === 'w:tab', paragraph.children)
      .map((run) => (run.name === 'w:tab' ? '\t' : DomUtils.textContent(run)))
      .join('');
  return {
    parts,
    paragraphs: all('w:p').map(textOf),
    headings: all('w:p').flatMap((paragraph) => {
      const style = all('w:pStyle', paragraph)[0]?.attribs['w:val'] ?? '';
      const level = /^Heading(\d)$/.exec(style)?.[1];
      return level === undefined ? [] : [{ level: Number(level), text: textOf(paragraph) }];
    }),
    tables: all('w:tbl').map((table) =>
      all('w:tr', table).map((row) => ({
        isHeader: all('w:tblHeader', row).length > 0,
        spans: all('w:tc', row).map((cell) => Number(all('w:gridSpan', cell)[0]?.attribs['w:val'] ?? 1)),
      })),
    ),
  };
}
