import { createReadStream } from 'node:fs';

/** Kinds that an office program sets in pages, with the ending it knows each by. */
const extensions: Readonly<Record<string, string>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/rtf': 'rtf',
};
const oleStorage = 'application/x-ole-storage';

/** What files of the kinds that the program itself sets are called. */
export type OfficeKind = 'Word 文件' | 'Excel 表格';

export function officeKindOf(mime: string): OfficeKind | undefined {
  const extension = extensions[mime];
  if (extension === 'docx') return 'Word 文件';
  return extension === 'xlsx' ? 'Excel 表格' : undefined;
}

/** Whether an office program may be asked for a file of this kind at all. */
export function isOfficeFile(mime: string | undefined): boolean {
  return mime !== undefined && (mime === oleStorage || Object.hasOwn(extensions, mime));
}

/**
 * The ending for a file of this kind; undefined where an office program would make nothing of it but noise: other things
 * are kept in the container of old Office files too, installers and mails of Outlook, and files with a password.
 */
export async function officeExtension(
  path: string,
  mime: string | undefined,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (mime === oleStorage) return oleExtension(path, signal);
  return mime === undefined ? undefined : extensions[mime];
}

/** Names of streams in the directory of the container ([MS-DOC] 2.1, [MS-XLS] 2.1.2, [MS-PPT] 2.1), as UTF-16. */
const streams: readonly (readonly [string, string | undefined])[] = [
  ['EncryptedPackage', undefined],
  ['WordDocument', 'doc'],
  ['PowerPoint Document', 'ppt'],
  ['Workbook', 'xls'],
  // Excel 5 and 95; the names of other streams go on.
  ['Book\0', 'xls'],
];

/** The directory may lie anywhere in the file, and the outermost document is the first of its list. */
async function oleExtension(path: string, signal: AbortSignal): Promise<string | undefined> {
  const names = streams.map(([name]) => Buffer.from(name, 'utf16le'));
  const longest = Math.max(...names.map((name) => name.length));
  const seen = new Set<number>();
  let tail = Buffer.alloc(0);
  for await (const block of createReadStream(path, { signal, highWaterMark: 1024 * 1024 })) {
    const bytes = Buffer.concat([tail, block as Buffer]);
    for (const [index, name] of names.entries()) if (bytes.includes(name)) seen.add(index);
    tail = bytes.subarray(-longest);
  }
  return streams.find((_, index) => seen.has(index))?.[1];
}
