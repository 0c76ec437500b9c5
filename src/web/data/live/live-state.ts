/** Whether what is on screen is kept true right now: the dot and its word in the bar. */
import { useSyncExternalStore } from 'react';

type LiveState = {
  readonly status: 'starting' | 'live' | 'reconnecting';
  /** When the stream was last known to be whole, ms since 1970; null before the first time. */
  readonly heardAtMs: number | null;
};

let state: LiveState = { status: 'starting', heardAtMs: null };
const listeners = new Set<() => void>();

export function setLiveState(next: LiveState): void {
  // Heartbeats move `heardAtMs`; while live nobody shows it, so nobody has to hear.
  const silent = next.status === 'live' && state.status === 'live';
  state = next;
  if (!silent) for (const listener of listeners) listener();
}
export const liveState = (): LiveState => state;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export const useLiveState = (): LiveState => useSyncExternalStore(subscribe, liveState);
