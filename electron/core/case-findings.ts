import { AppError } from '../contract/errors.ts';
import type { Finding } from '../contract/finding.ts';
import type { Breathe } from './breath.ts';
import type { FileState } from './checks/rule.ts';
import { runChecks, runChecksCalmly } from './checks/run-checks.ts';
import type { PaperId } from './documents/paper.ts';
import { type ComposedPacket, composePacket, composeParts } from './packet/compose-packet.ts';
import type { ComposedPart } from './packet/compose-part.ts';
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
  files: FileStates = statesOf(content),
): Promise<Finding[]> {
  return runChecks({
    case: content.case,
    law: content.law,
    papers,
    missingFacts: draft.missingFacts.map(({ label, path, document }) => ({ label, path, paper: document })),
    files,
    overrideUses: draft.overrides,
    undrawableCharacters: await content.fonts.missing(draft.html),
  });
}

/** The same without the packet around the papers, in steps, so that whoever types meanwhile does not wait. */
export async function findingsCalmly(
  content: PacketContent,
  papers: readonly PaperId[],
  files: FileStates,
  breathe: Breathe,
): Promise<Finding[]> {
  const parts: ComposedPart[] = [];
  const undrawable = new Set<string>();
  for (const part of composeParts(content, unknownPlaces, { withAppendix: false })) {
    parts.push(part);
    await breathe();
    for (const character of await content.fonts.missing(part.html)) undrawable.add(character);
    await breathe();
  }
  const input = {
    case: content.case,
    law: content.law,
    papers,
    missingFacts: parts.flatMap(({ id, missing }) => missing.map(({ label, path }) => ({ label, path, paper: id }))),
    files,
    overrideUses: parts.flatMap(({ uses }) => uses),
    undrawableCharacters: [...undrawable],
  };
  return runChecksCalmly(input, breathe);
}

/** What became of each evidence file, by its path in the case. */
export type FileStates = ReadonlyMap<string, FileState>;

function statesOf({ exhibits }: PacketContent): FileStates {
  return new Map(
    exhibits.flatMap(({ sources }) =>
      sources.map((source) => {
        const isMissing = source.content.kind === 'unusable' && source.content.missing;
        const { status, reason } = fileStatus(source);
        return [
          source.path,
          {
            status: isMissing ? ('missing' as const) : status,
            ...(reason === undefined ? {} : { reason }),
            isSet: source.content.kind === 'pages' && source.content.pages.some(({ isSet }) => isSet),
          },
        ] as const;
      }),
    ),
  );
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
