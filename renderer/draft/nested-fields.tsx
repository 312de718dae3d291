import { type ComponentType, createContext, use } from 'react';
import type { DraftPath } from '../../electron/contract/rpc/case-procedures.ts';
import type { FieldSpec } from './field-spec.ts';

export interface FieldListProps {
  readonly fields: readonly FieldSpec[];
  readonly parent: DraftPath;
}

/** Fields hold fields; what draws the inner ones is handed down, so that no file has to know the one above it. */
export const NestedFieldsContext = createContext<ComponentType<FieldListProps> | undefined>(undefined);

export function NestedFields(props: FieldListProps) {
  const List = use(NestedFieldsContext);
  return List === undefined ? null : <List {...props} />;
}
