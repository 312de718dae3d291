import type { Case } from '../../contract/case/case-file.ts';
import { type PacketForm, plainForm } from '../../contract/packet-form.ts';
import type { OriginalFile } from '../documents/bound/originals.ts';
import { orderExhibits } from '../documents/exhibit-order.ts';
import type { EvidenceSource, SourceContent } from '../evidence/evidence-source.ts';
import type { ReadLog } from '../integrity/intake-log.ts';
import type { StandingTimestamp } from '../integrity/timestamps/standing-timestamps.ts';
import type { Law } from '../law/law.ts';
import type { Redaction } from '../redaction/redact-exhibits.ts';
import type { Fonts } from '../render/fonts.ts';
import type { Templates } from '../render/templates.ts';
import { type AppendixPage, type ExhibitSources, planAppendix } from './appendix-plan.ts';
import { type PacketSelection, type PartId, selectParts } from './parts.ts';

/** What every packet is made with, whatever its case. */
export interface House {
  readonly templates: Templates;
  readonly fonts: Fonts;
  readonly law: Law;
  /** What is wrong with templates of one's own, for whoever can mend it; unset when all is well. */
  readonly warning?: string;
  assetUrl(path: string): string;
}

/** Everything a packet is composed of, except where things will stand. */
export interface PacketContent extends House {
  readonly case: Case;
  readonly parts: readonly PartId[];
  readonly form: PacketForm;
  readonly exhibits: readonly ExhibitSources[];
  /** Empty when the packet has no appendix. */
  readonly appendix: readonly AppendixPage[];
  /** Bytes that each of them brings into the file; known where volumes are split by size. */
  readonly weights?: readonly number[] | undefined;
  readonly originals: readonly OriginalFile[];
  /** Where copies of the program's own may lie; unset before the evidence was read. */
  readonly workFolder?: string;
  /** What must not be found in the finished file; unset for the full version. */
  readonly redaction?: Redaction | undefined;
  /** How the evidence was taken in, where that was written down. */
  readonly intakeLog?: ReadLog | undefined;
  /** The time stamps of its evidence. */
  readonly timestamps?: readonly StandingTimestamp[];
}

export function packetContent(
  file: Case,
  selection: PacketSelection,
  exhibits: readonly ExhibitSources[],
  house: House,
  form: PacketForm = plainForm,
): PacketContent {
  const parts = selectParts(selection, exhibits.length > 0);
  return {
    ...house,
    case: file,
    parts,
    form,
    exhibits,
    appendix: parts.includes('appendix') ? planAppendix(exhibits, form, notesOf(file)) : [],
    originals: exhibits.flatMap(({ number, title, sources }) =>
      sources.map((source) => original(number, title, source)),
    ),
  };
}

/** What the case calls its files, by their paths. */
function notesOf({ evidence }: Case): Map<string, string> {
  return new Map(
    evidence.flatMap(({ files }) =>
      files.flatMap(({ path, note }) => (note === undefined ? [] : [[path, note] as const])),
    ),
  );
}

function original(number: number, title: string, source: EvidenceSource): OriginalFile {
  const { path, size, sha256 } = source;
  return { number, title, path, size, sha256: sha256 === '' ? undefined : sha256, ...fileStatus(source) };
}

/** How a file goes into the packet, and why not, or why not quite, as it is. */
export function fileStatus({ content }: EvidenceSource): {
  status: 'included' | 'image' | 'placeholder';
  reason?: string;
} {
  if (content.kind === 'unusable') return { status: 'placeholder', reason: content.reason };
  const { pages, remarks } = content;
  const lacking = pages.flatMap((page) => (page.kind === 'placeholder' ? [page.reason] : []));
  const reasons = [...remarks, ...new Set(lacking)];
  const status =
    lacking.length === pages.length ? 'placeholder' : pages.some((page) => page.isImageOfPage) ? 'image' : 'included';
  return reasons.length === 0 ? { status } : { status, reason: reasons.join('；') };
}

/** Stands for a file that has not been read yet: one sheet, and a hash as long as any. */
const unread: SourceContent = {
  kind: 'pages',
  pages: [{ kind: 'pdf-page', pdf: '', index: 0, size: { width: 210, height: 297, isFixed: false } }],
  remarks: [],
};

/** The exhibits before any file is read: enough to lay out what comes before the appendix. */
export function unreadExhibits(file: Case): ExhibitSources[] {
  const byId = new Map(file.evidence.map((item) => [item.id, item]));
  return orderExhibits(file).map((exhibit) => ({
    ...exhibit,
    sources: (byId.get(exhibit.id)?.files ?? []).map(({ path }) => ({
      path,
      size: 0,
      sha256: '0'.repeat(64),
      content: unread,
    })),
  }));
}
