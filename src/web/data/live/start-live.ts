/** Keeps the query cache true for as long as somebody is signed in. Read and started by `live.ts`. */
import { notifyManager, type QueryClient } from '@tanstack/react-query';
import type { ChangeEvent } from '#contract/history.ts';
import { isBehind } from '#contract/upstream.ts';
import { clock } from '../../lib/clock.ts';
import { sessionLost } from '../../lib/session.ts';
import { createApplier } from './apply-event.ts';
import { inBatches } from './in-batches.ts';
import { forgetLive, tellChange } from './live.ts';
import { setLiveState } from './live-state.ts';
import { setPresent } from './presence-state.ts';
import { readStream } from './read-stream.ts';
import { joinTabs, type TabMessage } from './tabs.ts';

/** Well under what a colleague notices; a board of 500 technicians takes some milliseconds for each. */
const AT_MOST_EVERY_MS = 100;

/** Where this tab's last stream of that person has come to: what is in the cache was true then. */
let heard: { readonly who: string; readonly position: string } | null = null;

/**
 * @param who names person and company, so that tabs of two people never share a stream
 * @param from the feed's position before anything was read; undefined: unknown, so that all is read again at the opening
 */
export function startLive(client: QueryClient, who: string, from: string | undefined): () => void {
  const applier = createApplier(client);
  let position: string | null = heard?.who === who ? heard.position : (from ?? null);
  heard = position === null ? null : { who, position };
  let leading = false;
  let status: 'starting' | 'live' | 'reconnecting' = 'starting';
  let heardAtMs: number | null = null;

  // Everything: a list of "what is live" was out of date as soon as notes and files came.
  const readAgain = () => void client.invalidateQueries();
  const move = (to: string) => {
    position = to;
    heard = { who, position };
  };
  const changes = inBatches<ChangeEvent>(AT_MOST_EVERY_MS, (events) =>
    notifyManager.batch(() => {
      for (const event of events) {
        applier.apply(event);
        tellChange(event);
      }
    }),
  );
  const take = (event: ChangeEvent) => {
    if (position !== null && !isBehind(position, event.position)) return;
    move(event.position);
    changes.add(event);
  };
  const show = (next: typeof status) => {
    status = next;
    setLiveState({ status, heardAtMs });
    if (leading) tabs.tell({ type: 'state', status, heardAtMs, position });
  };
  const startOver = () => {
    position = null;
    heard = null;
    changes.clear();
    forgetLive(client);
    readAgain();
  };

  /** What the leading tab told before this one listened is in nothing that this one had read by then. */
  const catchUpWith = (told: string | null) => {
    if (told === null || (position !== null && !isBehind(position, told))) return;
    move(told);
    readAgain();
  };

  const hear = (message: TabMessage<ChangeEvent>) => {
    if (message.type === 'event') take(message.event);
    else if (message.type === 'presence') setPresent(message.pages);
    else if (message.type === 'reset') startOver();
    else if (message.type === 'gap') readAgain();
    else if (message.type === 'hello' && leading) tabs.tell({ type: 'state', status, heardAtMs, position });
    else if (message.type === 'state' && !leading) {
      heardAtMs = message.heardAtMs;
      catchUpWith(message.position);
      show(message.status);
    }
  };

  const lead = async (signal: AbortSignal) => {
    leading = true;
    await readStream(
      {
        send: (url, init) => fetch(url, init),
        after: () => position,
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
        onPresence: (pages) => {
          setPresent(pages);
          tabs.tell({ type: 'presence', pages });
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
    // They count as heard.
    changes.flush();
    applier.stop();
  };
}
