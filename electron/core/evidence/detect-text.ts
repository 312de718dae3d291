import { decodeText } from './decode-text.ts';

/**
 * The kind of a file that has no signature: HTML, mail, a table or plain text; undefined where it is no text. `bytes`
 * are its beginning, and all of it where `isWhole`.
 */
export function detectText(bytes: Buffer, isWhole: boolean, name: string): string | undefined {
  const text = decodeText(bytes, isWhole) ?? damagedText(bytes);
  // A mail is told by its head; what comes with it may be in any encoding, or in several.
  if (text === undefined) return isMail(bytes.toString('latin1')) ? 'message/rfc822' : undefined;
  if (text.trim() === '') return bytes.length > 0 ? 'text/plain' : undefined;
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

/** What stands where bytes are no character, and controls that no text has. */
const broken = /\ufffd|(?![\t\n\v\f\r])\p{Cc}/gu;

/**
 * Text but for some bytes: a chat that was damaged or put together from two encodings. People can read the rest, and
 * read-text.ts says that something is missing. Where more than two characters of a hundred are none, it is something
 * else; one broken byte can cost three.
 */
function damagedText(bytes: Buffer): string | undefined {
  const tries = ['utf-8', 'gb18030'].map((encoding) => new TextDecoder(encoding).decode(bytes));
  return tries.find((text) => (text.match(broken)?.length ?? 0) * 50 <= text.length);
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
