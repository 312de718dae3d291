import { Select } from 'antd';
import type { Change } from '../../../electron/contract/rpc/case-procedures.ts';
import { useDraftSelection, useDraftSession } from '../draft-context.tsx';
import { isList, listAt, textOf } from '../draft-values.ts';
import { FieldFrame } from '../field-frame.tsx';
import { pathText } from '../path-text.ts';
import { rowIdentity } from '../row-identity.ts';
import { changesTo } from '../set-field.ts';
import { useField } from '../use-field.ts';
import type { FieldProps } from './field-props.ts';

/** Which claimant, respondent or order. A row that has no id yet is given one when it is chosen. */
export function ReferenceField({ spec, path }: FieldProps<'reference'>) {
  const session = useDraftSession();
  const [value] = useField(path, spec.label);
  const rows = useDraftSelection((draft) => listAt(draft, [spec.to]));
  const options = rows.map((row, index) => ({
    value: rowIdentity(spec.to, row, index, rows).id,
    label: rowIdentity(spec.to, row, index, rows).name,
  }));
  const isMany = spec.isMany === true;
  const chosen = isList(value) ? value.map(textOf) : [textOf(value)].filter((id) => id !== '');

  const choose = (ids: readonly string[]) => {
    const { draft } = session.state();
    const named = rows.flatMap((row, index): Change[] => {
      const { id, isNew } = rowIdentity(spec.to, row, index, rows);
      return isNew && ids.includes(id) ? [{ kind: 'set', path: [spec.to, index, 'id'], value: id }] : [];
    });
    const next = isMany ? [...ids] : ids[0];
    const changes = [...named, ...changesTo(draft, path, ids.length === 0 ? undefined : next)];
    if (changes.length > 0) session.change(`修改${spec.label}`, changes);
  };

  const shared = { className: 'whole-line', options, placeholder: '请选择', allowClear: true };
  return (
    <FieldFrame spec={spec} place={pathText(path)}>
      {({ id, 'aria-describedby': describedBy }) =>
        isMany ? (
          <Select<string[]>
            {...shared}
            id={id}
            aria-describedby={describedBy}
            mode="multiple"
            value={chosen}
            onChange={choose}
          />
        ) : (
          <Select<string>
            {...shared}
            id={id}
            aria-describedby={describedBy}
            {...(chosen[0] === undefined ? {} : { value: chosen[0] })}
            onChange={(next?: string) => choose(next === undefined ? [] : [next])}
          />
        )
      }
    </FieldFrame>
  );
}
