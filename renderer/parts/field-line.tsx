import './field-line.css';
import { type ReactNode, useId } from 'react';

interface FieldLineProps {
  readonly label: ReactNode;
  /** One line: what to type, or where to find it. */
  readonly help?: ReactNode;
  /** Gets the id for the label and, with help, the one that describes it. */
  readonly children: (field: { id: string; 'aria-describedby'?: string }) => ReactNode;
}

/** A field under its label, with help that readers hear too. */
export function FieldLine({ label, help, children }: FieldLineProps) {
  const id = useId();
  const helpId = `${id}-help`;
  return (
    <div className="field-line">
      <label htmlFor={id}>{label}</label>
      {help === undefined ? null : (
        <span id={helpId} className="field-line-help">
          {help}
        </span>
      )}
      {children(help === undefined ? { id } : { id, 'aria-describedby': helpId })}
    </div>
  );
}
