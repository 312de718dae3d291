import { randomBytes } from 'node:crypto';
import { fromBER, Integer, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';
import { sha256Identifier } from './digest-names.ts';

/** What an authority is asked to stamp (RFC 3161, 2.4.1). */
export interface TimestampRequest {
  /** Lower-case hex. */
  readonly sha256: string;
  /** Hexadecimal, as the reply must repeat it; unset in a request that has none. */
  readonly nonce: string | undefined;
}

/**
 * The request file: a hash, a random number and the wish for the certificate. Nothing of the content, of the case or
 * of this computer is in it.
 */
export function makeTimestampRequest(sha256: string, nonce: Uint8Array = randomBytes(8)): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Identifier }),
      hashedMessage: new OctetString({ valueHex: Uint8Array.from(Buffer.from(sha256, 'hex')) }),
    }),
    nonce: Integer.fromBigInt(BigInt(`0x${Buffer.from(nonce).toString('hex')}`)),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/** Reads a request that was made here or elsewhere; undefined when it is not one for a SHA-256. */
export function readTimestampRequest(bytes: Uint8Array): TimestampRequest | undefined {
  try {
    const { offset, result } = fromBER(bytes);
    if (offset !== bytes.length) return undefined;
    const { messageImprint, nonce } = new TimeStampReq({ schema: result });
    if (messageImprint.hashAlgorithm.algorithmId !== sha256Identifier) return undefined;
    return {
      sha256: Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView).toString('hex'),
      nonce: nonce === undefined ? undefined : hexOf(nonce),
    };
  } catch {
    return undefined; // the libraries throw what they like at bytes that are something else
  }
}

/** A number as its bytes stand in the file, in hexadecimal. */
export function hexOf(number: Integer): string {
  return Buffer.from(number.valueBlock.valueHexView).toString('hex');
}
