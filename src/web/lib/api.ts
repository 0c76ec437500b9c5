/** The one client of the browser. `fetch` is looked up at every call, so that tests can put their own in its place. */
import { ConnectionError, createClient } from '#contract/client.ts';
import type { BodyIn, EndpointName, EndpointOf, ResultOf } from '#contract/endpoints.ts';
import { type Problem, ProblemError } from '#contract/problem.ts';
import { sessionLost } from './session.ts';

type Has<N extends EndpointName, K extends 'params' | 'query' | 'body', Then> = null extends EndpointOf<N>[K]
  ? object
  : Then;
type QueryValue = string | number | readonly (string | number)[] | undefined;
/**
 * The contract's `Call`, asking `null extends X` where it asks `X extends null`: in the table an endpoint without
 * params has the type `ZodType | null` there (the return type is inferred from `satisfies`), so it wants them always.
 */
type Call<N extends EndpointName> = Has<N, 'params', { params: Record<string, string | number> }> &
  Has<N, 'query', { query?: Record<string, QueryValue> }> &
  Has<N, 'body', { body: BodyIn<N> }> & {
    idempotencyKey?: string;
    background?: boolean;
    signal?: AbortSignal;
    upload?: Blob;
  };
type BrowserClient = { call<N extends EndpointName>(name: N, options: Call<N>): Promise<ResultOf<N>> };

export const newKey = (): string => crypto.randomUUID();

export const api = createClient((url, init) => fetch(url, init), newKey, sessionLost) as BrowserClient;

/** The problem an error carries, or null for a lost connection and for faults of the page itself. */
export const problemOf = (error: unknown): ProblemError | null =>
  error instanceof ProblemError ? error : null;

/** What support asks for; null when the server never answered. */
export function requestIdOf(error: unknown): string | null {
  const id = error instanceof ProblemError ? (error as Partial<Problem>).requestId : undefined;
  return typeof id === 'string' ? id : null;
}

const MAY_PASS = new Set(['server.unavailable', 'server.timeout', 'upstream.failed', 'request.timeout']);

/** Worth trying again by itself: reads always, writes because their Idempotency-Key stays the same. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ConnectionError) return true;
  return error instanceof ProblemError && MAY_PASS.has(error.code);
}
