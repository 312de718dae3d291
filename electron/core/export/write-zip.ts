import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { AppError } from '../../contract/errors.ts';
import type { Running } from '../ports.ts';

/** A file of an archive: a text, bytes, or a file on disk that must still be what it was when it was hashed. */
export type ZipContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly path: string; readonly size: number; readonly sha256: string };

export interface ZipEntry {
  readonly name: string;
  readonly content: ZipContent;
}

// Nothing is compressed: pictures would not get smaller, and what a compressor makes differs between its versions.
// Time and mode are fixed for the same reason: the same entries give the same bytes, whenever and wherever.
const entryOptions = { compress: false, forceDosTimestamp: true, mode: 0o100644 } as const;

/**
 * Writes a zip in the order given, block by block, beside its target, and renames it into place. On failure or cancel
 * nothing is left behind. Throws EVIDENCE_CHANGED naming the entry whose file is not what it was, WRITE_FAILED.
 */
export async function writeZip(
  target: string,
  entries: readonly ZipEntry[],
  { signal, progress }: Running,
): Promise<{ size: number; sha256: string }> {
  const draft = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`);
  const reading: { stream?: ReadStream } = {};
  const whole = createHash('sha256');
  let size = 0;
  try {
    await mkdir(dirname(target), { recursive: true });
    const zip = new ZipFile();
    const output = zip.outputStream;
    const fail = (cause: Error) => output.emit('error', cause);
    zip.on('error', fail);
    // The zip format's first moment, 1980-01-01 00:00:00 on the clock of this computer: it keeps local times.
    const mtime = new Date(1980, 0, 1);
    let done = 0;
    for (const { name, content } of entries) {
      zip.addReadStreamLazy(name, { ...entryOptions, mtime }, (give) => {
        progress({ label: '正在写入文件', done, total: entries.length });
        done += 1;
        if (content.kind !== 'file') {
          give(null, Readable.from([Buffer.from(content.kind === 'text' ? content.text : content.bytes)]));
          return;
        }
        const stream = createReadStream(content.path, { highWaterMark: 1024 * 1024 });
        reading.stream = stream;
        const checked = unchangedBytes(name, content);
        stream.on('error', (cause) => fail(new AppError('EVIDENCE_CHANGED', { file: name }, { cause })));
        checked.on('error', fail);
        give(null, stream.pipe(checked));
      });
    }
    zip.end();
    const counted = new Transform({
      transform(block: Buffer, _encoding, give) {
        whole.update(block);
        size += block.length;
        give(null, block);
      },
    });
    await pipeline(output, counted, createWriteStream(draft, { flags: 'wx', mode: 0o600 }), { signal });
    await sync(draft);
    await rename(draft, target);
    return { size, sha256: whole.digest('hex') };
  } catch (cause) {
    reading.stream?.destroy();
    await rm(draft, { force: true }).catch(() => undefined);
    signal.throwIfAborted();
    if (cause instanceof AppError) throw cause;
    throw new AppError('WRITE_FAILED', { file: target }, { cause });
  }
}

/** Passes a file on, and fails at its end when it was not the one that was hashed. */
function unchangedBytes(name: string, { size, sha256 }: { readonly size: number; readonly sha256: string }): Transform {
  const hash = createHash('sha256');
  let passed = 0;
  return new Transform({
    transform(block: Buffer, _encoding, give) {
      hash.update(block);
      passed += block.length;
      give(null, block);
    },
    flush(give) {
      const isSame = passed === size && hash.digest('hex') === sha256;
      give(isSame ? null : new AppError('EVIDENCE_CHANGED', { file: name }));
    },
  });
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
