import { createHash } from 'node:crypto';
import { ObjectIdentifier, OctetString } from 'asn1js';
import { type Certificate, getCrypto, type SignerInfo } from 'pkijs';
import { digestName } from './digest-names.ts';
import { type TimestampToken, tstInfoIdentifier } from './timestamp-reply.ts';

const contentType = '1.2.840.113549.1.9.3';
const messageDigest = '1.2.840.113549.1.9.4';

/** Whether the signature is by the key of `certificate`, over exactly what the stamp says (RFC 5652, 5.4 and 5.6). */
export async function checkSignature(
  { signer, infoBytes }: TimestampToken,
  certificate: Certificate,
): Promise<'good' | 'bad' | 'unknown-algorithm'> {
  const digest = digestName(signer.digestAlgorithm.algorithmId);
  if (digest === undefined || signer.signedAttrs === undefined) return 'unknown-algorithm';
  if (!isAboutContent(signer, digest, infoBytes)) return 'bad';
  const engine = getCrypto(true);
  // An algorithm such as rsaEncryption names no hash of its own: then it is that of the content (RFC 5652, 5.4).
  const hash = engine.getHashAlgorithm(signer.signatureAlgorithm) || digest.replace('sha', 'SHA-');
  try {
    const isGood = await engine.verifyWithPublicKey(
      signer.signedAttrs.encodedValue,
      signer.signature,
      certificate.subjectPublicKeyInfo,
      signer.signatureAlgorithm,
      hash,
    );
    return isGood ? 'good' : 'bad';
  } catch {
    return 'unknown-algorithm'; // a kind of key or signature that is not known here, such as SM2
  }
}

/** The signed attributes say what kind of content was signed, and its hash. */
function isAboutContent({ signedAttrs }: SignerInfo, digest: string, infoBytes: Uint8Array): boolean {
  const attribute = (kind: string): unknown => signedAttrs?.attributes.find(({ type }) => type === kind)?.values[0];
  const type = attribute(contentType);
  const hash = attribute(messageDigest);
  return (
    type instanceof ObjectIdentifier &&
    type.valueBlock.toString() === tstInfoIdentifier &&
    hash instanceof OctetString &&
    createHash(digest).update(infoBytes).digest().equals(Buffer.from(hash.valueBlock.valueHexView))
  );
}
