import { randomUUID } from 'node:crypto';
import { AppError } from '../../contract/errors.ts';
import type { KeptTimestamp } from '../../contract/rpc/timestamp-procedures.ts';
import { evidencePaths } from '../cases/evidence-paths.ts';
import { fileNamePart } from '../cases/per-claimant.ts';
import { openStoredCase } from '../drafts/open-stored-case.ts';
import { originalsList, sha256Of } from '../integrity/originals-list.ts';
import type { StoredTimestamp } from '../store/timestamp-store.ts';
import type { Workspace } from '../workspace.ts';
import { ask } from './ask.ts';

/** Time stamps of the originals of a case. Nobody is contacted: the user sends the request and brings the reply. */
export function timestampProcedures(workspace: Workspace) {
  const { store, files, clock } = workspace;

  function listNow(id: string): { readonly text: string; readonly count: number } {
    const hashes = new Map(store.originals.ofCase(id).map(({ path, sha256 }) => [path, sha256]));
    const originals = evidencePaths(openStoredCase(workspace, id).case).flatMap((path) => {
      const sha256 = hashes.get(path);
      return sha256 === undefined ? [] : [{ path, sha256 }];
    });
    return { text: originalsList(originals), count: originals.length };
  }

  async function checked({ list, request }: StoredTimestamp, reply: Uint8Array, roots?: Uint8Array) {
    const { verifyTimestamp } = await import('../integrity/timestamps/verify-timestamp.ts');
    const sent = request.length === 0 ? undefined : request;
    return verifyTimestamp({ sha256: sha256Of(list), request: sent, reply, roots });
  }

  async function shown(stored: StoredTimestamp, now: string): Promise<KeptTimestamp> {
    const { id, askedAt, list, reply } = stored;
    return {
      stamp: id,
      askedAt,
      // A comment stands above them, and an empty line behind.
      originals: list.split('\n').length - 2,
      isCurrent: list === now,
      ...(reply === null ? {} : { result: await checked(stored, reply) }),
    };
  }

  async function read(ticket: string): Promise<Uint8Array> {
    const [{ readStampFile }, { discardAdmitted }] = await Promise.all([
      import('../integrity/timestamps/read-stamp-file.ts'),
      import('../files/discard-admitted.ts'),
    ]);
    const admitted = files.redeem(ticket);
    try {
      return await readStampFile(admitted.path);
    } finally {
      await discardAdmitted([admitted]);
    }
  }

  return {
    ofCase: ask.timestamps.ofCase.handler(({ input: { id } }) => {
      const { text } = listNow(id);
      return Promise.all(store.timestamps.ofCase(id).map((stored) => shown(stored, text)));
    }),

    request: ask.timestamps.request.handler(async ({ input: { id } }) => {
      const { text, count } = listNow(id);
      if (count === 0) throw new AppError('USAGE', { detail: '案件里还没有证据文件，没有可以盖时间戳的内容' });
      const { makeTimestampRequest } = await import('../integrity/timestamps/timestamp-request.ts');
      const request = makeTimestampRequest(sha256Of(text));
      const stored = { id: randomUUID(), askedAt: clock.now().toISOString(), list: text, request, reply: null };
      store.timestamps.add(id, stored);
      return shown(stored, text);
    }),

    files: ask.timestamps.files.handler(({ input: { id, stamp } }) => {
      const { list, request, reply } = store.timestamps.get(id, stamp);
      const title = fileNamePart(openStoredCase(workspace, id).case.title, mostBytesOfName) || '案件';
      return {
        name: `${title}-证据原件清单`,
        list,
        request: Buffer.from(request).toString('base64'),
        ...(reply === null ? {} : { reply: Buffer.from(reply).toString('base64') }),
      };
    }),

    reply: ask.timestamps.reply.handler(async ({ input: { id, stamp, ticket } }) => {
      const stored = store.timestamps.get(id, stamp);
      const reply = await read(ticket);
      const result = await checked(stored, reply);
      if (result.ok) store.timestamps.keepReply(id, stamp, reply);
      return { isKept: result.ok, result };
    }),

    verify: ask.timestamps.verify.handler(async ({ input: { id, stamp, roots } }) => {
      const stored = store.timestamps.get(id, stamp);
      if (stored.reply === null) throw new AppError('USAGE', { detail: '还没有收到这一次申请的回执' });
      return checked(stored, stored.reply, await read(roots));
    }),

    remove: ask.timestamps.remove.handler(({ input: { id, stamp } }) => store.timestamps.remove(id, stamp)),
  };
}

const mostBytesOfName = 160;
