/**
 * GEOCODER_URL and TRAVEL_MATRIX_URL, each with a header of its own for a key. The servers are the operator's alone to
 * name; what we add to an address never changes which server is asked (R33).
 */
import type { SecretHeader } from '#backend/outbound/get-json.ts';
import { secretValue } from './file-store.ts';
import { type Secret, secretOf } from './files-environment.ts';
import { safeAddress } from './safe-address.ts';

type Env = Readonly<Record<string, string | undefined>>;
export type OutboundEnvironment = {
  readonly url: string;
  readonly header: { readonly from: Secret; readonly named: string } | null;
  /** Questions a second. */
  readonly perSecond: number;
};

/** null: coordinates by hand or by postal code. @throws Error naming the variable and what it may be */
export const geocoderEnvironment = (env: Env): OutboundEnvironment | null =>
  outboundOf(
    env,
    'GEOCODER',
    '{address}',
    'https://geocoder.example/search?format=jsonv2&limit=1&q={address}',
  );

/** null: drives by distance. @throws Error naming the variable and what it may be */
export const matrixEnvironment = (env: Env): OutboundEnvironment | null =>
  outboundOf(env, 'TRAVEL_MATRIX', '{coordinates}', 'https://osrm.example/table/v1/driving/{coordinates}');

function outboundOf(env: Env, name: string, place: string, like: string): OutboundEnvironment | null {
  const url = env[`${name}_URL`];
  const hasHeader = Boolean(env[`${name}_HEADER`] || env[`${name}_HEADER_FILE`]);
  if (!url) {
    if (hasHeader) throw new Error(`${name}_HEADER is for ${name}_URL, which is not set.`);
    return null;
  }
  const [one, other] = ['1', 'example.com'].map((text) => safeAddress(url.replaceAll(place, text)));
  const isFixed = one && one.origin === other?.origin && !one.username && !one.password && !one.hash;
  if (!url.includes(place) || !isFixed)
    throw new Error(
      `${name}_URL must be like ${like}, with ${place} behind the host; http on this machine only.`,
    );
  const header = hasHeader ? { from: secretOf(env, `${name}_HEADER`), named: `${name}_HEADER` } : null;
  if (header && 'value' in header.from) headerOf(header.from.value, header.named);
  return { url, header, perSecond: perSecondOf(env, `${name}_PER_SECOND`) };
}

function perSecondOf(env: Env, name: string): number {
  const text = env[name] || '1';
  const count = Number(text);
  if (!/^\d{1,2}$/.test(text) || count < 1 || count > 50)
    throw new Error(`${name} must be a whole number from 1 to 50; it is "${text}".`);
  return count;
}

/** @throws Error without the value: there is a key in it */
function headerOf(text: string, name: string): { name: string; value: string } {
  const found = /^([A-Za-z0-9-]{1,60}): *([\x20-\x7e]{1,2000})$/.exec(text);
  if (!found) throw new Error(`${name} must be like Authorization: Bearer the-key.`);
  return { name: found[1]!, value: found[2]! };
}

export const headerAsked =
  ({ header }: OutboundEnvironment): SecretHeader =>
  async () =>
    header && headerOf(await secretValue(header.from), header.named);

/** What must not be in any log: the headers' values, and addresses that may have a key in them. */
export async function outboundSecrets(ones: readonly (OutboundEnvironment | null)[]): Promise<string[]> {
  const secrets: string[] = [];
  for (const one of ones) {
    if (!one) continue;
    const key = await headerAsked(one)();
    // `Bearer the-key` would be looked for as a whole.
    if (key) secrets.push(key.value, ...key.value.split(' ').filter((word) => word.length >= 8));
    if (one.url.includes('?')) secrets.push(one.url);
  }
  return secrets;
}
