import { z } from 'zod';
import { isDay, parseMoment } from './moments.ts';
import { parseYuan, yuanPattern } from './money.ts';

/** The kinds of value that the fields of case.json hold. Reading turns 元 into 分 and dates into `Moment`s here. */

// Control characters and bidirectional overrides can hide or reorder what a clerk reads. Tab and line feed stay.
const forbiddenCharacters = /(?![\t\n])\p{Cc}|[\p{Bidi_Control}\p{Cs}\p{Noncharacter_Code_Point}]/u;

const printable = (maximum: number) =>
  z
    .string()
    .overwrite((text) => text.replaceAll('\r\n', '\n'))
    .max(maximum)
    .refine((text) => !forbiddenCharacters.test(text), {
      params: { expected: '不含控制字符、方向控制符的文字' },
    });

export const line = printable(200).refine((text) => !text.includes('\n'), { params: { expected: '一行文字' } });
export const filledLine = line.regex(/\S/).meta({ description: '不为空的一行文字' });
/** Free text: paragraphs split at line breaks; `{证据:编号}` becomes a living reference. */
export const prose = printable(20_000);
/** What somebody else said, word for word: braces in it are braces, and refer to nothing. */
export const quotation = printable(10_000);
/** What Juli itself wrote, kept to be compared: references in it need not lead anywhere any more. */
export const longText = printable(100_000);
export const filledProse = prose.regex(/\S/).meta({ description: '不为空的文字' });
export const identifier = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u)
  .meta({ description: '1 到 64 个汉字、字母、数字、连字符或下划线' });
export const yuan = z
  .string()
  .regex(yuanPattern)
  .meta({ description: '金额，单位元，写成字符串，例如 "128.00"' })
  .transform(parseYuan);
export const day = z
  .string()
  .refine(isDay, { params: { expected: '日期 YYYY-MM-DD' } })
  .meta({ format: 'date', description: '日期 YYYY-MM-DD' });
export const moment = z
  .string()
  .transform((text, context) => {
    const parsed = parseMoment(text);
    if (parsed !== undefined) return parsed;
    context.issues.push({
      code: 'custom',
      input: text,
      params: { expected: '日期 YYYY-MM-DD，或带时区的时间 YYYY-MM-DDTHH:mm+08:00' },
    });
    return z.NEVER;
  })
  .meta({ description: '日期 YYYY-MM-DD，或带时区的时间 YYYY-MM-DDTHH:mm+08:00' });
export const evidenceReferences = z.array(identifier).default([]);
