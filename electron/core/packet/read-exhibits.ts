import pMap from 'p-map';
import type { Case } from '../../contract/case/case-file.ts';
import type { EvidenceSource } from '../evidence/evidence-source.ts';
import type { EvidenceReader } from '../evidence/read-evidence.ts';
import type { Progress } from '../ports.ts';
import type { ExhibitSources } from './appendix-plan.ts';

/** How many evidence files are read at once: enough to keep two cores and the disk busy. */
const readsAtOnce = 4;

/** Reads every file of the exhibits, which so far only name them. */
export async function readExhibits(
  unread: readonly ExhibitSources[],
  evidence: Case['evidence'],
  fileOf: (path: string) => string,
  reader: EvidenceReader,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: Progress },
): Promise<ExhibitSources[]> {
  const described = new Map(
    evidence.flatMap(({ files: own, carrier }) => own.map((file) => [file.path, { ...file, carrier }])),
  );
  const files = unread.flatMap(({ sources }) => sources);
  const read = new Map<EvidenceSource, EvidenceSource>();
  await pMap(
    // A PDF goes through a worker that takes a while to come up; the pictures are read meanwhile.
    files.toSorted((first, second) => Number(isNamedPdf(second)) - Number(isNamedPdf(first))),
    async (file) => {
      read.set(file, await reader.read(fileOf(file.path), described.get(file.path) ?? { path: file.path }, signal));
      progress({ label: '读取证据', done: read.size, total: files.length });
    },
    { concurrency: readsAtOnce },
  );
  const shared = sharedContents();
  return unread.map((exhibit) => ({
    ...exhibit,
    sources: exhibit.sources.flatMap((file) => {
      const source = read.get(file);
      return source === undefined ? [] : [shared(source)];
    }),
  }));
}

/**
 * Files with the same bytes are the same picture or PDF, and in the packet once, whether they lie in a folder under two
 * names or in the data folder under one hash: a packet must not tell the two apart.
 */
function sharedContents(): (source: EvidenceSource) => EvidenceSource {
  const contents = new Map<string, EvidenceSource['content']>();
  return (source) => {
    if (source.content.kind === 'pages' && source.content.namesFile === true) return source;
    const content = contents.get(source.sha256) ?? source.content;
    if (source.sha256 !== '') contents.set(source.sha256, content);
    return { ...source, content };
  };
}

/** Only for the order of work: what a file is, its content says. */
function isNamedPdf({ path }: EvidenceSource): boolean {
  return path.toLowerCase().endsWith('.pdf');
}
