import ExifReader from 'exifreader';
import type { IntakeFacts } from '../../integrity/intake-log.ts';

/** What a camera or telephone says of itself in a picture. Either can be set wrong or changed by anybody. */
export type ExifFacts = Pick<IntakeFacts, 'recordedAt' | 'device'>;

const longestDevice = 100;
// In a file the block begins with its name; some formats leave that out.
const blockName = Buffer.from('Exif\0\0', 'latin1');

/** From the EXIF block of a picture; empty where it says nothing or cannot be read. */
export function exifFacts(block: Buffer | undefined): ExifFacts {
  if (block === undefined) return {};
  const tags = tagsOf(block.subarray(0, blockName.length).equals(blockName) ? block.subarray(blockName.length) : block);
  const time = timeOf(textOf(tags.DateTimeOriginal ?? tags.DateTimeDigitized ?? tags.DateTime));
  const zone = /^[+-]\d\d:\d\d$/.exec(textOf(tags.OffsetTimeOriginal ?? tags.OffsetTime))?.[0];
  const make = textOf(tags.Make);
  const model = textOf(tags.Model);
  const device = [...(model.startsWith(make) ? model : `${make} ${model}`).trim()].slice(0, longestDevice).join('');
  return {
    ...(time === undefined ? {} : { recordedAt: zone === undefined ? time : `${time} ${zone}` }),
    ...(device === '' ? {} : { device }),
  };
}

const wanted = [
  'DateTimeOriginal',
  'DateTimeDigitized',
  'DateTime',
  'OffsetTimeOriginal',
  'OffsetTime',
  'Make',
  'Model',
];
type Tags = Readonly<Record<string, { readonly description?: unknown } | undefined>>;

function tagsOf(block: Buffer): Tags {
  try {
    // Bytes of its own: the reader takes the whole buffer behind a view.
    return ExifReader.load(Uint8Array.from(block).buffer, { includeTags: { exif: wanted } }) as Tags;
  } catch {
    return {};
  }
}

function textOf(tag: { readonly description?: unknown } | undefined): string {
  const text = typeof tag?.description === 'string' ? tag.description : '';
  return text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

/** `2026:09:03 20:15:04` as `2026-09-03 20:15:04`; cameras without a clock write zeros or blanks. */
function timeOf(text: string): string | undefined {
  const found = /^(?<year>[12]\d{3})[:-](?<month>[01]\d)[:-](?<day>[0-3]\d) (?<clock>[0-2]\d:[0-5]\d:[0-5]\d)/.exec(
    text,
  );
  if (found?.groups === undefined) return undefined;
  const { year, month, day, clock } = found.groups;
  return month === '00' || day === '00' ? undefined : `${year}-${month}-${day} ${clock}`;
}
