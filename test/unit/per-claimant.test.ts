import { describe, expect, it } from 'vitest';
import { caseFileSchema } from '../../electron/contract/case/case-file.ts';
import { caseForClaimant } from '../../electron/core/cases/claimant-case.ts';
import { fileNamePart, perClaimant } from '../../electron/core/cases/per-claimant.ts';
import { referenceProblems } from '../../electron/core/cases/reference-problems.ts';
import { cleanCase, cleanCaseFile } from '../support/clean-case.ts';
import { groupChanges } from '../support/group-case.ts';

const group = (changes: Record<string, unknown> = {}) => cleanCase({ ...groupChanges(), ...changes });
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('caseForClaimant', () => {
  it("keeps what is theirs and what is nobody else's, under a title with the name", () => {
    const { case: own, borrowedEvidence, undividedClaims } = caseForClaimant(group(), 1);
    expect(own.title).toBe('据例数码专营店软件激活码无法激活（言据例）');
    expect(own.claimants.map(({ name }) => name)).toEqual(['言据例']);
    expect(own.representatives).toEqual([]);
    expect(ids(own.orders)).toEqual(['订单2']);
    expect(own.keys).toEqual([]);
    expect(own.claims.map(({ amount }) => amount)).toEqual([20800]);
    expect(ids(own.evidence)).toEqual(['订单-1', '商品页-1', '报错-1', '聊天-1', '支付-乙']);
    expect(own.events.filter(({ claimant }) => claimant !== undefined)).toHaveLength(1);
    expect(caseForClaimant(group(), 0).case.events.every(({ claimant }) => claimant === undefined)).toBe(true);
    expect(borrowedEvidence).toEqual([]);
    expect(undividedClaims).toEqual([]);
  });

  it('leaves no reference that leads nowhere, whatever names the evidence of another', () => {
    const changes = {
      'statements.problem': '同一批激活码均无法使用 {证据:支付-丙}。',
      'promises[0].evidence': ['支付-甲', '商品页-1'],
      'promises[0].interval': undefined,
      'filings[0].evidence': ['支付-甲'],
    };
    const whole = group(changes);
    const { case: own, borrowedEvidence } = caseForClaimant(whole, 1);
    expect(referenceProblems(own)).toEqual([]);
    expect(borrowedEvidence).toEqual(['支付-甲', '支付-丙']);
    expect(own.promises[0]?.evidence).toEqual(['商品页-1']);
    expect(own.filings[0]?.evidence).toEqual(['支付-甲']);
  });

  it('follows references from evidence to evidence', () => {
    const changes = groupChanges();
    const { evidence: items, claimants } = changes;
    const more = { ...items.at(-1), id: '支付-丁', claimant: '丁' };
    const naming: Record<string, string> = { '支付-乙': '支付-丙', '支付-丙': '支付-丁' };
    const evidence = [...items, more].map((item) => {
      const next = naming[String(item.id)];
      return next === undefined ? item : { ...item, proves: `与 {证据:${next}} 为同一批。` };
    });
    const { case: own } = caseForClaimant(group({ evidence, claimants: [...claimants, { id: '丁' }] }), 1);
    expect(ids(own.evidence)).toEqual(expect.arrayContaining(['支付-丙', '支付-丁']));
    expect(ids(own.evidence)).not.toContain('支付-甲');
    expect(referenceProblems(own)).toEqual([]);
  });

  it('parts a common refund by what each paid and did not get back, and the parts make the whole', () => {
    for (const [amount, parts] of [
      ['1012.00', [26800, 20800, 53600]],
      ['1072.00', [26800, 26800, 53600]],
    ] as const) {
      const whole = group({ claims: [{ kind: 'refund', amount, text: `退还货款${amount}元。` }] });
      const claims = perClaimant(whole).map(({ case: own }) => own.claims[0]);
      expect(claims.map((claim) => claim?.amount)).toEqual(parts);
      expect(claims.every((claim) => claim?.text === undefined)).toBe(true);
    }
  });

  it('leaves a common sum open that does not follow from the orders, and points at whose it is', () => {
    const claims = [
      { kind: 'performance', text: '补发激活码' },
      { kind: 'damages', amount: '300.00', text: '赔偿300元' },
    ];
    const { case: own, undividedClaims, pathInWhole } = caseForClaimant(group({ claims }), 1);
    expect(own.claims[1]).toEqual({ kind: 'damages', against: [], evidence: [] });
    expect(own.claims[0]?.text).toBe('补发激活码');
    expect(undividedClaims).toEqual([1]);
    expect(pathInWhole('claims[1].amount')).toBe('claims[1].claimant');
  });

  it('parts no damages, though their sum be that of the payments', () => {
    const { undividedClaims } = caseForClaimant(group({ claims: [{ kind: 'damages', amount: '1072.00' }] }), 0);
    expect(undividedClaims).toEqual([0]);
  });

  it('does not part what belongs to all of them', () => {
    const claims = [{ kind: 'refund', amount: '1012.00' }];
    const orders = groupChanges().orders.map(({ claimant: _, ...order }) => order);
    const { case: own, undividedClaims } = caseForClaimant(group({ claims, orders }), 0);
    expect(own.orders).toHaveLength(3);
    expect(undividedClaims).toEqual([0]);
  });

  it('says where a field stands in the whole case', () => {
    const { pathInWhole } = caseForClaimant(group(), 1);
    expect(pathInWhole('claimants[0].address')).toBe('claimants[1].address');
    expect(pathInWhole('orders[0].payments[0].amount')).toBe('orders[1].payments[0].amount');
    expect(pathInWhole('claims[0].amount')).toBe('claims[1].amount');
    expect(pathInWhole('evidence[4].proves')).toBe('evidence[5].proves');
    expect(pathInWhole('respondents[1].name')).toBe('respondents[1].name');
    expect(pathInWhole('addressees.court')).toBe('addressees.court');
  });

  it('changes nothing of a case with one claimant but the title', () => {
    const file = caseFileSchema.parse(cleanCaseFile());
    expect(caseForClaimant(file, 0).case).toEqual({ ...file, title: `${file.title}（何据真）` });
    expect(() => caseForClaimant(file, 1)).toThrow(RangeError);
  });
});

