import { type TypedFieldProps, TypedInput } from './typed-input.tsx';
import { typedMoney } from './typed-money.ts';

/** A sum in 元, typed as one likes: 99, 99.5, ￥1,280. */
export function MoneyField(field: TypedFieldProps) {
  return (
    <TypedInput
      {...field}
      read={typedMoney}
      inputMode="decimal"
      placeholder="如 99.00"
      suffix="元"
      hint="请只写数字，最多两位小数，例如 99 或 99.50。"
    />
  );
}
