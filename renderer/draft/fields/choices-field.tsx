import { Checkbox } from 'antd';
import { isList, textOf } from '../draft-values.ts';
import { FieldFrame } from '../field-frame.tsx';
import { pathText } from '../path-text.ts';
import { useField } from '../use-field.ts';
import type { FieldProps } from './field-props.ts';

/** Any of several, kept in the order in which they are offered. */
export function ChoicesField({ spec, path }: FieldProps<'choices'>) {
  const [value, write] = useField(path, spec.label);
  const chosen = isList(value) ? value.map(textOf) : [];
  return (
    <FieldFrame spec={spec} place={pathText(path)} isSet isWide>
      {() => (
        <div className="choices-field">
          {spec.options.map((option) => (
            <Checkbox
              key={option.value}
              checked={chosen.includes(option.value)}
              onChange={({ target }) => {
                const next = spec.options
                  .map((known) => known.value)
                  .filter((known) => (known === option.value ? target.checked : chosen.includes(known)));
                write(next.length === 0 ? undefined : next);
              }}
            >
              {option.label}
              {option.help === undefined ? null : <span className="field-help">{option.help}</span>}
            </Checkbox>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
