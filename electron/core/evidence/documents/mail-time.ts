/**
 * The moment of a Date field (RFC 5322, 3.3) in Chinese time; undefined where the field does not say in which time zone
 * it is, or is none.
 */
export function mailTime(field: string): string | undefined {
  const plain = field.replaceAll(/\([^)]*\)/g, '').trim();
  if (!/^(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s/.test(plain)) return undefined;
  // -0000 says that the zone is not known (3.3); zones by name other than these are not to be trusted (4.3).
  if (!/(?:[+-]\d{4}|\b(?:GMT|UT|UTC|Z))$/i.test(plain) || plain.endsWith('-0000')) return undefined;
  const moment = new Date(plain);
  if (Number.isNaN(moment.getTime())) return undefined;
  const chinese = new Date(moment.getTime() + 8 * 3_600_000).toISOString();
  return `${chinese.slice(0, 10)} ${chinese.slice(11, 19)}`;
}
