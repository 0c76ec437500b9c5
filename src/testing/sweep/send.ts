/** One request of a sweep over the real socket. */
import { urlOf } from '#contract/client.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { type EndpointName, endpoints } from '#contract/endpoints.ts';
import type { Browser } from '../browser.ts';

export type Call = {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly upload?: string;
};

let keys = 0;
/** Over the real socket, with the headers its row needs; `raw` sends a text instead of the body. */
export function send(browser: Browser, name: EndpointName, call: Call, raw?: string): Promise<Response> {
  const row: Endpoint = endpoints[name];
  const headers: Record<string, string> = {};
  if (row.idempotency === 'key' || row.idempotency === 'versions')
    headers['idempotency-key'] = `sweep-${++keys}`;
  const init: RequestInit = { method: row.method, headers };
  if (row.kind === 'upload') {
    headers['content-type'] = 'application/octet-stream';
    init.body = call.upload ?? '';
  } else if (row.method !== 'GET') {
    headers['content-type'] = 'application/json';
    init.body = raw ?? JSON.stringify(row.body === null ? {} : (call.body ?? {}));
  }
  return browser.fetch(urlOf(name, call.params, call.query), init);
}
