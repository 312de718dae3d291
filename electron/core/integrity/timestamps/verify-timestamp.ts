import type { Certificate, TSTInfo } from 'pkijs';
import type { TimestampCheck, TimestampCheckId, TimestampResult } from '../../../contract/timestamp-result.ts';
import { areWhole, isChainTrusted, readCertificates, subjectName } from './certificate-chain.ts';
import { checkSignature } from './check-signature.ts';
import { sha256Identifier } from './digest-names.ts';
import { isForTimestampsAlone, isNamedBy, signingCertificateOf } from './signing-certificate.ts';
import { readTimestampReply, type TimestampToken } from './timestamp-reply.ts';
import { hexOf, readTimestampRequest } from './timestamp-request.ts';
import { timestampTexts } from './timestamp-texts.ts';

export interface TimestampQuestion {
  /** SHA-256 of what was to be stamped, lower-case hex. */
  readonly sha256: string;
  readonly reply: Uint8Array;
  /** The request that was sent, where it was kept: the reply must repeat its random number. */
  readonly request?: Uint8Array | undefined;
  /** A file of certificates that whoever asks trusts: PEM or DER. */
  readonly roots?: Uint8Array | undefined;
}

/** Checks the reply of an authority by what is in it (RFC 3161, 2.2), asking nobody. Never throws. */
export async function verifyTimestamp(question: TimestampQuestion): Promise<TimestampResult> {
  const { sha256 } = question;
  const reply = readTimestampReply(question.reply);
  const checks: TimestampCheck[] = [];
  const note = (id: TimestampCheckId, outcome: TimestampCheck['outcome'], text: string) =>
    checks.push({ id, outcome, text });
  if (reply.kind === 'unreadable') {
    note('format', 'failed', timestampTexts.unreadable(reply.reason));
    return { ok: false, sha256, checks };
  }
  note('format', 'passed', timestampTexts.readable);
  if (reply.kind === 'refused') {
    note('status', 'failed', timestampTexts.refused(reply.status, reply.detail));
    return { ok: false, sha256, checks };
  }
  note('status', 'passed', reply.hasMods ? timestampTexts.grantedWithMods : timestampTexts.granted);
  const { token } = reply;
  checks.push(checkImprint(token.info, sha256), checkNonce(token.info, sha256, question.request));
  const signing = signingCertificateOf(token);
  if (signing === undefined) {
    note('signature', 'failed', timestampTexts.noCertificate);
  } else {
    const { certificate } = signing;
    const signature = await checkSignature(token, certificate);
    note('signature', signature === 'good' ? 'passed' : 'failed', timestampTexts.signature(signature));
    const isNamed = isNamedBy(token.signer, signing);
    const isWhole = await areWhole(token.certificates.map((one) => one.certificate));
    note(
      'signing-certificate',
      isNamed && isWhole ? 'passed' : 'failed',
      isWhole ? timestampTexts.signingCertificate(isNamed) : timestampTexts.damagedCertificate,
    );
    const isMeant = isForTimestampsAlone(certificate);
    note('usage', isMeant ? 'passed' : 'failed', timestampTexts.usage(isMeant));
    checks.push(checkValidity(token.info, certificate), await checkChain(token, certificate, question.roots));
  }
  const authority = signing === undefined ? undefined : subjectName(signing.certificate);
  return {
    ok: checks.every(({ outcome }) => outcome !== 'failed'),
    sha256,
    stamp: stampOf(token.info, authority),
    checks,
  };
}

function checkImprint({ messageImprint: { hashAlgorithm, hashedMessage } }: TSTInfo, sha256: string): TimestampCheck {
  if (hashAlgorithm.algorithmId !== sha256Identifier) {
    return { id: 'imprint', outcome: 'failed', text: timestampTexts.otherDigest(hashAlgorithm.algorithmId) };
  }
  const stamped = Buffer.from(hashedMessage.valueBlock.valueHexView).toString('hex');
  return stamped === sha256
    ? { id: 'imprint', outcome: 'passed', text: timestampTexts.sameImprint }
    : { id: 'imprint', outcome: 'failed', text: timestampTexts.otherImprint(stamped) };
}

function checkNonce({ nonce }: TSTInfo, sha256: string, requestFile: Uint8Array | undefined): TimestampCheck {
  if (requestFile === undefined) return { id: 'nonce', outcome: 'unchecked', text: timestampTexts.noRequest };
  const request = readTimestampRequest(requestFile);
  if (request === undefined) return { id: 'nonce', outcome: 'failed', text: timestampTexts.unreadableRequest };
  if (request.sha256 !== sha256) return { id: 'nonce', outcome: 'failed', text: timestampTexts.otherRequest };
  const isSame = request.nonce === (nonce === undefined ? undefined : hexOf(nonce));
  return { id: 'nonce', outcome: isSame ? 'passed' : 'failed', text: timestampTexts.nonce(isSame) };
}

function checkValidity({ genTime }: TSTInfo, { notBefore, notAfter }: Certificate): TimestampCheck {
  const isValid = notBefore.value <= genTime && genTime <= notAfter.value;
  const text = timestampTexts.validity(isValid, inBeijing(notBefore.value), inBeijing(notAfter.value));
  return { id: 'validity', outcome: isValid ? 'passed' : 'failed', text };
}

async function checkChain(
  { info, certificates }: TimestampToken,
  signing: Certificate,
  rootsFile: Uint8Array | undefined,
): Promise<TimestampCheck> {
  if (rootsFile === undefined) return { id: 'chain', outcome: 'unchecked', text: timestampTexts.noRoots };
  const roots = readCertificates(rootsFile);
  if (roots.length === 0) return { id: 'chain', outcome: 'failed', text: timestampTexts.unreadableRoots };
  const included = certificates.map(({ certificate }) => certificate);
  const isTrusted = await isChainTrusted(signing, included, roots, info.genTime);
  return { id: 'chain', outcome: isTrusted ? 'passed' : 'failed', text: timestampTexts.chain(isTrusted) };
}

function stampOf(
  { genTime, accuracy, policy, serialNumber }: TSTInfo,
  authority: string | undefined,
): NonNullable<TimestampResult['stamp']> {
  const seconds =
    accuracy === undefined
      ? undefined
      : (accuracy.seconds ?? 0) + (accuracy.millis ?? 0) / 1e3 + (accuracy.micros ?? 0) / 1e6;
  return {
    at: inBeijing(genTime),
    ...(seconds === undefined ? {} : { accuracy: seconds }),
    policy,
    serial: hexOf(serialNumber),
    ...(authority === undefined ? {} : { authority }),
  };
}

const eightHours = 8 * 60 * 60 * 1000;

/** `2026-11-18T10:00:00+08:00`; China has had one offset since 1991. */
function inBeijing(instant: Date): string {
  return new Date(instant.getTime() + eightHours).toISOString().replace(/(\.000)?Z$/, '+08:00');
}
