import { mkdir, mkdtemp, realpath, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError, type InputProblem } from '../../electron/contract/errors.ts';
import { readCaseFolder } from '../../electron/core/cases/read-case-folder.ts';
import { cleanCase, cleanCaseFile } from '../support/clean-case.ts';

let root = '';
let folder = '';

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'juli-case-')));
  folder = join(root, '案件');
  await mkdir(folder);
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

const write = (content: string | Uint8Array) => writeFile(join(folder, 'case.json'), content);
const writeCase = (changes: Readonly<Record<string, unknown>> = {}) => write(JSON.stringify(cleanCaseFile(changes)));

async function refused(path = folder): Promise<AppError> {
  const error = await readCaseFolder(path).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`expected an AppError, found ${String(error)}`);
  return error;
}

async function problemsOf(changes: Readonly<Record<string, unknown>>): Promise<readonly InputProblem[]> {
  await writeCase(changes);
  const error = await refused();
  expect(error.code).toBe('CASE_INVALID');
  expect(error.data.file).toBe(join(folder, 'case.json'));
  return error.data.problems ?? [];
}

describe('readCaseFolder', () => {
  it('reads a case whose evidence files are not there yet', async () => {
    await writeCase();

    expect(await readCaseFolder(folder)).toEqual({ case: cleanCase(), folder });
  });

  it('reads what is left blank as not filled in', async () => {
    await writeCase({
      'respondents[0].name': '',
      'respondents[0].address': '  ',
      'statements.answer': '',
      'evidence[0].carrier': '　',
    });
    const { case: file } = await readCaseFolder(folder);
    expect(file.respondents[0]).not.toHaveProperty('name');
    expect(file.respondents[0]).not.toHaveProperty('address');
    expect(file.statements.answer).toBeUndefined();
    expect(file.evidence[0]?.carrier).toBeUndefined();
    expect(file.respondents[0]?.shopName).toBe('据例数码专营店');
  });

  it('takes the path of case.json too', async () => {
    await writeCase();

    expect(await readCaseFolder(join(folder, 'case.json'))).toEqual({ case: cleanCase(), folder });
  });

  it('accepts a byte order mark', async () => {
    await write(`\ufeff${JSON.stringify(cleanCaseFile())}`);

    expect((await readCaseFolder(folder)).case.title).toBe(cleanCase().title);
  });

  it('accepts a folder that is itself reached by a link', async () => {
    await writeCase();
    await symlink(folder, join(root, '链接'));

    expect((await readCaseFolder(join(root, '链接'))).folder).toBe(folder);
  });

  it('accepts links that stay in the folder, and dangling ones', async () => {
    await mkdir(join(folder, 'evidence'));
    await writeFile(join(folder, '原图.png'), '');
    await symlink('../原图.png', join(folder, 'evidence', '订单详情.png'));
    await symlink('还没有.png', join(folder, 'evidence', '商品详情.png'));
    await writeCase();

    expect((await readCaseFolder(folder)).folder).toBe(folder);
  });
});

