import { useState } from 'react';
import type { Json } from '../../electron/contract/rpc/case-procedures.ts';
import { rowOrder } from './row-order.ts';

interface SteadyOrder {
  /** Places in the list, as they are shown. */
  readonly order: readonly number[];
  /** The focus is among the rows: they stay where they are. */
  hold(): void;
  release(): void;
}

/** Rows in the order of their time, but for those one is writing in: a row does not jump away from under the keys. */
export function useSteadyOrder(rows: readonly Json[], keys: readonly number[], isSortedByTime: boolean): SteadyOrder {
  const [held, setHeld] = useState<readonly number[]>();
  const sorted = rowOrder(rows, isSortedByTime);
  // Rows that came or went are put in their place at once.
  const isHeld =
    isSortedByTime && held !== undefined && held.length === keys.length && keys.every((key) => held.includes(key));
  const order = isHeld ? held.map((key) => keys.indexOf(key)) : sorted;
  return {
    order,
    hold() {
      if (isSortedByTime && !isHeld) setHeld(order.flatMap((index) => keys[index] ?? []));
    },
    release: () => setHeld(undefined),
  };
}
