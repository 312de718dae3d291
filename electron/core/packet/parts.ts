import { type PaperId, paperIds } from '../documents/paper.ts';

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

export const partTitles: Readonly<Record<PartId, string>> = {
  cover: '封面',
  contents: '目录',
  'refund-request': '平台退款申请书',
  'complaint-12315': '投诉书',
  'small-claims': '民事起诉状',
  timeline: '事实经过时间线',
  'evidence-list': '证据目录',
  appendix: '证据附件',
  originals: '证据原件校验清单',
};

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
  papers: paperIds,
  cover: true,
  contents: true,
  timeline: true,
  appendix: true,
  originals: true,
};

/** The parts of one packet, in order. `hasEvidence` false leaves the appendix out: it would be empty. */
export function selectParts(selection: PacketSelection, hasEvidence: boolean): PartId[] {
  const wanted: Readonly<Record<PartId, boolean>> = {
    cover: selection.cover,
    contents: selection.contents,
    'refund-request': selection.papers.includes('refund-request'),
    'complaint-12315': selection.papers.includes('complaint-12315'),
    'small-claims': selection.papers.includes('small-claims'),
    timeline: selection.timeline,
    'evidence-list': true,
    appendix: selection.appendix && hasEvidence,
    originals: selection.originals && hasEvidence,
  };
  return partIds.filter((id) => wanted[id]);
}
