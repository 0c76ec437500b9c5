/** The exact response headers of every kind of answer (R49, R50). Own 60 lines: helmet's defaults fail R49. */
import type { BffConfig } from './config.ts';

export type Headers = Readonly<Record<string, string>>;
export type ResponseHeaders = {
  /** JSON, problems, redirect-free everything: never stored, never rendered. */
  readonly api: Headers;
  readonly html: Headers;
  /** A page without a script, for whoever has its link (`day-page/`). */
  readonly dayPage: Headers;
  /** Files whose name carries a hash of their content. */
  readonly hashedAsset: Headers;
  readonly asset: Headers;
  readonly stream: Headers;
  readonly download: Headers;
};

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Only names Chromium knows on every system: each other one is a warning in the console of every page. */
const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
];

function pagePolicy(tiles: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: blob:${tiles}`,
    "font-src 'self'",
    `connect-src 'self'${tiles}`,
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** All header sets, made once at start. */
export function responseHeaders(config: Pick<BffConfig, 'publicOrigin' | 'map'>): ResponseHeaders {
  const common = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    // On plain http (loopback) the header means nothing and would outlive a change of port.
    ...(config.publicOrigin.startsWith('https:')
      ? { 'strict-transport-security': `max-age=${YEAR_SECONDS}; includeSubDomains` }
      : {}),
  };
  const tiles = (config.map?.origins ?? []).map((origin) => ` ${origin}`).join('');
  const inert = { ...common, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" };
  return {
    api: { ...inert, 'cache-control': 'no-store' },
    download: { ...inert, 'cache-control': 'no-store' },
    html: {
      ...common,
      'content-security-policy': pagePolicy(tiles),
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': PERMISSIONS.map((name) => `${name}=()`).join(', '),
      'cache-control': 'no-cache',
    },
    dayPage: {
      ...common,
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': PERMISSIONS.map((name) => `${name}=()`).join(', '),
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
    },
    hashedAsset: {
      ...inert,
      // The map's worker is one of them, has its own policy by this, and reads the tiles of a style.
      ...(tiles && {
        'content-security-policy': `default-src 'none'; img-src${tiles}; connect-src${tiles}; frame-ancestors 'none'`,
      }),
      'cache-control': `public, max-age=${YEAR_SECONDS}, immutable`,
    },
    asset: { ...inert, 'cache-control': 'no-cache' },
    stream: {
      ...inert,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      // nginx would hold events back until its buffer is full (F25).
      'x-accel-buffering': 'no',
    },
  };
}
