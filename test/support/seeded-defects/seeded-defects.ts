import { claimDefects } from './claims.ts';
import { handWrittenDefects } from './hand-written.ts';
import { keyDefects } from './keys.ts';
import { peopleDefects } from './people.ts';
import { proofDefects } from './proof.ts';
import { roadDefects } from './roads.ts';
import type { SeededDefect } from './seeded-defect.ts';
import { timeDefects } from './times.ts';
import { wordDefects } from './words.ts';

export const seededDefects: readonly SeededDefect[] = [
  ...peopleDefects,
  ...proofDefects,
  ...timeDefects,
  ...keyDefects,
  ...claimDefects,
  ...roadDefects,
  ...wordDefects,
  ...handWrittenDefects,
];
