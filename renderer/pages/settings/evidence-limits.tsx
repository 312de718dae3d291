import './evidence-limits.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useId, useState } from 'react';
import {
  defaultLimits,
  evidenceLimits,
  type EvidenceLimits as Limits,
} from '../../../electron/contract/evidence-limits.ts';
import { api, client } from '../../api.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';

interface LimitRow {
  readonly field: keyof Limits;
  readonly label: string;
  readonly unit: string;
  /** How much of the field one of the unit is. */
  readonly scale: number;
}

const megabyte = 1024 ** 2;
const rows: readonly LimitRow[] = [
  { field: 'bytes', label: '单个文件（图片、PDF、文档等）', unit: 'MB', scale: megabyte },
  { field: 'recordingBytes', label: '单个录音、录像', unit: 'MB', scale: megabyte },
  { field: 'pages', label: '一个文件的页数', unit: '页', scale: 1 },
  { field: 'pixels', label: '一张图片的像素', unit: '万像素', scale: 10_000 },
  { field: 'entries', label: '一个压缩包里的文件', unit: '个', scale: 1 },
];

/** What is taken in at most. Hardly anybody has to touch it. */
export function EvidenceLimits() {
  const queries = useQueryClient();
  const { data: settings } = useQuery(api.house.settings.queryOptions());
  const change = useMutation({
    mutationFn: (limits: Limits) => client.house.changeSettings({ limits }),
    onSuccess: (changed) => queries.setQueryData(api.house.settings.queryKey(), changed),
  });
  const limits = settings?.limits ?? defaultLimits;
  const isUsual = rows.every(({ field }) => limits[field] === defaultLimits[field]);
  return (
    <>
      <p>
        太大的文件、文件太多的压缩包不会收录；页数或像素太多的，原件会收好，印成一页说明。每次都会说明超过了哪一项。一般不用改，调高以后打开和打印会慢一些。
      </p>
      <div className="evidence-limits">
        {rows.map((row) => (
          <LimitField
            key={row.field}
            row={row}
            value={limits[row.field]}
            onChange={(value) => change.mutate({ ...limits, [row.field]: value })}
          />
        ))}
      </div>
      <div>
        <Button disabled={isUsual} onClick={() => change.mutate(defaultLimits)}>
          恢复原来的上限
        </Button>
      </div>
      {change.isError ? <ErrorNotice error={change.error} /> : null}
    </>
  );
}

interface LimitFieldProps {
  readonly row: LimitRow;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** Kept when it is left or Enter is pressed: on the way to 1024 stands 1. */
function LimitField({ row: { field, label, unit, scale }, value, onChange }: LimitFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<number>();
  const { min, max } = boundsOf(field);
  const keep = () => {
    if (typed !== undefined) onChange(Math.min(max, typed * scale));
    setTyped(undefined);
  };
  return (
    <div className="evidence-limit">
      <label htmlFor={id}>{label}</label>
      <InputNumber<number>
        id={id}
        min={Math.ceil(min / scale)}
        max={Math.ceil(max / scale)}
        precision={0}
        value={typed ?? Math.ceil(value / scale)}
        onChange={(next) => setTyped(next ?? undefined)}
        onBlur={keep}
        onPressEnter={keep}
      />
      <span>{unit}</span>
    </div>
  );
}

function boundsOf(field: keyof Limits): { readonly min: number; readonly max: number } {
  const { minValue, maxValue } = evidenceLimits.shape[field];
  return { min: minValue ?? 1, max: maxValue ?? Number.MAX_SAFE_INTEGER };
}
