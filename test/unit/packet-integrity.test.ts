import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../electron/contract/errors.ts';
import { verifyResultSchema } from '../../electron/contract/verify-result.ts';
import { attachManifest } from '../../electron/core/integrity/attach-manifest.ts';
import {
  appendLine,
  type IntakeEntry,
  type IntakeLine,
  lineText,
  readIntakeLog,
} from '../../electron/core/integrity/intake-log.ts';
import { makeManifest } from '../../electron/core/integrity/make-manifest.ts';
import { type Manifest, readManifest } from '../../electron/core/integrity/manifest.ts';
import { originalsList, sha256Of } from '../../electron/core/integrity/originals-list.ts';
import { readOwnDigest } from '../../electron/core/integrity/own-digest.ts';
import { timestampFiles } from '../../electron/core/integrity/timestamps/kept-timestamps.ts';
import { makeTimestampRequest } from '../../electron/core/integrity/timestamps/timestamp-request.ts';
import { type VerifyRequest, verifyPacket } from '../../electron/core/integrity/verify-packet.ts';
import { setDocumentProperties } from '../../electron/core/packet/document-properties.ts';
import { writePdf } from '../../electron/core/packet/write-pdf.ts';
import { createTimestampAuthority } from '../support/timestamp-authority.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const signal = new AbortController().signal;
const date = '2026-11-18';
const now = '2026-11-18T10:00:00+08:00';

const originals = new Map([
  ['订单.png', sha256Of('订单')],
  ['聊天.png', sha256Of('聊天')],
]);
const taken = (name: string, sha256: string): IntakeEntry => {
  return { at: now, event: 'taken', name: `IMG-${name}`, path: `evidence/${name}`, size: 6, sha256, facts: {} };
};
const lines: IntakeLine[] = [];
for (const [name, sha256] of originals) lines.push(appendLine(lines.at(-1), taken(name, sha256)));
const logText = lines.map((line) => `${lineText(line)}\n`).join('');
const exhibits = [...originals].map(([name, sha256], index) => ({
  id: `件-${index + 1}`,
  number: index + 1,
  sources: [{ path: `evidence/${name}`, size: 6, sha256 }],
}));
const plain = { isRedacted: false, isCopy: false };

describe('the manifest', () => {
  it('says when each original was taken in and under what name, and how the log stood', () => {
    expect(makeManifest({ date, exhibits, form: plain, intakeLog: readIntakeLog(logText) })).toMatchObject({
      intakeLog: { lines: 2, head: lines[1]?.hash },
      files: [
        { path: 'evidence/订单.png', takenAt: now, cameAs: 'IMG-订单.png' },
        { path: 'evidence/聊天.png', takenAt: now, cameAs: 'IMG-聊天.png' },
      ],
    });
  });

  it('keeps names and times out of the version for others, and says which version it is', () => {
    const form = { isRedacted: true, isCopy: true };
    const manifest = makeManifest({ date, exhibits, form, intakeLog: readIntakeLog(logText) });
    expect(manifest).toMatchObject({ form: { isRedacted: true, isCopy: true }, intakeLog: { lines: 2 } });
    expect(JSON.stringify(manifest)).not.toContain('IMG-');
    expect(JSON.stringify(manifest)).not.toContain(now);
  });

  it('does not speak of a log that is broken, or empty', () => {
    for (const text of ['', logText.replace('IMG-订单', 'IMG-账单')]) {
      expect(makeManifest({ date, exhibits, form: plain, intakeLog: readIntakeLog(text) })).not.toHaveProperty(
        'intakeLog',
      );
    }
  });

  it('is read as the first version wrote it, and as a later one may', async () => {
    const first = {
      format: 'juli.manifest/1',
      date,
      files: [{ evidence: '件', number: 1, path: '甲.png', size: 0, sha256: '' }],
    } as const;
    const later = { ...first, somethingNew: { of: 'later' } };
    for (const manifest of [first, later]) {
      const document = await PDFDocument.create();
      attachManifest(document, manifest as unknown as Manifest);
      expect(readManifest(document, 'x')).toEqual(first);
    }
  });
});

