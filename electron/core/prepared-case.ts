import type { Case } from '../contract/case/case-file.ts';
import type { PacketForm } from '../contract/packet-form.ts';
import { choosePapers, type PartsChoice } from './choose-papers.ts';
import type { PaperId } from './documents/paper.ts';
import type { EvidenceReader } from './evidence/read-evidence.ts';
import { suggestedPapers } from './law/advice/advise.ts';
import { type House, type PacketContent, packetContent, unreadExhibits } from './packet/packet-content.ts';
import { readExhibits } from './packet/read-exhibits.ts';
import type { Running } from './ports.ts';

/** A case that was read from its folder or from the store, or what one claimant files of it. */
export interface OpenCase {
  readonly case: Case;
  /** What it is called in messages: the path of its case.json, or its title. */
  readonly name: string;
  /** Where the evidence file that the case names is on disk, whether it is there or not. */
  fileOf(path: string): string;
  /** Tells the packets of one folder apart. */
  readonly key: string;
  /** Templates of one's own that belong to where it was found; unset means those that everything is made with. */
  readonly ownTemplates?: string | undefined;
}

/** What the packet of a case is composed of, before and after its evidence was read. */
export interface PreparedCase {
  readonly papers: readonly PaperId[];
  readonly front: PacketContent;
  readEvidence(running: Running): Promise<PacketContent>;
}

export function prepareCase(
  { case: file, fileOf }: OpenCase,
  choice: PartsChoice,
  form: PacketForm | undefined,
  house: House,
  reader: () => Promise<EvidenceReader>,
): PreparedCase {
  const unread = unreadExhibits(file);
  const papers = choosePapers(file, choice.papers, (subject) => suggestedPapers(subject, house.law));
  const selection = { ...choice, papers };
  // A paper may speak of the others, so the case says which there are, whoever chose them.
  const subject = { ...file, papers };
  return {
    papers,
    front: packetContent(subject, selection, unread, house, form),
    readEvidence: async (running) =>
      packetContent(
        subject,
        selection,
        await readExhibits(unread, subject.evidence, fileOf, await reader(), running),
        house,
        form,
      ),
  };
}
