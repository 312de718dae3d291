import { type ProcessUsage, type ProcessWatch, startProcessWatch } from './process-watch.ts';

/** A step of a run, timed on its own. */
export interface Leg {
  readonly name: string;
  readonly wallMs: number;
}

/** One way of doing the work. `run` does it once, checks what came out, and rejects when that is wrong. */
export interface Contestant {
  readonly name: string;
  /** What the time covers, in a few words. */
  readonly covers: string;
  run(watch: ProcessWatch | undefined): Promise<readonly Leg[]>;
  /** Ends what was kept running between runs. */
  close?(): Promise<void>;
}

/** A peer that this machine does not have. */
export interface AbsentPeer {
  readonly name: string;
  readonly absent: string;
}

/** Ways of doing the same work on the same input. */
export interface Contest {
  readonly title: string;
  /** What the input is, with its size. */
  readonly input: string;
  readonly ours: readonly Contestant[];
  readonly peers: readonly (Contestant | AbsentPeer)[];
}

export interface ContestantResult {
  readonly contestant: Contestant;
  readonly total: Times;
  /** Empty when there is one leg only. */
  readonly legs: readonly { readonly name: string; readonly times: Times }[];
  readonly usage: ProcessUsage | undefined;
}

export interface ContestResult {
  readonly contest: Contest;
  readonly ours: readonly ContestantResult[];
  readonly peers: readonly (ContestantResult | AbsentPeer)[];
}

/** Wall times in milliseconds. */
export interface Times {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/**
 * Runs everyone once to warm up, once under watch, and then `runs` times, taking turns, so that a machine that
 * slows down or speeds up does so for all alike.
 */
export async function holdContest(contest: Contest, runs: number, say: (line: string) => void): Promise<ContestResult> {
  const contestants = [...contest.ours, ...contest.peers.filter(isPresent)];
  const rounds = new Map<Contestant, (readonly Leg[])[]>(contestants.map((contestant) => [contestant, []]));
  const usages = new Map<Contestant, ProcessUsage | undefined>();
  try {
    for (const contestant of contestants) {
      say(`${contest.title}: ${contestant.name}, warming up`);
      await contestant.run(undefined);
      const watch = startProcessWatch();
      await contestant.run(watch);
      usages.set(contestant, watch?.stop());
    }
    for (let run = 1; run <= runs; run += 1) {
      for (const [contestant, legs] of rounds) {
        legs.push(await contestant.run(undefined));
        say(`${contest.title}: ${contestant.name}, run ${run} of ${runs}: ${totalOf(legs.at(-1) ?? []).toFixed(0)} ms`);
      }
    }
  } finally {
    for (const contestant of contestants) await contestant.close?.();
  }
  const resultOf = (contestant: Contestant): ContestantResult => ({
    contestant,
    total: timesOf((rounds.get(contestant) ?? []).map(totalOf)),
    legs: legTimes(rounds.get(contestant) ?? []),
    usage: usages.get(contestant),
  });
  return {
    contest,
    ours: contest.ours.map(resultOf),
    peers: contest.peers.map((peer) => (isPresent(peer) ? resultOf(peer) : peer)),
  };
}

function isPresent(peer: Contestant | AbsentPeer): peer is Contestant {
  return !('absent' in peer);
}

function totalOf(legs: readonly Leg[]): number {
  return legs.reduce((sum, { wallMs }) => sum + wallMs, 0);
}

function legTimes(runs: readonly (readonly Leg[])[]): { name: string; times: Times }[] {
  const names = runs[0]?.map(({ name }) => name) ?? [];
  if (names.length < 2) return [];
  return names.map((name, index) => ({ name, times: timesOf(runs.map((legs) => legs[index]?.wallMs ?? 0)) }));
}

function timesOf(values: readonly number[]): Times {
  const sorted = values.toSorted((first, second) => first - second);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return { min: at(0), median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, max: at(sorted.length - 1) };
}
