import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef, PDFStream } from 'pdf-lib';

const name = PDFName.of;

/** Of a graphics state (ISO 32000-1, 8.4.5): blend mode, soft mask, opacity. */
export function mixesColors(dict: PDFDict): boolean {
  if (hasBlendMode(dict)) return true;
  const mask = dict.lookup(name('SMask'));
  if (mask !== undefined && !isOneOf(mask, ['None'])) return true;
  return ['ca', 'CA'].some((key) => {
    const opacity = dict.lookup(name(key));
    return opacity !== undefined && !(opacity instanceof PDFNumber && opacity.asNumber() === 1);
  });
}

function hasBlendMode(dict: PDFDict): boolean {
  const mode = dict.lookup(name('BM'));
  return mode !== undefined && !isOneOf(mode, ['Normal', 'Compatible']);
}

/** Whether anything within `object` has a blend mode. Without one, layers on layers are the same however they are grouped. */
export function hasBlending(object: PDFObject | undefined, context: PDFContext): boolean {
  const seen = new Set<PDFObject>();
  const waiting = [object];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const value = next instanceof PDFRef ? context.lookup(next) : next;
    if (value === undefined || seen.has(value)) continue;
    seen.add(value);
    const dict = value instanceof PDFStream ? value.dict : value;
    if (dict instanceof PDFArray) waiting.push(...dict.asArray());
    if (!(dict instanceof PDFDict)) continue;
    if (hasBlendMode(dict)) return true;
    waiting.push(...dict.values());
  }
  return false;
}

function isOneOf(object: PDFObject, allowed: readonly string[]): boolean {
  return object instanceof PDFName && allowed.includes(object.decodeText());
}
