/**
 * Who is behind a cookie, now. Read from the database at most once a second per session and process, and forgotten
 * at once when a session or a person is changed anywhere (R9): the bus is PostgreSQL's NOTIFY, and the second is
 * what remains if a notification is lost.
 */
import type { Clock } from '#db/clock.ts';
import { type Database, DatabaseError } from '#db/database.ts';
import { type Instant, instantFromMs, msOf } from '#domain/time.ts';
import type { BffConfig } from '../config.ts';
import type { LiveSession } from './live-session.ts';
import { endSession, type FoundSession, readSessions, touchSession } from './store.ts';

const CACHE_MS = 1000;
/** Sliding writes to disk: once a minute is enough for a limit of 30. */
const TOUCH_AFTER_MS = 60_000;

type SessionLookup =
  | { readonly state: 'live'; readonly session: LiveSession }
  /** It was one, and is over: idle, too old, or ended by a change of the person. Its row is gone now. */
  | { readonly state: 'ended'; readonly session: LiveSession }
  | { readonly state: 'unknown' };

export type Sessions = {
  find(idHash: string): Promise<SessionLookup>;
  /** Which of these are still alive, straight from the database; for open streams (R62). */
  stillLive(hashes: readonly string[]): Promise<Map<string, LiveSession>>;
  /** A person did something: the idle time starts again. */
  slide(session: LiveSession): Promise<void>;
  /** Called with what ended; null: anything may have. Returns the way to stop. */
  onEnd(listener: (what: Ended | null) => void): () => void;
  /** Forgets at once in this process, before the bus comes round. */
  forget(what: Ended): void;
  close(): void;
};
export type Ended = { readonly session: string } | { readonly userId: number };

const BUS = /^office\.(session|user):([0-9a-f]+)$/;

export function openSessions(database: Database, clock: Clock, limits: BffConfig['session']): Sessions {
  const cache = new Map<string, { readonly found: FoundSession | null; readonly readAtMs: number }>();
  const listeners = new Set<(what: Ended | null) => void>();
  /** Raised by every end: a read that began before must not be remembered after. */
  let ends = 0;

  const ended = (what: Ended | null) => {
    ends++;
    if (what === null) cache.clear();
    else if ('session' in what) cache.delete(what.session);
    else
      for (const [hash, { found }] of cache)
        if (found?.session.actor.userId === what.userId) cache.delete(hash);
    for (const listener of listeners) listener(what);
  };
  const stopListening = database.onNotify((payload) => {
    if (payload === '') return ended(null);
    const [, kind, name = ''] = BUS.exec(payload) ?? [];
    if (kind) ended(kind === 'session' ? { session: name } : { userId: Number(name) });
  });

  const read = (hashes: readonly string[]) =>
    database.transaction({ tenantId: 'system', readOnly: true }, (tx) => readSessions(tx, hashes));
  /** `now` is from before the row was read: slid while the answer was on its way, it would look over and is not. */
  const isOver = ({ session, valid }: FoundSession, now: Instant) =>
    !valid || session.idleUntil <= now || session.absoluteUntil <= now;

  async function lookUp(idHash: string): Promise<FoundSession | null> {
    const known = cache.get(idHash);
    const ageMs = known ? clock.ms() - known.readAtMs : Number.POSITIVE_INFINITY;
    if (known && ageMs >= 0 && ageMs < CACHE_MS) return known.found;
    const endsBefore = ends;
    const [found = null] = await read([idHash]);
    if (cache.size > 10_000) cache.clear();
    if (ends === endsBefore && found) cache.set(idHash, { found, readAtMs: clock.ms() });
    return found;
  }

  /** The session is over with or without its row: a full disk must not turn 401 into a fault. The sweep comes later. */
  async function deleteRow(idHash: string): Promise<void> {
    try {
      await database.transaction({ tenantId: 'system' }, (tx) => endSession(tx, idHash));
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
    }
  }

  return {
    async find(idHash) {
      const now = clock.now();
      const found = await lookUp(idHash);
      if (!found) return { state: 'unknown' };
      if (!isOver(found, now)) return { state: 'live', session: found.session };
      cache.delete(idHash);
      await deleteRow(idHash);
      return { state: 'ended', session: found.session };
    },
    async stillLive(hashes) {
      const now = clock.now();
      const live = (await read(hashes)).filter((found) => !isOver(found, now));
      return new Map(live.map(({ session }) => [session.idHash, session]));
    },
    async slide(session) {
      const nowMs = clock.ms();
      if (nowMs - msOf(session.activeOn) < TOUCH_AFTER_MS) return;
      const idleUntil = instantFromMs(nowMs + limits.idleMs);
      await database.transaction({ tenantId: 'system' }, (tx) =>
        touchSession(tx, session.idHash, instantFromMs(nowMs), idleUntil),
      );
      cache.delete(session.idHash);
    },
    onEnd(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forget: ended,
    close: stopListening,
  };
}
