import fc from 'fast-check';
import type { Change, Draft, Json } from '../../electron/contract/rpc/case-procedures.ts';

/** Few names and small numbers, so that changes often meet. */
const name = fc.constantFrom('title', 'orders', 'court', 'a', 'b');
const place = fc.nat({ max: 3 });
const path = fc
  .tuple(name, fc.array(fc.oneof(name, place), { maxLength: 3 }))
  .map(([first, rest]): (string | number)[] => [first, ...rest]);

const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>('甲', '乙', 1, null, true),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

export const anyDraft: fc.Arbitrary<Draft> = fc.dictionary(name, value, { maxKeys: 5, noNullPrototype: true });

export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), path, value }),
  fc.record({ kind: fc.constant('remove' as const), path }),
  fc.record({ kind: fc.constant('insert' as const), path, index: place, value }),
  fc.record({ kind: fc.constant('move' as const), path, from: place, to: place }),
);
