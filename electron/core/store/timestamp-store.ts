import { randomUUID } from 'node:crypto';
import { AppError } from '../../contract/errors.ts';
import type { KeptTimestamp } from '../integrity/timestamps/kept-timestamps.ts';
import type { CaseRows } from './case-row.ts';
import type { Connection } from './connection.ts';

/** A time stamp of the originals of a case. */
export interface StoredTimestamp extends KeptTimestamp {
  readonly id: string;
}

/** Time stamps of all cases; they go with their case. */
export interface TimestampStore {
  /** The newest first. */
  ofCase(caseId: string): StoredTimestamp[];
  /** NOT_FOUND when there is no such stamp. */
  get(caseId: string, id: string): StoredTimestamp;
  add(caseId: string, stamp: Omit<StoredTimestamp, 'reply'>): void;
  /** Those that came along with a case from elsewhere, or from the one it is a copy of, the oldest first. */
  adopt(caseId: string, stamps: readonly KeptTimestamp[]): void;
  /** As they leave with their case: the oldest first. */
  toExport(caseId: string): KeptTimestamp[];
  keepReply(caseId: string, id: string, reply: Uint8Array): void;
  remove(caseId: string, id: string): void;
}

export function createTimestampStore({ database, read, write }: Connection, rows: CaseRows): TimestampStore {
  const columns = 'id, asked_at AS askedAt, list, request, reply';
  const all = database.prepare<[number], StoredTimestamp>(
    `SELECT ${columns} FROM timestamps WHERE case_number = ? ORDER BY place DESC`,
  );
  const one = database.prepare<[number, string], StoredTimestamp>(
    `SELECT ${columns} FROM timestamps WHERE case_number = ? AND id = ?`,
  );
  const insert = database.prepare(
    'INSERT INTO timestamps (case_number, id, asked_at, list, request, reply) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const setReply = database.prepare('UPDATE timestamps SET reply = ? WHERE case_number = ? AND id = ?');
  const drop = database.prepare('DELETE FROM timestamps WHERE case_number = ? AND id = ?');

  return {
    ofCase: (caseId) => read(() => all.all(rows.numberOf(caseId))),
    get: (caseId, id) =>
      read(() => {
        const stamp = one.get(rows.numberOf(caseId), id);
        if (stamp === undefined) throw new AppError('NOT_FOUND');
        return stamp;
      }),
    add: (caseId, { id, askedAt, list, request }) => {
      write(() => insert.run(rows.numberOf(caseId), id, askedAt, list, Buffer.from(request), null));
    },
    adopt: (caseId, stamps) => {
      if (stamps.length === 0) return;
      write(() => {
        const number = rows.numberOf(caseId);
        for (const { askedAt, list, request, reply } of stamps) {
          insert.run(
            number,
            randomUUID(),
            askedAt,
            list,
            Buffer.from(request),
            reply === null ? null : Buffer.from(reply),
          );
        }
      });
    },
    toExport: (caseId) => read(() => all.all(rows.numberOf(caseId)).reverse()),
    keepReply: (caseId, id, reply) => {
      write(() => setReply.run(Buffer.from(reply), rows.numberOf(caseId), id));
    },
    remove: (caseId, id) => {
      write(() => drop.run(rows.numberOf(caseId), id));
    },
  };
}
