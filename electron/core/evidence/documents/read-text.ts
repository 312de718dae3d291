/** Text with the encoding in which it was found. */
export interface DecodedText {
  readonly text: string;
  /** As it is called: `UTF-8`. */
  readonly encoding: string;
  /** The file says it: by a byte order mark, or whoever wrote it by a declaration that holds. */
  readonly isCertain: boolean;
}

const marks: readonly { readonly bytes: readonly number[]; readonly label: string; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', encoding: 'UTF-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le', encoding: 'UTF-16LE' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', encoding: 'UTF-16BE' },
];

/**
 * Reads text whose encoding nobody told: by its byte order mark, by what is `declared` in it where that holds, as
 * UTF-8 where it is UTF-8 throughout, as UTF-16 where every other byte is zero, else as GB18030, in which Windows in
 * China writes. What cannot be read at all is shown as U+FFFD.
 */
export function readText(bytes: Uint8Array, declared?: string): DecodedText {
  for (const { bytes: mark, label, encoding } of marks) {
    if (!mark.every((byte, index) => bytes[index] === byte)) continue;
    return { text: decode(bytes.subarray(mark.length), label, false) ?? '', encoding, isCertain: true };
  }
  const said = declared === undefined ? undefined : strictly(bytes, declared);
  if (said !== undefined) return said;
  const utf16 = guessUtf16(bytes);
  if (utf16 !== undefined) {
    const encoding = utf16.toUpperCase();
    return { text: decode(bytes, utf16, false) ?? '', encoding, isCertain: false };
  }
  const utf8 = decode(bytes, 'utf-8', true);
  // What is UTF-8 throughout and not plain ASCII is nothing else: other encodings fail its rules within a few letters.
  if (utf8 !== undefined) return { text: utf8, encoding: 'UTF-8', isCertain: true };
  const chinese = decode(bytes, 'gb18030', true);
  if (chinese !== undefined) return { text: chinese, encoding: 'GB18030', isCertain: false };
  return leastDamaged(bytes);
}

/** The sentence for a page when the encoding was only found by trying. */
export function encodingRemark({ encoding, isCertain, text }: DecodedText): string[] {
  const unread = text.includes('\ufffd') ? ['有无法识别的字节，以“�”表示'] : [];
  return isCertain ? unread : [`文件没有注明文字编码，按 ${encoding} 读出`, ...unread];
}

function strictly(bytes: Uint8Array, label: string): DecodedText | undefined {
  // A page that declares UTF-16 in ASCII letters is not in UTF-16 (HTML, "determining the character encoding").
  if (/^utf-?16/i.test(label.trim())) return undefined;
  const text = decode(bytes, label, true);
  return text === undefined ? undefined : { text, encoding: label.trim().toUpperCase(), isCertain: true };
}

function leastDamaged(bytes: Uint8Array): DecodedText {
  const tries = [
    { encoding: 'UTF-8', text: decode(bytes, 'utf-8', false) ?? '' },
    { encoding: 'GB18030', text: decode(bytes, 'gb18030', false) ?? '' },
  ] as const;
  const damage = (text: string) => text.split('\ufffd').length;
  const [first, second] = tries;
  return { ...(damage(second.text) < damage(first.text) ? second : first), isCertain: false };
}

/** Undefined when the label is unknown, or the bytes break its rules. */
function decode(bytes: Uint8Array, label: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, 4_096);
  const pairs = Math.floor(head.length / 2);
  if (pairs < 2) return undefined;
  let first = 0;
  let second = 0;
  for (let index = 0; index < pairs; index += 1) {
    if (head[2 * index] === 0) first += 1;
    if (head[2 * index + 1] === 0) second += 1;
  }
  // Even a Chinese text has line ends and digits; a text in any other encoding has no zero byte at all.
  if (second > pairs / 50 && first === 0) return 'utf-16le';
  return first > pairs / 50 && second === 0 ? 'utf-16be' : undefined;
}
