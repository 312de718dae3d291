import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { caseFileSchema } from '../../electron/contract/case/case-file.ts';
import { evidenceReferenceFields, identifierFields, proseFields } from '../../electron/core/cases/case-fields.ts';
import { cleanCase, cleanCaseFile } from '../support/clean-case.ts';

describe('caseFileSchema', () => {
  it('turns 元 into 分 and dates into moments', () => {
    const read = cleanCase({ 'claims[0].amount': '128.5', 'events[0].at': '2026-10-03' });

    expect(read.claims[0]?.amount).toBe(12_850);
    expect(read.events[0]?.at).toEqual({ kind: 'day', day: '2026-10-03' });
    expect(read.orders[0]?.placedAt).toMatchObject({ kind: 'instant', day: '2026-10-03', time: '20:10' });
  });

  it('makes every evidence file an object', () => {
    const read = cleanCase();

    expect(read.evidence[0]?.files).toEqual([{ path: 'evidence/订单详情.png' }]);
    expect(read.evidence[1]?.files).toEqual([{ path: 'evidence/支付凭证.png', note: '账单详情页' }]);
  });

  it('accepts a draft that knows almost nothing', () => {
    const draft = {
      format: 'juli.case/1',
      title: '草稿',
      date: '2026-11-18',
      issues: ['no-after-sales'],
      claimants: [{}],
      respondents: [{ roles: ['merchant'] }],
    };

    expect(caseFileSchema.parse(draft)).toMatchObject({
      orders: [],
      events: [],
      claims: [],
      statements: {},
      claimants: [{ idType: '居民身份证' }],
    });
  });

  it('reads the line breaks of Windows as line breaks', () => {
    expect(cleanCase({ 'statements.reply': '一\r\n二' }).statements.reply).toBe('一\n二');
  });

  it('accepts rare characters in names', () => {
    expect(cleanCase({ 'claimants[0].name': '何䶮𠮷' }).claimants[0]?.name).toBe('何䶮𠮷');
  });

  it.each([
    ['a control character', 'claimants[0].name', '何\u0007'],
    ['a bidirectional override', 'claimants[0].name', '何\u202e真'],
    ['half a character', 'claimants[0].name', '何\ud840'],
    ['a line break in a line', 'title', '一\n二'],
    ['a blank title', 'title', '  '],
    ['an amount as a number', 'claims[0].amount', 268],
    ['an amount with a comma', 'claims[0].amount', '1,268.00'],
    ['a day that does not exist', 'date', '2026-02-30'],
    ['an instant without its offset', 'events[0].at', '2026-10-03T20:10:00'],
    ['an id with a space', 'evidence[0].id', '订单 1'],
    ['no claimant', 'claimants', []],
    ['an item bought zero times', 'orders[0].items[0].quantity', 0],
    ['another format', 'format', 'juli.case/2'],
  ])('refuses %s', (_what, path, value) => {
    expect(caseFileSchema.safeParse(cleanCaseFile({ [path]: value })).success).toBe(false);
  });
});

describe('case fields', () => {
  const leaves = leavesOf(z.toJSONSchema(caseFileSchema, { io: 'input' }), '');

  it('name every free text of the schema', () => {
    const proseOfSchema = leaves.filter(({ schema }) => schema.maxLength === 20_000).map(({ path }) => path);

    expect([...proseFields].sort()).toEqual(proseOfSchema.sort());
  });

  it('name every list of evidence references of the schema', () => {
    const listsOfSchema = leaves.map(({ path }) => path).filter((path) => path.endsWith('.evidence[]'));

    expect([...evidenceReferenceFields].sort()).toEqual(listsOfSchema.sort());
  });

  it('name every id of the schema', () => {
    expect([...identifierFields].sort()).toEqual(
      leaves
        .map(({ path }) => path)
        .filter((path) => path.endsWith('.id'))
        .sort(),
    );
  });
});

type JsonSchema = Readonly<Record<string, unknown>>;

function leavesOf(schema: JsonSchema, path: string): { path: string; schema: JsonSchema }[] {
  const { properties, items, anyOf } = schema;
  if (isSchema(properties)) {
    return Object.entries(properties).flatMap(([key, child]) =>
      isSchema(child) ? leavesOf(child, path === '' ? key : `${path}.${key}`) : [],
    );
  }
  if (isSchema(items)) return leavesOf(items, `${path}[]`);
  if (Array.isArray(anyOf)) return anyOf.filter(isSchema).flatMap((branch) => leavesOf(branch, path));
  return [{ path, schema }];
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
