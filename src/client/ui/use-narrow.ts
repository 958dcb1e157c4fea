// Is the screen as narrow as a phone's?
import { useSyncExternalStore } from 'react';

const QUERY = '(width <= 860px)';

function watch(tell: () => void): () => void {
  const list = window.matchMedia(QUERY);
  list.addEventListener('change', tell);
  return () => list.removeEventListener('change', tell);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => window.matchMedia(QUERY).matches);
}
