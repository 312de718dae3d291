import { cleanCaseFile } from './clean-case.ts';

type Row = Record<string, unknown>;
type GroupField = 'claimants' | 'orders' | 'keys' | 'claims' | 'evidence' | 'events';

/**
 * Changes that make the clean case one of three buyers of the same shop: each with an order, a payment, a claim and
 * a screenshot of their own, and one product page that proves the promise to all of them.
 */
export function groupChanges(): { [Field in GroupField]: Row[] } & { representatives: string[] } {
  const { claimants, orders, keys, evidence, events } = cleanCaseFile();
  const [first] = listOf(claimants);
  const [order] = listOf(orders);
  const [key] = listOf(keys);
  const people = [
    { ...first, id: '甲' },
    {
      ...first,
      id: '乙',
      name: '言据例',
      phone: '19900000012',
      address: '据例市虚构路2号',
      idNumber: '00000019920202002X',
    },
    {
      ...first,
      id: '丙',
      name: '任例证',
      phone: '19900000013',
      address: '据例市虚构路3号',
      idNumber: '00000019930303003X',
    },
  ];
  const items = listOf(order?.items);
  const purchase = (number: number, claimant: string, amount: string, refund: string | undefined) => ({
    ...order,
    id: `订单${number}`,
    claimant,
    items: items.map((item) => ({ ...item, quantity: amount === '536.00' ? 2 : 1 })),
    number: `JL2026100300000${number}`,
    payments: [{ method: '据例支付', amount, paidAt: `2026-10-03T20:1${number}:00+08:00` }],
    refunds: refund === undefined ? [] : [{ amount: refund, receivedAt: '2026-10-06' }],
  });
  const asked = (claimant: string, amount: string) => ({
    kind: 'refund',
    claimant,
    amount,
    evidence: [`支付-${claimant}`],
  });
  const proof = (claimant: string) => ({
    id: `支付-${claimant}`,
    claimant,
    title: '支付凭证截图',
    group: 'transaction',
    files: [`evidence/支付-${claimant}.png`],
    source: '本人手机截图',
    proves: '已付款。',
    form: 'original',
    carrier: '本人手机',
  });
  return {
    claimants: people,
    representatives: ['甲', '乙'],
    orders: [
      purchase(1, '甲', '268.00', undefined),
      purchase(2, '乙', '268.00', '60.00'),
      purchase(3, '丙', '536.00', undefined),
    ],
    keys: [{ ...key, order: '订单1' }],
    claims: [asked('甲', '268.00'), asked('乙', '208.00'), asked('丙', '536.00')],
    evidence: [...listOf(evidence).filter(({ id }) => id !== '支付-1'), proof('甲'), proof('乙'), proof('丙')],
    events: [
      ...listOf(events).filter(({ evidence: named }) => !(Array.isArray(named) && named.includes('支付-1'))),
      { at: '2026-10-05', text: '自行更换电脑后再次激活，仍然失败。', claimant: '乙', evidence: ['支付-乙'] },
    ],
  };
}

function listOf(value: unknown): Row[] {
  return Array.isArray(value) ? value : [];
}
