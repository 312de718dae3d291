import { describe, expect, it } from 'vitest';
import { accountOfFacts } from '../../electron/core/documents/blocks/account-of-facts.ts';
import { claimantSchedule } from '../../electron/core/documents/blocks/claimant-schedule.ts';
import { isForCourtOnly, placedClaims, totalInWords } from '../../electron/core/documents/blocks/claims.ts';
import { type Inline, plainText } from '../../electron/core/documents/inline.ts';
import { documentInput } from '../support/document-input.ts';
import { groupChanges } from '../support/group-case.ts';

const words = { claimant: '投诉人', respondent: '被投诉人' };
const lines = (paragraphs: readonly Inline[][]) => paragraphs.map(plainText);

function scheduleOf(changes: Record<string, unknown> = {}) {
  const input = documentInput({ ...groupChanges(), ...changes });
  const claims = placedClaims(input.case, (claim) => !isForCourtOnly(claim));
  return { input, claims, schedule: claimantSchedule(input, words, claims) };
}

describe('claimantSchedule', () => {
  it('has a row for each with their orders, sums and evidence', () => {
    const { schedule } = scheduleOf();
    expect(schedule?.title).toBe('投诉人订单和金额表');
    const rows = schedule?.rows.map(({ number, name, phone, orders, paid, refunded, claimed }) => [
      number,
      plainText(name),
      plainText(phone),
      lines(orders).join(),
      paid,
      refunded,
      plainText(claimed),
    ]);
    expect(rows).toEqual([
      ['1', '何据真', '19900000001', 'JL20261003000001', '268.00元', '0.00元', '268.00元'],
      ['2', '言据例', '19900000012', 'JL20261003000002', '268.00元', '60.00元', '208.00元'],
      ['3', '任例证', '19900000013', 'JL20261003000003', '536.00元', '0.00元', '536.00元'],
    ]);
    expect(schedule?.rows.map(({ evidence }) => lines(evidence))).toEqual([
      ['证据2（第14—15页）'],
      ['证据3（第16—17页）'],
      ['证据4（第18—19页）'],
    ]);
  });

  it('names the evidence of their claims and events beside their own, by its numbers', () => {
    const { claims, events } = groupChanges();
    const told = { at: '2026-10-07', text: '再次询问。', claimant: '丙', evidence: ['聊天-1'] };
    const { schedule } = scheduleOf({
      events: [...events, told],
      claims: [claims[0], claims[1], { ...claims[2], evidence: ['支付-丙', '订单-1'] }],
    });
    expect(lines(schedule?.rows[2]?.evidence ?? []).map((line) => line.split('（')[0])).toEqual([
      '证据1',
      '证据4',
      '证据7',
    ]);
  });

  it('adds up, and to the sum that the paper asks for', () => {
    const { schedule, input, claims } = scheduleOf();
    const total = schedule?.total;
    expect([total?.paid, total?.refunded, plainText(total?.claimed ?? [])]).toEqual([
      '1072.00元',
      '60.00元',
      '1012.00元',
    ]);
    expect(plainText(totalInWords(input.facts, claims))).toContain('1012.00元');
  });

  it('sets what is nobody’s own in a last row, so that it still adds up', () => {
    const { orders, claims } = groupChanges();
    const shared = { ...orders[0], id: '共同', claimant: undefined, number: 'JL共同' };
    const { schedule } = scheduleOf({
      orders: [...orders, shared],
      claims: [...claims, { kind: 'damages', amount: '30.00' }],
    });
    const last = schedule?.rows.at(-1);
    expect([last?.number, plainText(last?.name ?? []), last?.paid, plainText(last?.claimed ?? [])]).toEqual([
      '',
      '各人共同',
      '268.00元',
      '30.00元',
    ]);
    expect(plainText(schedule?.total.claimed ?? [])).toBe('1042.00元');
  });

  it('leaves out what the paper does not claim', () => {
    const { claims } = groupChanges();
    const { schedule } = scheduleOf({ claims: [...claims, { kind: 'costs', claimant: '甲', amount: '50.00' }] });
    expect(plainText(schedule?.total.claimed ?? [])).toBe('1012.00元');
  });

  it('asks for an amount that is open, in its row and at the foot, instead of a sum without it', () => {
    const { claims } = groupChanges();
    const { schedule, input } = scheduleOf({ claims: [...claims, { kind: 'damages', claimant: '乙' }] });
    expect(plainText(schedule?.rows[0]?.claimed ?? [])).toBe('268.00元');
    expect(plainText(schedule?.rows[1]?.claimed ?? [])).toBe('〔待填写：请求的金额〕');
    expect(plainText(schedule?.total.claimed ?? [])).toBe('〔待填写：请求的金额〕');
    expect(input.facts.missing().map(({ path }) => path)).toEqual(['claims[3].amount']);
  });

  it('tells how each sum is reached after whose it is', () => {
    const claims = groupChanges().claims.map((claim) => ({ ...claim, calculation: '付款减去退款。' }));
    const { schedule } = scheduleOf({ claims });
    expect(lines(schedule?.calculations ?? [])[1]).toBe('投诉人二：计算方式：付款减去退款。');
  });

  it('notes a name, a phone and an order number that are missing', () => {
    const { claimants, orders } = groupChanges();
    const { input } = scheduleOf({
      claimants: claimants.map(({ name: _, phone: __, ...rest }) => rest),
      orders: orders.map(({ number: _, ...rest }) => rest),
    });
    expect(input.facts.missing().map(({ path }) => path)).toEqual(
      [0, 1, 2].flatMap((index) => [
        `claimants[${index}].name`,
        `claimants[${index}].phone`,
        `orders[${index}].number`,
      ]),
    );
  });

  it('is there for several only, and only where something is somebody’s', () => {
    const { orders, claims, claimants } = groupChanges();
    const unowned = (rows: Record<string, unknown>[]) => rows.map(({ claimant: _, ...row }) => row);
    expect(scheduleOf({ orders: unowned(orders), claims: unowned(claims) }).schedule).toBeUndefined();
    expect(scheduleOf({ claimants: claimants.slice(0, 1) }).schedule).toBeUndefined();
    expect(scheduleOf({ orders: unowned(orders) }).schedule?.rows).toHaveLength(4);
  });
});

describe('accountOfFacts of a group', () => {
  const background = (changes: Record<string, unknown> = {}) => {
    const { case: file, facts } = documentInput({ ...groupChanges(), ...changes });
    const options = { words, seller: '商家', shown: { orders: false, promises: false } };
    return lines(accountOfFacts(file, facts, options)[0]?.paragraphs ?? []);
  };

  it('says who bought what, beside a statement and without one', () => {
    expect(background()[2]).toMatch(/^投诉人二的涉案订单于2026年10月3日20:10在/u);
    expect(background({ 'statements.background': undefined })[1]).toMatch(
      /^2026年10月3日20:10，投诉人二在.*向商家购买/u,
    );
  });

  it('names nobody where the order is everybody’s', () => {
    const orders = groupChanges().orders.map(({ claimant: _, ...order }) => order);
    expect(background({ orders })[1]).toMatch(/^涉案订单于/u);
  });
});
