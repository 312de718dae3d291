import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { detectKind, maximumBytes, tooLarge } from './detect-kind.ts';
import type { EvidenceSource, SourceContent } from './evidence-source.ts';
import { hashFile } from './hash-file.ts';
import { createPdfReader, type PdfReader } from './read-pdf.ts';
import { readJpeg, readPng } from './read-picture.ts';
import { unprintedKind } from './unprinted-kind.ts';
import { UnusableFile } from './unusable-file.ts';

/** Reads evidence files and remembers them, so that a second build reads only what has changed. */
export interface EvidenceReader {
  /**
   * `absolute` is where the file is, `path` what the case calls it.
   * Never throws for a bad file: what cannot go on paper comes back as `unusable` with its reason.
   */
  read(absolute: string, path: string, signal: AbortSignal): Promise<EvidenceSource>;
  close(): Promise<void>;
}

interface Remembered {
  readonly version: string;
  readonly source: EvidenceSource;
}

export function createEvidenceReader(workFolder: string): EvidenceReader {
  const remembered = new Map<string, Remembered>();
  let pdfReader: PdfReader | undefined;
  const pdfs = () => {
    pdfReader ??= createPdfReader(workFolder);
    return pdfReader;
  };

  return {
    async read(absolute, path, signal) {
      signal.throwIfAborted();
      const status = await stat(absolute).catch(() => undefined);
      if (status === undefined) return unusable(path, 0, '', true, '案件文件夹中没有这个文件');
      if (!status.isFile()) return unusable(path, 0, '', true, '这不是一个文件');
      const version = `${status.size} ${status.mtimeMs} ${status.ctimeMs} ${status.ino}`;
      const known = remembered.get(absolute);
      // Cases that hold the same bytes share the file, each under a name of its own.
      if (known?.version === version) return { ...known.source, path };
      const source = await readFresh(absolute, path, status, workFolder, pdfs, signal);
      remembered.set(absolute, { version, source });
      return source;
    },
    close: async () => {
      await pdfReader?.close();
    },
  };
}

async function readFresh(
  absolute: string,
  path: string,
  { size: bytesOnDisk, mtimeMs: modifiedMs }: { readonly size: number; readonly mtimeMs: number },
  workFolder: string,
  pdfs: () => PdfReader,
  signal: AbortSignal,
): Promise<EvidenceSource> {
  let size = 0;
  let sha256 = '';
  try {
    const kind = await detectKind(absolute);
    if ((kind === 'image/png' || kind === 'image/jpeg') && bytesOnDisk <= maximumBytes) {
      const bytes = await readFile(absolute, { signal });
      size = bytes.length;
      sha256 = createHash('sha256').update(bytes).digest('hex');
      const file = { bytes, path: absolute, sha256, modifiedMs };
      const content = kind === 'image/png' ? await readPng(file, workFolder) : await readJpeg(file);
      return { path, size, sha256, content };
    }
    ({ size, sha256 } = await hashFile(absolute, signal));
    return { path, size, sha256, content: await readOther(kind, absolute, size, sha256, pdfs, signal) };
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof UnusableFile) return unusable(path, size, sha256, false, cause.reason);
    if (sha256 === '') return unusable(path, size, sha256, true, '文件无法读取，请检查权限后重试');
    throw cause;
  }
}

async function readOther(
  kind: string | undefined,
  absolute: string,
  size: number,
  sha256: string,
  pdfs: () => PdfReader,
  signal: AbortSignal,
): Promise<SourceContent> {
  if (size === 0) throw new UnusableFile('文件是空的（0 字节）');
  if (size > maximumBytes) throw new UnusableFile(tooLarge);
  if (kind !== 'application/pdf') {
    throw new UnusableFile(unprintedKind(kind));
  }
  return pdfs().read(absolute, sha256, signal);
}

function unusable(path: string, size: number, sha256: string, missing: boolean, reason: string): EvidenceSource {
  return { path, size, sha256, content: { kind: 'unusable', missing, reason } };
}
