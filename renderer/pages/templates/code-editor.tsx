import './code-editor.css';
import { type RefObject, useRef } from 'react';

interface CodeEditorProps {
  readonly label: string;
  readonly text: string;
  readonly onType: (text: string) => void;
  /** From 1. */
  readonly markedLines: ReadonlySet<number>;
  readonly box: RefObject<HTMLTextAreaElement | null>;
}

/** A plain text box with numbered lines; those with a problem are marked. */
export function CodeEditor({ label, text, onType, markedLines, box }: CodeEditorProps) {
  const numbers = useRef<HTMLOListElement>(null);
  const lines = Array.from({ length: text.split('\n').length }, (_, index) => index + 1);
  return (
    <div className="code-editor">
      <ol className="code-editor-numbers" aria-hidden="true" ref={numbers}>
        {lines.map((line) => (
          <li key={line} className={markedLines.has(line) ? 'code-editor-marked' : undefined}>
            {line}
          </li>
        ))}
      </ol>
      <textarea
        ref={box}
        aria-label={label}
        value={text}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        onChange={({ target }) => onType(target.value)}
        onScroll={({ currentTarget }) => {
          if (numbers.current !== null) numbers.current.scrollTop = currentTarget.scrollTop;
        }}
      />
    </div>
  );
}

/** Puts the caret at the start of a line, in sight. */
export function goToLine(box: HTMLTextAreaElement | null, line: number): void {
  if (box === null) return;
  const start =
    box.value
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0);
  box.focus();
  box.setSelectionRange(start, start);
  box.scrollTop = (line - 4) * Number.parseFloat(getComputedStyle(box).lineHeight);
}
