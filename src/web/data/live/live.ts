/**
 * Starts what keeps the cache true, once the page is at rest: nobody's board waits for its code. Nothing is missed
 * meanwhile, because the stream begins where the feed stood before the first read.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { ChangeEvent } from '#contract/history.ts';
import { atRest } from '../../lib/when-opened.tsx';
import { forgetOwnWrites } from '../versions.ts';
import { setLiveState } from './live-state.ts';
import { setPresent } from './presence-state.ts';
import { forgetEvents } from './recent-events.ts';
import { forgetSeen } from './seen.ts';

/** A page that is busy from the start must still become live. */
const MOST_WAIT_MS = 1_000;
const AGAIN_MS = 5_000;

type LiveListener = (event: ChangeEvent) => void;
const listeners = new Set<LiveListener>();

/** Hears every change after it is in the cache: for "moved by AR" marks, not for data. Returns the way to stop. */
export function onChange(listener: LiveListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellChange(event: ChangeEvent): void {
  for (const listener of listeners) listener(event);
}

/** As `startLive`, as soon as that has been read; while it cannot be, it is tried again. */
export function keepLive(client: QueryClient, who: string, from: string | undefined): () => void {
  forgetLive(client);
  setLiveState({ status: 'starting', heardAtMs: null });
  let stop: (() => void) | null = null;
  let isOver = false;
  const start = async (): Promise<void> => {
    try {
      const { startLive } = await import('./start-live.ts');
      if (!isOver) stop = startLive(client, who, from);
    } catch {
      if (!isOver) setTimeout(() => void (isOver || start()), AGAIN_MS);
    }
  };
  const cancel = atRest(() => void start(), MOST_WAIT_MS);
  return () => {
    isOver = true;
    cancel();
    stop?.();
  };
}

/** What is known of changes and of one's own writes, for another person or after a reset. */
export function forgetLive(client: QueryClient): void {
  forgetEvents();
  forgetSeen();
  forgetOwnWrites(client);
  setPresent([]);
}
