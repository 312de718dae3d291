import { Input } from 'antd';
import { textOf } from '../draft-values.ts';
import { FieldFrame } from '../field-frame.tsx';
import { pathText } from '../path-text.ts';
import { useField } from '../use-field.ts';
import type { FieldProps } from './field-props.ts';

/** A whole number; what is none yet stays as it was typed. */
export function CountField({ spec, path }: FieldProps<'count'>) {
  const [value, write] = useField(path, spec.label);
  return (
    <FieldFrame spec={spec} place={pathText(path)}>
      {({ id, 'aria-describedby': describedBy }) => (
        <Input
          id={id}
          aria-describedby={describedBy}
          inputMode="numeric"
          autoComplete="off"
          value={textOf(value)}
          onChange={({ target }) => {
            const typed = target.value.normalize('NFKC').trim();
            write(/^\d{1,6}$/.test(typed) ? Number(typed) : typed);
          }}
        />
      )}
    </FieldFrame>
  );
}
