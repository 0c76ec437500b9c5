/**
 * The change feed over `fetch`, because EventSource cannot send the anti-forgery header (R14). Comes back by itself
 * with growing, scattered pauses, from where it was (`Last-Event-ID`); a stream that stays silent longer than three
 * heartbeats is dead although the socket is open.
 */

import type { ChangeEvent } from '#contract/history.ts';
import type { PresentPage, PresentPages } from '#contract/presence.ts';
import { routes } from '#contract/routes.ts';
import { createSseParser, type SseMessage } from './sse-parser.ts';

export type StreamHandlers = {
  /** `resumed`: it goes on after a position this browser knew, so nothing is missing. */
  readonly onOpen: (resumed: boolean) => void;
  readonly onHeard: () => void;
  readonly onEvent: (event: ChangeEvent) => void;
  /** Somebody came to the board, left it, lifted or put down a visit: all there are now. */
  readonly onPresence: (pages: readonly PresentPage[]) => void;
  /** The position is unknown to the server or too old: read everything again. */
  readonly onReset: (position: string | null) => void;
  readonly onLost: () => void;
  readonly onSessionEnd: () => void;
};
export type StreamOptions = {
  readonly send: (url: string, init: RequestInit) => Promise<Response>;
  /** Where to go on from at the first connection; null: from now. */
  readonly after: () => string | null;
  readonly signal: AbortSignal;
  /** 0 to 1, scatters the pauses so that a restarted server is not met by all at once. */
  readonly random: () => number;
};

const SILENCE_MS = 65_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 20_000;

/** Pause before try `n` (1, 2, …): half of it fixed, half scattered. */
export function pauseMs(tries: number, random: number, asked: number | null): number {
  const most = Math.min(LONGEST_PAUSE_MS, (asked ?? FIRST_PAUSE_MS) * 2 ** (tries - 1));
  return Math.round(most / 2 + (most / 2) * random);
}

const KINDS: Readonly<Record<ChangeEvent['kind'], true>> = {
  appointment: true,
  busy: true,
  job: true,
  invoice: true,
  customer: true,
  timeOff: true,
  nonJobEvent: true,
  shift: true,
  project: true,
  vendor: true,
  sku: true,
  purchaseOrder: true,
  vendorReturn: true,
  bill: true,
  payment: true,
  note: true,
  file: true,
  setup: true,
};

/**
 * What a message of the stream means; null for those of a newer server that this page does not know. The BFF has held
 * it against the contract already, so only what this page acts on is looked at.
 */
export function eventOf(message: SseMessage): ChangeEvent | null {
  try {
    const event: ChangeEvent = JSON.parse(message.data);
    return Object.hasOwn(KINDS, event.kind) && typeof event.position === 'string' ? event : null;
  } catch {
    return null; // not JSON: nothing this page could show
  }
}

/** Of what this page cannot read it knows nobody: a mark of who looks is not worth the stream. */
function pagesOf(message: SseMessage): readonly PresentPage[] {
  try {
    return (JSON.parse(message.data) as PresentPages).pages;
  } catch {
    return [];
  }
}

/** Reads until `signal` aborts or the session ends. */
export async function readStream(options: StreamOptions, handlers: StreamHandlers): Promise<void> {
  let position: string | null = null;
  let asked: number | null = null;
  for (let tries = 0; !options.signal.aborted; ) {
    const after = position ?? options.after();
    const ended = await readOnce(options, after, {
      ...handlers,
      onOpen: (resumed) => {
        tries = 0;
        handlers.onOpen(resumed);
      },
      onPosition: (at) => {
        position = at;
      },
      onRetry: (ms) => {
        asked = ms;
      },
    });
    if (options.signal.aborted) return;
    if (ended === 'signed-out') return handlers.onSessionEnd();
    handlers.onLost();
    tries += 1;
    await sleep(pauseMs(tries, options.random(), asked), options.signal);
  }
}

type Once = StreamHandlers & {
  readonly onPosition: (position: string) => void;
  readonly onRetry: (ms: number | null) => void;
};

async function readOnce(
  { send, signal }: StreamOptions,
  after: string | null,
  handlers: Once,
): Promise<'lost' | 'signed-out'> {
  const aborter = new AbortController();
  const stop = () => aborter.abort();
  signal.addEventListener('abort', stop);
  let silence = setTimeout(stop, SILENCE_MS);
  try {
    const headers: Record<string, string> = { 'X-CSRF': '1', Accept: 'text/event-stream' };
    if (after !== null) headers['Last-Event-ID'] = after;
    const response = await send(routes['events.stream'].path, { headers, signal: aborter.signal });
    if (response.status === 401) return 'signed-out';
    if (!response.ok || !response.body) return 'lost';
    handlers.onOpen(after !== null);
    const reader = response.body.getReader();
    const parser = createSseParser();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return 'lost';
      clearTimeout(silence);
      silence = setTimeout(stop, SILENCE_MS);
      handlers.onHeard();
      for (const message of parser.push(value)) hear(message, handlers);
      handlers.onRetry(parser.retryMs());
    }
  } catch {
    return 'lost'; // the network went away, or the silence timer ended it: the next try tells
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', stop);
    aborter.abort();
  }
}

function hear(message: SseMessage, handlers: Once): void {
  if (message.id) handlers.onPosition(message.id);
  if (message.event === 'reset') {
    handlers.onReset(message.id);
    return;
  }
  if (message.event === 'presence') {
    handlers.onPresence(pagesOf(message));
    return;
  }
  const event = eventOf(message);
  if (!event) return;
  handlers.onPosition(event.position);
  handlers.onEvent(event);
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
