/** The one client of the browser. `fetch` is looked up at every call, so that tests can put their own in its place. */
import { ConnectionError, createClient } from '#contract/client.ts';
import { type Problem, ProblemError } from '#contract/problem.ts';
import { sessionLost } from './session.ts';

export const newKey = (): string => crypto.randomUUID();

export const api = createClient((url, init) => fetch(url, init), newKey, sessionLost);

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
