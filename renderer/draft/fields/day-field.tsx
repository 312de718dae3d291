import { DateField } from '../../parts/date-field.tsx';
import { textOf } from '../draft-values.ts';
import { FieldFrame } from '../field-frame.tsx';
import { pathText } from '../path-text.ts';
import { useField } from '../use-field.ts';
import type { FieldProps } from './field-props.ts';

export function DayField({ spec, path }: FieldProps<'day'>) {
  const [value, write] = useField(path, spec.label);
  return (
    <FieldFrame spec={spec} place={pathText(path)}>
      {({ id, 'aria-describedby': describedBy }) => (
        <DateField id={id} aria-describedby={describedBy} value={textOf(value)} onChange={write} />
      )}
    </FieldFrame>
  );
}
