import { useSyncExternalStore } from 'react';

/** Questions and paper stand side by side from this width on. */
const sideBySide = '(min-width: 1100px)';

export function useWideEnough(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(sideBySide).matches);
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(sideBySide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
