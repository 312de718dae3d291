import { mkdtemp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SourceContent } from '../evidence-source.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import type { PagePress } from '../printed-pages.ts';
import type { FileToRead } from '../read-evidence.ts';
import { UnusableFile } from '../unusable-file.ts';
import { createWorkerPool } from '../worker-pool.ts';
import { documentPages } from './document-pages.ts';
import type { DocumentOutcome, DocumentTask } from './document-task.ts';
import { type ReadContained, withContained } from './read-contained.ts';

/** Reads texts, web pages, mails, Word files and tables: takes them apart in worker threads and sets what is in them. */
export interface DocumentReader {
  /** Throws UnusableFile. */
  read(order: FileToRead, signal: AbortSignal): Promise<SourceContent>;
  close(): Promise<void>;
}

/** A file that takes longer is stopped and becomes a placeholder. */
const bounds = { threads: 2, megabytes: 1_024, seconds: 60 };
const tooSlow = '文件无法在限定的时间和内存内读出，请打开后另存为 PDF，再添加一份';

/** `tasks` is the module that takes files apart. */
export function createDocumentReader(
  tools: EvidenceTools,
  press: PagePress,
  readContained: ReadContained,
  tasks: URL = new URL('./make-document.worker.ts', import.meta.url),
): DocumentReader {
  const pool = createWorkerPool(tasks, bounds);

  async function takeApart(task: DocumentTask, signal: AbortSignal): Promise<DocumentOutcome> {
    return pool.run<DocumentOutcome>('makeDocument', task, signal).catch((cause: unknown): never => {
      signal.throwIfAborted();
      throw new UnusableFile(tooSlow, { cause });
    });
  }

  return {
    async read(order, signal) {
      const { absolute, mime = 'text/plain', file } = order;
      const name = basename(file.path);
      const task = { path: absolute, mime, name, limits: tools.limits() };
      const isMail = mime === 'message/rfc822';
      const attachmentsFolder = isMail ? await mkdtemp(join(tools.workFolder, 'mail-')) : undefined;
      const outcome = await takeApart(attachmentsFolder === undefined ? task : { ...task, attachmentsFolder }, signal);
      if (outcome.kind === 'unusable') throw new UnusableFile(outcome.reason);
      const { document, attachments } = outcome;
      const pages = await documentPages(press, name, document.parts, signal);
      const own = { kind: 'pages', pages, remarks: document.remarks, namesFile: true } as const;
      const contained = attachments.map((attachment, index) => ({ ...attachment, label: `附件${index + 1}` }));
      return withContained(own, contained, order.depth, readContained, signal);
    },
    close: () => pool.close(),
  };
}
