import type { DraftPath } from '../../electron/contract/rpc/case-procedures.ts';
import type { FieldSpec } from './field-spec.ts';
import { ChoiceField } from './fields/choice-field.tsx';
import { ChoicesField } from './fields/choices-field.tsx';
import { CountField } from './fields/count-field.tsx';
import { DayField } from './fields/day-field.tsx';
import { EvidenceField } from './fields/evidence-field.tsx';
import { GroupField } from './fields/group-field.tsx';
import { MomentField } from './fields/moment-field.tsx';
import { MoneyInput } from './fields/money-input.tsx';
import { ProseField } from './fields/prose-field.tsx';
import { ReferenceField } from './fields/reference-field.tsx';
import { RowsField } from './fields/rows-field.tsx';
import { TextField } from './fields/text-field.tsx';
import { TruthField } from './fields/truth-field.tsx';

interface FieldViewProps {
  readonly spec: FieldSpec;
  readonly path: DraftPath;
}

export function FieldView({ spec, path }: FieldViewProps) {
  switch (spec.kind) {
    case 'text':
      return <TextField spec={spec} path={path} />;
    case 'prose':
      return <ProseField spec={spec} path={path} />;
    case 'money':
      return <MoneyInput spec={spec} path={path} />;
    case 'count':
      return <CountField spec={spec} path={path} />;
    case 'day':
      return <DayField spec={spec} path={path} />;
    case 'moment':
      return <MomentField spec={spec} path={path} />;
    case 'choice':
      return <ChoiceField spec={spec} path={path} />;
    case 'choices':
      return <ChoicesField spec={spec} path={path} />;
    case 'truth':
      return <TruthField spec={spec} path={path} />;
    case 'evidence':
      return <EvidenceField spec={spec} path={path} />;
    case 'reference':
      return <ReferenceField spec={spec} path={path} />;
    case 'group':
      return <GroupField spec={spec} path={path} />;
    case 'rows':
      return <RowsField spec={spec} path={path} />;
  }
}
