import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PDFDocument } from 'pdf-lib';
import { AppError } from '../../contract/errors.ts';
import type { VerifyResult } from '../../contract/verify-result.ts';
import { loadPdf } from '../evidence/pdf/load-pdf.ts';
import { checkLog } from './check-log.ts';
import { compareOriginals } from './compare-originals.ts';
import { findLogBeside, readGivenLog } from './given-log.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { originalsList, sha256Of } from './originals-list.ts';
import { readOwnDigest } from './own-digest.ts';
import { checkKeptTimestamps } from './timestamps/check-kept.ts';
import { readStampFile } from './timestamps/read-stamp-file.ts';
import { verifyTimestamp } from './timestamps/verify-timestamp.ts';

/** What a packet is held against. Whoever got it can do this without the case and without Juli's data. */
export interface VerifyRequest {
  readonly packet: string;
  /** Where the originals are. */
  readonly evidence?: string | undefined;
  /** An intake log, or the folder or `.juli` file it is in; without it, the one beside the originals, if there is one. */
  readonly log?: string | undefined;
  /** Certificates to trust, for the time stamps that are found beside the originals. */
  readonly roots?: string | undefined;
  readonly stamp?:
    | { readonly reply: string; readonly request?: string | undefined; readonly roots?: string | undefined }
    | undefined;
}

/** Checks a packet, and what was given along with it. */
export async function verifyPacket(request: VerifyRequest, signal: AbortSignal): Promise<VerifyResult> {
  const { packet, evidence } = request;
  const own = await readOwnDigest(packet, signal).catch((cause: unknown): never => {
    signal.throwIfAborted();
    throw new AppError('NOT_FOUND', { file: packet }, { cause });
  });
  const manifest = readManifest(await loadPacket(packet), packet);
  const files = evidence === undefined ? [] : await compareOriginals(manifest, evidence, [packet], signal);
  const log =
    request.log !== undefined
      ? await readGivenLog(request.log, signal)
      : evidence === undefined
        ? undefined
        : await findLogBeside(evidence);
  const checkedLog = log === undefined ? undefined : checkLog(manifest, log.file, log.text);
  const timestamp = request.stamp === undefined ? undefined : await checkStamp(manifest, own.sha256, request.stamp);
  const list = originalsList(manifest.files);
  const roots = request.roots === undefined ? undefined : await readStampFile(request.roots);
  const kept = evidence === undefined ? [] : await checkKeptTimestamps(evidence, list, roots);
  const ok =
    own.isAsWritten &&
    files.every(({ status }) => status === 'same' || status === 'renamed') &&
    (checkedLog === undefined || isLogGood(checkedLog)) &&
    timestamp?.result.ok !== false &&
    kept.every(({ result }) => result.ok);
  return {
    packet: resolve(packet),
    ok,
    own,
    isCompared: evidence !== undefined,
    files,
    ...(checkedLog === undefined ? {} : { log: checkedLog }),
    mentionsLog: manifest.intakeLog !== undefined,
    ...(timestamp === undefined ? {} : { timestamp }),
    ...(kept.length === 0 ? {} : { keptTimestamps: kept }),
  };
}

/** An original that no line speaks of was put into the folder by hand; it is told, but breaks nothing. */
function isLogGood({ broken, standsBehindPacket }: NonNullable<VerifyResult['log']>): boolean {
  return broken === undefined && standsBehindPacket !== 'no';
}

/** A time stamp is for the packet or for the list of originals in it, whichever it fits. */
async function checkStamp(
  { files }: Manifest,
  packetHash: string,
  stamp: NonNullable<VerifyRequest['stamp']>,
): Promise<NonNullable<VerifyResult['timestamp']>> {
  const question = {
    reply: await readStampFile(stamp.reply),
    request: stamp.request === undefined ? undefined : await readStampFile(stamp.request),
    roots: stamp.roots === undefined ? undefined : await readStampFile(stamp.roots),
  };
  const ofPacket = await verifyTimestamp({ ...question, sha256: packetHash });
  const isOther = ofPacket.checks.some(({ id, outcome }) => id === 'imprint' && outcome === 'failed');
  if (!isOther) return { of: 'packet', result: ofPacket };
  const ofOriginals = await verifyTimestamp({ ...question, sha256: sha256Of(originalsList(files)) });
  const fits = ofOriginals.checks.some(({ id, outcome }) => id === 'imprint' && outcome === 'passed');
  return fits ? { of: 'originals', result: ofOriginals } : { of: 'packet', result: ofPacket };
}

async function loadPacket(packet: string): Promise<PDFDocument> {
  return loadPdf(await readFile(packet)).catch((cause: unknown): never => {
    throw new AppError('NOT_A_PACKET', { file: packet, detail: '这不是可以读出的 PDF' }, { cause });
  });
}
