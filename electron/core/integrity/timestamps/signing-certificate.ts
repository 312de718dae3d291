import { createHash } from 'node:crypto';
import { OctetString, Sequence } from 'asn1js';
import { type Certificate, ExtKeyUsage, IssuerAndSerialNumber, type SignerInfo } from 'pkijs';
import { digestName } from './digest-names.ts';
import type { IncludedCertificate, TimestampToken } from './timestamp-reply.ts';

const timeStamping = '1.3.6.1.5.5.7.3.8';
const extendedKeyUsage = '2.5.29.37';
const subjectKeyIdentifier = '2.5.29.14';
/** ESSCertID (RFC 2634) names the certificate by its SHA-1, ESSCertIDv2 (RFC 5035) by any hash, SHA-256 unless told. */
const signingCertificate = '1.2.840.113549.1.9.16.2.12';
const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47';

/** The certificate that the signature names (RFC 5652, 5.3); undefined where it is not in the reply. */
export function signingCertificateOf({ signer, certificates }: TimestampToken): IncludedCertificate | undefined {
  const { sid } = signer;
  if (sid instanceof IssuerAndSerialNumber) {
    return certificates.find(
      ({ certificate: { issuer, serialNumber } }) =>
        issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber),
    );
  }
  if (!(sid instanceof OctetString)) return undefined;
  return certificates.find(({ certificate }) => {
    const identifier = certificate.extensions?.find(({ extnID }) => extnID === subjectKeyIdentifier)?.parsedValue;
    return identifier instanceof OctetString && identifier.isEqual(sid);
  });
}

/** Whether what was signed names exactly this certificate, so that none can be put in its place (RFC 3161, 2.4.1; 5816). */
export function isNamedBy(signer: SignerInfo, { der }: IncludedCertificate): boolean {
  for (const { type, values } of signer.signedAttrs?.attributes ?? []) {
    if (type !== signingCertificate && type !== signingCertificateV2) continue;
    const first = itemsOf(itemsOf(values[0])[0])[0];
    const [head, second] = itemsOf(first);
    const isAlgorithm = head instanceof Sequence;
    const hash = isAlgorithm ? second : head;
    if (!(hash instanceof OctetString)) return false;
    const named = type === signingCertificate ? 'sha1' : isAlgorithm ? digestOf(head) : 'sha256';
    if (named === undefined) return false;
    return createHash(named).update(der).digest().equals(Buffer.from(hash.valueBlock.valueHexView));
  }
  return false;
}

function digestOf(algorithm: Sequence): string | undefined {
  const [identifier] = algorithm.valueBlock.value;
  return identifier === undefined ? undefined : digestName(String(identifier.valueBlock));
}

/** RFC 3161, 2.3: for time stamps and nothing else, and marked critical. */
export function isForTimestampsAlone({ extensions }: Certificate): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === extendedKeyUsage);
  const { critical, parsedValue } = usage ?? {};
  if (critical !== true || !(parsedValue instanceof ExtKeyUsage)) return false;
  return parsedValue.keyPurposes.length === 1 && parsedValue.keyPurposes[0] === timeStamping;
}

function itemsOf(block: unknown): readonly unknown[] {
  return block instanceof Sequence ? block.valueBlock.value : [];
}
