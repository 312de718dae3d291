import { useEffect, useEffectEvent, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useDraftSession } from '../../../draft/draft-context.tsx';
import { evidenceEntries } from './evidence-entries.ts';

/** The field that a finding leads to: `?field=evidence[3].title`. Its item is shown, then it takes the focus. */
export function useAskedEntry(show: (key: string) => void): void {
  const [search] = useSearchParams();
  const { key: visit } = useLocation();
  const session = useDraftSession();
  const path = search.get('field') ?? '';
  // Asked for anew each time one goes there.
  const request = useMemo(() => ({ path, visit }), [path, visit]);
  const onAsked = useEffectEvent(show);

  useEffect(() => {
    const { path: wanted } = request;
    const index = /^evidence\[(\d+)\]/.exec(wanted)?.[1];
    const entry = evidenceEntries(session.state().draft).find((one) => one.index === Number(index));
    if (index === undefined || entry === undefined) return;
    onAsked(entry.key);
    const frame = requestAnimationFrame(() => {
      const field =
        document.querySelector<HTMLElement>(`[data-field="${CSS.escape(wanted)}"]`) ??
        document.querySelector<HTMLElement>(`[data-key="${CSS.escape(entry.key)}"]`);
      field?.querySelector<HTMLElement>('input, textarea, [role="combobox"], button')?.focus();
      field?.scrollIntoView({ block: 'nearest' });
    });
    return () => cancelAnimationFrame(frame);
  }, [request, session]);
}
