/** How the command line reaches the endpoints imports.*: over HTTP to a running server, or straight into the backend. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { urlOf } from '#contract/client.ts';
import { type BodyIn, type EndpointName, endpoints, type ResultOf } from '#contract/endpoints.ts';
import { type Problem, type ProblemCode, ProblemError } from '#contract/problem.ts';
import type { Actor, Upstream } from '#contract/upstream.ts';

type ImportEndpoint = Extract<EndpointName, `imports.${string}`>;
type Ask<N extends ImportEndpoint> = {
  readonly params?: { readonly id: number } | { readonly what: string };
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: BodyIn<N>;
  /** Path of the file to send. */
  readonly upload?: string;
};

/** Throws ProblemError as the backend does. */
export type ImportCall = {
  call<N extends ImportEndpoint>(endpoint: N, ask: Ask<N>): Promise<ResultOf<N>>;
  /** The result file in chunks. */
  download(id: number): Promise<AsyncIterable<string | Uint8Array>>;
};

/** To the server that wrote the token file; both come from there. Throws TypeError when it cannot be reached. */
export function overHttp(access: { readonly url: string; readonly token: string }): ImportCall {
  const send = async (endpoint: ImportEndpoint, ask: Ask<ImportEndpoint>): Promise<Response> => {
    const { method, kind, idempotency } = endpoints[endpoint];
    const headers: Record<string, string> = { Authorization: `Bearer ${access.token}` };
    if (idempotency === 'key') headers['Idempotency-Key'] = randomUUID();
    const init: RequestInit & { duplex?: 'half' } = { method, headers };
    if (kind === 'upload') {
      headers['Content-Type'] = 'application/octet-stream';
      init.body = Readable.toWeb(createReadStream(ask.upload!)) as ReadableStream;
      init.duplex = 'half';
    } else if (method !== 'GET') {
      headers['Content-Type'] = 'application/json';
      init.body = JSON.stringify(ask.body ?? {});
    }
    const response = await fetch(`${access.url}${urlOf(endpoint, ask.params, ask.query)}`, init);
    if (response.ok) return response;
    const problem = (await response.json()) as Problem;
    throw new ProblemError(problem.code as ProblemCode, problem.params, problem.fields);
  };
  return {
    call: async (endpoint, ask) => (await send(endpoint, ask as Ask<ImportEndpoint>)).json() as never,
    download: async (id) => {
      const { body } = await send('imports.result', { params: { id } });
      return Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
    },
  };
}

/** Into a backend of this process, when no server runs. */
export function inProcess(backend: Upstream, actor: Actor): ImportCall {
  const send = (endpoint: ImportEndpoint, ask: Ask<ImportEndpoint>) => {
    const row = endpoints[endpoint];
    const body: unknown = row.body ? row.body.parse(ask.body ?? {}) : undefined;
    return backend.call({
      endpoint,
      actor,
      params: ask.params ?? {},
      query: ask.query ?? {},
      body,
      ...(ask.upload ? { upload: createReadStream(ask.upload) } : {}),
      idempotencyKey: row.idempotency === 'key' ? randomUUID() : null,
      bodyHash: createHash('sha256')
        .update(JSON.stringify(body ?? null))
        .digest('hex'),
      requestId: randomUUID(),
      address: 'command line',
      signal: new AbortController().signal,
    });
  };
  return {
    call: async (endpoint, ask) => (await send(endpoint, ask as Ask<ImportEndpoint>)).body as never,
    download: async (id) => (await send('imports.result', { params: { id } })).download!.chunks,
  };
}
