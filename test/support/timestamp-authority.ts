import { createHash } from 'node:crypto';
import { fromBER, Integer, ObjectIdentifier, OctetString, Sequence, Utf8String } from 'asn1js';
import {
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  getRandomValues,
  IssuerAndSerialNumber,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

const keyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const timeStamping = '1.3.6.1.5.5.7.3.8';
const tstInfo = '1.2.840.113549.1.9.16.1.4';

type Keys = Extract<Awaited<ReturnType<typeof crypto.subtle.generateKey>>, { privateKey: unknown }>;

interface Holder {
  readonly certificate: Certificate;
  readonly keys: Keys;
}

/** What a reply may have wrong with it, or differently. */
export interface ReplyChanges {
  /** Changes what is stamped before it is signed. */
  readonly info?: (info: TSTInfo) => void;
  /** Changes the token after it was signed. */
  readonly signed?: (signed: SignedData) => void;
  /** The certificate that the signed attributes name, in place of the one that signs; `null` names none. */
  readonly named?: Certificate | null;
  /** Signs with this one. */
  readonly by?: Holder;
  readonly status?: number;
}

/** A time stamp authority of one's own (RFC 3161) with a root above it, as a public one has. */
export interface TimestampAuthority {
  readonly root: Holder;
  readonly signer: Holder;
  /** The root as a file that `--ca` takes. */
  readonly rootsPem: string;
  issue(changes?: {
    readonly usage?: readonly string[];
    readonly isCritical?: boolean;
    readonly until?: string;
    readonly by?: Holder;
  }): Promise<Holder>;
  reply(request: Uint8Array, changes?: ReplyChanges): Promise<Buffer>;
}

export async function createTimestampAuthority(now: string): Promise<TimestampAuthority> {
  const root = await certify('据理测试根证书', { usage: [], isCa: true, from: '2020-01-01', until: '2040-01-01' });
  const issue: TimestampAuthority['issue'] = ({
    usage = [timeStamping],
    isCritical = true,
    until = '2035-01-01',
    by = root,
  } = {}) => certify('据理测试时间戳服务', { usage, isCritical, isCa: false, from: '2021-01-01', until, by });
  const signer = await issue();
  return {
    root,
    signer,
    rootsPem: pem(root.certificate),
    issue,
    async reply(requestFile, { info: changeInfo, signed: changeSigned, named, by = signer, status = 0 } = {}) {
      if (status > 1) {
        const refusal = new PKIStatusInfo({ status, statusStrings: [new Utf8String({ value: 'not today' })] });
        return derOf(new TimeStampResp({ status: refusal }).toSchema());
      }
      const request = new TimeStampReq({ schema: fromBER(requestFile).result });
      const info = new TSTInfo({
        version: 1,
        policy: '1.2.3.4.1',
        messageImprint: request.messageImprint,
        serialNumber: new Integer({ value: 4711 }),
        genTime: new Date(now),
        ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
      });
      changeInfo?.(info);
      const signed = await sign(info, by, root.certificate, named === undefined ? by.certificate : named);
      changeSigned?.(signed);
      const token = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
      return derOf(new TimeStampResp({ status: new PKIStatusInfo({ status }), timeStampToken: token }).toSchema());
    },
  };
}

async function sign(
  info: TSTInfo,
  { certificate, keys }: Holder,
  root: Certificate,
  named: Certificate | null,
): Promise<SignedData> {
  const content = derOf(info.toSchema());
  const attributes = [
    attribute('1.2.840.113549.1.9.3', new ObjectIdentifier({ value: tstInfo })),
    attribute('1.2.840.113549.1.9.4', octets(createHash('sha256').update(content).digest())),
    ...(named === null ? [] : [attribute('1.2.840.113549.1.9.16.2.47', signingCertificateV2(named))]),
  ];
  const signed = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: tstInfo,
      eContent: octets(content),
    }),
    certificates: [certificate, root],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
  });
  await signed.sign(keys.privateKey, 0, 'SHA-256');
  return signed;
}

/** RFC 5035, 3: the hash of the certificate, SHA-256 unless it is told. */
function signingCertificateV2(certificate: Certificate): Sequence {
  const hash = octets(createHash('sha256').update(derOf(certificate.toSchema())).digest());
  return new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [hash] })] })] });
}

async function certify(
  name: string,
  options: {
    readonly usage: readonly string[];
    readonly isCritical?: boolean;
    readonly isCa: boolean;
    readonly from: string;
    readonly until: string;
    readonly by?: Holder;
  },
): Promise<Holder> {
  const keys = await crypto.subtle.generateKey(keyAlgorithm, true, ['sign', 'verify']);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ valueHex: Uint8Array.from([1, ...getRandomValues(new Uint8Array(7))]) });
  certificate.subject.typesAndValues.push(
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) }),
    new AttributeTypeAndValue({ type: '2.5.4.10', value: new Utf8String({ value: '据理测试机构' }) }),
  );
  certificate.issuer.typesAndValues = (options.by?.certificate ?? certificate).subject.typesAndValues;
  certificate.notBefore.value = new Date(options.from);
  certificate.notAfter.value = new Date(options.until);
  certificate.extensions = [
    extension('2.5.29.19', true, new BasicConstraints({ cA: options.isCa }).toSchema()),
    ...(options.usage.length === 0
      ? []
      : [
          extension(
            '2.5.29.37',
            options.isCritical ?? true,
            new ExtKeyUsage({ keyPurposes: [...options.usage] }).toSchema(),
          ),
        ]),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign((options.by?.keys ?? keys).privateKey, 'SHA-256');
  // Read back, so that it is what a file of it would be.
  return { certificate: new Certificate({ schema: fromBER(derOf(certificate.toSchema(true))).result }), keys };
}

function extension(extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER() });
}

function attribute(type: string, value: unknown): Attribute {
  return new Attribute({ type, values: [value] });
}

function octets(bytes: Uint8Array): OctetString {
  return new OctetString({ valueHex: Uint8Array.from(bytes) });
}

function derOf(schema: { toBER(): ArrayBuffer }): Buffer {
  return Buffer.from(schema.toBER());
}

function pem(certificate: Certificate): string {
  const lines =
    derOf(certificate.toSchema())
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
