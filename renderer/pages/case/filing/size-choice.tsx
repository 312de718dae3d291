import { Checkbox, InputNumber } from 'antd';
import type { PacketForm } from '../../../../electron/contract/packet-form.ts';

interface VolumeChoiceProps {
  readonly form: PacketForm;
  readonly onChange: (volumes: PacketForm['volumes']) => void;
}

/** Too thick to bind, or too large to upload: several files whose page numbers run on. */
export function VolumeChoice({ form: { volumes = {} }, onChange }: VolumeChoiceProps) {
  const change = (changes: NonNullable<PacketForm['volumes']>) => {
    const { pages, megabytes } = { ...volumes, ...changes };
    if (pages === undefined && megabytes === undefined) onChange(undefined);
    else onChange({ ...(pages === undefined ? {} : { pages }), ...(megabytes === undefined ? {} : { megabytes }) });
  };
  return (
    <>
      <Limit
        title="按页数分册"
        why="太厚装订不了时用。每册有自己的目录，页码连着编，尽量不把一份证据拆开。"
        label="每册最多"
        unit="页"
        value={volumes.pages}
        usual={200}
        least={20}
        onChange={(pages) => change({ pages })}
      />
      <Limit
        title="按文件大小分册"
        why="网站一次只收小文件时用，分几次上传。"
        label="每册最多"
        unit="MB"
        value={volumes.megabytes}
        usual={20}
        least={1}
        onChange={(megabytes) => change({ megabytes })}
      />
    </>
  );
}

interface LimitProps {
  readonly title: string;
  readonly why: string;
  readonly label: string;
  readonly unit: '页' | 'MB';
  readonly value: number | undefined;
  /** Filled in when it is ticked. */
  readonly usual: number;
  readonly least: number;
  readonly onChange: (value: number | undefined) => void;
}

/** A limit that holds once it is ticked. */
export function Limit({ title, why, label, unit, value, usual, least, onChange }: LimitProps) {
  const most = unit === '页' ? 5_000 : 4_000;
  return (
    <div className="form-choice-limit">
      <Checkbox checked={value !== undefined} onChange={({ target }) => onChange(target.checked ? usual : undefined)}>
        {title}
        <span className="packet-why quiet small">{why}</span>
      </Checkbox>
      {value === undefined ? null : (
        <span className="form-choice-number">
          {label}{' '}
          <InputNumber<number>
            aria-label={`${title}：${label}（${unit}）`}
            min={least}
            max={most}
            {...(unit === '页' ? { precision: 0 } : {})}
            value={value}
            onChange={(next) => {
              if (next !== null) onChange(next);
            }}
          />{' '}
          {unit}
        </span>
      )}
    </div>
  );
}
