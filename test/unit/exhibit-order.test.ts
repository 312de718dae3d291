import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceGroups } from '../../electron/contract/case/case-kinds.ts';
import { orderExhibits } from '../../electron/core/documents/exhibit-order.ts';

const item = (id: string, group: (typeof evidenceGroups)[number]) => ({
  id,
  title: `标题${id}`,
  group,
  files: [{ path: `${id}.png` }],
});

describe('orderExhibits', () => {
  it('orders by group and keeps the order of the case within a group', () => {
    const evidence = [
      item('聊天-1', 'communication'),
      item('订单-1', 'transaction'),
      item('聊天-2', 'communication'),
      item('订单-2', 'transaction'),
    ];

    const ordered = orderExhibits({ evidence });

    expect(ordered.map(({ id, number }) => `${number} ${id}`)).toEqual([
      '1 订单-1',
      '2 订单-2',
      '3 聊天-1',
      '4 聊天-2',
    ]);
  });

  it('numbers every item once, from 1 without a gap, however the case is ordered', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...evidenceGroups), { maxLength: 40 }), (groups) => {
        const evidence = groups.map((group, index) => item(`证-${index}`, group));

        const ordered = orderExhibits({ evidence });

        expect(ordered.map(({ number }) => number)).toEqual(evidence.map((_, index) => index + 1));
        expect(new Set(ordered.map(({ id }) => id))).toEqual(new Set(evidence.map(({ id }) => id)));
      }),
    );
  });
});
