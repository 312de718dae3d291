import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { AppError } from '../../contract/errors.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Clock } from '../ports.ts';
import { previewAsset } from '../preview/preview-assets.ts';
import type { Store } from '../store/store.ts';
import { discardAdmitted } from './discard-admitted.ts';
import type { AdmittedFile, Files, ServedFile } from './files.ts';
import { openOriginal, openPicture, openRecording, openThumbnail } from './stored-files.ts';

export interface FilesPorts {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly clock: Clock;
  /** The styles of the templates in use, for the preview frame. */
  readonly previewStyles?: () => Promise<string>;
}

/** Milliseconds. Many large files take a while to arrive before the first of them is asked for. */
const longestWait = 6 * 3_600_000;

const hash = '(?<sha256>[0-9a-f]{64})';
const name = '(?<name>[^/]{1,1000})';
const addresses = {
  thumbnail: new RegExp(`^thumbnails/${hash}\\.webp$`),
  picture: new RegExp(`^pictures/${hash}$`),
  recording: new RegExp(`^recordings/${hash}$`),
  original: new RegExp(`^originals/${hash}/${name}$`),
  result: new RegExp(`^results/(?<job>[0-9A-Za-z-]{1,64})/(?<index>0|[1-9]\\d{0,4})/${name}$`),
} as const;

/**
 * Tickets for files on their way in, addresses for those on their way out. An address is taken apart by the patterns
 * above and nothing of it becomes part of a path but a hash.
 */
export function createFiles({ store, jobs, clock, previewStyles = async () => '' }: FilesPorts): Files {
  const waiting = new Map<string, { readonly file: AdmittedFile; readonly since: number }>();

  /** A window that was closed between uploading and taking in never comes back for its files. */
  function forgetTheOld(now: number): void {
    for (const [ticket, { file, since }] of waiting) {
      if (now - since < longestWait) return;
      waiting.delete(ticket);
      void discardAdmitted([file]);
    }
  }

  return {
    admit(file) {
      // 128 bits: nobody guesses the ticket of another window.
      const ticket = randomBytes(16).toString('base64url');
      const now = clock.now().getTime();
      forgetTheOld(now);
      waiting.set(ticket, { file, since: now });
      return ticket;
    },

    redeem(ticket) {
      forgetTheOld(clock.now().getTime());
      const found = waiting.get(ticket);
      if (found === undefined) throw new AppError('USAGE', { detail: '这个文件已经处理过，或者没有传完，请再选一次' });
      waiting.delete(ticket);
      return found.file;
    },

    async open(address) {
      const thumbnail = addresses.thumbnail.exec(address)?.groups;
      if (thumbnail?.sha256 !== undefined) return openThumbnail(store, thumbnail.sha256);
      const picture = addresses.picture.exec(address)?.groups;
      if (picture?.sha256 !== undefined) return openPicture(store, picture.sha256);
      const recording = addresses.recording.exec(address)?.groups;
      if (recording?.sha256 !== undefined) return openRecording(store, recording.sha256);
      const original = addresses.original.exec(address)?.groups;
      if (original?.sha256 !== undefined) return openOriginal(store, original.sha256, original.name ?? '');
      const result = addresses.result.exec(address)?.groups;
      if (result?.job !== undefined) return openResult(jobs, result.job, Number(result.index));
      return previewAsset(address, previewStyles);
    },
  };
}

async function openResult(jobs: Jobs, job: string, index: number): Promise<ServedFile | undefined> {
  const file = jobs.resultFile(job, index);
  if (file === undefined || !(await stat(file.path).catch(() => undefined))?.isFile()) return;
  return {
    content: { kind: 'path', path: file.path },
    mime: file.mime,
    isImmutable: false,
    // A packet is looked at in the window before it is saved.
    ...(file.mime === 'application/pdf' ? {} : { downloadName: file.name }),
  };
}
