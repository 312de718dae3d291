import type { Order } from '../../contract/case/case-file.ts';
import type { Fen } from '../../contract/case/money.ts';

/** What was paid for orders, what came back, and what is still out. */
export interface OrderSums {
  readonly paid: Fen;
  readonly refunded: Fen;
  readonly outstanding: Fen;
}

export function sumsOf(orders: readonly Order[]): OrderSums {
  const sum = (amounts: readonly { readonly amount: Fen }[]) =>
    amounts.reduce((total, { amount }) => total + amount, 0);
  const paid = sum(orders.flatMap(({ payments }) => payments));
  const refunded = sum(orders.flatMap(({ refunds }) => refunds));
  return { paid, refunded, outstanding: paid - refunded };
}
