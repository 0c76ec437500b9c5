/** The variables FILES_S3_*: all of them, or none. The endpoint is the operator's alone to name (R-rows on SSRF). */
import { safeAddress } from './safe-address.ts';

/** In the environment itself, or in a file of which the variable says the path. */
export type Secret = { readonly value: string } | { readonly file: string; readonly name: string };
export type S3Environment = {
  /** Without a path or a slash at its end. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly key: Secret;
  readonly secret: Secret;
};

type Env = Readonly<Record<string, string | undefined>>;

/** null: files lie in DATA_DIR. @throws Error naming the variable and what it may be */
export function s3Environment(env: Env): S3Environment | null {
  const isAsked = Object.keys(env).some((name) => name.startsWith('FILES_S3_') && env[name]);
  if (!isAsked) return null;
  return {
    endpoint: endpointOf(needed(env, 'FILES_S3_ENDPOINT')),
    bucket: bucketOf(needed(env, 'FILES_S3_BUCKET')),
    region: env.FILES_S3_REGION || 'us-east-1',
    key: secretOf(env, 'FILES_S3_KEY'),
    secret: secretOf(env, 'FILES_S3_SECRET'),
  };
}

function needed(env: Env, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} must be set when attached files go to a bucket (FILES_S3_…).`);
  return value;
}

function endpointOf(text: string): string {
  const url = safeAddress(text);
  const isBare = url && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  if (!isBare)
    throw new Error(
      'FILES_S3_ENDPOINT must be like https://s3.example, without a path; http on this machine only.',
    );
  return url.origin;
}

function bucketOf(text: string): string {
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text) || text.includes('..'))
    throw new Error(`FILES_S3_BUCKET must be a bucket's name; it is "${text}".`);
  return text;
}

export function secretOf(env: Env, name: string): Secret {
  const file = env[`${name}_FILE`];
  if (file && env[name]) throw new Error(`${name} and ${name}_FILE are both set: one of them is enough.`);
  return file ? { file, name: `${name}_FILE` } : { value: needed(env, name) };
}
