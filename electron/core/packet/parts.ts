import type { Case } from '../../contract/case/case-file.ts';
import { defaultPapers, paperIds } from '../../contract/case/case-kinds.ts';
import type { PaperId } from '../documents/paper.ts';
import { papers } from '../documents/papers.ts';

/** What a packet is made of, in the order it is bound. */
export const partIds = [
  'cover',
  'contents',
  ...paperIds,
  'timeline',
  'evidence-list',
  'appendix',
  'originals',
] as const;
export type PartId = (typeof partIds)[number];

/** What does not stand for itself in documents/papers.ts. */
const otherTitles: Readonly<Record<Exclude<PartId, PaperId>, string>> = {
  cover: '封面',
  contents: '目录',
  timeline: '事实经过时间线',
  'evidence-list': '证据目录',
  appendix: '证据附件',
  originals: '证据原件校验清单',
};

export function isPaper(id: PartId): id is PaperId {
  return paperIds.some((paper) => paper === id);
}

/** As the part is headed in `file`; without a case, as it is called in general. */
export function partTitle(id: PartId, file?: Case): string {
  if (!isPaper(id)) return otherTitles[id];
  const { title, titleIn } = papers[id];
  return file === undefined || titleIn === undefined ? title : titleIn(file);
}

/** Which parts a user wants. The evidence list is always in: without it the numbers mean nothing. */
export interface PacketSelection {
  readonly papers: readonly PaperId[];
  readonly cover: boolean;
  readonly contents: boolean;
  readonly timeline: boolean;
  readonly appendix: boolean;
  readonly originals: boolean;
}

export const wholePacket: PacketSelection = {
  papers: defaultPapers,
  cover: true,
  contents: true,
  timeline: true,
  appendix: true,
  originals: true,
};

/** The parts of one packet, in order. `hasEvidence` false leaves the appendix out: it would be empty. */
export function selectParts(selection: PacketSelection, hasEvidence: boolean): PartId[] {
  const wanted: Readonly<Record<Exclude<PartId, PaperId>, boolean>> = {
    cover: selection.cover,
    contents: selection.contents,
    timeline: selection.timeline,
    'evidence-list': true,
    appendix: selection.appendix && hasEvidence,
    originals: selection.originals && hasEvidence,
  };
  return partIds.filter((id) => (isPaper(id) ? selection.papers.includes(id) : wanted[id]));
}
