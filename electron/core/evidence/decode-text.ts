/**
 * Bytes as text, or undefined where they are none: UTF-8 or UTF-16 with a mark, else UTF-8, else GB 18030, the code of
 * older Chinese programs. Strict: nothing is replaced. Of a beginning (not `isWhole`) the last, cut character is left off.
 */
export function decodeText(bytes: Uint8Array, isWhole = true): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', bytes, isWhole);
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', bytes, isWhole);
  const unicode = decoded('utf-8', bytes, isWhole);
  if (unicode === undefined || isMisread(unicode, bytes)) return decoded('gb18030', bytes, isWhole) ?? unicode;
  return unicode;
}

/**
 * Short Chinese words in the older code may happen to be sound UTF-8: 联通 and 图一 read as a few letters of scripts that
 * nobody writes in here. All their characters are then pairs of bytes from A1 on, which real texts in those scripts are not.
 */
function isMisread(text: string, bytes: Uint8Array): boolean {
  if (!/[\u0080-\u07ff]/.test(text) || /[^\0-\u07ff]/.test(text)) return false;
  return bytes.every((byte) => byte < 0x80 || (byte >= 0xa1 && byte < 0xf8));
}

function decoded(encoding: string, bytes: Uint8Array, isWhole: boolean): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isWhole });
    return isText(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Tab to carriage return, and escape, which old mail has. */
const isAllowed = (code: number) => (code >= 0x09 && code <= 0x0d) || code === 0x1b;

/** What looks like text and holds a control character is something else. */
function isText(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code < 0x20 && !isAllowed(code)) || code === 0x7f || code >= 0xfffe) return false;
  }
  return true;
}