describe('perClaimant', () => {
  it('names each packet after title, number and name', () => {
    expect(perClaimant(group()).map(({ fileName }) => fileName)).toEqual([
      '据例数码专营店软件激活码无法激活-1-何据真.pdf',
      '据例数码专营店软件激活码无法激活-2-言据例.pdf',
      '据例数码专营店软件激活码无法激活-3-任例证.pdf',
    ]);
  });

  it('pads the numbers so that twelve packets sort, and names who has no name', () => {
    const claimants = Array.from({ length: 12 }, () => ({}));
    const names = perClaimant(cleanCase({ claimants, title: '据例案' })).map(({ fileName }) => fileName);
    expect(names[0]).toBe('据例案-01-未具名.pdf');
    expect(names[11]).toBe('据例案-12-未具名.pdf');
    expect(names.toSorted()).toEqual(names);
  });

  it('gives names that every file system takes', () => {
    const hostile = cleanCase({
      title: `../退款：a/b\\c:*?"<>|${'据'.repeat(150)}`,
      claimants: [{ name: ' 何/据:真. ' }, { name: '何/据:真' }],
    });
    const names = perClaimant(hostile).map(({ fileName }) => fileName);
    for (const name of names) {
      expect(name).toMatch(/^[^\\/:*?"<>|\p{C}]+\.pdf$/u);
      expect(name).not.toMatch(/^[.\s]/);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    }
    expect(new Set(names).size).toBe(2);
    expect(names[0]).toMatch(/-1-何_据_真\.pdf$/);
  });
});

describe('fileNamePart', () => {
  it.each([
    ['NUL', '_NUL'],
    ['con.txt', '_con.txt'],
    ['据 例. ', '据 例'],
    ['...', ''],
    ['𠮷𠮷', '𠮷'],
  ])('makes %j into %j', (text, part) => expect(fileNamePart(text, 9 - (text.startsWith('𠮷') ? 3 : 0))).toBe(part));
});
