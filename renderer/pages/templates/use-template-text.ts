import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { TemplateProblem } from '../../../electron/contract/rpc/house-procedures.ts';
import { client } from '../../api.ts';

interface TemplateText {
  readonly text: string;
  type(text: string): void;
  readonly state: 'kept' | 'keeping' | 'failed';
  readonly error: unknown;
  /** Of the text as it was last kept. */
  readonly problems: readonly TemplateProblem[];
}

/** A line of typing is kept as one. */
const pause = 500;

/** The text of a template as it is typed, kept soon after, and at once when the editor closes. */
export function useTemplateText(
  path: string,
  textAtFirst: string,
  isUnfinished: boolean,
  onKept: () => void,
): TemplateText {
  const [text, setText] = useState(textAtFirst);
  const [state, setState] = useState<TemplateText['state']>('kept');
  const [error, setError] = useState<unknown>();
  const [problems, setProblems] = useState<readonly TemplateProblem[]>([]);
  const waiting = useRef<string | undefined>(undefined);
  const isWriting = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useEffectEvent(async () => {
    clearTimeout(timer.current);
    if (isWriting.current || waiting.current === undefined) return;
    const written = waiting.current;
    waiting.current = undefined;
    isWriting.current = true;
    try {
      const answer = await client.templates.write({ path, text: written });
      setProblems(answer.problems.toSorted((first, second) => rank(first) - rank(second)));
      onKept();
      setState(waiting.current === undefined ? 'kept' : 'keeping');
    } catch (cause) {
      waiting.current ??= written;
      setError(cause);
      setState('failed');
      return;
    } finally {
      isWriting.current = false;
    }
    if (waiting.current !== undefined) void keep();
  });

  const begin = useEffectEvent(() => {
    if (!isUnfinished) return;
    waiting.current = textAtFirst;
    void keep();
  });
  useEffect(() => {
    begin();
    return () => void keep();
  }, []);

  return {
    text,
    state,
    error,
    problems,
    type(next) {
      setText(next);
      waiting.current = next;
      setState('keeping');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void keep(), pause);
    },
  };
}

function rank({ severity }: TemplateProblem): number {
  return severity === 'error' ? 0 : 1;
}
