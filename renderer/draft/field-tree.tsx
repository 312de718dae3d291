import { FieldList } from './field-list.tsx';
import { type FieldListProps, NestedFieldsContext } from './nested-fields.tsx';

/** The fields of a section with all that is inside them. */
export function FieldTree(props: FieldListProps) {
  return (
    <NestedFieldsContext value={FieldList}>
      <FieldList {...props} />
    </NestedFieldsContext>
  );
}
