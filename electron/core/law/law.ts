import type { z } from 'zod';
import { paperTableSchema } from './advice/papers-table.ts';
import { clockTableSchema } from './clocks/clocks-table.ts';
import { type Provisions, readProvisions } from './provisions.ts';
import { basisTableSchema } from './tables/basis-table.ts';
import { channelTableSchema } from './tables/channels.ts';
import { courtFeesSchema } from './tables/court-fees.ts';
import { issueTableSchema } from './tables/issues.ts';
import { jurisdictionSchema } from './tables/jurisdiction.ts';
import { rebuttalsSchema } from './tables/rebuttals.ts';
import { smallClaimsLinesSchema } from './tables/small-claims-lines.ts';

/**
 * The dated tables of templates/law, each read through its own schema. A new table is one line here: its file
 * below templates/law, and the schema that says what may stand in it.
 */
export const tables = {
  bases: { file: 'bases.json', schema: basisTableSchema },
  jurisdiction: { file: 'jurisdiction.json', schema: jurisdictionSchema },
  issues: { file: 'issues.json', schema: issueTableSchema },
  clocks: { file: 'clocks.json', schema: clockTableSchema },
  smallClaimsLines: { file: 'small-claims-lines.json', schema: smallClaimsLinesSchema },
  courtFees: { file: 'court-fees.json', schema: courtFeesSchema },
  channels: { file: 'channels.json', schema: channelTableSchema },
  papers: { file: 'papers.json', schema: paperTableSchema },
  rebuttals: { file: 'rebuttals.json', schema: rebuttalsSchema },
} as const satisfies Readonly<Record<string, { file: string; schema: z.ZodType }>>;

type Tables = typeof tables;
export type LawTables = {
  readonly [Name in keyof Tables]: Tables[Name] extends { schema: z.ZodType<infer Table> } ? Table : never;
};

/** All that papers, checks and decisions know of the law. */
export type Law = LawTables & { readonly provisions: Provisions };

/** The files of templates/law as parsed JSON, by path below it: `provisions/civil-code.json`, `clocks.json`. */
export type LawFiles = ReadonlyMap<string, unknown>;

/** Throws a ZodError where a table does not fit its schema; `juli law check` says where and why. */
export function readLaw(files: LawFiles): Law {
  const provisionFiles = [...files].filter(([path]) => path.startsWith('provisions/'));
  const parsed = Object.entries<{ file: string; schema: z.ZodType }>(tables).map(([name, { file, schema }]) => [
    name,
    schema.parse(files.get(file)),
  ]);
  return {
    ...(Object.fromEntries(parsed) as LawTables),
    provisions: readProvisions(provisionFiles.map(([, json]) => json)),
  };
}
