import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PreviewPart } from '../../../../electron/contract/rpc/paper-procedures.ts';
import { client } from '../../../api.ts';

export type PaperPart = Exclude<PreviewPart, 'timeline' | 'evidence-list' | 'cover'>;

export interface OverridePlace {
  readonly caseId: string;
  readonly part: PaperPart;
  readonly at: string;
  readonly original: string;
}

interface Saving {
  /** `null` gives the paragraph back to Juli. The newest words win; none are sent twice. */
  save(own: string | null): void;
  readonly state: 'saved' | 'saving' | 'failed';
  readonly error: unknown;
  retry(): void;
}

/** Typing is written down this much later: letters that come together are one edit, and the paper follows at once. */
const pause = 60;

/** Keeps a paragraph by hand as it is typed: one write at a time, the last words always, also when the editor closes. */
export function useOverride(place: OverridePlace): Saving {
  const [state, setState] = useState<Saving['state']>('saved');
  const [error, setError] = useState<unknown>();
  const waiting = useRef<{ readonly own: string | null } | undefined>(undefined);
  const isWriting = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const write = useEffectEvent(async () => {
    clearTimeout(timer.current);
    if (isWriting.current || waiting.current === undefined) return;
    const { own } = waiting.current;
    waiting.current = undefined;
    isWriting.current = true;
    try {
      const { caseId, part, at, original } = place;
      await client.papers.override({ id: caseId, part, at, original, own });
      setState(waiting.current === undefined ? 'saved' : 'saving');
    } catch (cause) {
      waiting.current ??= { own };
      setError(cause);
      setState('failed');
      return;
    } finally {
      isWriting.current = false;
    }
    if (waiting.current !== undefined) void write();
  });

  useEffect(() => () => void write(), []);

  return {
    state,
    error,
    save(own) {
      waiting.current = { own };
      setState('saving');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void write(), own === null ? 0 : pause);
    },
    retry() {
      setState('saving');
      void write();
    },
  };
}
