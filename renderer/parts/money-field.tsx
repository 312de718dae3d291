import { Input } from 'antd';
import { useId, useState } from 'react';
import { typedMoney } from './typed-money.ts';

interface MoneyFieldProps {
  readonly id?: string;
  /** 元, as typed. */
  readonly value: string;
  /** At each keystroke: a sum as case.json writes it (`99.00`) once it is one, else as typed. */
  readonly onChange: (value: string) => void;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
}

/** A sum in 元, typed as one likes: 99, 99.5, ￥1,280. */
export function MoneyField({ id, value, onChange, ...aria }: MoneyFieldProps) {
  const [typed, setTyped] = useState<string>();
  const hintId = useId();
  const isWrong = typed === undefined && value !== '' && typedMoney(value) === undefined;
  const describedBy = [aria['aria-describedby'], isWrong ? hintId : undefined].filter(Boolean).join(' ');
  return (
    <span className="date-field">
      <span className="date-field-line">
        <Input
          {...(id === undefined ? {} : { id })}
          {...(aria['aria-label'] === undefined ? {} : { 'aria-label': aria['aria-label'] })}
          {...(describedBy === '' ? {} : { 'aria-describedby': describedBy })}
          aria-invalid={isWrong}
          {...(isWrong ? { status: 'warning' as const } : {})}
          inputMode="decimal"
          autoComplete="off"
          placeholder="如 99.00"
          suffix="元"
          value={typed ?? value}
          onChange={({ target }) => {
            setTyped(target.value);
            onChange(typedMoney(target.value) ?? target.value.trim());
          }}
          onBlur={() => setTyped(undefined)}
        />
      </span>
      {isWrong ? (
        <span id={hintId} className="date-field-hint">
          请只写数字，最多两位小数，例如 99 或 99.50。
        </span>
      ) : null}
    </span>
  );
}
