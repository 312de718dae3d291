import { useEffect, useEffectEvent } from 'react';

interface Shortcuts {
  newCase(): void;
  search(): void;
  help(): void;
}

/**
 * Keys that work everywhere. Browsers keep Ctrl+N for themselves, so Alt+N does the same there.
 * Undo and redo belong to the case that is open.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const act = useEffectEvent((event: KeyboardEvent) => {
    const wanted = wantedBy(event);
    if (wanted === undefined) return;
    event.preventDefault();
    shortcuts[wanted]();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => act(event);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function wantedBy(event: KeyboardEvent): keyof Shortcuts | undefined {
  if (event.defaultPrevented || event.isComposing) return undefined;
  const hasCommand = event.ctrlKey || event.metaKey;
  // By its place on the keyboard: with Alt some layouts type another letter.
  if (event.code === 'KeyN' && (hasCommand || event.altKey) && !event.shiftKey) return 'newCase';
  if (event.code === 'KeyK' && hasCommand && !event.altKey) return 'search';
  if (event.key === '?' && !hasCommand && !isTyping(event.target)) return 'help';
  return undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
