import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * The intake log of a case: a line for each thing that was taken in, was there already or was refused. Each line holds
 * the hash of the one before it, so that a line that is changed, removed or put in later breaks the chain from there on.
 * It shows that the log hangs together; it does not show when it was written, for whoever can write all of it can write
 * all of it anew.
 */

/** The file that goes along with a case. */
export const intakeLogName = 'intake-log.jsonl';

const intakeEvents = ['taken', 'duplicate', 'refused', 'opened-archive'] as const;
/** How a file reached the program. */
export const intakeWays = ['chosen', 'dropped', 'pasted', 'folder', 'archive', 'imported', 'command-line'] as const;
export type IntakeWay = (typeof intakeWays)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime({ offset: true });

/** What was known of the file besides its bytes. Any of it may have been set wrong or changed before it came here. */
const facts = z.strictObject({
  how: z.enum(intakeWays).exactOptional(),
  /** Below the folder or the archive it came from. */
  relativePath: z.string().exactOptional(),
  /** The archive it was in. */
  archive: z.strictObject({ name: z.string(), sha256 }).exactOptional(),
  mime: z.string().exactOptional(),
  /** The dates that the file system gave it. */
  modifiedAt: instant.exactOptional(),
  createdAt: instant.exactOptional(),
  /** What the camera or telephone wrote into it: when, on its own clock (`2026-09-03 20:15:04`), with what device. */
  recordedAt: z.string().exactOptional(),
  device: z.string().exactOptional(),
  /** What it is the same file as; why it was refused. */
  sameAs: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  /** Files that an archive was opened into. */
  entries: z.int().exactOptional(),
});
export type IntakeFacts = z.output<typeof facts>;

const entryFields = {
  at: instant,
  event: z.enum(intakeEvents),
  /** The name it came with. */
  name: z.string(),
  /** As the case names it; only for what was taken. */
  path: z.string().exactOptional(),
  size: z.int().min(0).exactOptional(),
  sha256: sha256.exactOptional(),
  facts,
};
const intakeLine = z.strictObject({ seq: z.int().min(1), ...entryFields, previous: sha256, hash: sha256 });
export type IntakeLine = z.output<typeof intakeLine>;
export type IntakeEntry = Omit<IntakeLine, 'seq' | 'previous' | 'hash'>;

const beginning = '0'.repeat(64);

/** The line that follows `last`, or the first. */
export function appendLine(last: Pick<IntakeLine, 'seq' | 'hash'> | undefined, entry: IntakeEntry): IntakeLine {
  const line = { ...entry, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? beginning };
  return { ...line, hash: hashOf(line) };
}

/** As it is written: JSON with its keys in order and nothing between them. */
export function lineText(line: object): string {
  return JSON.stringify(inOrder(line));
}

export type ChainState =
  | { readonly kind: 'whole'; readonly lines: number; readonly head: string }
  /** `seq` is the line, counted from 1, at which it breaks; `reason` in Chinese, without its full stop. */
  | { readonly kind: 'broken'; readonly lines: number; readonly seq: number; readonly reason: string };

export interface ReadLog {
  /** All that could be read, in order. */
  readonly lines: readonly IntakeLine[];
  readonly state: ChainState;
}

/** Reads the file of a log and checks its chain. Never throws. */
export function readIntakeLog(text: string): ReadLog {
  const lines: IntakeLine[] = [];
  let unread: number | undefined;
  for (const [index, row] of text.split('\n').entries()) {
    if (row.trim() === '') continue;
    const read = intakeLine.safeParse(jsonOrUndefined(row));
    if (read.success) lines.push(read.data);
    else unread ??= index + 1;
  }
  const state = verifyChain(lines);
  if (unread === undefined || (state.kind === 'broken' && state.seq <= unread)) return { lines, state };
  return { lines, state: { kind: 'broken', lines: lines.length, seq: unread, reason: '不是收录记录' } };
}

/** Whether each line follows the one before it and is what its hash says. */
export function verifyChain(lines: readonly IntakeLine[]): ChainState {
  let head = beginning;
  for (const [index, line] of lines.entries()) {
    const seq = index + 1;
    const reason =
      line.seq !== seq
        ? `的序号是 ${line.seq}，有记录被删去、插入或调换`
        : line.previous !== head
          ? '与上一行接不上，有记录被删去、插入或调换'
          : hashOf(line) !== line.hash
            ? '内容与它的校验值不符，这一行被改动过'
            : undefined;
    if (reason !== undefined) return { kind: 'broken', lines: lines.length, seq, reason };
    head = line.hash;
  }
  return { kind: 'whole', lines: lines.length, head };
}

/** Of everything in the line but the hash itself. */
function hashOf({ hash: _, ...line }: IntakeLine | (Omit<IntakeLine, 'hash'> & { hash?: string })): string {
  return createHash('sha256').update(lineText(line)).digest('hex');
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).toSorted(([first], [second]) => (first < second ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, part]) => [key, inOrder(part)]));
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
