import './date-field.css';
import { Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';

/** What every field shares that takes a value as one likes to type it. */
export interface TypedFieldProps {
  readonly id?: string;
  /** As the draft holds it, or whatever was typed that is no such value yet; empty when nothing was. */
  readonly value: string;
  /** At each keystroke: the value as case.json writes it once it is one, else as typed, so that nothing is lost. */
  readonly onChange: (value: string) => void;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
}

interface TypedInputProps extends TypedFieldProps {
  /** The value as case.json writes it; undefined while the text is none. */
  readonly read: (text: string) => string | undefined;
  readonly inputMode: 'numeric' | 'decimal';
  readonly placeholder: string;
  readonly suffix?: string;
  /** Told once the field is left with a text that is no value. */
  readonly hint: string;
  /** What stands behind the box. */
  readonly children?: ReactNode;
}

/** A box that shows what was typed while one is in it, and the value once one has left. */
export function TypedInput({ id, value, onChange, read, hint, children, suffix, ...field }: TypedInputProps) {
  const [typed, setTyped] = useState<string>();
  const hintId = useId();
  const isWrong = typed === undefined && value !== '' && read(value) === undefined;
  const describedBy = [field['aria-describedby'], isWrong ? hintId : undefined].filter(Boolean).join(' ');
  return (
    <span className="date-field">
      <span className="date-field-line">
        <Input
          {...(id === undefined ? {} : { id })}
          {...(field['aria-label'] === undefined ? {} : { 'aria-label': field['aria-label'] })}
          {...(describedBy === '' ? {} : { 'aria-describedby': describedBy })}
          aria-invalid={isWrong}
          {...(isWrong ? { status: 'warning' as const } : {})}
          {...(suffix === undefined ? {} : { suffix })}
          inputMode={field.inputMode}
          autoComplete="off"
          placeholder={field.placeholder}
          value={typed ?? value}
          onChange={({ target }) => {
            setTyped(target.value);
            onChange(read(target.value) ?? target.value.trim());
          }}
          onBlur={() => setTyped(undefined)}
        />
        {children}
      </span>
      {isWrong ? (
        <span id={hintId} className="date-field-hint">
          {hint}
        </span>
      ) : null}
    </span>
  );
}
