import { AppError } from '../contract/errors.ts';
import type { Finding } from '../contract/finding.ts';
import { runChecks } from './checks/run-checks.ts';
import type { PaperId } from './documents/paper.ts';
import { type ComposedPacket, composePacket } from './packet/compose-packet.ts';
import { fileStatus, type PacketContent } from './packet/packet-content.ts';
import { unknownPlaces } from './packet/places.ts';

/** The packet before anything is known of its pages: enough to see what is missing. */
export function draftOf(content: PacketContent): ComposedPacket {
  return composePacket(content, unknownPlaces, { fixedReferences: false, withAppendix: false });
}

/** What the checks say about a case whose papers are composed as `draft`. */
export async function findingsOf(
  content: PacketContent,
  draft: ComposedPacket,
  papers: readonly PaperId[],
): Promise<Finding[]> {
  const files = new Map(
    content.exhibits.flatMap(({ sources }) =>
      sources.map((source) => {
        const isMissing = source.content.kind === 'unusable' && source.content.missing;
        const { status, reason } = fileStatus(source);
        return [
          source.path,
          { status: isMissing ? ('missing' as const) : status, ...(reason === undefined ? {} : { reason }) },
        ] as const;
      }),
    ),
  );
  return runChecks({
    case: content.case,
    law: content.law,
    papers,
    missingFacts: draft.missingFacts.map(({ label, path, document }) => ({ label, path, paper: document })),
    files,
    undrawableCharacters: await content.fonts.missing(draft.html),
  });
}

/** Throws FACTS_INCOMPLETE, each missing fact once, when the papers have a blank. */
export function refuseMissingFacts(name: string, { missingFacts }: ComposedPacket): void {
  const byPath = new Map(missingFacts.map((fact) => [fact.path, fact]));
  if (byPath.size === 0) return;
  throw new AppError('FACTS_INCOMPLETE', {
    file: name,
    problems: [...byPath.values()].map(({ label, path }) => ({ path, expected: label, found: '未填写' })),
  });
}
