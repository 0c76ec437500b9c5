import { type ApiClient, createClient } from '#contract/client.ts';

type Given = { headers?: Record<string, string>; signal?: AbortSignal };

/** As much of a browser as the BFF can see: one cookie jar, its own origin, the anti-forgery header. */
export type Browser = {
  /** The jar's Cookie header; null when empty. */
  cookie(): string | null;
  setCookie(header: string | null): void;
  /** Set-Cookie headers of the last answer. */
  lastSetCookies(): readonly string[];
  /** Path and init as for fetch; adds cookie, X-CSRF and Origin unless given (an empty text leaves one out). */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  get(path: string, given?: Given): Promise<Response>;
  post(path: string, body?: unknown, given?: Given): Promise<Response>;
  patch(path: string, body: unknown, given?: Given): Promise<Response>;
  delete(path: string, given?: Given): Promise<Response>;
  /** The contract's own client over this browser. */
  readonly client: ApiClient;
};

export function openBrowser(url: string, origin: string): Browser {
  const jar = new Map<string, string>();
  let given: string | null = null;
  let setCookies: readonly string[] = [];
  let keys = 0;
  const cookie = () =>
    given ?? (jar.size > 0 ? [...jar].map(([name, value]) => `${name}=${value}`).join('; ') : null);

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    const defaults = { 'x-csrf': '1', origin, cookie: cookie() ?? '' };
    for (const [name, value] of Object.entries(defaults)) if (!headers.has(name)) headers.set(name, value);
    for (const [name, value] of [...headers]) if (value === '') headers.delete(name);
    const response = await fetch(url + path, { ...init, headers, redirect: 'manual' });
    setCookies = response.headers.getSetCookie();
    for (const line of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }
  const withBody =
    (method: string) =>
    (path: string, body: unknown = {}, more: Given = {}) =>
      send(path, {
        method,
        ...more,
        headers: { 'content-type': 'application/json', ...more.headers },
        body: JSON.stringify(body),
      });

  return {
    cookie,
    setCookie(header) {
      given = header;
    },
    lastSetCookies: () => setCookies,
    fetch: send,
    get: (path, more = {}) => send(path, more),
    post: withBody('POST'),
    patch: withBody('PATCH'),
    delete: (path, more) => withBody('DELETE')(path, {}, more),
    client: createClient(send, () => `key-${++keys}-${Math.random()}`),
  };
}
