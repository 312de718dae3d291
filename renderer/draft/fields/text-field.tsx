import { AutoComplete, Input } from 'antd';
import { textOf } from '../draft-values.ts';
import { FieldFrame } from '../field-frame.tsx';
import { pathText } from '../path-text.ts';
import { useField } from '../use-field.ts';
import type { FieldProps } from './field-props.ts';

export function TextField({ spec, path }: FieldProps<'text'>) {
  const [value, write] = useField(path, spec.label);
  return (
    <FieldFrame spec={spec} place={pathText(path)} isWide={spec.isWide === true}>
      {({ id, 'aria-describedby': describedBy }) => {
        const shared = {
          id,
          'aria-describedby': describedBy,
          value: textOf(value),
          ...(spec.placeholder === undefined ? {} : { placeholder: spec.placeholder }),
        };
        return spec.suggestions === undefined ? (
          <Input
            {...shared}
            autoComplete="off"
            {...(spec.input === undefined ? {} : { inputMode: spec.input })}
            onChange={({ target }) => write(target.value)}
          />
        ) : (
          <AutoComplete
            {...shared}
            options={spec.suggestions.map((suggestion) => ({ value: suggestion }))}
            showSearch={{ filterOption: true }}
            onChange={(typed) => write(typed)}
          />
        );
      }}
    </FieldFrame>
  );
}
