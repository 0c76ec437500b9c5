/** Keeps the query cache true for as long as somebody is signed in. Started once by the office layout. */
import type { QueryClient } from '@tanstack/react-query';
import type { BoardDay } from '#contract/board.ts';
import type { ChangeEvent } from '#contract/history.ts';
import { isBehind } from '#contract/upstream.ts';
import { clock } from '../../lib/clock.ts';
import { sessionLost } from '../../lib/session.ts';
import { forgetOwnWrites } from '../versions.ts';
import { createApplier } from './apply-event.ts';
import { setLiveState } from './live-state.ts';
import { readStream } from './read-stream.ts';
import { forgetEvents } from './recent-events.ts';
import { forgetSeen } from './seen.ts';
import { joinTabs, type TabMessage } from './tabs.ts';

export type LiveListener = (event: ChangeEvent) => void;
const listeners = new Set<LiveListener>();

/** Hears every change after it is in the cache: for "moved by AR" marks, not for data. Returns the way to stop. */
export function onChange(listener: LiveListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const LIVE_KEYS = [['board'], ['jobs'], ['customers'], ['setup'], ['history']] as const;

/** @param who names person and company, so that tabs of two people never share a stream */
export function startLive(client: QueryClient, who: string): () => void {
  forgetAll(client);
  setLiveState({ status: 'starting', heardAtMs: null });
  const applier = createApplier(client);
  let position: string | null = null;
  let leading = false;
  let status: 'starting' | 'live' | 'reconnecting' = 'starting';
  let heardAtMs: number | null = null;

  const readAgain = () => {
    for (const queryKey of LIVE_KEYS) void client.invalidateQueries({ queryKey });
  };
  const take = (event: ChangeEvent) => {
    if (position !== null && !isBehind(position, event.position)) return;
    position = event.position;
    applier.apply(event);
    for (const listener of listeners) listener(event);
  };
  const show = (next: typeof status) => {
    status = next;
    setLiveState({ status, heardAtMs });
    if (leading) tabs.tell({ type: 'state', status, heardAtMs });
  };
  const startOver = () => {
    position = null;
    forgetAll(client);
    readAgain();
  };

  const hear = (message: TabMessage<ChangeEvent>) => {
    if (message.type === 'event') take(message.event);
    else if (message.type === 'reset') startOver();
    else if (message.type === 'gap') readAgain();
    else if (message.type === 'hello' && leading) tabs.tell({ type: 'state', status, heardAtMs });
    else if (message.type === 'state' && !leading) {
      heardAtMs = message.heardAtMs;
      show(message.status);
    }
  };

  const lead = async (signal: AbortSignal) => {
    leading = true;
    await boardOrSecond(client, signal);
    await readStream(
      {
        send: (url, init) => fetch(url, init),
        after: () => position ?? oldestCursor(client),
        signal,
        random: Math.random,
      },
      {
        onOpen: (resumed) => {
          heardAtMs = clock.ms();
          show('live');
          // From now on: what was read before now may have missed a change.
          if (!resumed) {
            readAgain();
            tabs.tell({ type: 'gap' });
          }
        },
        onHeard: () => {
          heardAtMs = clock.ms();
          if (status !== 'live') show('live');
        },
        onEvent: (event) => {
          take(event);
          tabs.tell({ type: 'event', event });
        },
        onReset: () => {
          startOver();
          tabs.tell({ type: 'reset' });
        },
        onLost: () => show('reconnecting'),
        onSessionEnd: () => {
          show('reconnecting');
          sessionLost();
        },
      },
    );
  };
  const tabs = joinTabs<ChangeEvent>(`truckroll-live-${who}`, hear, lead);
  return () => {
    tabs.stop();
    applier.stop();
  };
}

function forgetAll(client: QueryClient): void {
  forgetEvents();
  forgetSeen();
  forgetOwnWrites(client);
}

/**
 * The first page is being read while this starts. A board day says where the stream has to begin; without one it
 * begins at "now", and what was read before has to be read once more.
 */
function boardOrSecond(client: QueryClient, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      leave();
      resolve();
    };
    const timer = setTimeout(done, 1_000);
    signal.addEventListener('abort', done, { once: true });
    const leave = client.getQueryCache().subscribe(() => oldestCursor(client) !== null && done());
    if (oldestCursor(client) !== null) done();
  });
}

/** The board days on screen know the position they were read at: the stream starts there and nothing is missed. */
function oldestCursor(client: QueryClient): string | null {
  let oldest: string | null = null;
  for (const [, day] of client.getQueriesData<BoardDay>({ queryKey: ['board', 'day'] })) {
    if (day && (oldest === null || isBehind(day.cursor, oldest))) oldest = day.cursor;
  }
  return oldest;
}
