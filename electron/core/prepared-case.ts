import type { Case } from '../contract/case/case-file.ts';
import type { PacketForm } from '../contract/packet-form.ts';
import { choosePapers, type PartsChoice } from './choose-papers.ts';
import type { PaperId } from './documents/paper.ts';
import type { EvidenceReader } from './evidence/read-evidence.ts';
import type { Redactor } from './evidence/redaction/create-redactor.ts';
import { readIntakeLog } from './integrity/intake-log.ts';
import type { KeptTimestamp } from './integrity/timestamps/kept-timestamps.ts';
import type { StandingTimestamp } from './integrity/timestamps/standing-timestamps.ts';
import { suggestedPapers } from './law/advice/advise.ts';
import { type House, type PacketContent, packetContent, unreadExhibits } from './packet/packet-content.ts';
import { readExhibits } from './packet/read-exhibits.ts';
import type { Running } from './ports.ts';
import { type Redaction, redactExhibits } from './redaction/redact-exhibits.ts';

/** A case that was read from its folder or from the store, or what one claimant files of it. */
export interface OpenCase {
  readonly case: Case;
  /** What it is called in messages: the path of its case.json, or its title. */
  readonly name: string;
  /** Where the evidence file that the case names is on disk, whether it is there or not. */
  fileOf(path: string): string;
  /** The log of how its evidence was taken in (integrity/intake-log.ts), where there is one. */
  intakeLogText?(): Promise<string | undefined>;
  /** The time stamps that are kept with it. */
  timestamps?(): Promise<readonly KeptTimestamp[]>;
  /** Tells the packets of one folder apart. */
  readonly key: string;
  /** Templates of one's own that belong to where it was found; unset means those that everything is made with. */
  readonly ownTemplates?: string | undefined;
  /** What was masked in it; unset for the case as it is. */
  readonly redaction?: Redaction | undefined;
}

/** What the packet of a case is composed of, before and after its evidence was read. */
export interface PreparedCase {
  readonly papers: readonly PaperId[];
  readonly front: PacketContent;
  readEvidence(running: Running): Promise<PacketContent>;
}

export function prepareCase(
  { case: file, fileOf, intakeLogText, timestamps, redaction }: OpenCase,
  choice: PartsChoice,
  form: PacketForm | undefined,
  house: House,
  reader: () => Promise<EvidenceReader>,
  redactor: () => Promise<Redactor>,
): PreparedCase {
  const unread = unreadExhibits(file);
  const papers = choosePapers(file, choice.papers, (subject) => suggestedPapers(subject, house.law));
  const selection = { ...choice, papers };
  // A paper may speak of the others, so the case says which there are, whoever chose them.
  const subject = { ...file, papers };
  return {
    papers,
    front: packetContent(subject, selection, unread, house, form),
    readEvidence: async (running) => {
      const [read, log, stamps = []] = await Promise.all([
        reader().then((open) => readExhibits(unread, subject.evidence, fileOf, open, running)),
        intakeLogText?.(),
        timestamps?.(),
      ]);
      const redacted =
        redaction === undefined
          ? { exhibits: read, redaction }
          : await redactExhibits(read, subject.evidence, redaction, await redactor(), running);
      const content = {
        ...packetContent(subject, selection, redacted.exhibits, house, form),
        redaction: redacted.redaction,
        workFolder: (await reader()).workFolder,
        timestamps: await standingOf(stamps),
      };
      return log === undefined ? content : { ...content, intakeLog: readIntakeLog(log) };
    },
  };
}

/** Most cases have none, and do not load what checks them. */
async function standingOf(stamps: readonly KeptTimestamp[]): Promise<readonly StandingTimestamp[]> {
  if (stamps.length === 0) return [];
  const { standingTimestamps } = await import('./integrity/timestamps/standing-timestamps.ts');
  return standingTimestamps(stamps);
}
