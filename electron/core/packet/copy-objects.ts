import { PDFArray, type PDFContext, PDFDict, PDFNull, type PDFObject, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib';
import { DeferredStream } from './deferred-stream.ts';

/** What becomes of objects that are not simply taken over. */
export interface CopyRules {
  /** A reference to it becomes null. */
  isLeft(ref: PDFRef): boolean;
  /** What stands in its place, in terms of the source. */
  replaced(ref: PDFRef): PDFObject | undefined;
}

export interface ObjectCopier {
  /** The object in terms of the target; what it refers to follows with `finish`. */
  copy(object: PDFObject): PDFObject;
  /** The number that an object bears in the target, for one that the caller assigns itself. */
  own(ref: PDFRef): PDFRef;
  finish(): void;
}

/** Copies what is reached from what is asked for, numbered anew; object by object, so that no depth is too deep. */
export function copyObjects(source: PDFContext, target: PDFContext, rules: CopyRules): ObjectCopier {
  const refs = new Map<PDFRef, PDFRef>();
  const waiting: { readonly from: PDFRef; readonly to: PDFRef }[] = [];

  const number = (ref: PDFRef): { readonly to: PDFRef; readonly isNew: boolean } => {
    const known = refs.get(ref);
    if (known !== undefined) return { to: known, isNew: false };
    const to = target.nextRef();
    refs.set(ref, to);
    return { to, isNew: true };
  };
  const copy = (object: PDFObject): PDFObject => {
    if (object instanceof PDFRef) {
      if (rules.isLeft(object)) return PDFNull;
      const { to, isNew } = number(object);
      if (isNew) waiting.push({ from: object, to });
      return to;
    }
    if (object instanceof PDFDict) return copyDict(object);
    if (object instanceof PDFArray) {
      const array = PDFArray.withContext(target);
      for (const entry of object.asArray()) array.push(copy(entry));
      return array;
    }
    if (object instanceof PDFRawStream) return PDFRawStream.of(copyDict(object.dict), object.contents);
    if (object instanceof DeferredStream) return new DeferredStream(copyDict(object.dict), object.data);
    if (object instanceof PDFStream) throw new RangeError(`a stream of its own kind: ${object.constructor.name}`);
    return object;
  };
  const copyDict = (dict: PDFDict): PDFDict => {
    const copied = PDFDict.withContext(target);
    for (const [key, value] of dict.entries()) copied.set(key, copy(value));
    return copied;
  };
  return {
    copy,
    own: (ref) => number(ref).to,
    finish() {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const object = rules.replaced(next.from) ?? source.lookup(next.from);
        target.assign(next.to, object === undefined ? PDFNull : copy(object));
      }
    },
  };
}
