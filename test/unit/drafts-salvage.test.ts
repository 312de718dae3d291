import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFileSchema } from '../../electron/contract/case/case-file.ts';
import { findingSchema } from '../../electron/contract/finding.ts';
import type { Draft } from '../../electron/contract/rpc/case-procedures.ts';
import { parseCase } from '../../electron/core/cases/parse-case.ts';
import { caseFacts } from '../../electron/core/drafts/case-facts.ts';
import { draftFinding } from '../../electron/core/drafts/draft-findings.ts';
import { salvageDraft } from '../../electron/core/drafts/salvage-draft.ts';
import { cleanCaseFile } from '../support/clean-case.ts';

const today = '2026-11-22';
const draftOf = (changes: Readonly<Record<string, unknown>> = {}) => cleanCaseFile(changes) as Draft;
const salvage = (draft: Draft) => salvageDraft(draft, today);
const told = (draft: Draft) => salvage(draft).problems.map(({ kind, path }) => `${kind} ${path}`);

/** The written form of a case: a `Case` holds money and moments, which case.json writes as texts. */
function rawOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rawOf);
  if (typeof value !== 'object' || value === null) return value;
  if ('kind' in value && value.kind === 'day' && 'day' in value) return value.day;
  if ('kind' in value && value.kind === 'instant' && 'iso' in value) return value.iso;
  const amounts = ['amount', 'unitPrice', 'value'];
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      amounts.includes(key) && typeof child === 'number' ? (child / 100).toFixed(2) : rawOf(child),
    ]),
  );
}

describe('a draft with nothing wrong', () => {
  it('is read as the command line reads it', () => {
    const draft = draftOf();
    const parsed = parseCase(JSON.stringify(draft));

    const { case: file, problems } = salvage(draft);

    expect(problems).toEqual([]);
    expect(parsed.kind === 'case' && parsed.case).toEqual(file);
  });

  it('keeps blank fields as gaps without a word', () => {
    const draft = draftOf({ 'claimants[0].phone': '  ', 'filings[0].filedOn': '', 'claims[0].amount': '' });

    const { case: file, problems } = salvage(draft);

    expect(problems).toEqual([]);
    expect(file.claimants[0]).not.toHaveProperty('phone');
    expect(file.claims[0]).not.toHaveProperty('amount');
  });
});

describe('what cannot be read', () => {
  it('is left out alone, and told by its path', () => {
    const draft = draftOf({ 'claims[0].amount': '一百块', 'claimants[0].birthDate': '1990年' });

    const { case: file } = salvage(draft);

    expect(told(draft)).toEqual(['unreadable claimants[0].birthDate', 'unreadable claims[0].amount']);
    expect(file.claims[0]).toMatchObject({ kind: 'refund', text: '退还购买激活码的货款268.00元。' });
    expect(file.claimants[0]?.name).toBe('何据真');
  });

  it('takes its row with it where the row says nothing without it, told once', () => {
    const draft = draftOf({ 'events[1].at': '前天', 'orders[0].payments[0].amount': '很多' });

    const { case: file, problems } = salvage(draft);

    expect(problems.map(({ path, isRowLeftOut }) => [path, isRowLeftOut])).toEqual([
      ['orders[0].payments[0].amount', true],
      ['events[1].at', true],
    ]);
    expect(file.events).toHaveLength(3);
    expect(file.orders[0]?.payments).toEqual([]);
  });

  it('paths of the case lead to the row of the draft behind rows that were left out', () => {
    const { pathInDraft } = salvage(draftOf({ 'events[1].at': '前天' }));

    expect(pathInDraft('events[0].text')).toBe('events[0].text');
    expect(pathInDraft('events[1].text')).toBe('events[2].text');
    expect(pathInDraft('claims[0].amount')).toBe('claims[0].amount');
    expect(pathInDraft('$')).toBe('$');
  });

  it('several in one list leave the others', () => {
    const draft = draftOf({ issues: ['x', 'y', 'does-not-activate'], 'events[0].at': '?', 'events[1].at': '?' });

    const { case: file } = salvage(draft);

    expect(told(draft)).toEqual([
      'unreadable issues[0]',
      'unreadable issues[1]',
      'unreadable events[0].at',
      'unreadable events[1].at',
    ]);
    expect(file.issues).toEqual(['does-not-activate']);
    expect(file.events.map(({ text }) => text)).toContain('两次激活均失败。');
  });

  it('inside what is said of a file leaves the file, but for boxes: what they were to hide is not printed', () => {
    const saying = (words: object) =>
      draftOf({ 'evidence[0].files': [{ path: 'files/1.mp4', marks: ['0:01', '两秒'], ...words }] });
    const spoken = saying({
      transcript: [
        { at: '0:0', text: '您好' },
        { at: '0:04', text: '' },
      ],
    });
    const boxed = saying({ redactions: [{ x: 2, y: 0, width: 1, height: 1 }] });

    expect(told(spoken)).toEqual([
      'unreadable evidence[0].files[0].marks[1]',
      'unreadable evidence[0].files[0].transcript[0].at',
    ]);
    expect(salvage(spoken).problems.map((problem) => draftFinding(problem).message)).toEqual([
      '“截图时刻”现在写的（“两秒”）看不懂，暂时没有印进文书。这里应为“分:秒”的写法，例如 1:05 或 1:05.5。',
      '“时间”现在写的（“0:0”）看不懂，暂时没有印进文书。这里应为“分:秒”的写法，例如 1:05 或 1:05.5。',
    ]);
    expect(salvage(spoken).case.evidence[0]?.files).toEqual([
      { path: 'files/1.mp4', marks: ['0:01'], transcript: [{ text: '您好' }] },
    ]);
    expect(told(boxed)).toContain('unreadable evidence[0].files[0]');
    expect(salvage(boxed).case.evidence.flatMap(({ files }) => files.map(({ path }) => path))).not.toContain(
      'files/1.mp4',
    );
  });

  it('a field nobody knows is left out and told', () => {
    const draft = { ...draftOf(), note: 'x', constructor: 'y' };

    expect(told(draft)).toEqual(['unknown-field note', 'unknown-field constructor']);
  });
});

