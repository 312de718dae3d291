import { decodeText } from './decode-text.ts';

/**
 * The kind of a file that has no signature: HTML, mail, a table or plain text; undefined where it is no text. `bytes`
 * are its beginning, and all of it where `isWhole`.
 */
export function detectText(bytes: Buffer, isWhole: boolean, name: string): string | undefined {
  const text = decodeText(bytes, isWhole);
  if (text === undefined || text.trim() === '')
    return bytes.length > 0 && text !== undefined ? 'text/plain' : undefined;
  const start = text.trimStart();
  if (start.startsWith('{\\rtf')) return 'application/rtf';
  if (isMail(text)) return 'message/rfc822';
  const markup = start.replace(/^(?:<\?xml[^>]*>|<!--.*?-->|\s)+/s, '').slice(0, 400);
  if (/^<!doctype\s+html|^<(?:html|head|body|title|meta|script|style|div|table|p|h[1-6]|span)[\s>]/i.test(markup)) {
    return 'text/html';
  }
  if (/^(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(markup)) return 'image/svg+xml';
  const ending = /\.(?<ending>[a-z]{3,4})$/i.exec(name)?.groups?.ending?.toLowerCase();
  return ending === 'csv' || ending === 'tsv' ? 'text/csv' : 'text/plain';
}

const fieldNames = /^(?<name>[A-Za-z][A-Za-z0-9-]*):/;
/** Fields that only a mail begins with, and those that every mail has (RFC 5322, 3.6). */
const senders = ['from', 'received', 'return-path', 'delivered-to', 'mime-version', 'x-mozilla-status'];
const particulars = ['to', 'date', 'subject', 'message-id', 'content-type', 'mime-version'];

/** A block of header fields up to an empty line, with a sender and what belongs to one. */
function isMail(text: string): boolean {
  const lines = text.replace(/^From [^\n]*\n/, '').split(/\r\n|\n|\r/, 400);
  const found = new Set<string>();
  for (const line of lines) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && found.size > 0) continue;
    const field = fieldNames.exec(line)?.groups?.name?.toLowerCase();
    if (field === undefined) return false;
    found.add(field);
  }
  const sender = senders.find((name) => found.has(name));
  return sender !== undefined && particulars.filter((name) => name !== sender && found.has(name)).length >= 2;
}
