import { CalendarOutlined } from '@ant-design/icons';
import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { today } from './today.ts';
import { typedDate } from './typed-date.ts';
import { type TypedFieldProps, TypedInput } from './typed-input.tsx';

/** A day, typed as one likes (2026-10-2, 20261002, 10月2日) or picked from a calendar. */
export function DateField(field: TypedFieldProps) {
  const [isOpen, setOpen] = useState(false);
  const day = typedDate(field.value, today());
  return (
    <TypedInput
      {...field}
      read={(text) => typedDate(text, today())}
      inputMode="numeric"
      placeholder="如 2026-10-02"
      hint="这不是一个完整的日期。请写成 2026-10-02 这样；记不清的，可以先空着。"
    >
      <Button icon={<CalendarOutlined />} aria-label="从日历中选" onClick={() => setOpen(!isOpen)} />
      <span className="date-field-calendar">
        <DatePicker
          open={isOpen}
          onOpenChange={setOpen}
          value={day === undefined ? null : dayjs(day)}
          onChange={(picked) => {
            setOpen(false);
            if (picked !== null) field.onChange(picked.format('YYYY-MM-DD'));
          }}
          tabIndex={-1}
          aria-hidden
        />
      </span>
    </TypedInput>
  );
}
