import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { EvidenceFile } from '../../contract/case/case-file.ts';
import { memoise } from '../memoise.ts';
import { detectKind } from './detect-kind.ts';
import { isOfficeFile } from './documents/office-files.ts';
import type { ReadContained } from './documents/read-contained.ts';
import type { DocumentReader } from './documents/read-document.ts';
import type { EvidenceSource, SourceContent } from './evidence-source.ts';
import type { EvidenceTools } from './evidence-tools.ts';
import { familyOf } from './file-family.ts';
import { hashFile } from './hash-file.ts';
import { sizeProblem } from './limits.ts';
import type { PdfReader } from './pdf/read-pdf.ts';
import { createPictureReader } from './pictures/read-picture.ts';
import type { PagePress } from './printed-pages.ts';
import type { RecordingReader } from './recordings/read-recording.ts';
import { unprintedKind } from './unprinted-kind.ts';
import { UnusableFile } from './unusable-file.ts';

/** Reads evidence files and remembers them, so that a second build reads only what has changed. */
export interface EvidenceReader {
  /** Where copies of the program's own lie. */
  readonly workFolder: string;
  /**
   * `absolute` is where the file is, `file` what the case says of it. Never throws for a bad file: what cannot go on
   * paper comes back as `unusable` with its reason.
   */
  read(absolute: string, file: FileOfExhibit, signal: AbortSignal): Promise<EvidenceSource>;
  /** Whether `password` opens the PDF at `absolute`; if so, it is read with it until the program ends. */
  unlock(absolute: string, password: string, signal: AbortSignal): Promise<boolean>;
  close(): Promise<void>;
}

/** A file with what the case says of it, and of the exhibit it belongs to where that is printed with it. */
export interface FileOfExhibit extends EvidenceFile {
  /** What the original is stored on. */
  readonly carrier?: string | undefined;
}

interface Remembered {
  readonly version: string;
  readonly source: EvidenceSource;
}

/** A file of a known kind, on its way to paper. */
export interface FileToRead {
  readonly absolute: string;
  readonly mime: string | undefined;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** What the case says of it. */
  readonly file: FileOfExhibit;
  /** In how many other files it lies: mails, archives. */
  readonly depth: number;
}

