import type { EvidenceSource, SourceContent, SourcePage } from '../evidence-source.ts';

/** A file that lies in another: an attachment of a mail, a member of an archive. */
export interface ContainedFile {
  /** `附件1`. */
  readonly label: string;
  readonly name: string;
  /** Where it was unpacked to; absent when it could not be. */
  readonly path?: string;
  /** Why it is not read, in Chinese. */
  readonly problem?: string;
}

/** Reads a file that was found `depth` containers deep. Never throws for a bad file. */
export type ReadContained = (path: string, name: string, depth: number, signal: AbortSignal) => Promise<EvidenceSource>;

/** A mail in an archive in a mail is as deep as people go; deeper ones are made to keep programs busy. */
const deepest = 3;

/** The pages of a container followed by those of what is in it, each marked with what it is of. */
export async function withContained(
  own: Extract<SourceContent, { kind: 'pages' }>,
  files: readonly ContainedFile[],
  depth: number,
  read: ReadContained,
  signal: AbortSignal,
): Promise<SourceContent> {
  const pages: SourcePage[] = [...own.pages];
  const remarks = [...own.remarks];
  for (const file of files) {
    const inner = await contentOf(file, depth, read, signal);
    const named = `${file.label}“${file.name}”`;
    if (inner.kind === 'unusable') {
      pages.push({ kind: 'placeholder', mark: markOf(file), reason: `${named}：${inner.reason}` });
      continue;
    }
    pages.push(...inner.pages.map((page) => markedPage(page, file, named)));
    remarks.push(...inner.remarks.map((remark) => `${named}：${remark}`));
  }
  return { ...own, pages, remarks };
}

async function contentOf(
  { path, name, problem }: ContainedFile,
  depth: number,
  read: ReadContained,
  signal: AbortSignal,
): Promise<SourceContent> {
  if (path === undefined || problem !== undefined) {
    return { kind: 'unusable', missing: false, reason: problem ?? '没有解开' };
  }
  if (depth >= deepest) return { kind: 'unusable', missing: false, reason: `文件套了 ${deepest} 层以上，没有再打开` };
  return (await read(path, name, depth + 1, signal)).content;
}

function markedPage(page: SourcePage, file: ContainedFile, named: string): SourcePage {
  const mark = page.mark === undefined ? markOf(file) : `${file.label}·${page.mark}`;
  return page.kind === 'placeholder' ? { ...page, mark, reason: `${named}：${page.reason}` } : { ...page, mark };
}

/** The head of a sheet has room for a short line. */
function markOf({ label, name }: ContainedFile): string {
  const short = name.length > 24 ? `${name.slice(0, 12)}…${name.slice(-10)}` : name;
  return `${label}：${short}`;
}
