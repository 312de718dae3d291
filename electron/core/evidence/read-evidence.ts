import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { EvidenceFile } from '../../contract/case/case-file.ts';
import { detectKind, maximumBytes, tooLarge } from './detect-kind.ts';
import type { EvidenceSource, SourceContent } from './evidence-source.ts';
import type { EvidenceTools } from './evidence-tools.ts';
import { familyOf } from './file-family.ts';
import { hashFile } from './hash-file.ts';
import { createPdfReader, type PdfReader } from './pdf/read-pdf.ts';
import { readPicture } from './pictures/read-picture.ts';
import { unprintedKind } from './unprinted-kind.ts';
import { UnusableFile } from './unusable-file.ts';

/** Reads evidence files and remembers them, so that a second build reads only what has changed. */
export interface EvidenceReader {
  /**
   * `absolute` is where the file is, `file` what the case says of it. Never throws for a bad file: what cannot go on
   * paper comes back as `unusable` with its reason.
   */
  read(absolute: string, file: EvidenceFile, signal: AbortSignal): Promise<EvidenceSource>;
  close(): Promise<void>;
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
  readonly file: EvidenceFile;
}

export function createEvidenceReader(tools: EvidenceTools): EvidenceReader {
  const remembered = new Map<string, Remembered>();
  let pdfReader: PdfReader | undefined;
  const pdfs = () => {
    pdfReader ??= createPdfReader(tools.workFolder);
    return pdfReader;
  };

  async function readFresh(
    absolute: string,
    file: EvidenceFile,
    { size: bytesOnDisk, mtimeMs: modifiedMs }: { readonly size: number; readonly mtimeMs: number },
    signal: AbortSignal,
  ): Promise<EvidenceSource> {
    const { path } = file;
    let size = 0;
    let sha256 = '';
    try {
      const mime = await detectKind(absolute);
      if (familyOf(mime) === 'picture' && bytesOnDisk <= maximumBytes) {
        const bytes = await readFile(absolute, { signal });
        size = bytes.length;
        sha256 = createHash('sha256').update(bytes).digest('hex');
        const content = await readPicture({ bytes, path: absolute, sha256, modifiedMs }, mime, tools.workFolder);
        return { path, size, sha256, content };
      }
      ({ size, sha256 } = await hashFile(absolute, signal));
      return { path, size, sha256, content: await readOther({ absolute, mime, size, sha256, file }, signal) };
    } catch (cause) {
      signal.throwIfAborted();
      if (cause instanceof UnusableFile) return unusable(path, size, sha256, false, cause.reason);
      if (sha256 === '') return unusable(path, size, sha256, true, '文件无法读取，请检查权限后重试');
      throw cause;
    }
  }

  /** What is not a picture: read by a module of its own, which is loaded with the first such file. */
  async function readOther(order: FileToRead, signal: AbortSignal): Promise<SourceContent> {
    if (order.size === 0) throw new UnusableFile('文件是空的（0 字节）');
    if (order.size > maximumBytes) throw new UnusableFile(tooLarge);
    switch (familyOf(order.mime)) {
      case 'pdf':
        return pdfs().read(order.absolute, order.sha256, signal);
      default:
        throw new UnusableFile(unprintedKind(order.mime));
    }
  }

  return {
    async read(absolute, file, signal) {
      signal.throwIfAborted();
      const { path, ...said } = file;
      const status = await stat(absolute).catch(() => undefined);
      if (status === undefined) return unusable(path, 0, '', true, '案件文件夹中没有这个文件');
      if (!status.isFile()) return unusable(path, 0, '', true, '这不是一个文件');
      const version = `${status.size} ${status.mtimeMs} ${status.ctimeMs} ${status.ino} ${JSON.stringify(said)}`;
      const known = remembered.get(absolute);
      // Cases that hold the same bytes share the file, each under a name of its own.
      if (known?.version === version) return { ...known.source, path };
      const source = await readFresh(absolute, file, status, signal);
      remembered.set(absolute, { version, source });
      return source;
    },
    close: async () => {
      await pdfReader?.close();
    },
  };
}

function unusable(path: string, size: number, sha256: string, missing: boolean, reason: string): EvidenceSource {
  return { path, size, sha256, content: { kind: 'unusable', missing, reason } };
}
