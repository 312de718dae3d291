import { Radio, Select } from 'antd';
import { textOf } from '../draft-values.ts';
import { FieldFrame } from '../field-frame.tsx';
import { pathText } from '../path-text.ts';
import { useField } from '../use-field.ts';
import type { FieldProps } from './field-props.ts';

/** More than these are too many to stand side by side. */
const mostInSight = 4;

export function ChoiceField({ spec, path }: FieldProps<'choice'>) {
  const [value, write] = useField(path, spec.label);
  const { options } = spec;
  const chosen = textOf(value) === '' ? spec.fallback : textOf(value);
  const help = options.find((option) => option.value === chosen)?.help;
  const isInSight = options.length <= mostInSight;
  return (
    <FieldFrame spec={spec} place={pathText(path)} isSet={isInSight} isWide={isInSight}>
      {({ id, labelId, 'aria-describedby': describedBy }) => (
        <>
          {isInSight ? (
            <Radio.Group
              aria-labelledby={labelId}
              aria-describedby={describedBy}
              value={chosen}
              options={options.map((option) => ({ value: option.value, label: option.label }))}
              onChange={({ target }) => write(textOf(target.value))}
            />
          ) : (
            <Select<string>
              id={id}
              aria-describedby={describedBy}
              className="whole-line"
              placeholder="请选择"
              allowClear
              {...(chosen === undefined ? {} : { value: chosen })}
              options={options.map((option) => ({ value: option.value, label: option.label }))}
              onChange={(next) => write(next)}
            />
          )}
          {help === undefined ? null : <p className="field-help">{help}</p>}
        </>
      )}
    </FieldFrame>
  );
}
