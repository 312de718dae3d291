import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { TimestampResult } from '../contract/timestamp-result.ts';
import type { VerifyResult } from '../contract/verify-result.ts';
import { isCaseId, isJuliFile } from './case-source.ts';
import { evidencePaths } from './cases/evidence-paths.ts';
import { fileNamePart } from './cases/per-claimant.ts';
import { hashFile } from './evidence/hash-file.ts';
import { type ListedOriginal, originalsList, sha256Of } from './integrity/originals-list.ts';
import type { AddedTimestamp } from './integrity/timestamps/add-timestamp.ts';
import type { VerifyRequest } from './integrity/verify-packet.ts';
import type { OpenCase } from './prepared-case.ts';

export interface TimestampRequestOrder {
  /** A file, such as a packet, or a case: then what is stamped is the list of its originals. */
  readonly source: string;
  /** Where the request goes; unset means beside the caller, named after the source. */
  readonly target: string | undefined;
}

export interface MadeRequest {
  /** The file to send. */
  readonly request: string;
  /** Of what the stamp will be for. */
  readonly sha256: string;
  /** The list of originals that was written along with it; it has to be kept, for it is what is stamped. */
  readonly list?: string;
}

export interface TimestampFiles {
  readonly source: string;
  readonly reply: string;
  readonly request?: string | undefined;
  readonly roots?: string | undefined;
}

/**
 * What shows that nothing was changed. Time stamps (RFC 3161) come about without a word to anybody: the request is sent,
 * and the reply fetched, by the user.
 */
export interface Verification {
  /** Checks a packet against originals, intake log and time stamp, as far as they are given. */
  verifyPacket(request: VerifyRequest, signal: AbortSignal): Promise<VerifyResult>;
  /** @throws AppError WRITE_FAILED where a file is there already: an older request must stay beside its reply. */
  requestTimestamp(order: TimestampRequestOrder, signal: AbortSignal): Promise<MadeRequest>;
  verifyTimestamp(files: TimestampFiles, signal: AbortSignal): Promise<TimestampResult>;
  /** Keeps a reply for the originals beside the case.json of a folder. USAGE for a case that is no folder. */
  addTimestamp(files: TimestampFiles, signal: AbortSignal): Promise<AddedTimestamp>;
}

export function createVerification(openCase: (source: string) => Promise<OpenCase>): Verification {
  return {
    async verifyPacket(request, signal) {
      const { verifyPacket } = await import('./integrity/verify-packet.ts');
      return verifyPacket(request, signal);
    },

    async requestTimestamp({ source, target }, signal) {
      const { makeTimestampRequest } = await import('./integrity/timestamps/timestamp-request.ts');
      const subject = await subjectOf(source, openCase, signal);
      const request = resolve(target ?? `${subject.name}.tsq`);
      const { sha256, list: text } = subject;
      if (text === undefined) {
        await writeNew(request, makeTimestampRequest(sha256));
        return { request, sha256 };
      }
      const list = join(dirname(request), `${basename(request).replace(/\.tsq$/iu, '')}.sha256`);
      await writeNew(list, text);
      await writeNew(request, makeTimestampRequest(sha256)).catch(async (cause: unknown) => {
        await rm(list, { force: true });
        throw cause;
      });
      return { request, sha256, list };
    },

    async verifyTimestamp({ source, reply, request, roots }, signal) {
      const [{ verifyTimestamp }, { readStampFile }, { sha256 }] = await Promise.all([
        import('./integrity/timestamps/verify-timestamp.ts'),
        import('./integrity/timestamps/read-stamp-file.ts'),
        subjectOf(source, openCase, signal),
      ]);
      return verifyTimestamp({
        sha256,
        reply: await readStampFile(reply),
        request: request === undefined ? undefined : await readStampFile(request),
        roots: roots === undefined ? undefined : await readStampFile(roots),
      });
    },

    async addTimestamp({ source, reply, request, roots }, signal) {
      if (isCaseId(source) || isJuliFile(source) || !(await isCase(source))) {
        throw new AppError('USAGE', {
          detail: '回执只能存进案件文件夹；数据文件夹里的案件请在窗口的“导出与期限”里添加',
        });
      }
      const [{ addTimestamp }, { readStampFile }, { key: folder, list = '' }] = await Promise.all([
        import('./integrity/timestamps/add-timestamp.ts'),
        import('./integrity/timestamps/read-stamp-file.ts'),
        subjectOf(source, openCase, signal),
      ]);
      const beside = reply.replace(/\.tsr$/iu, '.tsq');
      return addTimestamp(folder, list, {
        reply: await readStampFile(reply),
        request: request === undefined ? undefined : await readStampFile(request),
        nearby: beside === reply ? undefined : await readStampFile(beside).catch(() => undefined),
        roots: roots === undefined ? undefined : await readStampFile(roots),
      });
    },
  };
}

interface Subject {
  readonly sha256: string;
  /** What a file about it is called, without its ending. */
  readonly name: string;
  readonly list?: string;
  /** The folder of a case that is one. */
  readonly key: string;
}

async function subjectOf(
  source: string,
  openCase: (source: string) => Promise<OpenCase>,
  signal: AbortSignal,
): Promise<Subject> {
  if (!(await isCase(source))) {
    const { sha256 } = await hashFile(source, signal).catch((cause: unknown): never => {
      signal.throwIfAborted();
      throw new AppError('NOT_FOUND', { file: source }, { cause });
    });
    return { sha256, name: basename(source), key: source };
  }
  const opened = await openCase(source);
  const originals: ListedOriginal[] = [];
  for (const path of evidencePaths(opened.case)) {
    const sha256 = await hashFile(opened.fileOf(path), signal).then(
      (file) => file.sha256,
      () => '', // gone or not readable: not on the list, as in a packet
    );
    signal.throwIfAborted();
    originals.push({ path, sha256 });
  }
  const list = originalsList(originals);
  const title = fileNamePart(opened.case.title, mostBytesOfName) || '案件';
  return { sha256: sha256Of(list), name: `${title}-证据原件清单`, list, key: opened.key };
}

const mostBytesOfName = 160;

async function isCase(source: string): Promise<boolean> {
  if (isCaseId(source) || isJuliFile(source) || basename(source) === 'case.json') return true;
  return (await stat(source).catch(() => undefined))?.isDirectory() === true;
}

async function writeNew(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content, { flag: 'wx' });
  } catch (cause) {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    const detail = isThere ? '已有同名文件；先前的申请要与它的回执一起保留，请换一个名字' : undefined;
    throw new AppError('WRITE_FAILED', { file, ...(detail === undefined ? {} : { detail }) }, { cause });
  }
}
