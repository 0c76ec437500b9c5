/** What the operator may set (architecture, run-time conventions), read once, with a sentence for what cannot work. */
import { resolve } from 'node:path';
import type { BffMap } from '#bff/config.ts';
import { type S3Environment, s3Environment } from './files-environment.ts';
import { type MailEnvironment, mailEnvironment } from './mail-environment.ts';
import { mapEnvironment } from './map-environment.ts';
import { geocoderEnvironment, matrixEnvironment, type OutboundEnvironment } from './outbound-environment.ts';

export type Environment = {
  readonly host: string;
  readonly port: number;
  readonly apiPort: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** null: attached files lie in DATA_DIR. */
  readonly filesS3: S3Environment | null;
  /** null: messages stay in the outbox. */
  readonly mail: MailEnvironment | null;
  /** null: the map is drawn by the browser alone. */
  readonly map: BffMap | null;
  /** null: places are where a pin says, or the middle of their postal code. */
  readonly geocoder: OutboundEnvironment | null;
  /** null: drives are reckoned from the distance. */
  readonly matrix: OutboundEnvironment | null;
  readonly publicOrigin: string;
  /** Where other programs reach API_PORT. */
  readonly apiOrigin: string;
  readonly trustedProxies: readonly string[];
  readonly demo: 'on' | 'off' | 'when-empty';
  readonly demoSize: 'normal' | 'large';
  readonly logLevel: string;
};

/** @throws Error naming the variable and what it may be */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const port = portOf(env, 'PORT', 3000);
  const apiPort = portOf(env, 'API_PORT', 3001);
  const publicOrigin = env.PUBLIC_ORIGIN || `http://localhost:${port}`;
  return {
    host: env.HOST || '127.0.0.1',
    port,
    apiPort,
    dataDir: resolve(env.DATA_DIR || 'data'),
    databaseUrl: env.DATABASE_URL || undefined,
    filesS3: s3Environment(env),
    mail: mailEnvironment(env),
    map: mapEnvironment(env),
    geocoder: geocoderEnvironment(env),
    matrix: matrixEnvironment(env),
    publicOrigin,
    apiOrigin: apiOriginOf(env.API_ORIGIN, publicOrigin, apiPort),
    trustedProxies: (env.TRUSTED_PROXIES || '')
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
    demo: oneOf(env, 'DEMO', ['on', 'off', 'when-empty'], 'when-empty'),
    demoSize: oneOf(env, 'DEMO_SIZE', ['normal', 'large'], 'normal'),
    logLevel: oneOf(env, 'LOG_LEVEL', ['debug', 'info', 'warn', 'error'], 'warn'),
  };
}

/** Left out: the same name, on API_PORT. */
function apiOriginOf(given: string | undefined, publicOrigin: string, apiPort: number): string {
  const text = given || publicOrigin;
  if (!URL.canParse(text) || !/^https?:\/\/[^/?#@]+\/?$/.test(text)) {
    // PUBLIC_ORIGIN is refused with its own sentence (`bff/config.ts`).
    if (!given) return publicOrigin;
    throw new Error(`API_ORIGIN must look like https://api.example.com, without a path; it is "${given}".`);
  }
  const url = new URL(text);
  if (!given) url.port = String(apiPort);
  return url.origin;
}

function portOf(env: Readonly<Record<string, string | undefined>>, name: string, otherwise: number): number {
  const text = env[name] || String(otherwise);
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535)
    throw new Error(`${name} must be a port between 1 and 65535; it is "${text}".`);
  return port;
}

function oneOf<T extends string>(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  values: readonly T[],
  otherwise: T,
): T {
  const text = env[name];
  if (!text) return otherwise;
  const value = values.find((one) => one === text);
  if (!value) throw new Error(`${name} must be one of ${values.join(', ')}; it is "${text}".`);
  return value;
}
