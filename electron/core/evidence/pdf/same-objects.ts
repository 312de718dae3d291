import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';

/** Whether two objects, with all they refer to, are the same for whoever draws them. */
export type SameObjects = (first: PDFObject | undefined, second: PDFObject | undefined) => boolean;

/** How a stream is packed; what is in it does not change with that (ISO 32000-1, table 5). */
const packing = new Set(['Length', 'Filter', 'DecodeParms']);

/**
 * Compares objects of two documents. `isSelfContained` is asked of each dictionary of the first: one that takes something
 * from where it is used is not the same in another place. What cannot be decided counts as different.
 */
export function sameObjects(
  first: PDFContext,
  second: PDFContext,
  isSelfContained: (dict: PDFDict) => boolean,
): SameObjects {
  // Objects refer to each other in rings: a pair that is being compared, or has been, is asked no more.
  const asked = new Map<string, boolean>();

  function isSame(one: PDFObject | undefined, other: PDFObject | undefined): boolean {
    if (!(one instanceof PDFRef && other instanceof PDFRef))
      return isSameValue(first.lookup(one), second.lookup(other));
    const pair = `${one.tag} ${other.tag}`;
    const known = asked.get(pair);
    if (known !== undefined) return known;
    asked.set(pair, true);
    const answer = isSameValue(first.lookup(one), second.lookup(other));
    asked.set(pair, answer);
    return answer;
  }

  function isSameValue(one: PDFObject | undefined, other: PDFObject | undefined): boolean {
    if (isNothing(one) || isNothing(other)) return isNothing(one) && isNothing(other);
    if (one instanceof PDFName) return one === other; // names are kept once
    if (one instanceof PDFNumber) return other instanceof PDFNumber && one.asNumber() === other.asNumber();
    if (one instanceof PDFBool) return other instanceof PDFBool && one.asBoolean() === other.asBoolean();
    if (isText(one)) return isText(other) && isEqual(one.asBytes(), other.asBytes());
    if (one instanceof PDFArray) return other instanceof PDFArray && isSameList(one.asArray(), other.asArray());
    if (one instanceof PDFDict) return other instanceof PDFDict && isSameDict(one, other, new Set());
    if (one instanceof PDFRawStream) return other instanceof PDFRawStream && isSameStream(one, other);
    return false;
  }

  function isSameList(one: readonly PDFObject[], other: readonly PDFObject[]): boolean {
    return one.length === other.length && one.every((entry, index) => isSame(entry, other[index]));
  }

  function isSameDict(one: PDFDict, other: PDFDict, without: ReadonlySet<string>): boolean {
    if (!isSelfContained(one)) return false;
    const keys = new Set([...one.keys(), ...other.keys()]);
    return [...keys].every((key) => without.has(key.decodeText()) || isSame(one.get(key), other.get(key)));
  }

  function isSameStream(one: PDFRawStream, other: PDFRawStream): boolean {
    return isSameDict(one.dict, other.dict, packing) && isSameContent(one, other);
  }

  function isSameContent(one: PDFRawStream, other: PDFRawStream): boolean {
    const isPackedAlike = ['Filter', 'DecodeParms'].every((key) => {
      const name = PDFName.of(key);
      return isSame(one.dict.get(name), other.dict.get(name));
    });
    if (isPackedAlike) return isEqual(one.contents, other.contents);
    return isEqual(decodePDFRawStream(one).decode(), decodePDFRawStream(other).decode());
  }

  return isSame;
}

function isNothing(object: PDFObject | undefined): object is undefined | typeof PDFNull {
  return object === undefined || object === PDFNull;
}

function isText(object: PDFObject | undefined): object is PDFString | PDFHexString {
  return object instanceof PDFString || object instanceof PDFHexString;
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