describe('a folder that cannot be read', () => {
  it('is NOT_FOUND when the folder is missing', async () => {
    expect(await refused(join(root, '没有'))).toMatchObject({ code: 'NOT_FOUND', data: { file: join(root, '没有') } });
  });

  it('is NOT_FOUND when case.json is missing or is a folder', async () => {
    expect(await refused()).toMatchObject({ code: 'NOT_FOUND', data: { file: join(folder, 'case.json') } });
    await mkdir(join(folder, 'case.json'));
    expect(await refused()).toMatchObject({
      code: 'NOT_FOUND',
      data: { file: join(folder, 'case.json'), detail: '不是普通文件' },
    });
  });

  it('is NOT_FOUND when another file is named', async () => {
    await writeFile(join(folder, '照片.png'), '');

    expect(await refused(join(folder, '照片.png'))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a text that is no JSON', () => {
  it('is refused with line and column', async () => {
    await write('{\n  "format": "juli.case/1",\n  "title": “案件”\n}');

    expect((await refused()).data.problems).toEqual([
      {
        path: '$',
        expected: '第3行第12列：一个值（文字请用英文双引号括起）',
        found: '全角符号 “（请改用英文半角符号）',
      },
    ]);
  });

  it.each([
    ['GBK', Uint8Array.from([0x7b, 0x22, 0xb0, 0xb8, 0xbc, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 'GBK（GB 18030）编码'],
    ['UTF-16 with a mark', Buffer.from('\ufeff{"title":"案件"}', 'utf16le'), 'UTF-16 编码，或不是文本文件'],
    ['UTF-16 without one', Buffer.from('{"title":"案件"}', 'utf16le'), 'UTF-16 编码，或不是文本文件'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xff]), '不是 UTF-8 编码的内容'],
  ])('is refused by the name of its encoding: %s', async (_what, bytes, found) => {
    await write(bytes);

    expect((await refused()).data.problems).toMatchObject([{ path: '$', found }]);
  });

  it('is refused over 5 MB, unread', async () => {
    await writeCase();
    await truncate(join(folder, 'case.json'), 6 * 1024 * 1024);

    expect((await refused()).data.problems).toEqual([{ path: '$', expected: '不超过5 MB的文件', found: '6.0 MB' }]);
  });

  it('is refused when it is absurdly deep', async () => {
    await write('['.repeat(1_000_000));

    expect((await refused()).data.problems).toMatchObject([{ path: '$', found: '更深的嵌套' }]);
  });

  it.each([
    ['[]', '列表（0项）'],
    ['null', '空值 null'],
    ['"案件"', '文字（2个字）'],
  ])('is refused as a whole: %s', async (text, found) => {
    await write(text);

    expect((await refused()).data.problems).toEqual([{ path: '$', expected: '对象 {…}', found }]);
  });
});

describe('one field that is wrong', () => {
  it.each<[string, Readonly<Record<string, unknown>>, InputProblem]>([
    [
      'an unknown key',
      { 'claimants[0].nmae': '何' },
      { path: 'claimants[0].nmae', expected: '已有的字段（最接近的是 name）', found: '不认识的字段“nmae”' },
    ],
    [
      'an unknown key at the root',
      { 证人: [] },
      {
        path: '["证人"]',
        expected: expect.stringContaining('下列字段之一：format、title'),
        found: '不认识的字段“证人”',
      },
    ],
    [
      'an unknown key of a file',
      { 'evidence[0].files[0]': { path: 'a.png', hash: 'x' } },
      { path: 'evidence[0].files[0].hash', expected: expect.stringContaining('path'), found: '不认识的字段“hash”' },
    ],
    [
      'an amount as a number',
      { 'claims[0].amount': 268 },
      { path: 'claims[0].amount', expected: '金额，单位元，写成字符串，例如 "128.00"', found: '数字 268' },
    ],
    [
      'an amount with a currency',
      { 'claims[0].amount': '268元' },
      { path: 'claims[0].amount', expected: '金额，单位元，写成字符串，例如 "128.00"', found: '“268元”' },
    ],
    [
      'a missing field',
      { 'evidence[2].files': undefined },
      { path: 'evidence[2].files', expected: '列表 […]', found: '没有填写' },
    ],
    ['null', { claims: null }, { path: 'claims', expected: '列表 […]', found: '空值 null' }],
    [
      'an unknown kind',
      { 'evidence[0].group': 'photo' },
      {
        path: 'evidence[0].group',
        expected: '下列之一：transaction、promise、problem、communication、identity、other',
        found: '“photo”',
      },
    ],
    [
      'a date that does not exist',
      { date: '2026-02-30' },
      { path: 'date', expected: '日期 YYYY-MM-DD', found: '“2026-02-30”' },
    ],
    [
      'a time without its offset',
      { 'events[0].at': '2026-10-03T20:10' },
      {
        path: 'events[0].at',
        expected: '日期 YYYY-MM-DD，或带时区的时间 YYYY-MM-DDTHH:mm+08:00',
        found: '“2026-10-03T20:10”',
      },
    ],
    ['an empty list', { claimants: [] }, { path: 'claimants', expected: '至少1项', found: '列表（0项）' }],
    [
      'a text that is too long',
      { title: '长'.repeat(201) },
      { path: 'title', expected: '至多200个字', found: '201个字' },
    ],
    [
      'a quantity of half a piece',
      { 'orders[0].items[0].quantity': 0.5 },
      { path: 'orders[0].items[0].quantity', expected: '整数', found: '数字 0.5' },
    ],
    [
      'a file of no kind',
      { 'evidence[0].files[0]': 7 },
      { path: 'evidence[0].files[0]', expected: '文字或对象 {…}', found: '数字 7' },
    ],
    [
      'a path that climbs out',
      { 'evidence[0].files[0]': '../other/a.png' },
      { path: 'evidence[0].files[0]', expected: '案件文件夹内的相对路径（不能含有 ..）', found: '“../other/a.png”' },
    ],
    [
      'an absolute path',
      { 'evidence[0].files[0]': { path: '/a.png' } },
      { path: 'evidence[0].files[0].path', expected: '案件文件夹内的相对路径（不能是绝对路径）', found: '“/a.png”' },
    ],
    [
      'a drive',
      { 'evidence[0].files[0]': 'D:/a.png' },
      { path: 'evidence[0].files[0]', expected: '案件文件夹内的相对路径（不能是绝对路径）', found: '“D:/a.png”' },
    ],
    [
      'a backslash',
      { 'evidence[0].files[0]': 'evidence\\a.png' },
      {
        path: 'evidence[0].files[0]',
        expected: '案件文件夹内的相对路径（请用正斜杠 / 分隔）',
        found: '“evidence\\a.png”',
      },
    ],
    [
      'an evidence id twice',
      {
        'evidence[1].id': '错误-1',
        'evidence[2].id': '错误-1',
        'claims[0].evidence': [],
        'promises[0].evidence': [],
        'events[1].evidence': [],
        'statements.problem': '',
      },
      { path: 'evidence[2].id', expected: '与 evidence[1].id 不同的编号', found: '重复的编号“错误-1”' },
    ],
    [
      'a respondent id twice',
      { 'respondents[1].id': '商家' },
      { path: 'respondents[1].id', expected: '与 respondents[0].id 不同的编号', found: '重复的编号“商家”' },
    ],
    [
      'an order id twice',
      { 'orders[1]': { id: '订单一', items: [{ name: '物', kind: 'other', unitPrice: '1' }] } },
      { path: 'orders[1].id', expected: '与 orders[0].id 不同的编号', found: '重复的编号“订单一”' },
    ],
    [
      'a key id twice',
      { 'keys[1]': { id: '卡密一', order: '订单一', state: 'unused' } },
      { path: 'keys[1].id', expected: '与 keys[0].id 不同的编号', found: '重复的编号“卡密一”' },
    ],
    [
      'a key of no order',
      { 'keys[0].order': '订单二' },
      {
        path: 'keys[0].order',
        expected: '已列出的订单编号（最接近的是“订单一”）',
        found: '没有这个订单编号：“订单二”',
      },
    ],
    [
      'a dangling reference',
      { 'events[1].evidence': ['订单-1', '支付-2'] },
      {
        path: 'events[1].evidence[1]',
        expected: '已列出的证据编号（最接近的是“支付-1”）',
        found: '没有这个证据编号：“支付-2”',
      },
    ],
    [
      'a dangling reference near nothing',
      { 'claims[0].evidence': ['xyzuvw'] },
      {
        path: 'claims[0].evidence[0]',
        expected: '已列出的证据编号（现有“订单-1”、“支付-1”、“商品页-1”、“报错-1”、“聊天-1”）',
        found: '没有这个证据编号：“xyzuvw”',
      },
    ],
    [
      'a dangling reference in a text',
      { 'statements.additional': '见{证据:聊天-2}，再见{证据:聊天-2}' },
      {
        path: 'statements.additional',
        expected: '已列出的证据编号（最接近的是“聊天-1”）',
        found: '没有这个证据编号：“聊天-2”',
      },
    ],
  ])('%s', async (_what, changes, problem) => {
    expect(await problemsOf(changes)).toEqual([problem]);
  });

  it('a key that stands twice', async () => {
    await write(JSON.stringify(cleanCaseFile()).replace('"stage"', '"title":"另一个","stage"'));

    expect((await refused()).data.problems).toEqual([
      { path: 'title', expected: '每个字段只写一次', found: '同一字段写了不止一次' },
    ]);
  });

  it('__proto__ and constructor are keys like any other', async () => {
    await write(JSON.stringify(cleanCaseFile()).replace('"stage"', '"__proto__":{"claims":1},"constructor":1,"stage"'));

    expect((await refused()).data.problems?.map(({ path }) => path)).toEqual(['__proto__', 'constructor']);
  });
});

describe('a link out of the folder', () => {
  it('is refused for a file, a folder above it and a chain that ends nowhere', async () => {
    await writeFile(join(root, '外面.png'), '');
    await mkdir(join(root, '外面'));
    await mkdir(join(folder, 'evidence'));
    await symlink(join(root, '外面.png'), join(folder, 'evidence', '订单详情.png'));
    await symlink('再一环', join(folder, 'evidence', '商品详情.png'));
    await symlink('../../没有/商品.png', join(folder, 'evidence', '再一环'));
    await symlink('../外面', join(folder, '目录'));
    await writeCase({ 'evidence[3].files[0]': { path: '目录/尚未/报错.jpg' } });

    expect((await refused()).data.problems).toEqual(
      ['evidence[0].files[0]', 'evidence[2].files[0]', 'evidence[3].files[0].path'].map((path) => ({
        path,
        expected: '案件文件夹内的文件',
        found: '通向文件夹外的链接',
      })),
    );
  });

  it('is refused for case.json itself', async () => {
    await writeFile(join(root, 'case.json'), JSON.stringify(cleanCaseFile()));
    await symlink(join(root, 'case.json'), join(folder, 'case.json'));

    expect((await refused()).data.problems).toEqual([
      { path: '$', expected: '案件文件夹内的文件', found: '通向文件夹外的链接' },
    ]);
  });
});

describe('many problems', () => {
  it('are told all at once, whatever their kind', async () => {
    await writeFile(join(root, '外面.png'), '');
    await symlink(join(root, '外面.png'), join(folder, '外.png'));
    const file = cleanCaseFile({
      'claimants[0].nmae': '何',
      'claims[0].amount': 268,
      'evidence[4].id': '报错-1',
      'evidence[0].files[0]': '../外.png',
      'evidence[1].files[0]': '外.png',
      'events[0].evidence': ['订单-9'],
      'keys[0].order': '订单九',
      issues: [],
    });
    await write(JSON.stringify(file).replace('"stage"', '"title":"另一个","stage"'));

    const paths = (await refused()).data.problems?.map(({ path }) => path) ?? [];

    expect(new Set(paths)).toEqual(
      new Set([
        'claimants[0].nmae',
        'claims[0].amount',
        'evidence[4].id',
        'evidence[0].files[0]',
        'evidence[1].files[0]',
        'events[0].evidence[0]',
        'keys[0].order',
        'issues',
        'title',
        // 聊天-1 lost its id, so whatever named it dangles.
        'events[3].text',
        'filings[0].evidence[0]',
        'statements.answer',
      ]),
    );
  });

  it('does not count every reference when the evidence list itself is mistyped', async () => {
    expect(await problemsOf({ evidence: '见附件' })).toEqual([
      { path: 'evidence', expected: '列表 […]', found: '文字（3个字）' },
    ]);
  });

  it('survives very many wrong entries', async () => {
    await writeCase({ claims: Array.from({ length: 20_000 }, () => 1) });

    expect((await refused()).data.problems).toHaveLength(20_000);
  });
});

describe('personal data', () => {
  it.each([
    ['an identity number', 'claimants[0].idNumber', 19_900_307_001, '数字'],
    ['a phone number', 'claimants[0].phone', ['19900000001'], '列表（1项）'],
    ['an address', 'respondents[0].address', '据例省\n据例市', '文字（7个字）'],
    [
      'a card key in a reference',
      'claims[0].evidence',
      ['AB1CD-2EF3G-H4JK5'],
      '没有这个证据编号：“（形似卡密的内容）”',
    ],
    ['a number in an id', 'keys[0].order', '00000019900307001X', '没有这个订单编号：“00…（共18位）”'],
  ])('is not repeated: %s', async (_what, path, value, found) => {
    expect(await problemsOf({ [path]: value })).toMatchObject([{ found }]);
  });

  it('is not repeated as the name of a key', async () => {
    const problems = JSON.stringify(
      await problemsOf({ 'claimants[0].AB1CD-2EF3G-H4JK5': 1, 'claimants[0].p19900000001': 1 }),
    );

    expect(problems).not.toMatch(/AB1CD|19900000001/);
  });
});
