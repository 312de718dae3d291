import type { AdvicePaper } from '../../../../electron/contract/advice-result.ts';
import { paperIds } from '../../../../electron/contract/case/case-kinds.ts';
import { type PacketForm, packetFormSchema, plainForm } from '../../../../electron/contract/packet-form.ts';
import type { Draft, Json } from '../../../../electron/contract/rpc/case-procedures.ts';
import { useDraftSelection } from '../../../draft/draft-context.tsx';
import { isBlank, isSame, listAt } from '../../../draft/draft-values.ts';
import { useField } from '../../../draft/use-field.ts';
import { mainPapers, type PaperId, type Stage } from '../stage-paper.ts';
import { useKeptState } from './use-kept-state.ts';

/** What goes around the papers. The catalogue of evidence is always in: without it the numbers mean nothing. */
export const packetParts = ['cover', 'contents', 'timeline', 'appendix', 'originals'] as const;
export type PacketPart = (typeof packetParts)[number];
export type PacketParts = Readonly<Record<PacketPart, boolean>>;

const bound: PacketParts = { cover: true, contents: true, timeline: true, appendix: true, originals: true };
/** Uploaded or handed over a counter: no cover for a file, no list of check sums that nobody there asks for. */
const light: PacketParts = { ...bound, cover: false, originals: false };

function partsFor(stage: Stage): PacketParts {
  return stage === 'court' ? bound : light;
}

/** The paper of the stage with those that support it in this case. */
export function papersFor(stage: Stage, advised: readonly AdvicePaper[], draft: Draft): PaperId[] {
  const hasRows = (name: string) => listAt(draft, [name]).some((row) => !isBlank(row));
  const isNow = (id: PaperId) => advised.some((paper) => paper.id === id && paper.use === 'now');
  const wanted: Readonly<Partial<Record<PaperId, boolean>>> = {
    [mainPapers[stage]]: true,
    comparison: isNow('comparison'),
    rebuttal: stage !== 'negotiate' && (isNow('rebuttal') || hasRows('defences')),
    'evidence-request': stage === 'court' && hasRows('recordRequests'),
    'service-address': stage === 'court',
    authorisation: isNow('authorisation'),
  };
  return paperIds.filter((id) => wanted[id] === true);
}

export interface PacketChoice {
  readonly papers: readonly PaperId[];
  readonly parts: PacketParts;
  readonly form: PacketForm;
  readonly isPerClaimant: boolean;
  /** For whom papers and parts were set together; unset when they were chosen one by one. */
  readonly receiver: Stage | undefined;
  choosePapers(papers: readonly PaperId[]): void;
  chooseParts(parts: PacketParts): void;
  chooseForm(form: PacketForm): void;
  choosePerClaimant(isPerClaimant: boolean): void;
  prepareFor(stage: Stage): void;
}

interface KeptChoice {
  readonly parts?: PacketParts;
  readonly form?: PacketForm;
  readonly isPerClaimant?: boolean;
}

/** The papers are the case's own (文书 shows the same ticks); what is around them, this tab remembers for the case. */
export function usePacketChoice(caseId: string, stage: Stage, advised: readonly AdvicePaper[]): PacketChoice {
  const [listed, write] = useField(['papers'], '要用的文书');
  const draft = useDraftSelection((whole) => whole);
  const [kept, setKept] = useKeptState<KeptChoice>(`packet.${caseId}`, {});
  const papers = Array.isArray(listed)
    ? paperIds.filter((id) => listed.includes(id))
    : papersFor(stage, advised, draft);
  const list = (next: readonly PaperId[]) => {
    const wanted = [...paperIds.filter((id) => next.includes(id)), ...partsAmong(listed)];
    if (!isSame(listed, wanted)) write(wanted);
  };
  const shownParts = { ...partsFor(stage), ...kept.parts };
  const form = packetFormSchema.safeParse(kept.form).data ?? plainForm;
  const isFor = (receiver: Stage) =>
    isSameList(papers, papersFor(receiver, advised, draft)) &&
    packetParts.every((part) => shownParts[part] === partsFor(receiver)[part]);
  const receivers = Object.keys(mainPapers) as Stage[];
  return {
    papers,
    parts: shownParts,
    receiver: isFor(stage) ? stage : receivers.find(isFor),
    form,
    isPerClaimant: kept.isPerClaimant === true,
    choosePapers: list,
    chooseParts: (parts) => setKept({ ...kept, parts }),
    chooseForm: (next) => setKept({ ...kept, form: next }),
    choosePerClaimant: (isPerClaimant) => setKept({ ...kept, isPerClaimant }),
    prepareFor(receiver) {
      list(papersFor(receiver, advised, draft));
      setKept({ ...kept, parts: partsFor(receiver) });
    },
  };
}

/** A case file may list parts that are bound with the papers among them; they stay. */
function partsAmong(listed: Json | undefined): string[] {
  return ['timeline', 'evidence-list'].filter((part) => Array.isArray(listed) && listed.includes(part));
}

function isSameList(first: readonly string[], second: readonly string[]): boolean {
  return first.length === second.length && first.every((item, index) => item === second[index]);
}
