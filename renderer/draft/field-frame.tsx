import './field-frame.css';
import { type ReactNode, useId } from 'react';
import { Term } from '../parts/term.tsx';
import { FieldConflict } from './field-conflict.tsx';
import { FieldFindings } from './field-findings.tsx';
import type { FieldWords } from './field-spec.ts';

export interface ControlNames {
  readonly id: string;
  readonly labelId: string;
  readonly 'aria-describedby': string;
}

interface FieldFrameProps {
  readonly spec: FieldWords;
  /** The whole path as text. */
  readonly place: string;
  /** Several controls under one name, such as a row of choices. */
  readonly isSet?: boolean;
  readonly isWide?: boolean;
  readonly children: (names: ControlNames) => ReactNode;
}

/** Label, control, what to write there, what the checks say to it. */
export function FieldFrame({ spec, place, isSet = false, isWide = false, children }: FieldFrameProps) {
  const id = useId();
  const labelId = `${id}label`;
  const helpId = `${id}help`;
  const findingsId = `${id}findings`;
  const words = (
    <>
      {spec.label}
      {spec.need === undefined ? null : <span className="field-need">{spec.need}</span>}
    </>
  );
  return (
    <div
      className={isWide ? 'field field-wide' : 'field'}
      data-field={place}
      {...(isSet ? { role: 'group', 'aria-labelledby': labelId } : {})}
    >
      <div className="field-label">
        {isSet ? (
          <span id={labelId}>{words}</span>
        ) : (
          <label id={labelId} htmlFor={id}>
            {words}
          </label>
        )}
        {spec.term === undefined ? null : (
          <span className="field-term">
            <Term of={spec.term}>{`什么是${spec.term}`}</Term>
          </span>
        )}
      </div>
      {children({ id, labelId, 'aria-describedby': `${helpId} ${findingsId}` })}
      {spec.help === undefined ? null : (
        <p id={helpId} className="field-help">
          {spec.help}
        </p>
      )}
      <FieldConflict place={place} />
      <FieldFindings id={findingsId} place={place} />
    </div>
  );
}
