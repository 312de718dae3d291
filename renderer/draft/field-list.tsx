import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Draft, DraftPath } from '../../electron/contract/rpc/case-procedures.ts';
import { useDraftSelection } from './draft-context.tsx';
import { isBlank, isObject, type JsonObject, valueAt } from './draft-values.ts';
import { useFoldAround } from './field-focus.tsx';
import type { FieldSpec } from './field-spec.ts';
import { FieldView } from './field-view.tsx';
import { pathBelow } from './fields/field-props.ts';
import type { FieldListProps } from './nested-fields.tsx';
import { pathText } from './path-text.ts';

/** The fields of one place; what is rarely needed is folded away until it is filled in or asked for. */
export function FieldList({ fields, parent }: FieldListProps) {
  const shown = useDraftSelection((draft) => shownNames(fields, parent, draft));
  const names = new Set(shown.split(' '));
  const present = fields.filter(({ at }) => names.has(at));
  const common = present.filter(({ isRare }) => isRare !== true);
  const rare = present.filter(({ isRare }) => isRare === true);
  return (
    <div className="field-list">
      {common.map((spec) => (
        <FieldView key={spec.at} spec={spec} path={pathBelow(parent, spec.at)} />
      ))}
      {rare.length === 0 ? null : <RareFields fields={rare} parent={parent} />}
    </div>
  );
}

function RareFields({ fields, parent }: FieldListProps) {
  const places = fields.map(({ at }) => pathText(pathBelow(parent, at)));
  const isAnyFilled = useDraftSelection((draft) =>
    fields.some(({ at }) => !isBlank(valueAt(draft, pathBelow(parent, at)))),
  );
  const [isOpen, setOpen] = useFoldAround(places, isAnyFilled);
  return (
    <>
      <div className="field-wide">
        <Button
          type="link"
          className="field-more"
          icon={isOpen ? <UpOutlined /> : <DownOutlined />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? '收起' : `更多：${fields.map(({ label }) => label).join('、')}`}
        </Button>
      </div>
      {isOpen ? fields.map((spec) => <FieldView key={spec.at} spec={spec} path={pathBelow(parent, spec.at)} />) : null}
    </>
  );
}

/** As one text, so that the list is drawn again only when another field appears. */
function shownNames(fields: readonly FieldSpec[], parent: DraftPath, draft: Draft): string {
  const held = valueAt(draft, parent);
  const row: JsonObject = isObject(held) ? held : {};
  return fields
    .filter(({ at, when }) => when === undefined || when(row, draft) || !isBlank(valueAt(draft, pathBelow(parent, at))))
    .map(({ at }) => at)
    .join(' ');
}
