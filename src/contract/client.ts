/**
 * The thin typed client: one function per endpoint of the table. Adds the anti-forgery header and an
 * Idempotency-Key, turns problems into `ProblemError`, and parses nothing twice: the BFF validated the answer.
 */
import type { BodyIn, EndpointOf, ResultOf } from './endpoints.ts';
import { type Problem, type ProblemCode, ProblemError } from './problem.ts';
import { type EndpointName, routes } from './routes.ts';

type Has<N extends EndpointName, K extends 'params' | 'query' | 'body', Then> = EndpointOf<N>[K] extends null
  ? object
  : Then;

type Call<N extends EndpointName> = Has<N, 'params', { params: Record<string, string | number> }> &
  Has<N, 'query', { query?: Record<string, string | number | readonly (string | number)[] | undefined> }> &
  Has<N, 'body', { body: BodyIn<N> }> & {
    /** The same key on every try of one intention, so that a retry has one effect. */
    idempotencyKey?: string;
    /** Sent by timers, not by a person: does not keep the session alive (R6). */
    background?: boolean;
    signal?: AbortSignal;
    upload?: Blob;
  };

export type ApiClient = {
  call<N extends EndpointName>(name: N, options: Call<N>): Promise<ResultOf<N>>;
};

/** The server could not be reached or answered no JSON: not a problem of the contract. */
export class ConnectionError extends Error {
  constructor(cause: unknown) {
    super('The server cannot be reached', { cause });
    this.name = 'ConnectionError';
  }
}

/** Path of an endpoint with its parameters and query filled in, encoded. */
export function urlOf(
  name: EndpointName,
  params: Readonly<Record<string, string | number>> = {},
  query: Readonly<Record<string, string | number | readonly (string | number)[] | undefined>> = {},
): string {
  const path = routes[name].path.replace(/:([a-zA-Z]+)/g, (_, key: string) =>
    encodeURIComponent(String(params[key])),
  );
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(
      ([key, value]) =>
        `${key}=${encodeURIComponent(Array.isArray(value) ? value.join(',') : String(value))}`,
    )
    .join('&');
  return search ? `${path}?${search}` : path;
}

/**
 * @param send `fetch`, or anything that behaves like it (tests hand in the in-process stack)
 * @param newKey makes Idempotency-Keys, e.g. `crypto.randomUUID`
 * @param onSessionEnd called when nobody is signed in any more, so that the shell can go to sign-in
 */
export function createClient(
  send: (url: string, init: RequestInit) => Promise<Response>,
  newKey: () => string,
  onSessionEnd: () => void = () => {},
): ApiClient {
  return {
    async call(name, options) {
      const row = routes[name];
      const given = options as {
        params?: Record<string, string | number>;
        query?: Record<string, string | number | readonly (string | number)[] | undefined>;
        body?: unknown;
        idempotencyKey?: string;
        background?: boolean;
        signal?: AbortSignal;
        upload?: Blob;
      };
      const headers: Record<string, string> = { 'X-CSRF': '1', Accept: 'application/json' };
      if (given.background) headers['X-Background'] = '1';
      if (row.idempotency === 'key' || row.idempotency === 'versions')
        headers['Idempotency-Key'] = given.idempotencyKey ?? newKey();
      const init: RequestInit = { method: row.method, headers };
      if (given.signal) init.signal = given.signal;
      if (given.upload) {
        headers['Content-Type'] = 'application/octet-stream';
        init.body = given.upload;
      } else if (row.method !== 'GET') {
        headers['Content-Type'] = 'application/json';
        init.body = JSON.stringify(given.body ?? {});
      }
      let response: Response;
      try {
        response = await send(urlOf(name, given.params, given.query), init);
      } catch (cause) {
        if (given.signal?.aborted) throw cause;
        throw new ConnectionError(cause);
      }
      if (response.status === 204) return undefined as never;
      const answer: unknown = await response.json().catch((cause: unknown) => {
        throw new ConnectionError(cause);
      });
      if (response.ok) return answer as never;
      const problem = answer as Problem;
      // Not every 401: a wrong password or set-up token is told on the page where it was typed.
      if (problem.code === 'session.missing') onSessionEnd();
      throw Object.assign(new ProblemError(problem.code as ProblemCode, problem.params, problem.fields), {
        requestId: problem.requestId,
        status: problem.status,
      });
    },
  };
}
