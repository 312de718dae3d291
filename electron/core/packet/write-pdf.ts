import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type PDFContext, PDFHexString, PDFName, type PDFObject, type PDFRef } from 'pdf-lib';
import { AppError } from '../../contract/errors.ts';
import type { FileRanges } from '../evidence/evidence-source.ts';
import { DeferredStream } from './deferred-stream.ts';

const blockSize = 1024 * 1024;

/**
 * Writes a document object by object (ISO 32000-1, 7.5: header, body, cross-reference table, trailer) beside
 * `target` and renames it into place; on failure nothing is left behind. The file identifier is a hash of the
 * body, so the same content gives the same bytes.
 */
export async function writePdf(context: PDFContext, target: string, signal: AbortSignal): Promise<void> {
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    await mkdir(dirname(target), { recursive: true });
    const file = await open(draft, 'w');
    try {
      await writeBody(context, createSink(file), signal);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
  } catch (cause) {
    // The draft may not even have a folder; what went wrong first is what counts.
    await rm(draft, { force: true }).catch(() => undefined);
    signal.throwIfAborted();
    if (cause instanceof AppError) throw cause;
    throw new AppError('WRITE_FAILED', { file: target }, { cause });
  }
}

async function writeBody(context: PDFContext, sink: Sink, signal: AbortSignal): Promise<void> {
  // The comment of four high bytes marks the file as binary (7.5.2).
  await sink.text('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');
  const offsets = new Map<number, number>();
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    signal.throwIfAborted();
    offsets.set(ref.objectNumber, sink.position());
    await writeObject(ref, object, sink);
  }
  const start = sink.position();
  const size = context.largestObjectNumber + 1;
  const identifier = PDFHexString.of((await sink.digest()).slice(0, 32));
  const trailer = context.obj({ Size: size, Root: required(context.trailerInfo.Root), ID: [identifier, identifier] });
  if (context.trailerInfo.Info !== undefined) trailer.set(PDFName.of('Info'), context.trailerInfo.Info);
  await sink.text(`${crossReferences(offsets, size)}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`);
  await sink.flush();
}

async function writeObject(ref: PDFRef, object: PDFObject, sink: Sink): Promise<void> {
  await sink.text(`${ref.objectNumber} ${ref.generationNumber} obj\n`);
  if (object instanceof DeferredStream) {
    await sink.object(object.dict);
    await sink.text('\nstream\n');
    await copyRanges(object.data, sink);
    await sink.text('\nendstream');
  } else {
    await sink.object(object);
  }
  await sink.text('\nendobj\n');
}

/** Copies the ranges, after making sure that the file is still the one that was read and hashed. */
async function copyRanges(data: FileRanges, sink: Sink): Promise<void> {
  const changed = (cause?: unknown) => new AppError('EVIDENCE_CHANGED', { file: data.path }, { cause });
  const file = await open(data.path, 'r').catch((cause: unknown): never => {
    throw changed(cause);
  });
  try {
    const { size, mtimeMs } = await file.stat();
    if (size !== data.size || (data.modifiedMs !== undefined && mtimeMs !== data.modifiedMs)) throw changed();
    for (const { offset, length } of data.ranges) {
      for (let done = 0; done < length; ) {
        const copied = await sink.copy(file, offset + done, length - done);
        if (copied === 0) throw changed();
        done += copied;
      }
    }
  } finally {
    await file.close();
  }
}

/** The table of 20-byte entries (7.5.4). Numbers that no object bears are free entries. */
function crossReferences(offsets: ReadonlyMap<number, number>, size: number): string {
  const entries = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined
      ? `0000000000 ${number === 0 ? '65535' : '00000'} f \n`
      : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  return `xref\n0 ${size}\n${entries.join('')}`;
}

interface Sink {
  text(text: string): Promise<void>;
  object(object: PDFObject): Promise<void>;
  /** Bytes of `file` from `offset`: whatever there is, at most `length`, as many as the block has room for. */
  copy(file: FileHandle, offset: number, length: number): Promise<number>;
  flush(): Promise<void>;
  position(): number;
  /** SHA-256 of everything written so far, lower-case hex. */
  digest(): Promise<string>;
}

/** Gathers what is written in one block, which is hashed and written when it is full. */
function createSink(target: FileHandle): Sink {
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafe(blockSize);
  let used = 0;
  let flushed = 0;
  const put = async (bytes: Uint8Array) => {
    hash.update(bytes);
    flushed += bytes.length;
    await target.writeFile(bytes);
  };
  const flush = async () => {
    if (used === 0) return;
    await put(block.subarray(0, used));
    used = 0;
  };
  const makeRoom = async (size: number) => {
    if (used + size > blockSize) await flush();
    return size <= blockSize;
  };
  return {
    async text(text) {
      const bytes = Buffer.from(text, 'latin1');
      if (await makeRoom(bytes.length)) used += bytes.copy(block, used);
      else await put(bytes);
    },
    async object(object) {
      const size = object.sizeInBytes();
      if (await makeRoom(size)) {
        used += object.copyBytesInto(block, used);
        return;
      }
      const bytes = new Uint8Array(size);
      object.copyBytesInto(bytes, 0);
      await put(bytes);
    },
    async copy(file, offset, length) {
      if (used === blockSize) await flush();
      const { bytesRead } = await file.read(block, used, Math.min(length, blockSize - used), offset);
      used += bytesRead;
      return bytesRead;
    },
    flush,
    position: () => flushed + used,
    async digest() {
      await flush();
      return hash.copy().digest('hex');
    },
  };
}

function required(root: PDFObject | undefined): PDFObject {
  if (root === undefined) throw new AppError('PRINT_FAILED', { detail: '打印结果没有目录对象' });
  return root;
}
