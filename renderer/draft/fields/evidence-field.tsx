import { Select } from 'antd';
import { useDraftSelection } from '../draft-context.tsx';
import { isList, textOf } from '../draft-values.ts';
import { exhibitList } from '../exhibit-list.ts';
import { FieldFrame } from '../field-frame.tsx';
import { pathText } from '../path-text.ts';
import { useField } from '../use-field.ts';
import type { FieldProps } from './field-props.ts';

/** Which evidence shows it, by number and title. */
export function EvidenceField({ spec, path }: FieldProps<'evidence'>) {
  const [value, write] = useField(path, spec.label);
  const exhibits = useDraftSelection(exhibitList);
  const chosen = isList(value) ? value.map(textOf) : [];
  return (
    <FieldFrame spec={spec} place={pathText(path)} isWide>
      {({ id, 'aria-describedby': describedBy }) => (
        <Select<string[]>
          id={id}
          mode="multiple"
          aria-describedby={describedBy}
          className="whole-line"
          placeholder={exhibits.length === 0 ? '还没有证据，先到“证据”一步放进来' : '点这里选，可以选几份'}
          notFoundContent="没有可选的证据。先到“证据”一步放进来。"
          value={chosen}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            ...exhibits.map((exhibit) => ({ value: exhibit.id, label: `${exhibit.name} ${exhibit.title}` })),
            ...chosen
              .filter((one) => !exhibits.some((exhibit) => exhibit.id === one))
              .map((one) => ({ value: one, label: `${one}（没有这份证据）` })),
          ]}
          onChange={(next) => write(next.length === 0 ? undefined : next)}
        />
      )}
    </FieldFrame>
  );
}
