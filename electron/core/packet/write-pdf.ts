import { createHash, type Hash } from 'node:crypto';
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
    await rm(draft, { force: true });
    signal.throwIfAborted();
    if (cause instanceof AppError) throw cause;
    throw new AppError('WRITE_FAILED', { file: target }, { cause });
  }
}

async function writeBody(context: PDFContext, sink: Sink, signal: AbortSignal): Promise<void> {
  // The comment of four high bytes marks the file as binary (7.5.2).
  await sink.write(Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1'));
  const offsets = new Map<number, number>();
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    signal.throwIfAborted();
    offsets.set(ref.objectNumber, sink.position());
    await writeObject(ref, object, sink);
  }
  const start = sink.position();
  const size = context.largestObjectNumber + 1;
  const identifier = PDFHexString.of(sink.digest().slice(0, 32));
  const trailer = context.obj({ Size: size, Root: required(context.trailerInfo.Root), ID: [identifier, identifier] });
  if (context.trailerInfo.Info !== undefined) trailer.set(PDFName.of('Info'), context.trailerInfo.Info);
  await sink.write(
    Buffer.from(`${crossReferences(offsets, size)}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`, 'latin1'),
  );
  await sink.flush();
}

async function writeObject(ref: PDFRef, object: PDFObject, sink: Sink): Promise<void> {
  await sink.write(Buffer.from(`${ref.objectNumber} ${ref.generationNumber} obj\n`, 'latin1'));
  if (object instanceof DeferredStream) {
    await sink.write(bytesOf(object.dict));
    await sink.write(Buffer.from('\nstream\n', 'latin1'));
    await copyRanges(object.data, sink);
    await sink.write(Buffer.from('\nendstream', 'latin1'));
  } else {
    await sink.write(bytesOf(object));
  }
  await sink.write(Buffer.from('\nendobj\n', 'latin1'));
}

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
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
        const block = Buffer.allocUnsafe(Math.min(blockSize, length - done));
        const { bytesRead } = await file.read(block, 0, block.length, offset + done);
        if (bytesRead === 0) throw changed();
        await sink.write(block.subarray(0, bytesRead));
        done += bytesRead;
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
  write(bytes: Uint8Array): Promise<void>;
  flush(): Promise<void>;
  position(): number;
  /** SHA-256 of everything written so far, lower-case hex. */
  digest(): string;
}

/** Gathers small writes into blocks, counts and hashes them. */
function createSink(file: FileHandle): Sink {
  const hash: Hash = createHash('sha256');
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  let written = 0;
  const flush = async () => {
    if (pendingBytes === 0) return;
    const block = Buffer.concat(pending, pendingBytes);
    pending = [];
    pendingBytes = 0;
    await file.writeFile(block);
  };
  return {
    async write(bytes) {
      hash.update(bytes);
      pending.push(bytes);
      pendingBytes += bytes.length;
      written += bytes.length;
      if (pendingBytes >= blockSize) await flush();
    },
    flush,
    position: () => written,
    digest: () => hash.copy().digest('hex'),
  };
}

function required(root: PDFObject | undefined): PDFObject {
  if (root === undefined) throw new AppError('PRINT_FAILED', { detail: '打印结果没有目录对象' });
  return root;
}
