import { posix } from 'node:path';
import { UnusableFile } from '../unusable-file.ts';
import { builtInFormats } from './number-format.ts';
import { damagedOfficeFile, type OfficeFile, officePart } from './open-office-file.ts';
import { readXml } from './read-xml.ts';

/** A workbook but for the cells of its sheets. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly sharedTexts: readonly string[];
  /** The number format of each cell style. */
  readonly formats: readonly string[];
  readonly isFrom1904: boolean;
}

export interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  /** Undefined when the file lacks it. */
  readonly xml: Uint8Array | undefined;
}

/** Reads what stands around the cells (ECMA-376 part 1, 18.2, 18.4 and 18.8). Throws UnusableFile. */
export async function readWorkbookParts(zip: OfficeFile, signal: AbortSignal): Promise<WorkbookParts> {
  const part = (name: string) => officePart(zip, name, signal);
  const path = targetsOf(await part('_rels/.rels'), '').find(({ type }) => type === 'officeDocument')?.path;
  const workbook = await part(path ?? 'xl/workbook.xml');
  if (path === undefined || workbook === undefined) throw new UnusableFile(damagedOfficeFile(zip.kind));
  const folder = posix.dirname(path);
  const targets = targetsOf(await part(`${folder}/_rels/${posix.basename(path)}.rels`), folder);
  const named = (type: string) => targets.find((target) => target.type === type)?.path ?? '';

  const listed: { name: string; isHidden: boolean; id: string }[] = [];
  let isFrom1904 = false;
  readXml(workbook, {
    open(name, attributes) {
      if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      listed.push({ name: attributes.name ?? '', isHidden: (attributes.state ?? 'visible') !== 'visible', id });
    },
  });
  const sheets: SheetPart[] = [];
  for (const { name, isHidden, id } of listed) {
    const target = targets.find((candidate) => candidate.id === id);
    sheets.push({ name, isHidden, xml: target === undefined ? undefined : await part(target.path) });
  }
  return {
    sheets,
    sharedTexts: sharedTexts(await part(named('sharedStrings'))),
    formats: cellFormats(await part(named('styles'))),
    isFrom1904,
  };
}

interface Target {
  readonly id: string;
  /** The last word of the relationship's type. */
  readonly type: string;
  readonly path: string;
}

function targetsOf(bytes: Uint8Array | undefined, folder: string): Target[] {
  const targets: Target[] = [];
  if (bytes === undefined) return targets;
  readXml(bytes, {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name !== 'Relationship' || mode === 'External') return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      targets.push({ id, type: type.split('/').at(-1) ?? '', path });
    },
  });
  return targets;
}

function sharedTexts(bytes: Uint8Array | undefined): string[] {
  const texts: string[] = [];
  if (bytes === undefined) return texts;
  let text = '';
  let isInText = false;
  let isPhonetic = false;
  readXml(bytes, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') isPhonetic = true;
      isInText = name === 't' && !isPhonetic;
    },
    text(content) {
      if (isInText) text += content;
    },
    close(name) {
      if (name === 't') isInText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'si') texts.push(unescaped(text));
    },
  });
  return texts;
}

/** Control characters are written as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  const plain = text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return plain.replaceAll(/\r\n?/g, '\n');
}

function cellFormats(bytes: Uint8Array | undefined): string[] {
  const own = new Map<number, string>();
  const formats: string[] = [];
  if (bytes === undefined) return formats;
  let isInCells = false;
  readXml(bytes, {
    open(name, { numFmtId = '0', formatCode = 'General' }) {
      const id = Number(numFmtId);
      if (name === 'cellXfs') isInCells = true;
      if (name === 'numFmt') own.set(id, formatCode);
      if (name === 'xf' && isInCells) formats.push(own.get(id) ?? builtInFormats[id] ?? 'General');
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return formats;
}
