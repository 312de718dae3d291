import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import { codeOf } from './trouble.ts';

/**
 * One process owns a data folder. What holds is a lock of the system on `owner.db`, kept by a transaction that stays
 * open: it ends with the process, however that ends, so there is no stale lock. `juli.lock` beside it only tells who it
 * is, and by being left behind that the last owner did not end in order.
 */
export interface Owner {
  /** The last owner did not end in order (a crash, a power cut). */
  readonly wasLeftOpen: boolean;
  /** Where such an owner could be reached: windows that it left behind still ask there. */
  readonly leftAddress: string | undefined;
  /** Where this process can be reached; for a second start that wants to join. */
  publishAddress(address: string): void;
  /** `isInOrder` false leaves the note behind, so that the next owner looks closely. */
  release(isInOrder: boolean): void;
}

const ownerNote = z.object({
  pid: z.int(),
  address: z.string().optional(),
  /** Of the owner before, for as long as this one has published none: it may be killed before it does. */
  leftAddress: z.string().optional(),
  /** It ended, and the note is there for `leftAddress` alone. */
  endedInOrder: z.literal(true).optional(),
});
export type OwnerNote = z.output<typeof ownerNote>;

const ownerFile = 'owner.db';
const noteFile = 'juli.lock';
/** Long enough for somebody who only looks whether the folder is taken. */
const patience = 500;

/** STORE_IN_USE with the owner's address when another process has the folder. */
export function takeOwnership(folder: string): Owner {
  const lock = new Database(join(folder, ownerFile), { timeout: patience });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (codeOf(error)?.startsWith('SQLITE_BUSY') !== true) throw error;
    const address = readNote(folder)?.address;
    throw new AppError('STORE_IN_USE', address === undefined ? {} : { detail: address }, { cause: error });
  }
  const left = readNote(folder);
  const leftAddress = left?.address ?? left?.leftAddress;
  let isFound = false;
  try {
    writeNote(folder, { pid: process.pid, ...(leftAddress === undefined ? {} : { leftAddress }) });
  } catch (error) {
    lock.close();
    throw error;
  }
  return {
    wasLeftOpen: left !== undefined && left.endedInOrder !== true,
    leftAddress,
    publishAddress(address) {
      writeNote(folder, { pid: process.pid, address });
      isFound = true;
    },
    release(isInOrder) {
      if (!lock.open) return;
      // The command line can never be where those windows look; it leaves the way to whoever can.
      if (isInOrder && leftAddress !== undefined && !isFound)
        writeNote(folder, { pid: 0, leftAddress, endedInOrder: true });
      else if (isInOrder) rmSync(join(folder, noteFile), { force: true });
      lock.close();
    },
  };
}

/** Who has the folder now; undefined when nobody has. */
export function readOwner(folder: string): OwnerNote | undefined {
  const note = readNote(folder);
  return note !== undefined && isTaken(folder) ? note : undefined;
}

function isTaken(folder: string): boolean {
  let lock: Database.Database | undefined;
  try {
    lock = new Database(join(folder, ownerFile), { readonly: true, timeout: 0 });
    lock.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    return codeOf(error)?.startsWith('SQLITE_BUSY') === true;
  } finally {
    lock?.close();
  }
}

function readNote(folder: string): OwnerNote | undefined {
  try {
    return ownerNote.parse(JSON.parse(readFileSync(join(folder, noteFile), 'utf8')));
  } catch (error) {
    // Written by renaming, so a torn one is nobody's work; it still tells that somebody was here.
    return codeOf(error) === undefined ? { pid: 0 } : undefined;
  }
}

function writeNote(folder: string, note: OwnerNote): void {
  const written = join(folder, `${noteFile}.new`);
  writeFileSync(written, JSON.stringify(note), { mode: 0o600 });
  renameSync(written, join(folder, noteFile));
}
