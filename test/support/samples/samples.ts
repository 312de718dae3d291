import { gameCredit } from './game-credit/sample.ts';
import { lifetimeMembership } from './lifetime-membership/sample.ts';
import type { Sample } from './sample.ts';
import { softwareKey } from './software-key/sample.ts';

export const samples: readonly Sample[] = [softwareKey, gameCredit, lifetimeMembership];
