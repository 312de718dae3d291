import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../contract/errors.ts';
import type { AdmittedFile } from '../../core/files/files.ts';

export interface UploadLimits {
  /** Bytes of one file. */
  readonly fileSize: number;
  /** Files that lie here at once, not yet taken in. */
  readonly files: number;
}

export type Upload =
  | { readonly kind: 'taken'; readonly file: AdmittedFile }
  | { readonly kind: 'refused'; readonly status: 400 | 413 | 429 };

/** The longest name and path that file systems know. */
const longestName = 255;
const longestPath = 4_096;

/**
 * One file from the window to a temporary one, as it comes and never whole in memory. Names are only noted: the file
 * on disk has one of ours. Throws WRITE_FAILED when the disk does not take it.
 */
export async function takeUpload(request: IncomingMessage, folder: string, limits: UploadLimits): Promise<Upload> {
  const name = headerText(request, 'x-juli-name');
  const relativePath = headerText(request, 'x-juli-relative-path') || name;
  if (name === undefined || relativePath === undefined || !isName(name) || relativePath.length > longestPath) {
    return { kind: 'refused', status: 400 };
  }
  if (Number(request.headers['content-length'] ?? 0) > limits.fileSize) return { kind: 'refused', status: 413 };
  if ((await readdir(folder)).length >= limits.files) return { kind: 'refused', status: 429 };
  const path = join(folder, randomUUID());
  try {
    await pipeline(request, atMost(limits.fileSize), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (cause) {
    await rm(path, { force: true });
    if (cause === tooLarge) return { kind: 'refused', status: 413 };
    throw request.errored ? cause : new AppError('WRITE_FAILED', { detail: name }, { cause });
  }
  const modifiedAt = instantOf(headerText(request, 'x-juli-modified'));
  const dates = modifiedAt === undefined ? {} : { modifiedAt };
  return { kind: 'taken', file: { path, name, relativePath, isTemporary: true, ...dates } };
}

const tooLarge = new Error('the file is larger than what it may be');

/** The length that was announced may be a lie, or missing. */
function atMost(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.byteLength;
      if (seen > bytes) done(tooLarge);
      else done(null, chunk);
    },
  });
}

/** A header is ASCII, so names come percent-encoded; undefined when it is missing or not readable. */
function headerText(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  if (typeof value !== 'string') return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/** Milliseconds since 1970, as browsers tell when a file was last changed. */
function instantOf(milliseconds: string | undefined): string | undefined {
  if (milliseconds === undefined || !/^\d{1,14}$/.test(milliseconds)) return undefined;
  return new Date(Number(milliseconds)).toISOString();
}

function isName(name: string): boolean {
  return name !== '' && name.length <= longestName && !/[/\\\0]/.test(name);
}
