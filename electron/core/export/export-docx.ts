import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { PacketSection } from '../packet/compose-packet.ts';
import type { PacketContent } from '../packet/packet-content.ts';
import type { Progress } from '../ports.ts';

/** The papers of one case, ready to be written as Word files. */
export interface WordExport {
  /** Where the files go; made when it is not there. */
  readonly folder: string;
  /** As the packet is composed from `wordContent`; each becomes one file, in this order. */
  readonly sections: readonly PacketSection[];
  /** All of templates/styles. */
  readonly stylesheet: string;
  /** The case's own date, YYYY-MM-DD. */
  readonly date: string;
}

export interface WrittenPaper {
  readonly id: PacketSection['id'];
  readonly title: string;
  readonly path: string;
}

/** What is bound around the papers, and pictures of evidence, is of no use in a file to be edited. */
const boundOnly: ReadonlySet<string> = new Set(['cover', 'contents', 'appendix', 'originals']);

/**
 * The part of a packet that goes to Word: the chosen papers, the timeline and the evidence list. It has no appendix,
 * so references read "证据3" without pages: the pages of a bundle are known when it is printed and would be wrong as
 * soon as someone edits a word. Whoever wants them binds the packet.
 */
export function wordContent(content: PacketContent): PacketContent {
  return { ...content, parts: content.parts.filter((id) => !boundOnly.has(id)), appendix: [], originals: [] };
}

/**
 * Writes each section as "01-平台退款申请书.docx" into the folder. All or none: on failure or cancel nothing is left
 * behind. A file that is there already and says something else may have been edited by its owner; it stays, and the
 * new one is called "01-平台退款申请书-2.docx". Throws WRITE_FAILED.
 */
export async function exportDocx(
  { folder, sections, stylesheet, date }: WordExport,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: Progress },
): Promise<WrittenPaper[]> {
  // Loaded when asked for: the library is large, and most commands never need it.
  const { paperToDocx } = await import('./paper-to-docx.ts');
  const drafts: { readonly draft: string; readonly paper: WrittenPaper }[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const [index, { id, title, html }] of sections.entries()) {
      signal.throwIfAborted();
      progress({ label: `写出${title}`, done: index + 1, total: sections.length });
      const bytes = await paperToDocx({ title, html, stylesheet, date }, `part-${id}`);
      const name = `${String(index + 1).padStart(2, '0')}-${fileName(title)}`;
      const path = await freePath(join(folder, name), bytes);
      const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
      drafts.push({ draft, paper: { id, title, path } });
      await writeSynced(draft, bytes);
    }
    signal.throwIfAborted();
    for (const { draft, paper } of drafts) await rename(draft, paper.path);
    return drafts.map(({ paper }) => paper);
  } catch (cause) {
    // What went wrong first is what counts.
    await Promise.all(drafts.map(({ draft }) => rm(draft, { force: true }).catch(() => undefined)));
    signal.throwIfAborted();
    if (cause instanceof AppError) throw cause;
    throw new AppError('WRITE_FAILED', { file: folder }, { cause });
  }
}

/** A title of a template of one's own may hold what file systems refuse. */
function fileName(title: string): string {
  return title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim() || '文书';
}

/** The first of "x.docx", "x-2.docx" … that is not there, or that holds these very bytes. */
async function freePath(stem: string, bytes: Uint8Array): Promise<string> {
  for (let count = 1; ; count += 1) {
    const path = count === 1 ? `${stem}.docx` : `${stem}-${count}.docx`;
    const known = await readFile(path).catch((cause: unknown) => {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return;
      throw cause;
    });
    if (known === undefined || known.equals(bytes)) return path;
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
