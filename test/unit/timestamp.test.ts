import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { OctetString } from 'asn1js';
import { MessageImprint } from 'pkijs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type TimestampCheckId,
  type TimestampResult,
  timestampResultSchema,
} from '../../electron/contract/timestamp-result.ts';
import {
  makeTimestampRequest,
  readTimestampRequest,
} from '../../electron/core/integrity/timestamps/timestamp-request.ts';
import { type TimestampQuestion, verifyTimestamp } from '../../electron/core/integrity/timestamps/verify-timestamp.ts';
import { createTimestampAuthority, type TimestampAuthority } from '../support/timestamp-authority.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const now = '2026-11-18T10:00:00+08:00';
const sha256 = 'ab'.repeat(32);
const nonce = Uint8Array.from([0xf1, 2, 3, 4, 5, 6, 7, 8]);

describe('time stamps', () => {
  let authority: TimestampAuthority;
  let request: Uint8Array;
  let reply: Buffer;
  let roots: Buffer;

  beforeAll(async () => {
    authority = await createTimestampAuthority(now);
    request = makeTimestampRequest(sha256, nonce);
    reply = await authority.reply(request);
    roots = Buffer.from(authority.rootsPem);
  });

  const verify = async (changes: Partial<TimestampQuestion> = {}): Promise<TimestampResult> => {
    const result = await verifyTimestamp({ sha256, reply, request, roots, ...changes });
    expect(timestampResultSchema.parse(result)).toEqual(result);
    return result;
  };
  const failed = (result: TimestampResult): TimestampCheckId[] => {
    const ids = result.checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
    expect(result.ok).toBe(ids.length === 0);
    return ids;
  };

  it('asks with a hash, a random number and the wish for the certificate, the same bytes for the same number', () => {
    expect(readTimestampRequest(request)).toEqual({ sha256, nonce: '00f102030405060708' });
    expect(makeTimestampRequest(sha256, nonce)).toEqual(request);
    expect(makeTimestampRequest(sha256)).not.toEqual(makeTimestampRequest(sha256));
    expect(request.length).toBeLessThan(80);
  });

  it('passes a good reply in every point and says what it says', async () => {
    const result = await verify();
    expect(result.checks.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 9 }, () => 'passed'));
    expect(result.stamp).toEqual({
      at: now,
      policy: '1.2.3.4.1',
      serial: '1267',
      authority: '据理测试时间戳服务（据理测试机构）',
    });
  });

  it('says what it did not check: no roots, no request', async () => {
    const result = await verify({ roots: undefined, request: undefined });
    expect(result.ok).toBe(true);
    expect(result.checks.filter(({ outcome }) => outcome === 'unchecked')).toEqual([
      { id: 'nonce', outcome: 'unchecked', text: expect.stringContaining('没有给出申请文件') },
      { id: 'chain', outcome: 'unchecked', text: expect.stringMatching(/^没有给出信任的根证书/u) },
    ]);
  });

  it.each<[string, TimestampCheckId[], () => Promise<Partial<TimestampQuestion>>]>([
    ['another content', ['imprint', 'nonce'], async () => ({ sha256: 'cd'.repeat(32) })],
    [
      'a stamp for another content',
      ['imprint'],
      async () => ({
        reply: await authority.reply(request, {
          info: (info) => {
            const { hashAlgorithm } = info.messageImprint;
            const hashedMessage = new OctetString({ valueHex: new Uint8Array(32) });
            info.messageImprint = new MessageImprint({ hashAlgorithm, hashedMessage });
          },
        }),
      }),
    ],
    [
      'a hash that is no SHA-256',
      ['imprint'],
      async () => ({
        reply: await authority.reply(request, {
          info: (info) => {
            info.messageImprint.hashAlgorithm.algorithmId = '1.2.156.10197.1.401';
          },
        }),
      }),
    ],
    ['the reply to another request', ['nonce'], async () => ({ request: makeTimestampRequest(sha256) })],
    [
      'a request for another content',
      ['nonce'],
      async () => ({ request: makeTimestampRequest('00'.repeat(32), nonce) }),
    ],
    ['no request at all', ['nonce'], async () => ({ request: Buffer.from('tsq') })],
    [
      'a time that was changed after signing',
      ['signature'],
      async () => ({ reply: changed(reply, '20261118020000Z', '20251118020000Z') }),
    ],
    [
      'a signature by another key',
      ['signature'],
      async () => {
        const other = await authority.issue();
        const by = { certificate: authority.signer.certificate, keys: other.keys };
        return { reply: await authority.reply(request, { by }) };
      },
    ],
    [
      'a signature that names another certificate',
      ['signing-certificate'],
      async () => ({ reply: await authority.reply(request, { named: (await authority.issue()).certificate }) }),
    ],
    [
      'a signature that names no certificate',
      ['signing-certificate'],
      async () => ({ reply: await authority.reply(request, { named: null }) }),
    ],
    [
      'a certificate for web servers',
      ['usage'],
      async () => ({ reply: await signedBy({ usage: ['1.3.6.1.5.5.7.3.1'] }) }),
    ],
    [
      'a certificate for time stamps and mail',
      ['usage'],
      async () => ({ reply: await signedBy({ usage: ['1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.4'] }) }),
    ],
    ['a usage that is not critical', ['usage'], async () => ({ reply: await signedBy({ isCritical: false }) })],
    ['a certificate without usage', ['usage'], async () => ({ reply: await signedBy({ usage: [] }) })],
    [
      'a certificate that had expired',
      ['validity', 'chain'],
      async () => ({ reply: await signedBy({ until: '2026-11-01' }) }),
    ],
    [
      'an authority that nobody trusts',
      ['chain'],
      async () => ({ roots: Buffer.from((await createTimestampAuthority(now)).rootsPem) }),
    ],
    ['a file of roots without any', ['chain'], async () => ({ roots: Buffer.from('no certificate here') })],
    [
      'a reply without certificates',
      ['signature'],
      async () => ({
        reply: await authority.reply(request, {
          signed: (signed) => {
            signed.certificates = [];
          },
        }),
      }),
    ],
    ['a refusal', ['status'], async () => ({ reply: await authority.reply(request, { status: 2 }) })],
    ['nothing', ['format'], async () => ({ reply: Buffer.alloc(0) })],
    ['a page of a web site', ['format'], async () => ({ reply: Buffer.from('<html>404</html>') })],
    ['a reply that was cut off', ['format'], async () => ({ reply: reply.subarray(0, -1) })],
    ['a reply with something behind it', ['format'], async () => ({ reply: Buffer.concat([reply, Buffer.from('x')]) })],
    ['a certificate in its place', ['format'], async () => ({ reply: derOfRoot() })],
  ])('names %s', async (_, expected, make) => {
    expect(failed(await verify(await make()))).toEqual(expected);
  });

  it('names the algorithm of the national standard where it meets it', async () => {
    const { checks } = await verify({
      reply: await authority.reply(request, {
        info: (info) => {
          info.messageImprint.hashAlgorithm.algorithmId = '1.2.156.10197.1.401';
        },
      }),
    });
    expect(checks.find(({ id }) => id === 'imprint')?.text).toContain('国密 SM3');
  });

  it('repeats the words of a refusal', async () => {
    const { checks } = await verify({ reply: await authority.reply(request, { status: 2 }) });
    expect(checks.at(-1)?.text).toContain('not today');
  });

  it('takes a bare token, and roots in DER', async () => {
    const token = reply.subarray(9); // behind the status
    expect(failed(await verify({ reply: token, roots: derOfRoot() }))).toEqual([]);
  });

  it('trusts a signer that was itself given as trusted', async () => {
    const roots = Buffer.from(authority.signer.certificate.toSchema().toBER());
    expect(failed(await verify({ roots }))).toEqual([]);
  });

  it('never says anything else than before of a reply in which one bit is another', async () => {
    const before = await verify();
    const unnoticed: number[] = [];
    for (let place = 0; place < reply.length; place += 17) {
      const flipped = Buffer.from(reply);
      flipped.writeUInt8(flipped.readUInt8(place) ^ 1, place);
      const { ok, stamp } = await verifyTimestamp({ sha256, reply: flipped, request, roots });
      if (!ok) continue;
      expect(stamp).toEqual(before.stamp);
      unnoticed.push(place);
    }
    // Bytes that say nothing, such as the parameters of an algorithm that has none.
    expect(unnoticed.length).toBeLessThan(reply.length / 17 / 8);
  });

  const signedBy = async (issue: Parameters<TimestampAuthority['issue']>[0]) =>
    authority.reply(request, { by: await authority.issue(issue) });
  const derOfRoot = () => Buffer.from(authority.root.certificate.toSchema().toBER());

  describe('with OpenSSL as the authority', () => {
    const work = useWorkFolder();
    const openssl = (...command: string[]) => promisify(execFile)('openssl', command, { cwd: work.path('.') });

    it('takes its reply, and OpenSSL takes ours', async (context) => {
      context.skip(spawnSync('openssl', ['version']).status !== 0, 'no openssl on this machine');
      await writeFile(work.path('ts.cnf'), opensslConfiguration);
      await writeFile(work.path('ask.tsq'), request);
      await writeFile(work.path('ours.tsr'), reply);
      await writeFile(work.path('ours.pem'), roots);
      await writeFile(work.path('serial'), '01\n');
      await openssl(
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        'ca.key',
        '-out',
        'ca.pem',
        '-subj',
        '/CN=Test Root',
        '-days',
        '30',
        '-config',
        'ts.cnf',
        '-extensions',
        'root',
      );
      await openssl(
        'req',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        'tsa.key',
        '-out',
        'tsa.csr',
        '-subj',
        '/CN=Test TSA',
        '-config',
        'ts.cnf',
      );
      await openssl(
        'x509',
        '-req',
        '-in',
        'tsa.csr',
        '-CA',
        'ca.pem',
        '-CAkey',
        'ca.key',
        '-CAcreateserial',
        '-out',
        'tsa.pem',
        '-days',
        '30',
        '-extfile',
        'ts.cnf',
        '-extensions',
        'tsa',
      );
      await openssl(
        'ts',
        '-reply',
        '-config',
        'ts.cnf',
        '-queryfile',
        'ask.tsq',
        '-out',
        'theirs.tsr',
        '-section',
        'authority',
      );

      const theirs = await verify({
        reply: await readFile(work.path('theirs.tsr')),
        roots: await readFile(work.path('ca.pem')),
      });
      const ours = await openssl('ts', '-verify', '-queryfile', 'ask.tsq', '-in', 'ours.tsr', '-CAfile', 'ours.pem');

      expect(failed(theirs)).toEqual([]);
      expect(theirs.checks.every(({ outcome }) => outcome === 'passed')).toBe(true);
      expect(theirs.stamp).toMatchObject({ authority: 'Test TSA', accuracy: 1.5 });
      expect(ours.stdout + ours.stderr).toContain('Verification: OK');
    });
  });
});

const opensslConfiguration = `
[ req ]
distinguished_name = name
[ name ]
[ root ]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[ tsa ]
extendedKeyUsage = critical,timeStamping
authorityKeyIdentifier = keyid
[ authority ]
serial = serial
signer_cert = tsa.pem
certs = ca.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.5
digests = sha256
accuracy = secs:1, millisecs:500
ess_cert_id_alg = sha256
`;

function changed(bytes: Buffer, from: string, to: string): Buffer {
  const copy = Buffer.from(bytes);
  const place = copy.indexOf(from, 0, 'latin1');
  expect(place).toBeGreaterThan(0);
  copy.write(to, place, 'latin1');
  return copy;
}
