import { mkdir } from 'node:fs/promises';
import { type Case, caseFileSchema } from '../../../electron/contract/case/case-file.ts';
import { writeCaseFolder } from '../case-folder.ts';
import { checkerPng } from '../pictures.ts';
import { olderChild, youngChild } from './children.ts';
import { closedMembership } from './closed-membership.ts';
import { falseDescription } from './false-description.ts';
import { group } from './group.ts';
import { missingFunction } from './missing-function.ts';
import { noService } from './no-service.ts';
import { notCredited } from './not-credited.ts';
import type { CaseInput } from './parts.ts';
import { privateDeal } from './private-deal.ts';
import { renewed } from './renewed.ts';
import { unusedKey } from './unused-key.ts';
import { usedKey } from './used-key.ts';

/** Twelve complete cases: every 争议类型, every stage, a group, a child, an agent, each layout. */
export const situations = {
  missingFunction,
  falseDescription,
  unusedKey,
  usedKey,
  notCredited,
  noService,
  closedMembership,
  renewed,
  youngChild,
  olderChild,
  group,
  privateDeal,
} as const satisfies Readonly<Record<string, CaseInput>>;

export type SituationName = keyof typeof situations;
export const situationNames = Object.keys(situations) as SituationName[];

/** The situation as the program sees it. Throws a ZodError when it does not fit the schema. */
export function situationCase(name: SituationName): Case {
  return caseFileSchema.parse(situations[name]);
}

/** Writes the situation as a case folder, each evidence file a small picture; resolves to the folder. */
export async function writeSituation(folder: string, name: SituationName): Promise<string> {
  await mkdir(folder, { recursive: true });
  const picture = await checkerPng(60, 90);
  const paths = situationCase(name).evidence.flatMap(({ files }) => files.map(({ path }) => path));
  return writeCaseFolder(folder, situations[name], new Map(paths.map((path) => [path, picture])));
}