describe('verify, part by part', () => {
  const work = useWorkFolder();
  const packet = () => work.path('packet.pdf');
  const folder = () => work.path('originals');

  const write = async (target: string, manifest: Manifest) => {
    const document = await PDFDocument.create();
    document.addPage();
    setDocumentProperties(document, { title: '材料', date });
    attachManifest(document, manifest);
    await document.flush();
    await writePdf(document.context, target, signal);
  };
  const verify = async (changes: Partial<VerifyRequest> = {}) => {
    const result = await verifyPacket({ packet: packet(), evidence: folder(), ...changes }, signal);
    expect(verifyResultSchema.parse(result)).toEqual(result);
    return result;
  };

  beforeAll(async () => {
    await write(packet(), makeManifest({ date, exhibits, form: plain, intakeLog: readIntakeLog(logText) }));
    await mkdir(work.path('elsewhere'));
    await mkdir(work.path('originals/evidence'), { recursive: true });
    await Promise.all([
      writeFile(work.path('originals/evidence/订单.png'), '订单'),
      writeFile(work.path('originals/evidence/聊天.png'), '聊天'),
      writeFile(work.path('originals/intake-log.jsonl'), logText),
    ]);
  });

  it('finds everything as it was, and the log by itself', async () => {
    expect(await verify()).toMatchObject({
      ok: true,
      own: { isAsWritten: true },
      isCompared: true,
      log: { lines: 2, standsBehindPacket: 'yes', notInLog: [] },
      mentionsLog: true,
    });
  });

  it('finds a bit that is another, wherever in the packet it is', async () => {
    const bytes = await readFile(packet());
    const missed: number[] = [];
    // Of the body one hash speaks; what is behind it is checked byte by byte.
    const body = bytes.lastIndexOf('xref\n0 ');
    for (let place = 0; place < bytes.length; place += place < body ? 13 : 1) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(place) ^ 1, place);
      await writeFile(work.path('flipped.pdf'), flipped);
      const { isAsWritten } = await readOwnDigest(work.path('flipped.pdf'), signal);
      if (isAsWritten) missed.push(place);
    }
    expect(missed).toEqual([]);
  });

  it('names a packet that was cut, or had something put behind it', async () => {
    const bytes = await readFile(packet());
    for (const changed of [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.from('\n')]), bytes.subarray(0, 400)]) {
      await writeFile(work.path('changed.pdf'), changed);
      expect(await readOwnDigest(work.path('changed.pdf'), signal)).toMatchObject({ isAsWritten: false });
    }
  });

  it('tells a packet that another program saved again, and still compares the originals', async () => {
    const document = await PDFDocument.load(await readFile(packet()));
    await writeFile(work.path('resaved.pdf'), await document.save({ useObjectStreams: false }));
    const result = await verify({ packet: work.path('resaved.pdf') });
    expect(result).toMatchObject({ ok: false, own: { isAsWritten: false } });
    expect(result.files.map(({ status }) => status)).toEqual(['same', 'same']);
  });

  it('refuses a packet whose list was damaged', async () => {
    const bytes = await readFile(packet());
    const start = bytes.indexOf('stream\n', bytes.indexOf('/EmbeddedFile')) + 20;
    bytes.writeUInt8(bytes.readUInt8(start) ^ 1, start);
    await writeFile(work.path('damaged.pdf'), bytes);
    const error: unknown = await verify({ packet: work.path('damaged.pdf') }).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'NOT_A_PACKET', data: { detail: '清单附件已损坏' } });
  });

  it('finds a bit that is another in any line of the log, and says in which', async () => {
    const bytes = Buffer.from(logText);
    const second = bytes.indexOf('\n') + 1;
    for (let place = 0; place < bytes.length - 1; place += 31) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(place) ^ 1, place);
      await writeFile(work.path('log.jsonl'), flipped);
      const { ok, log } = await verify({ log: work.path('log.jsonl') });
      expect(ok, `${place}`).toBe(false);
      // A line feed that became another sign joins two lines into one that is none.
      const line = place < second ? '第1行' : '第2行';
      expect(log?.broken, `${place}`).toContain(line);
      expect(log?.standsBehindPacket, `${place}`).toBe('no');
    }
  });

  it.each([
    ['lost its last line', logText.split('\n').slice(0, 1).join('\n'), { standsBehindPacket: 'no', lines: 1 }, false],
    [
      'is another',
      `${lineText(appendLine(undefined, { at: now, event: 'refused', name: 'x', facts: {} }))}\n`,
      { standsBehindPacket: 'no', notInLog: ['evidence/订单.png', 'evidence/聊天.png'] },
      false,
    ],
    [
      'grew since',
      `${logText}${lineText(appendLine(lines[1], { at: now, event: 'refused', name: 'x', facts: {} }))}\n`,
      { standsBehindPacket: 'yes', lines: 3 },
      true,
    ],
  ])('tells a log that %s', async (_, text, expected, ok) => {
    await writeFile(work.path('other.jsonl'), text);
    expect(await verify({ log: work.path('other.jsonl') })).toMatchObject({ ok, log: expected });
  });

  it('compares nothing that was not given, and says so', async () => {
    expect(await verify({ evidence: undefined })).toMatchObject({
      ok: true,
      isCompared: false,
      files: [],
      mentionsLog: true,
    });
    expect(await verify({ evidence: undefined })).not.toHaveProperty('log');
  });

  it('finds originals that are called something else in a folder of one’s own', async () => {
    await writeFile(work.path('elsewhere/1.png'), '聊天');
    await writeFile(work.path('elsewhere/2.png'), '订单');
    expect(await verify({ evidence: work.path('elsewhere') })).toMatchObject({
      ok: true,
      files: [
        { path: 'evidence/订单.png', status: 'renamed', foundAt: '2.png' },
        { path: 'evidence/聊天.png', status: 'renamed', foundAt: '1.png' },
      ],
    });
  });

  it('takes a time stamp for the packet and one for the originals, and finds either changed', async () => {
    const authority = await createTimestampAuthority(now);
    await writeFile(work.path('ca.pem'), authority.rootsPem);
    const ofPacket = (await verify()).own.sha256;
    const list = originalsList(exhibits.flatMap(({ sources }) => sources));
    for (const [of, sha256] of [
      ['packet', ofPacket],
      ['originals', sha256Of(list)],
    ] as const) {
      const request = makeTimestampRequest(sha256);
      const reply = await authority.reply(request);
      await writeFile(work.path('ask.tsq'), request);
      await writeFile(work.path('reply.tsr'), reply);
      const stamp = { reply: work.path('reply.tsr'), request: work.path('ask.tsq'), roots: work.path('ca.pem') };
      expect(await verify({ stamp })).toMatchObject({
        ok: true,
        timestamp: { of, result: { ok: true, stamp: { at: now } } },
      });
      reply.writeUInt8(reply.readUInt8(reply.length - 1) ^ 1, reply.length - 1);
      await writeFile(work.path('reply.tsr'), reply);
      expect(await verify({ stamp })).toMatchObject({ ok: false, timestamp: { of, result: { ok: false } } });
    }
  });

  it('finds the time stamps that are kept with the originals, and names the one that was changed', async () => {
    const authority = await createTimestampAuthority(now);
    await writeFile(work.path('ca.pem'), authority.rootsPem);
    const list = originalsList(exhibits.flatMap(({ sources }) => sources));
    const stamps = await Promise.all(
      [list, `${list}# 少一个`].map(async (text, index) => {
        const request = makeTimestampRequest(sha256Of(text));
        return { askedAt: `2026-11-1${index}T00:00:00Z`, list: text, request, reply: await authority.reply(request) };
      }),
    );
    const waiting = { askedAt: '2026-11-19T00:00:00Z', list, request: Buffer.from('x'), reply: null };
    await mkdir(work.path('originals/timestamps'));
    for (const { path, bytes } of timestampFiles([...stamps, waiting])) {
      await writeFile(work.path('originals', path), bytes);
    }
    const reply = (day: number) => work.path(`originals/timestamps/2026-11-1${day}T00-00-00.000Z.tsr`);
    for (const evidence of [folder(), work.path('originals/evidence')]) {
      const { ok, files, keptTimestamps } = await verify({ evidence, roots: work.path('ca.pem') });
      expect(ok).toBe(true);
      expect(files).toHaveLength(2);
      expect(keptTimestamps).toMatchObject([
        { of: 'originals', result: { ok: true } },
        { of: 'other-list', result: { ok: true } },
      ]);
      expect(keptTimestamps?.map(({ file }) => resolve(file))).toEqual([reply(0), reply(1)]);
    }
    for (const [ending, failed] of [
      ['tsr', 'signature'],
      ['sha256', 'imprint'],
    ] as const) {
      const file = reply(1).replace('tsr', ending);
      const bytes = await readFile(file);
      await writeFile(file, Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]));
      const { ok, keptTimestamps } = await verify();
      expect(ok).toBe(false);
      expect(keptTimestamps?.map(({ result }) => result.ok)).toEqual([true, false]);
      expect(keptTimestamps?.[1]?.result.checks).toContainEqual(
        expect.objectContaining({ id: failed, outcome: 'failed' }),
      );
      await writeFile(file, bytes);
    }
    await rm(work.path('originals/timestamps'), { recursive: true });
  });

  it.each<[string, Partial<VerifyRequest>]>([
    ['log', { log: '没有.jsonl' }],
    ['reply', { stamp: { reply: '没有.tsr' } }],
  ])('answers NOT_FOUND to a %s that is not there', async (_, changes) => {
    expect(await verify(changes).catch((cause: unknown) => cause)).toMatchObject({ code: 'NOT_FOUND' });
  });
});
