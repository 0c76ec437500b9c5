/** What the BFF is told at start. `server.ts` reads the environment; nothing here does. */
import type { MapTiles } from '#contract/map.ts';

export type StreamLimits = {
  /** Streams of one session (R62). */
  readonly perSession: number;
  readonly perServer: number;
  /** Bytes a slow reader may owe before its stream is closed (F23). */
  readonly bufferBytes: number;
  readonly heartbeatMs: number;
  /** How often every stream's session is asked for again, beside the revoke bus. At most 15 s (R62). */
  readonly recheckMs: number;
};

/** What the board's map is drawn over, and the origins that is let in from (content security policy). */
export type BffMap = { readonly tiles: MapTiles; readonly origins: readonly string[] };

export type BffConfig = {
  /** `https://board.example`, or http on a loopback name. See `checkOrigin`. */
  readonly publicOrigin: string;
  /** Addresses or CIDR ranges whose X-Forwarded-For is believed (R21). */
  readonly trustedProxies: readonly string[];
  /** Folder of the built browser half; null: nothing is served but the API (development, most tests). */
  readonly webRoot: string | null;
  /** null: no map but what the browser draws itself. */
  readonly map: BffMap | null;
  readonly session: { readonly idleMs: number; readonly absoluteMs: number };
  /** Longest a handler may take before 503 (R53). Uploads and streams are exempt. */
  readonly handlerMs: number;
  /** Longest the body of a JSON request may take to arrive, and a pause within an upload (R52). */
  readonly bodyMs: number;
  readonly streamLimits: StreamLimits;
};

export type GivenConfig = Pick<BffConfig, 'publicOrigin'> &
  Partial<Omit<BffConfig, 'publicOrigin' | 'streamLimits'>> & { streamLimits?: Partial<StreamLimits> };

const MINUTE_MS = 60_000;

/** Fills in what was left out. Throws with a sentence for the operator when the origin cannot work (R2). */
export function bffConfig(given: GivenConfig): BffConfig {
  checkOrigin(given);
  return {
    trustedProxies: [],
    webRoot: null,
    map: null,
    session: { idleMs: 30 * MINUTE_MS, absoluteMs: 12 * 60 * MINUTE_MS },
    handlerMs: 30_000,
    bodyMs: 20_000,
    ...given,
    publicOrigin: new URL(given.publicOrigin).origin,
    streamLimits: {
      perSession: 3,
      perServer: 1000,
      bufferBytes: 1024 * 1024,
      heartbeatMs: 20_000,
      recheckMs: 10_000,
      ...given.streamLimits,
    },
  };
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);

/**
 * Browsers drop a Secure cookie on plain http unless the host is loopback, silently: nobody could sign in and
 * nothing would say why. So such an origin is refused at start (R2).
 */
export function checkOrigin(config: { publicOrigin: string }): void {
  const url = URL.canParse(config.publicOrigin) ? new URL(config.publicOrigin) : null;
  if (!url || !/^https?:\/\/[^/?#@]+\/?$/.test(config.publicOrigin)) {
    throw new Error(
      `PUBLIC_ORIGIN must look like https://board.example.com, without a path; it is "${config.publicOrigin}".`,
    );
  }
  if (url.protocol === 'https:' || isLoopback(url.hostname)) return;
  throw new Error(
    `PUBLIC_ORIGIN is ${url.origin}, plain http on a name that is not this machine: browsers would drop the ` +
      'session cookie and nobody could sign in. Serve it over https, or use http://localhost.',
  );
}