export function createEvidenceReader(tools: EvidenceTools): EvidenceReader {
  const remembered = new Map<string, Remembered>();
  const pdfs = memoise(async (): Promise<PdfReader> => {
    const { createPdfReader } = await import('./pdf/read-pdf.ts');
    return createPdfReader(tools.workFolder, tools.limits);
  });
  const pictures = createPictureReader(tools);
  const press: PagePress = {
    ...tools,
    readPdf: async (path, sha256, signal) => (await pdfs.get()).read(path, sha256, signal),
  };
  const recordings = memoise(async (): Promise<RecordingReader> => {
    const { createRecordingReader } = await import('./recordings/read-recording.ts');
    return createRecordingReader(press, tools.media);
  });
  const documents = memoise(async (): Promise<DocumentReader> => {
    const { createDocumentReader } = await import('./documents/read-document.ts');
    return createDocumentReader(tools, press, readContained);
  });
  const readContained: ReadContained = async (absolute, name, depth, signal) =>
    readFresh(absolute, { path: name }, await stat(absolute), signal, depth);

  async function readFresh(
    absolute: string,
    file: FileOfExhibit,
    { size: bytesOnDisk, mtimeMs: modifiedMs }: { readonly size: number; readonly mtimeMs: number },
    signal: AbortSignal,
    depth = 0,
  ): Promise<EvidenceSource> {
    const { path } = file;
    let size = 0;
    let sha256 = '';
    try {
      const mime = await detectKind(absolute, path);
      const isTooLarge = sizeProblem(bytesOnDisk, familyOf(mime), tools.limits()) !== undefined;
      if (familyOf(mime) === 'picture' && !isTooLarge) {
        const bytes = await readFile(absolute, { signal });
        size = bytes.length;
        sha256 = createHash('sha256').update(bytes).digest('hex');
        const content = await pictures.read({ bytes, path: absolute, sha256, modifiedMs }, mime, signal);
        return { path, size, sha256, content };
      }
      ({ size, sha256 } = await hashFile(absolute, signal));
      return { path, size, sha256, content: await readOther({ absolute, mime, size, sha256, file, depth }, signal) };
    } catch (cause) {
      signal.throwIfAborted();
      if (cause instanceof UnusableFile) return unusable(path, size, sha256, false, cause.reason);
      if (sha256 === '') return unusable(path, size, sha256, true, '文件无法读取，请检查权限后重试');
      throw cause;
    }
  }

  /** What is not a picture: read by a module of its own, which is loaded with the first such file. */
  async function readOther(order: FileToRead, signal: AbortSignal): Promise<SourceContent> {
    if (order.size === 0) throw new UnusableFile('文件是空的（0 字节），可能还没有下载完，请打开看一看，再添加一份');
    const oversize = sizeProblem(order.size, familyOf(order.mime), tools.limits());
    if (oversize !== undefined) throw new UnusableFile(oversize);
    const office = isOfficeFile(order.mime) ? tools.office?.() : undefined;
    if (office === undefined) return readItself(order, signal);
    const { readWithOffice } = await import('./documents/read-with-office.ts');
    return readWithOffice(order, office, { tools, press }, () => readItself(order, signal), signal);
  }

  async function readItself(order: FileToRead, signal: AbortSignal): Promise<SourceContent> {
    switch (familyOf(order.mime)) {
      case 'pdf':
        return (await pdfs.get()).read(order.absolute, order.sha256, signal);
      case 'recording':
        return (await recordings.get()).read(order, signal);
      case 'document':
      case 'mail':
        return (await documents.get()).read(order, signal);
      case 'archive': {
        const { readArchive } = await import('./documents/read-archive.ts');
        return readArchive(order, tools, press, readContained, signal);
      }
      default:
        throw new UnusableFile(unprintedKind(order.mime));
    }
  }

  return {
    workFolder: tools.workFolder,
    async read(absolute, file, signal) {
      signal.throwIfAborted();
      // Boxes are drawn on what was read; they change nothing in it.
      const { path, redactions: _boxes, drawnOn: _layout, ...said } = file;
      const status = await stat(absolute).catch(() => undefined);
      if (status === undefined) return unusable(path, 0, '', true, '案件文件夹中没有这个文件');
      if (!status.isFile()) return unusable(path, 0, '', true, '这不是一个文件');
      const version = `${status.size} ${status.mtimeMs} ${status.ctimeMs} ${status.ino} ${JSON.stringify([said, tools.limits(), tools.office?.() !== undefined])}`;
      const known = remembered.get(absolute);
      // Cases that hold the same bytes share the file, each under a name of its own.
      if (known?.version === version && fits(known.source, path)) return { ...known.source, path };
      const source = await readFresh(absolute, file, status, signal);
      remembered.set(absolute, { version, source });
      return source;
    },
    async unlock(absolute, password, signal) {
      const { sha256 } = await hashFile(absolute, signal);
      const isOpen = await (await pdfs.get()).unlock(absolute, sha256, password, signal);
      if (isOpen) remembered.delete(absolute);
      return isOpen;
    },
    close: async () => {
      await (await recordings.forget())?.close();
      await (await documents.forget())?.close();
      await pictures.close();
      await (await pdfs.forget())?.close();
    },
  };
}

function fits({ path: own, content }: EvidenceSource, path: string): boolean {
  return own === path || content.kind !== 'pages' || content.namesFile !== true;
}

function unusable(path: string, size: number, sha256: string, missing: boolean, reason: string): EvidenceSource {
  return { path, size, sha256, content: { kind: 'unusable', missing, reason } };
}
