import { Radio } from 'antd';
import { FieldFrame } from '../field-frame.tsx';
import { pathText } from '../path-text.ts';
import { useField } from '../use-field.ts';
import type { FieldProps } from './field-props.ts';

/** Yes, no, or not answered: nobody is made to say what they do not know. */
export function TruthField({ spec, path }: FieldProps<'truth'>) {
  const [value, write] = useField(path, spec.label);
  return (
    <FieldFrame spec={spec} place={pathText(path)} isSet isWide>
      {({ labelId, 'aria-describedby': describedBy }) => (
        <Radio.Group
          aria-labelledby={labelId}
          aria-describedby={describedBy}
          value={value === true ? 'yes' : value === false ? 'no' : 'unknown'}
          options={[
            { value: 'yes', label: spec.yes ?? '是' },
            { value: 'no', label: spec.no ?? '否' },
            { value: 'unknown', label: '不清楚' },
          ]}
          onChange={({ target }) => write(target.value === 'unknown' ? undefined : target.value === 'yes')}
        />
      )}
    </FieldFrame>
  );
}