describe('rows', () => {
  it('that were only just added are no rows and no problems', () => {
    const draft = draftOf({
      claims: [{ kind: 'refund', amount: '1.00' }, { kind: 'refund' }],
      events: [{ at: '', precision: 'exact', text: '', evidence: [] }],
      keys: [{ id: '卡密-9', order: '订单一', state: '', evidence: [] }],
      promises: [{ subject: '', promised: '', performed: '', evidence: [] }],
      orders: [{ id: '订单一', items: [{ name: '', kind: 'card-key', quantity: 1, unitPrice: '' }], payments: [{}] }],
      defences: [{}],
      recordRequests: [{ records: '', proves: '' }],
    });

    const { case: file, problems } = salvage(draft);

    expect(problems).toEqual([]);
    expect(file).toMatchObject({ events: [], keys: [], promises: [], orders: [], defences: [], recordRequests: [] });
    expect(file.claims).toHaveLength(2);
  });

  it('that are begun print a blank for what is still missing', () => {
    const draft = draftOf({ 'events[0].text': '', 'orders[0].items[0].name': '', 'evidence[0].title': '' });

    const { case: file } = salvage(draft);

    expect(told(draft)).toEqual([
      'missing orders[0].items[0].name',
      'missing events[0].text',
      'missing evidence[0].title',
    ]);
    expect(file.events[0]?.text).toBe('〔待填写：发生了什么〕');
    expect(file.evidence[0]?.title).toBe('订单详情');
  });

  it('never invents a sum: an item without a price is left out', () => {
    const draft = draftOf({ 'orders[0].items[0].unitPrice': '' });

    expect(salvage(draft).case.orders).toEqual([]);
    expect(told(draft)).toContain('missing orders[0].items[0].unitPrice');
    // Keys of the order have nowhere to stand; the order is what is told about.
    expect(told(draft).filter((line) => line.includes('keys'))).toEqual([]);
  });

  it('an evidence item without a file is not numbered, and what cites it is no second problem', () => {
    const draft = draftOf({ 'evidence[3].files': [] });

    const { case: file } = salvage(draft);

    expect(told(draft)).toEqual(['missing evidence[3].files']);
    expect(file.evidence.map(({ id }) => id)).not.toContain('报错-1');
    expect(file.keys[0]?.evidence).toEqual([]);
    expect(file.keys[0]?.outcome).toContain('〔证据：报错-1〕');
  });
});

