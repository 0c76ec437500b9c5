/** The one client of the browser. `fetch` is looked up at every call, so that tests can put their own in its place. */
import { type ApiClient, ConnectionError, createClient } from '#contract/client.ts';
import { type Problem, ProblemError } from '#contract/problem.ts';
import { routes } from '#contract/routes.ts';
import { allRoutes, sessionLost } from './session.ts';
import { readSentences } from './told-text.ts';

export const newKey = (): string => crypto.randomUUID();

const client = createClient((url, init) => fetch(url, init), newKey, sessionLost);

/** A problem comes to its caller together with the sentences that tell of it. */
export const api: ApiClient = {
  async call(name, options) {
    try {
      if (!(name in routes)) await allRoutes();
      return await client.call(name, options);
    } catch (error) {
      if (error instanceof ProblemError) await readSentences().catch(() => undefined);
      throw error;
    }
  },
};

/** The problem an error carries, or null for a lost connection and for faults of the page itself. */
export const problemOf = (error: unknown): ProblemError | null =>
  error instanceof ProblemError ? error : null;

/** What support asks for; null when the server never answered. */
export function requestIdOf(error: unknown): string | null {
  // A refusal explains itself; only what went wrong on the server is looked up by its number.
  if (!(error instanceof ProblemError)) return null;
  const { requestId, status = 0 } = error as Partial<Problem>;
  if (status < 500) return null;
  return typeof requestId === 'string' ? requestId : null;
}

const MAY_PASS = new Set(['server.unavailable', 'server.timeout', 'upstream.failed', 'request.timeout']);

/** Worth trying again by itself: reads always, writes because their Idempotency-Key stays the same. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ConnectionError) return true;
  return error instanceof ProblemError && MAY_PASS.has(error.code);
}
