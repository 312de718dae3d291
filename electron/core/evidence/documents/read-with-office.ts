import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { OfficeConverter } from '../../ports.ts';
import type { SourceContent, SourcePage } from '../evidence-source.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { openArchive } from '../open-archive.ts';
import type { PagePress } from '../printed-pages.ts';
import type { FileToRead } from '../read-evidence.ts';
import { UnusableFile } from '../unusable-file.ts';
import { officeExtension } from './office-files.ts';

const converted = '由 LibreOffice 转换成页面，排版与它的版本和本机字体有关，版式以原件为准';
const notConverted = 'LibreOffice 没有转换成功';

/**
 * A document in the pages that an office program makes of it. Where it makes none, in those that it gets `otherwise`,
 * which is said.
 */
export async function readWithOffice(
  { absolute, mime }: FileToRead,
  office: OfficeConverter,
  { tools, press }: { readonly tools: EvidenceTools; readonly press: PagePress },
  otherwise: () => Promise<SourceContent>,
  signal: AbortSignal,
): Promise<SourceContent> {
  const extension = await officeExtension(absolute, mime, signal);
  if (extension === undefined || (await isBomb(absolute, extension, tools, signal))) return otherwise();
  const { workFolder, readPdf } = press;
  const folder = await mkdtemp(join(workFolder, 'office-'));
  try {
    const pdf = await office.toPdf({ path: absolute, extension }, folder, signal);
    const sha256 = createHash('sha256')
      .update(await readFile(pdf, { signal }))
      .digest('hex');
    const kept = join(workFolder, `${sha256}.office.pdf`);
    await rename(pdf, kept);
    const content = await readPdf(kept, sha256, signal);
    if (content.kind === 'unusable') throw new UnusableFile(content.reason);
    const pages = content.pages.map((page): SourcePage => ({ ...page, isSet: true }));
    return { ...content, pages, remarks: [converted, ...content.remarks] };
  } catch {
    signal.throwIfAborted();
    return await withoutOffice(otherwise);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

/** Those of today are archives, and nothing holds the memory of another program back. */
async function isBomb(path: string, extension: string, { limits }: EvidenceTools, signal: AbortSignal) {
  if (!/^(?:docx|xlsx|pptx|od[tsp])$/u.test(extension)) return false;
  try {
    const { members, close } = await openArchive(path, limits(), signal);
    close();
    return members.some(({ problem }) => problem !== undefined);
  } catch {
    signal.throwIfAborted();
    return true; // whoever reads it instead says what is wrong with it
  }
}

async function withoutOffice(otherwise: () => Promise<SourceContent>): Promise<SourceContent> {
  try {
    const content = await otherwise();
    if (content.kind === 'unusable') return { ...content, reason: `${notConverted}；${content.reason}` };
    return { ...content, remarks: [`${notConverted}，改用据理自己的方法排印`, ...content.remarks] };
  } catch (cause) {
    if (!(cause instanceof UnusableFile)) throw cause;
    throw new UnusableFile(`${notConverted}；${cause.reason}`, { cause });
  }
}
