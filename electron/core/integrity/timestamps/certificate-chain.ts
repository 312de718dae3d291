import { fromBER } from 'asn1js';
import { Certificate, CertificateChainValidationEngine } from 'pkijs';

/** Certificates from a file of roots: PEM, any number of them, or one in DER. Empty when there is none. */
export function readCertificates(file: Uint8Array): Certificate[] {
  const text = Buffer.from(file).toString('latin1');
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END CERTIFICATE-----/g)];
  const ders = blocks.length === 0 ? [file] : blocks.map(([, body = '']) => Buffer.from(body, 'base64'));
  return ders.flatMap((der) => {
    try {
      const { offset, result } = fromBER(der);
      return offset === -1 ? [] : [new Certificate({ schema: result })];
    } catch {
      return []; // the libraries throw what they like at bytes that are something else
    }
  });
}

/**
 * Whether `signer` goes back to one of `trusted` by way of `included`, all of them valid at `at` (RFC 5280, 6). Whether
 * any of them was revoked only their issuers could tell, and nobody is asked.
 */
export async function isChainTrusted(
  signer: Certificate,
  included: readonly Certificate[],
  trusted: readonly Certificate[],
  at: Date,
): Promise<boolean> {
  const own = derOf(signer);
  if (trusted.some((one) => derOf(one) === own)) return true;
  const between = included.filter((one) => derOf(one) !== own);
  // The engine takes the last for the one whose chain is asked for.
  const engine = new CertificateChainValidationEngine({
    trustedCerts: [...trusted],
    certs: [...between, signer],
    checkDate: at,
  });
  const { result } = await engine.verify();
  return result;
}

/** Whether each certificate that came with its issuer, or issued itself, bears that one's signature. */
export async function areWhole(included: readonly Certificate[]): Promise<boolean> {
  for (const certificate of included) {
    const issuers = included.filter(({ subject }) => subject.isEqual(certificate.issuer));
    const answers = await Promise.all(issuers.map((issuer) => certificate.verify(issuer).catch(() => false)));
    if (issuers.length > 0 && !answers.includes(true)) return false;
  }
  return true;
}

function derOf(certificate: Certificate): string {
  return Buffer.from(certificate.toSchema().toBER()).toString('base64');
}

const shownParts: Readonly<Record<string, string>> = { '2.5.4.3': 'CN', '2.5.4.10': 'O' };

/** Whom a certificate speaks of: its common name, with the organisation behind it. */
export function subjectName({ subject }: Certificate): string {
  const parts = new Map(
    subject.typesAndValues.map(({ type, value }) => [shownParts[type], String(value.valueBlock.value)]),
  );
  const name = parts.get('CN');
  const organisation = parts.get('O');
  if (name === undefined) return organisation ?? '（证书没有写名称）';
  return organisation === undefined || organisation === name ? name : `${name}（${organisation}）`;
}
