import { secondInWords } from '../../contract/case/moments.ts';
import type { Finding } from '../../contract/finding.ts';
import { textsIn } from '../cases/case-fields.ts';
import type { ComposedPacket } from '../packet/compose-packet.ts';
import type { PacketContent } from '../packet/packet-content.ts';
import { changedFinding, lostFinding, unreadFinding, untracedFindings } from './audit-findings.ts';
import { checkFeet, checkPlaces } from './check-places.ts';
import { handWritten, ownFigureHints, withOwnWords } from './hand-written.ts';
import { matchText } from './match-text.ts';
import { packetFigures } from './packet-figures.ts';
import { plainForm } from './read-figures.ts';
import { type PageText, readPacketText } from './read-packet-text.ts';
import { readSectionText } from './section-text.ts';
import { traceFigures } from './trace-figures.ts';
import { UnreadablePacket } from './unreadable-packet.ts';

/** What a packet was made from. */
export type AuditedContent = Pick<
  PacketContent,
  'case' | 'law' | 'originals' | 'appendix' | 'intakeLog' | 'timestamps'
>;
export type AuditedComposition = Pick<ComposedPacket, 'sections' | 'parts' | 'exhibits' | 'overrides'>;

/**
 * Reads a finished packet back from its file, or from those of its volumes in order, and asks of every figure in it: does it come from the case, the evidence
 * or the law table, and is it still the one that the template gave? Nothing to say means that all of them do and are.
 */
export async function auditPacket(
  packets: readonly string[],
  content: AuditedContent,
  composed: AuditedComposition,
  signal: AbortSignal,
): Promise<Finding[]> {
  const audit = createAudit(content, composed);
  try {
    return audit(await readPacketText(packets, signal));
  } catch (cause) {
    // The packet is written already; that nobody has looked at its figures is said, and is no reason to lose it.
    if (cause instanceof UnreadablePacket) return [unreadFinding];
    throw cause;
  }
}

/** The audit of one composition, for text that has been read. */
export function createAudit(
  content: AuditedContent,
  { sections, parts, exhibits, overrides }: AuditedComposition,
): (pages: readonly PageText[]) => Finding[] {
  const { case: file, law, originals, appendix, intakeLog, timestamps = [] } = content;
  const figures = packetFigures({
    case: file,
    law,
    originals,
    titles: sections.map(({ title }) => title),
    marks: marksOf(appendix),
    logHead: intakeLog?.lines.at(-1)?.hash,
    stamped: timestamps.flatMap(({ list, reply, at, authority = '' }) => [list, reply, secondInWords(at), authority]),
  });
  const own = handWritten(file, overrides);
  const ownOfPart = Map.groupBy(own, ({ paper }) => paper);
  const told = [...textsIn({ ...file, overrides: [] }).map(({ text }) => text), ...own.map(({ text }) => text)]
    .map(plainForm)
    .join('\n');
  const written = sections.map(({ id, title, html }) => ({ id, title, section: readSectionText(html) }));
  return (pages) => {
    const counts = {
      pages: pages.length,
      appendixPages: appendix.length,
      files: originals.length,
      exhibits: [...exhibits.values()],
    };
    const untraced = checkFeet(pages);
    const findings: Finding[] = [];
    for (const { id, title, section } of written) {
      const place = parts.find((part) => part.id === id);
      const first = place?.firstPage ?? 1;
      const ofPart = pages.slice(first - 1, first - 1 + (place?.pages ?? 0));
      const { texts, changed, lost } = matchText(ofPart, section);
      untraced.push(
        ...traceFigures(id, texts, withOwnWords(figures, ownOfPart.get(id) ?? [])),
        ...checkPlaces(texts, counts, told),
      );
      findings.push(...changed.map((one) => changedFinding(one)));
      // What is changed is lost, too; only what is gone altogether is said of itself.
      if (changed.length === 0) findings.push(...lost.map((text) => lostFinding(title, first, text)));
    }
    return [...findings, ...untracedFindings(untraced), ...ownFigureHints(own, figures)];
  };
}

function marksOf(appendix: AuditedContent['appendix']): string[] {
  return appendix.flatMap(({ cells }) => cells.flatMap(({ mark = '', notice = '' }) => [mark, notice]));
}
