export const sha256Identifier = '2.16.840.1.101.3.4.2.1';

/** Object identifiers of hash functions, by the names that node:crypto has for them (RFC 5754; GM/T 0006). */
const names: Readonly<Record<string, string>> = {
  [sha256Identifier]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.2.156.10197.1.401': 'sm3',
};

/** Of what may still be relied on: SHA-1 and MD5 are not among them. */
export function digestName(identifier: string): string | undefined {
  return names[identifier];
}
