import { type BaseBlock, fromBER } from 'asn1js';
import {
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

const signedDataIdentifier = '1.2.840.113549.1.7.2';
/** id-ct-TSTInfo (RFC 3161, 2.4.2). */
export const tstInfoIdentifier = '1.2.840.113549.1.9.16.1.4';

/** A certificate as it stands in the reply: its hash is over exactly these bytes. */
export interface IncludedCertificate {
  readonly certificate: Certificate;
  readonly der: Uint8Array;
}

export interface TimestampToken {
  readonly info: TSTInfo;
  /** What the signature speaks of: the bytes of `info`. */
  readonly infoBytes: Uint8Array;
  readonly signer: SignerInfo;
  readonly certificates: readonly IncludedCertificate[];
}

export type TimestampReply =
  | { readonly kind: 'token'; readonly token: TimestampToken; readonly hasMods: boolean }
  /** The authority said no, or not yet; `detail` are its own words. */
  | { readonly kind: 'refused'; readonly status: number; readonly detail: string }
  /** `reason` in Chinese, without its full stop. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads a reply (.tsr), or the bare token that some authorities hand out instead (RFC 3161, 2.4.2). Never throws. */
export function readTimestampReply(bytes: Uint8Array): TimestampReply {
  try {
    return readReply(bytes);
  } catch (cause) {
    if (cause instanceof Unreadable) return { kind: 'unreadable', reason: cause.message };
    // The libraries throw what they like at bytes that are something else.
    return { kind: 'unreadable', reason: '里面的结构不符合 RFC 3161' };
  }
}

class Unreadable extends Error {}

function readReply(bytes: Uint8Array): TimestampReply {
  const root = wholeBlock(bytes, '文件不完整，或者不是时间戳回执');
  const isToken = childrenOf(root)[0]?.idBlock.tagNumber === 6;
  if (isToken) return { kind: 'token', token: readToken(root, new ContentInfo({ schema: root })), hasMods: false };
  const { status, timeStampToken } = new TimeStampResp({ schema: root });
  if (status.status > 1) {
    const words = status.statusStrings?.map(({ valueBlock }) => valueBlock.value).join('；') ?? '';
    return { kind: 'refused', status: status.status, detail: words };
  }
  const content = childrenOf(root)[1];
  if (timeStampToken === undefined || content === undefined) throw new Unreadable('里面没有时间戳');
  return { kind: 'token', token: readToken(content, timeStampToken), hasMods: status.status === 1 };
}

function readToken(block: BaseBlock, content: ContentInfo): TimestampToken {
  if (content.contentType !== signedDataIdentifier) throw new Unreadable('里面的时间戳没有签名');
  const signed = new SignedData({ schema: content.content });
  const { eContentType, eContent } = signed.encapContentInfo;
  if (eContentType !== tstInfoIdentifier || eContent === undefined) throw new Unreadable('签名的内容不是时间戳');
  const [signer, ...others] = signed.signerInfos;
  // RFC 3161, 2.4.2: the token must not contain any signatures other than that of the authority.
  if (signer === undefined || others.length > 0) throw new Unreadable('应当有且只有一个签名');
  if (!isOfKnownVersion(signed.version, signer)) throw new Unreadable('签名的版本号不对');
  if (!signed.digestAlgorithms.some(({ algorithmId }) => algorithmId === signer.digestAlgorithm.algorithmId)) {
    throw new Unreadable('签名没有列出它所用的算法');
  }
  const infoBytes = new Uint8Array(eContent.getValue());
  const info = new TSTInfo({ schema: wholeBlock(infoBytes, '时间戳的内容不完整') });
  return { info, infoBytes, signer, certificates: certificatesIn(block) };
}

/** RFC 5652, 5.1 and 5.3: 3 for what is not plain data; the signer is named by issuer (1) or by key (3). */
function isOfKnownVersion(version: number, { version: signerVersion, sid }: SignerInfo): boolean {
  return version === 3 && signerVersion === (sid instanceof IssuerAndSerialNumber ? 1 : 3);
}

/** SignedData.certificates, [0] (RFC 5652, 5.1), byte for byte; what is no X.509 certificate is passed over. */
function certificatesIn(content: BaseBlock): IncludedCertificate[] {
  const signedData = childrenOf(childrenOf(content)[1])[0];
  const set = childrenOf(signedData).find(
    ({ idBlock: { tagClass, tagNumber } }) => tagClass === contextSpecific && tagNumber === 0,
  );
  return childrenOf(set).flatMap((block) =>
    block.idBlock.tagNumber === sequence
      ? [{ certificate: new Certificate({ schema: block }), der: block.valueBeforeDecodeView }]
      : [],
  );
}

const contextSpecific = 3;
const sequence = 16;

function wholeBlock(bytes: Uint8Array, otherwise: string): BaseBlock {
  const { offset, result } = fromBER(bytes);
  if (offset === -1) throw new Unreadable(otherwise);
  if (offset !== bytes.length) throw new Unreadable('末尾多出了别的内容');
  return result;
}

function childrenOf(block: BaseBlock | undefined): BaseBlock[] {
  const inner: unknown = block?.valueBlock;
  if (typeof inner !== 'object' || inner === null || !('value' in inner) || !Array.isArray(inner.value)) return [];
  return inner.value;
}
