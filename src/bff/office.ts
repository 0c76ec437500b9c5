/** What the BFF answers itself, from schema `office`: one handler per row of the table that says `answeredBy: 'bff'`. */
import type { BodyOf, EndpointName, EndpointOf, ParamsOf, QueryOf } from '#contract/endpoints.ts';
import type { Actor, Position } from '#contract/upstream.ts';
import type { Clock } from '#db/clock.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { BffConfig } from './config.ts';
import type { People } from './presence/people.ts';
import type { LiveSession } from './session/live-session.ts';
import type { Sessions } from './session/sessions.ts';

/** Who asked what, for whatever has to be asked of the upstream in between. */
export type Asking = {
  readonly session: LiveSession;
  readonly requestId: string;
  readonly address: string;
};

export type Office = {
  readonly database: Database;
  readonly clock: Clock;
  readonly config: BffConfig;
  readonly sessions: Sessions;
  readonly people: People;
  /** When a throttled sign-in was last audited, by what throttled it (ms since 1970). */
  readonly lastRefusals: Map<string, number>;
  /** Where the change feed stands, as this person may follow it. */
  /** Null when the upstream did not say; logged. */
  readonly feedPosition: (actor: Actor) => Promise<Position | null>;
  /** Every business unit of the asker's company; they are the upstream's records, not ours. */
  readonly unitIds: (asking: Asking) => Promise<ReadonlySet<Id>>;
};

export type OfficeCall<N extends EndpointName> = {
  /** Signed in for certain, unless the row is public. */
  readonly session: EndpointOf<N>['roles'] extends 'public' ? LiveSession | null : LiveSession;
  readonly params: ParamsOf<N>;
  readonly query: QueryOf<N>;
  readonly body: BodyOf<N>;
  readonly idempotencyKey: string | null;
  readonly requestId: string;
  readonly address: string;
  readonly userAgent: string;
};

export type OfficeAnswer = {
  readonly status: number;
  readonly body?: unknown;
  /** Set-Cookie, made by `session/cookie.ts`. */
  readonly cookie?: string;
  /** The browser forgets what it kept of this site (R8). */
  readonly clearSiteData?: boolean;
};

export type OfficeHandler<N extends EndpointName> = (
  office: Office,
  call: OfficeCall<N>,
) => Promise<OfficeAnswer>;

/** The rows answered here; the stream has its own way (`events/`). */
export type OfficeEndpoint = {
  [N in EndpointName]: EndpointOf<N>['answeredBy'] extends 'upstream'
    ? never
    : EndpointOf<N>['kind'] extends 'stream'
      ? never
      : N;
}[EndpointName];
