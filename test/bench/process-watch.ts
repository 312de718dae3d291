import { readdirSync, readFileSync } from 'node:fs';

/**
 * What a run took besides time, processes it started included. Bytes and milliseconds. Read from Linux' /proc
 * every few milliseconds, so a peak shorter than that can be missed except in `mainPeak`, which the kernel keeps.
 */
export interface ProcessUsage {
  /** The most memory any process that was followed itself (not its children) ever held: VmHWM of proc_pid_status(5). */
  readonly mainPeak: number;
  /** The most memory all processes held together, shared pages counted once: Pss of proc_pid_smaps(5). */
  readonly familyPeak: number;
  /** User and system time of all processes; up to one interval of each process is missed at its end. */
  readonly cpuMs: number;
}

/** Looks on while programs run. It costs time itself, so a run that is watched is not one that is timed. */
export interface ProcessWatch {
  follow(pid: number): void;
  stop(): ProcessUsage;
}

const intervalMs = 20;
/** USER_HZ, in which /proc counts time: 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** `undefined` where there is no /proc. */
export function startProcessWatch(): ProcessWatch | undefined {
  if (process.platform !== 'linux') return undefined;
  const followed = new Set<number>();
  const family = new Set<number>();
  const ticksBefore = new Map<number, number>();
  const ticks = new Map<number, number>();
  let mainPeak = 0;
  let familyPeak = 0;

  function look(): void {
    const processes = readProcesses();
    // Children have mostly higher numbers than their parents, but numbers wrap: until nobody is added.
    for (let before = -1; before !== family.size; ) {
      before = family.size;
      for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
    }
    let together = 0;
    for (const { pid, ticks: used } of processes) {
      if (!family.has(pid)) continue;
      ticks.set(pid, used);
      together += kilobytes(`/proc/${pid}/smaps_rollup`, 'Pss');
      if (followed.has(pid)) mainPeak = Math.max(mainPeak, kilobytes(`/proc/${pid}/status`, 'VmHWM'));
    }
    familyPeak = Math.max(familyPeak, together);
  }

  const timer = setInterval(look, intervalMs);
  return {
    follow(pid) {
      const known = new Set(ticks.keys());
      followed.add(pid);
      family.add(pid);
      look();
      // A process that has been running for a while brings its past along; only what comes from here on counts.
      for (const [member, used] of ticks) if (!known.has(member)) ticksBefore.set(member, used);
    },
    stop() {
      clearInterval(timer);
      look();
      let used = 0;
      for (const [pid, now] of ticks) used += now - (ticksBefore.get(pid) ?? 0);
      return { mainPeak: mainPeak * 1024, familyPeak: familyPeak * 1024, cpuMs: (used * 1_000) / ticksPerSecond };
    },
  };
}

interface ProcessState {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

function readProcesses(): ProcessState[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const text = readIfThere(`/proc/${name}/stat`);
      // proc_pid_stat(5): the name in brackets may hold blanks and brackets; what follows it is numbered from 3.
      const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
      if (fields === undefined) return [];
      return [{ pid: Number(name), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
    });
}

function kilobytes(path: string, field: string): number {
  const found = new RegExp(`^${field}:\\s+(?<amount>\\d+) kB`, 'm').exec(readIfThere(path) ?? '');
  return Number(found?.groups?.amount ?? 0);
}

/** A process can end between being listed and being read. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
