/**
 * The open event streams (R62): how many, whose, and when they end. A stream lives as long as its session, which is
 * asked for again every few seconds and at once when the bus says that somebody's ended (R9).
 */
import type { ServerResponse } from 'node:http';
import type { FastifyBaseLogger } from 'fastify';
import { ProblemError } from '#contract/problem.ts';
import type { Upstream } from '#contract/upstream.ts';
import type { Id } from '#domain/ids.ts';
import type { StreamLimits } from '../config.ts';
import type { People } from '../presence/people.ts';
import type { LiveSession } from '../session/live-session.ts';
import type { Sessions } from '../session/sessions.ts';
import { groupKey, openFeed, type Reader } from './feed.ts';
import { HEARTBEAT, OPENING, presenceFrame, retryFrame } from './frames.ts';

const RETRY_MS = 2000;
/** What an ended stream may still take to go out; it is a farewell at most. */
const FAREWELL_MS = 1000;
const POSITION = /^\d{1,20}\.\d{1,20}$/;

type Stream = {
  readonly session: LiveSession;
  readonly response: ServerResponse;
  write(text: string): void;
  end(farewell?: string): void;
};

export type Streams = {
  /** Throws `request.too_many` or `server.unavailable` while nothing has been sent yet. */
  checkRoom(session: LiveSession): void;
  /** Takes over a response whose head is not sent yet. */
  open(
    session: LiveSession,
    after: string | null,
    response: ServerResponse,
    head: Record<string, string>,
  ): void;
  /** Passes on who looks at the board of this company, to everybody in it. */
  tellPresence(tenantId: Id): void;
  count(): number;
  /** The server stops: tells every reader when to come back. */
  endAll(): void;
  close(): void;
};

export function openStreams(
  upstream: Pick<Upstream, 'changes' | 'onChange'>,
  sessions: Sessions,
  people: Pick<People, 'present'>,
  limits: StreamLimits,
  log: FastifyBaseLogger,
): Streams {
  const streams = new Set<Stream>();
  const feed = openFeed(upstream, log);
  const ofSession = (hash: string) => [...streams].filter((stream) => stream.session.idHash === hash);

  const timers = [
    setInterval(() => {
      for (const stream of streams) stream.write(HEARTBEAT);
      feed.wakeAll();
    }, limits.heartbeatMs).unref(),
    setInterval(() => void recheck([...streams]), limits.recheckMs).unref(),
  ];
  const stopListening = sessions.onEnd((what) => {
    void recheck(
      [...streams].filter(
        ({ session }) =>
          what === null ||
          ('session' in what ? session.idHash === what.session : session.actor.userId === what.userId),
      ),
    );
  });

  async function recheck(some: readonly Stream[]): Promise<void> {
    if (some.length === 0) return;
    try {
      const live = await sessions.stillLive([...new Set(some.map(({ session }) => session.idHash))]);
      for (const stream of some) {
        const now = live.get(stream.session.idHash);
        if (!now || groupKey(now.actor) !== groupKey(stream.session.actor)) stream.end();
      }
    } catch (error) {
      // Nobody knows whether they may still read: they come back and are asked (fails closed).
      log.error({ err: error }, 'sessions of open streams could not be checked');
      for (const stream of some) stream.end(retryFrame(RETRY_MS));
    }
  }

  return {
    checkRoom(session) {
      if (ofSession(session.idHash).length >= limits.perSession) {
        throw new ProblemError('request.too_many', { retryAfterSeconds: 5 });
      }
      if (streams.size >= limits.perServer) {
        throw new ProblemError('server.unavailable', { retryAfterSeconds: 5 });
      }
    },
    open(session, after, response, head) {
      const isKnown = after === null || POSITION.test(after);
      const stream = makeStream(session, response, limits.bufferBytes);
      const reader: Reader = {
        actor: session.actor,
        position: isKnown ? after : null,
        startsOver: !isKnown,
        write: stream.write,
      };
      streams.add(stream);
      response.writeHead(200, head);
      stream.write(OPENING);
      const pages = people.present(session.actor.tenantId);
      if (pages.length > 0) stream.write(presenceFrame(pages));
      const leave = feed.add(reader);
      response.once('close', () => {
        leave();
        streams.delete(stream);
      });
      // It may have ended between the request's check and now, when nobody listened yet.
      void recheck([stream]);
    },
    tellPresence(tenantId) {
      const frame = presenceFrame(people.present(tenantId));
      for (const stream of streams) if (stream.session.actor.tenantId === tenantId) stream.write(frame);
    },
    count: () => streams.size,
    endAll() {
      for (const stream of [...streams]) stream.end(retryFrame(RETRY_MS));
    },
    close() {
      for (const timer of timers) clearInterval(timer);
      stopListening();
      feed.close();
    },
  };
}

function makeStream(session: LiveSession, response: ServerResponse, bufferBytes: number): Stream {
  return {
    session,
    response,
    write(text) {
      if (response.writableEnded || response.destroyed) return;
      // A reader that does not read would make us keep everything for it: it resumes where it was (F23).
      if (response.writableLength > bufferBytes) response.destroy();
      else response.write(text);
    },
    end(farewell = '') {
      if (response.writableEnded) return;
      response.end(farewell);
      // A reader that has stopped reading would keep its socket, and with it its place, long after its session.
      setTimeout(() => {
        if (!response.writableFinished) response.destroy();
      }, FAREWELL_MS).unref();
    },
  };
}
