import { App } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import { shownErrorOf } from '../../api/shown-error.ts';
import { useDraftSession } from '../../draft/draft-context.tsx';

/** Undo and redo of the case by button and by key, also while one types: what is typed is part of the case. */
export function useUndoKeys(): { undo: () => void; redo: () => void } {
  const session = useDraftSession();
  const { message } = App.useApp();

  async function step(kind: 'undo' | 'redo'): Promise<void> {
    // What was just typed is saved first, and may be what is taken back.
    try {
      await session.saved();
      const label = session.state()[kind];
      if (label === undefined) return;
      await session[kind]();
      void message.info({ content: `${kind === 'undo' ? '已撤销' : '已重做'}：${label}`, key: 'undo' });
    } catch (error) {
      void message.error({ content: shownErrorOf(error).text, key: 'undo' });
    }
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const kind = wantedBy(event);
    if (kind === undefined) return;
    event.preventDefault();
    void step(kind);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return { undo: () => void step('undo'), redo: () => void step('redo') };
}

function wantedBy(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : undefined;
}
