import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useDraftSession, useDraftValue } from '../draft-context.tsx';
import { isBlank } from '../draft-values.ts';
import { FieldFindings } from '../field-findings.tsx';
import { useFold } from '../field-focus.tsx';
import { NestedFields } from '../nested-fields.tsx';
import { pathText } from '../path-text.ts';
import type { FieldProps } from './field-props.ts';

/** Facts that belong together and are often not needed: a button until they are. */
export function GroupField({ spec, path }: FieldProps<'group'>) {
  const session = useDraftSession();
  const value = useDraftValue(path);
  const place = pathText(path);
  const isFilled = value !== undefined && (spec.blank !== undefined || !isBlank(value));
  const [isOpen, setOpen] = useFold(place, isFilled);
  const isShown = isOpen || isFilled;

  const add = () => {
    setOpen(true);
    if (spec.blank !== undefined && value === undefined) {
      session.change(`填写${spec.label}`, [{ kind: 'set', path, value: spec.blank }]);
    }
  };
  const takeAway = () => {
    setOpen(false);
    if (value !== undefined) session.change(`去掉${spec.label}`, [{ kind: 'remove', path }]);
  };

  if (!isShown) {
    return (
      <div className="field field-wide" data-field={place}>
        <div>
          <Button icon={<PlusOutlined />} onClick={add}>
            {spec.add}
          </Button>
        </div>
        {spec.help === undefined ? null : <p className="field-help">{spec.help}</p>}
        <FieldFindings place={place} />
      </div>
    );
  }
  return (
    <fieldset className="field-group field-wide" data-field={place}>
      <legend>{spec.label}</legend>
      {spec.help === undefined ? null : <p className="field-help">{spec.help}</p>}
      <FieldFindings place={place} />
      <NestedFields fields={spec.fields} parent={path} />
      <div>
        <Button type="text" size="small" onClick={takeAway}>
          {isFilled ? `去掉“${spec.label}”` : '收起'}
        </Button>
      </div>
    </fieldset>
  );
}
