import './term.css';
import { useId, useState } from 'react';
import { type LegalTerm, legalTerms } from './legal-terms.ts';

interface TermProps {
  readonly of: LegalTerm;
  /** Other words for it in the sentence; the term itself when unset. */
  readonly children?: string;
}

/** A legal term with its explanation in one line, shown and hidden by a press. For where a term first stands. */
export function Term({ of, children }: TermProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <span className="term">
      <button
        type="button"
        className="term-word"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {children ?? of}
      </button>
      <span id={id} className="term-meaning" hidden={!isOpen}>
        {legalTerms[of]}
      </span>
    </span>
  );
}
