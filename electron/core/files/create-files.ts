import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { AppError } from '../../contract/errors.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { previewAsset } from '../preview/preview-assets.ts';
import type { Store } from '../store/store.ts';
import type { AdmittedFile, Files, ServedFile } from './files.ts';
import { openOriginal, openPicture, openThumbnail } from './stored-files.ts';

export interface FilesPorts {
  readonly store: Store;
  readonly jobs: Jobs;
  /** The styles of the templates in use, for the preview frame. */
  readonly previewStyles?: () => Promise<string>;
}

const hash = '(?<sha256>[0-9a-f]{64})';
const name = '(?<name>[^/]{1,1000})';
const addresses = {
  thumbnail: new RegExp(`^thumbnails/${hash}\\.webp$`),
  picture: new RegExp(`^pictures/${hash}$`),
  original: new RegExp(`^originals/${hash}/${name}$`),
  result: new RegExp(`^results/(?<job>[0-9A-Za-z-]{1,64})/(?<index>0|[1-9]\\d{0,4})/${name}$`),
} as const;

/**
 * Tickets for files on their way in, addresses for those on their way out. An address is taken apart by the patterns
 * above and nothing of it becomes part of a path but a hash.
 */
export function createFiles({ store, jobs, previewStyles = async () => '' }: FilesPorts): Files {
  const waiting = new Map<string, AdmittedFile>();

  return {
    admit(file) {
      // 128 bits: nobody guesses the ticket of another window.
      const ticket = randomBytes(16).toString('base64url');
      waiting.set(ticket, file);
      return ticket;
    },

    redeem(ticket) {
      const file = waiting.get(ticket);
      if (file === undefined) throw new AppError('USAGE', { detail: '这个文件已经处理过，或者没有传完，请再选一次' });
      waiting.delete(ticket);
      return file;
    },

    async open(address) {
      const thumbnail = addresses.thumbnail.exec(address)?.groups;
      if (thumbnail?.sha256 !== undefined) return openThumbnail(store, thumbnail.sha256);
      const picture = addresses.picture.exec(address)?.groups;
      if (picture?.sha256 !== undefined) return openPicture(store, picture.sha256);
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
