import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { DateField } from '../../parts/date-field.tsx';
import { textOf } from '../draft-values.ts';
import { FieldFrame } from '../field-frame.tsx';
import { pathText } from '../path-text.ts';
import { useField } from '../use-field.ts';
import { type FieldProps, pathBelow } from './field-props.ts';
import { readMomentText, typedTime, writeMomentText } from './moment-text.ts';

/** A day, and a time of day where it is known. */
export function MomentField({ spec, path }: FieldProps<'moment'>) {
  const [value, write] = useField(path, spec.label);
  const [typed, setTyped] = useState<string>();
  const { day, time } = readMomentText(textOf(value));
  const isWrong = typed === undefined && time !== '' && typedTime(time) === undefined;
  return (
    <FieldFrame spec={spec} place={pathText(path)} isSet isWide>
      {({ labelId, 'aria-describedby': describedBy }) => (
        <div className="moment-field" aria-describedby={describedBy}>
          <DateField
            aria-label={`${spec.label}：哪一天`}
            value={day}
            onChange={(next) => write(writeMomentText({ day: next, time }))}
          />
          <Input
            className="moment-field-time"
            aria-label={`${spec.label}：几点几分，不知道可以不填`}
            aria-describedby={labelId}
            placeholder="几点，如 20:15"
            inputMode="numeric"
            autoComplete="off"
            {...(isWrong ? { status: 'warning' as const } : {})}
            value={typed ?? time}
            onChange={({ target }) => {
              setTyped(target.value);
              write(writeMomentText({ day, time: typedTime(target.value) ?? target.value.trim() }));
            }}
            onBlur={() => setTyped(undefined)}
          />
          {spec.precisionAt === undefined ? null : (
            <Precision label={spec.label} path={pathBelow(path.slice(0, -1), spec.precisionAt)} />
          )}
        </div>
      )}
    </FieldFrame>
  );
}

function Precision({ label, path }: { readonly label: string; readonly path: FieldProps<'moment'>['path'] }) {
  const [value, write] = useField(path, label);
  return (
    <Checkbox
      checked={value === 'approximate'}
      onChange={({ target }) => write(target.checked ? 'approximate' : undefined)}
    >
      记不准，大概是这个时候
    </Checkbox>
  );
}