describe('references', () => {
  it('to nothing are taken out and told', () => {
    const draft = draftOf({ 'claims[0].evidence': ['支付-1', '没有的'], 'statements.reply': '见{证据:丢失}。' });

    const { case: file } = salvage(draft);

    expect(told(draft)).toEqual(['reference claims[0].evidence[1]', 'reference statements.reply']);
    expect(file.claims[0]?.evidence).toEqual(['支付-1']);
    expect(file.statements.reply).toBe('见〔证据：丢失〕。');
  });

  it('ids that stand twice are parted, however many', () => {
    const item = draftOf().evidence;
    const first = Array.isArray(item) ? item[0] : undefined;
    const evidence = Array.from({ length: 60 }, () => first ?? null);

    const { case: file, problems } = salvage({ ...draftOf(), evidence });

    expect(new Set(file.evidence.map(({ id }) => id)).size).toBe(60);
    expect(problems.filter(({ kind }) => kind === 'duplicate')).toHaveLength(59);
  });
});

describe('an empty draft', () => {
  it('is a case of blanks', () => {
    const { case: file, problems } = salvage({});

    expect(file).toMatchObject({
      title: '未命名案件',
      date: today,
      claimants: [{}],
      respondents: [{ roles: ['merchant'] }],
    });
    expect(problems.map(({ path }) => path)).toEqual(['title', 'date', 'issues']);
  });
});

describe('any draft', () => {
  const anything = fc.jsonValue({ maxDepth: 4 });
  const names = ['id', 'kind', 'text', 'at', 'evidence', 'items', 'amount', 'files', 'title', 'roles', 'name', 'from'];
  const row = fc.dictionary(fc.constantFrom(...names, '__proto__', 'constructor'), anything);
  const lists = ['claimants', 'respondents', 'orders', 'keys', 'promises', 'events', 'evidence', 'claims', 'overrides'];
  const arbitrary = fc.record(
    Object.fromEntries(lists.map((list) => [list, fc.oneof(fc.array(row, { maxLength: 4 }), anything)])),
    { requiredKeys: [] },
  );
  const hostile = fc
    .tuple(arbitrary, fc.dictionary(fc.string(), anything), fc.dictionary(fc.constantFrom('terms', 'fraud'), anything))
    .map((parts) => JSON.parse(JSON.stringify(Object.assign({}, ...parts))) as Draft);

  it('gives a case that fits the schema, findings and facts, and never throws', () => {
    fc.assert(
      fc.property(hostile, (draft) => {
        const before = JSON.stringify(draft);
        const { case: file, problems } = salvage(draft);

        expect(caseFileSchema.safeParse(rawOf(file)).error).toBeUndefined();
        expect(parseCase(JSON.stringify(rawOf(file))).kind).toBe('case');
        for (const problem of problems) findingSchema.parse(draftFinding(problem));
        caseFacts(draft);
        expect(JSON.stringify(draft)).toBe(before);
      }),
      { numRuns: 100 },
    );
  });

  it('one broken value anywhere in a good case leaves the rest', () => {
    const broken = fc.constantFrom(null, '', 0, -1, true, [], {}, '\u202e', 'x'.repeat(300), [[]], { a: 1 });
    const paths = fieldPaths(cleanCaseFile());
    fc.assert(
      fc.property(fc.constantFrom(...paths), broken, (path, value) => {
        const { case: file } = salvage(draftOf({ [path]: value }));

        expect(parseCase(JSON.stringify(rawOf(file))).kind).toBe('case');
        const rows = file.events.length + file.evidence.length + file.claimants.length;
        expect(rows).toBeGreaterThanOrEqual(path === 'events' || path === 'evidence' ? 5 : 9);
      }),
      { numRuns: 150 },
    );
  });
});

function fieldPaths(value: unknown, path = ''): string[] {
  const here = path === '' ? [] : [path];
  if (Array.isArray(value))
    return [...here, ...value.flatMap((entry, index) => fieldPaths(entry, `${path}[${index}]`))];
  if (typeof value !== 'object' || value === null) return here;
  return [
    ...here,
    ...Object.entries(value).flatMap(([key, child]) => fieldPaths(child, path === '' ? key : `${path}.${key}`)),
  ];
}
