import './date-field.css';
import { CalendarOutlined } from '@ant-design/icons';
import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useId, useState } from 'react';
import { today } from './today.ts';
import { typedDate } from './typed-date.ts';

interface DateFieldProps {
  readonly id?: string;
  /** `YYYY-MM-DD`, or whatever was typed that is no day yet; empty when nothing was. */
  readonly value: string;
  /** At each keystroke: a day as `YYYY-MM-DD` once it is one, else as typed, so that nothing is lost. */
  readonly onChange: (value: string) => void;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
}

/** A day, typed as one likes (2026-10-2, 20261002, 10月2日) or picked from a calendar. */
export function DateField({ id, value, onChange, ...aria }: DateFieldProps) {
  const [typed, setTyped] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const hintId = useId();
  const shown = typed ?? value;
  const isDay = typedDate(shown, today()) !== undefined;
  const isWrong = typed === undefined && value !== '' && !isDay;
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
          inputMode="numeric"
          autoComplete="off"
          placeholder="如 2026-10-02"
          value={shown}
          onChange={({ target }) => {
            setTyped(target.value);
            onChange(typedDate(target.value, today()) ?? target.value.trim());
          }}
          onBlur={() => setTyped(undefined)}
        />
        <Button icon={<CalendarOutlined />} aria-label="从日历中选" onClick={() => setOpen(!isOpen)} />
        <span className="date-field-calendar">
          <DatePicker
            open={isOpen}
            onOpenChange={setOpen}
            value={isDay ? dayjs(typedDate(shown, today())) : null}
            onChange={(day) => {
              setTyped(undefined);
              setOpen(false);
              if (day !== null) onChange(day.format('YYYY-MM-DD'));
            }}
            tabIndex={-1}
            aria-hidden
          />
        </span>
      </span>
      {isWrong ? (
        <span id={hintId} className="date-field-hint">
          这不是一个完整的日期。请写成 2026-10-02 这样；记不清的，可以先空着。
        </span>
      ) : null}
    </span>
  );
}
