/** What Fastify's request and routes carry for us. */
import type { EndpointName } from '#contract/endpoints.ts';
import type { Streams } from './events/streams.ts';
import type { Readiness } from './health.ts';
import type { RequestCounts } from './request-counts.ts';
import type { LiveSession } from './session/live-session.ts';

/** Every route says what it is; a hook that meets a route without it refuses (default deny). */
type RouteKind = 'endpoint' | 'otherMethod' | 'health' | 'static' | 'dayPage' | 'nothing';

declare module 'fastify' {
  interface FastifyContextConfig {
    kind?: RouteKind;
    endpoint?: EndpointName;
    /** `otherMethod` only: what the path does answer. */
    allow?: string;
  }
  interface FastifyRequest {
    /** Set by `authorize` after routing; null where nobody is signed in. */
    liveSession: LiveSession | null;
    /** The caller's address in canonical form (R21). */
    address: string;
  }
  interface FastifyInstance {
    readonly readiness: Readiness;
    readonly requestCounts: RequestCounts;
    readonly streams: Streams;
  }
}
