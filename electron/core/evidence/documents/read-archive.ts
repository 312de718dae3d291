import { mkdtemp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { SourceContent } from '../evidence-source.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { type ArchiveMember, openArchive } from '../open-archive.ts';
import type { PagePress } from '../printed-pages.ts';
import type { FileToRead } from '../read-evidence.ts';
import { UnusableFile } from '../unusable-file.ts';
import { documentPages } from './document-pages.ts';
import { caption, htmlText } from './html-text.ts';
import { type ContainedFile, type ReadContained, withContained } from './read-contained.ts';

interface ListedMember extends ContainedFile {
  readonly size: number;
  readonly sha256: string | undefined;
}

/** A zip named as evidence: a list of what is in it, and then the pages of each file. Throws UnusableFile. */
export async function readArchive(
  { absolute, file, depth }: FileToRead,
  tools: EvidenceTools,
  press: PagePress,
  readContained: ReadContained,
  signal: AbortSignal,
): Promise<SourceContent> {
  const name = basename(file.path);
  const archive = await openArchive(absolute, tools.limits(), signal);
  try {
    if (archive.members.length === 0) throw new UnusableFile('压缩包里没有文件，请打开看一看，是否打包时漏了文件');
    const folder = await mkdtemp(join(tools.workFolder, 'archive-'));
    const members: ListedMember[] = [];
    for (const [index, member] of archive.members.entries()) {
      const label = `文件${index + 1}`;
      const target = join(folder, String(index));
      const unpacked = await unpack(member, () => archive.unpack(member, target, signal));
      const common = { label, name: member.name, size: member.size };
      members.push(
        'problem' in unpacked
          ? { ...common, sha256: undefined, problem: unpacked.problem }
          : { ...common, sha256: unpacked.sha256, path: target },
      );
    }
    const body = listHtml(name, members, archive.junk);
    const pages = await documentPages(press, name, [{ orientation: 'portrait', body }], signal);
    return withContained({ kind: 'pages', pages, remarks: [], namesFile: true }, members, depth, readContained, signal);
  } finally {
    archive.close();
  }
}

async function unpack(
  { problem }: ArchiveMember,
  write: () => Promise<{ readonly sha256: string }>,
): Promise<{ readonly sha256: string } | { readonly problem: string }> {
  if (problem !== undefined) return { problem };
  return write().catch((cause: unknown) => {
    if (cause instanceof UnusableFile) return { problem: cause.reason };
    throw cause;
  });
}

function listHtml(name: string, members: readonly ListedMember[], junk: number): string {
  const rows = members.map(
    ({ name: path, size, sha256, problem }, index) =>
      `<tr><td>${index + 1}</td><td>${htmlText(path)}</td><td class="number">${size.toLocaleString('en-US')} 字节</td>` +
      `<td class="hash">${sha256 ?? htmlText(`没有解开：${problem ?? ''}`)}</td></tr>`,
  );
  const passedOver = junk === 0 ? [] : [`另有系统自动生成的文件 ${junk} 个，没有列出`];
  return [
    caption(`压缩包“${name}”`, `文件 ${members.length} 个，依次印在后面`, ...passedOver),
    '<table class="file-list"><thead><tr><th>序号</th><th>文件</th><th>大小</th><th>SHA-256</th></tr></thead>',
    `<tbody>${rows.join('')}</tbody></table>`,
  ].join('');
}
