/** The keys of the page on screen, for the overview behind "?". The shell shows them, the page says them. */
import { useEffect, useSyncExternalStore } from 'react';

export type PageKeys = {
  readonly title: string;
  readonly rows: readonly (readonly [what: string, keys: string])[];
};

let shown: PageKeys | null = null;
const listeners = new Set<() => void>();

function show(next: PageKeys | null): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** @param keys the same object between renders: module scope */
export function usePageKeys(keys: PageKeys): void {
  useEffect(() => {
    show(keys);
    return () => {
      if (shown === keys) show(null);
    };
  }, [keys]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** null: the page has no keys of its own. */
export const usePageKeyRows = (): PageKeys | null => useSyncExternalStore(subscribe, () => shown);
