import type { Clock } from '../ports.ts';

const shanghaiOffset = 8 * 3_600_000;

/** The day it is in Shanghai, YYYY-MM-DD. */
export function dayOfClock(clock: Clock): string {
  return new Date(clock.now().getTime() + shanghaiOffset).toISOString().slice(0, 10);
}
