/** What the BFF answers itself, from schema `office`: one handler per row of the table that says `answeredBy: 'bff'`. */
import type { BodyOf, EndpointName, EndpointOf, ParamsOf, QueryOf } from '#contract/endpoints.ts';
import type { Clock } from '#db/clock.ts';
import type { Database } from '#db/database.ts';
import type { BffConfig } from './config.ts';
import type { LiveSession } from './session/live-session.ts';
import type { Sessions } from './session/sessions.ts';

export type Office = {
  readonly database: Database;
  readonly clock: Clock;
  readonly config: BffConfig;
  readonly sessions: Sessions;
  /** When a throttled sign-in was last audited, by what throttled it (ms since 1970). */
  readonly lastRefusals: Map<string, number>;
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
