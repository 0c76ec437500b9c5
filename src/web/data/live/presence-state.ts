/** Who looks at the board, as last told by the stream or in an answer. */
import { useSyncExternalStore } from 'react';
import type { PresentPage } from '#contract/presence.ts';

let pages: readonly PresentPage[] = [];
const listeners = new Set<() => void>();

export function setPresent(next: readonly PresentPage[]): void {
  pages = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Every open page of the company, this one too. */
export const usePresentPages = (): readonly PresentPage[] => useSyncExternalStore(subscribe, () => pages);
