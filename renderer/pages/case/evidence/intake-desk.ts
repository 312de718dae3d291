import type { JobState } from '../../../../electron/contract/rpc/job-procedures.ts';
import type { ChosenFile } from '../../../api/chosen-file.ts';
import type { EvidenceGroup } from './evidence-entries.ts';

/** Where the files go: into a group, into one item, or unset: the program guesses from their names. */
export interface IntakeGoal {
  readonly group?: EvidenceGroup;
  /** The id of an item they are further files of. */
  readonly item?: string;
  /** For the intake log. */
  readonly how?: 'chosen' | 'dropped' | 'pasted';
}

export interface LeftFile {
  readonly name: string;
  readonly reason: string;
}

/** One drop, choice or paste, from the first byte to what became of it. */
export interface Intake {
  readonly key: string;
  readonly files: number;
  /** Files that have arrived, or could not. */
  readonly arrived: number;
  readonly bytes: number;
  readonly sentBytes: number;
  readonly phase: 'sending' | 'taking' | 'ended' | 'stopped' | 'failed';
  /** Did not even arrive. */
  readonly left: readonly LeftFile[];
  readonly job?: string;
  readonly ended?: JobState;
  readonly error?: unknown;
}

export interface IntakePorts {
  /** The ticket of a file, or why it cannot be read; throws when nothing more can arrive. */
  admit(
    file: ChosenFile,
    asks: { readonly signal: AbortSignal; readonly onSent: (bytes: number) => void },
  ): Promise<{ readonly ticket: string } | { readonly reason: string }>;
  /** Starts the job. */
  take(tickets: string[], goal: IntakeGoal): Promise<string>;
  /** Told while files are on their way that would be lost with the window. */
  holdWindow(isHeld: boolean): void;
}

/** What is being taken in for a case. It outlives its screen, so that one may go on writing meanwhile. */
export interface IntakeDesk {
  intakes(): readonly Intake[];
  subscribe(listener: () => void): () => void;
  take(files: readonly ChosenFile[], goal?: IntakeGoal): void;
  /** While it is being sent; later the job itself is stopped. */
  stop(key: string): void;
  retry(key: string): void;
  /** The job has ended. */
  end(key: string, job: JobState): void;
  /** A job that an earlier loading of the window began. */
  adopt(job: JobState): void;
  dismiss(key: string): void;
}

/** A browser opens six connections to one host, and the window needs some for itself. */
const atOnce = 3;

export function openIntakeDesk(ports: IntakePorts): IntakeDesk {
  const listeners = new Set<() => void>();
  const orders = new Map<string, { readonly files: readonly ChosenFile[]; readonly goal: IntakeGoal }>();
  const stops = new Map<string, AbortController>();
  let intakes: readonly Intake[] = [];
  let count = 0;

  function show(next: readonly Intake[]): void {
    intakes = next;
    ports.holdWindow(next.some(({ phase }) => phase === 'sending'));
    for (const listener of listeners) listener();
  }

  function update(key: string, change: (intake: Intake) => Partial<Intake>): void {
    show(intakes.map((intake) => (intake.key === key ? { ...intake, ...change(intake) } : intake)));
  }

  async function run(key: string, files: readonly ChosenFile[], goal: IntakeGoal): Promise<void> {
    const stop = new AbortController();
    stops.set(key, stop);
    try {
      const tickets = await sendAll(key, files, stop.signal);
      stop.signal.throwIfAborted();
      if (tickets.length === 0) {
        update(key, () => ({ phase: 'ended' }));
        return;
      }
      const job = await ports.take(tickets, goal);
      update(key, () => ({ phase: 'taking', job }));
    } catch (error) {
      update(key, () => (stop.signal.aborted ? { phase: 'stopped' } : { phase: 'failed', error }));
      stop.abort();
    } finally {
      stops.delete(key);
    }
  }

  async function sendAll(key: string, files: readonly ChosenFile[], signal: AbortSignal): Promise<string[]> {
    const tickets: (string | undefined)[] = [];
    const sent: number[] = [];
    const waiting = files.entries();
    async function work(): Promise<void> {
      for (const [index, chosen] of waiting) {
        signal.throwIfAborted();
        const onSent = (bytes: number) => {
          sent[index] = bytes;
          update(key, () => ({ sentBytes: sum(sent) }));
        };
        const outcome = await ports.admit(chosen, { signal, onSent });
        onSent(chosen.file.size);
        if ('ticket' in outcome) tickets[index] = outcome.ticket;
        update(key, ({ arrived, left }) => ({
          arrived: arrived + 1,
          left: 'reason' in outcome ? [...left, { name: chosen.file.name, reason: outcome.reason }] : left,
        }));
      }
    }
    await Promise.all(Array.from({ length: Math.min(atOnce, files.length) }, work));
    return tickets.filter((ticket) => ticket !== undefined);
  }

  function begin(key: string, files: readonly ChosenFile[], goal: IntakeGoal): void {
    const fresh: Intake = {
      key,
      files: files.length,
      arrived: 0,
      bytes: sum(files.map(({ file }) => file.size)),
      sentBytes: 0,
      phase: 'sending',
      left: [],
    };
    orders.set(key, { files, goal });
    // What ended before has been read by now, or never will be.
    show([...intakes.filter((one) => one.key !== key && isUnderWay(one)), fresh]);
    void run(key, files, goal);
  }

  return {
    intakes: () => intakes,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take(files, goal = {}) {
      if (files.length === 0) return;
      count += 1;
      begin(`intake-${count}`, files, goal);
    },
    stop: (key) => stops.get(key)?.abort(),
    retry(key) {
      const order = orders.get(key);
      if (order !== undefined) begin(key, order.files, order.goal);
    },
    end(key, job) {
      orders.delete(key);
      update(key, () => ({ phase: job.state === 'cancelled' ? 'stopped' : 'ended', ended: job }));
    },
    adopt(job) {
      if (intakes.some((intake) => intake.job === job.id)) return;
      const { id, total } = job;
      const adopted: Intake = {
        key: id,
        files: total,
        arrived: total,
        bytes: 0,
        sentBytes: 0,
        phase: 'taking',
        left: [],
        job: id,
      };
      show([...intakes, adopted]);
    },
    dismiss(key) {
      orders.delete(key);
      show(intakes.filter((intake) => intake.key !== key));
    },
  };
}

function isUnderWay({ phase }: Intake): boolean {
  return phase === 'sending' || phase === 'taking';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + (number ?? 0), 0);
}
