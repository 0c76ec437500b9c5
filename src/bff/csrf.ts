/**
 * Cross-site requests are refused three times over: a Strict cookie, a header no foreign page may send, and the
 * browser's own word where the request comes from (R14, R15). Bodies are JSON only (R16), so no form can make one.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { Endpoint } from '#contract/endpoint.ts';
import { ProblemError } from '#contract/problem.ts';
import { isLoopback } from './config.ts';

/** Throws `request.header_missing` or `request.cross_site`. Applies to every row of the table, sign-in too (R26). */
export function checkSameSite(row: Endpoint, headers: IncomingHttpHeaders, publicOrigin: string): void {
  const site = headers['sec-fetch-site'];
  if (headers['x-csrf'] !== '1') {
    // A link cannot send headers: a download proves itself by coming from our own page.
    if (row.kind !== 'download' || site !== 'same-origin') throw new ProblemError('request.header_missing');
  }
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new ProblemError('request.cross_site');
  }
  const { origin } = headers;
  if (origin !== undefined && !isOwnOrigin(origin, publicOrigin)) {
    throw new ProblemError('request.cross_site');
  }
  // Neither said where it comes from: programs may read so, nobody may write so.
  if (site === undefined && origin === undefined && row.method !== 'GET') {
    throw new ProblemError('request.cross_site');
  }
}

/** The public origin itself; on loopback also its other spellings (localhost, 127.0.0.1, [::1]), same port. */
export function isOwnOrigin(origin: string, publicOrigin: string): boolean {
  if (origin === publicOrigin) return true;
  if (!URL.canParse(origin)) return false;
  const [theirs, ours] = [new URL(origin), new URL(publicOrigin)];
  return (
    isLoopback(ours.hostname) &&
    isLoopback(theirs.hostname) &&
    theirs.port === ours.port &&
    theirs.protocol === ours.protocol
  );
}

const JSON_TYPE = /^application\/json(; ?charset=utf-8)?$/i;

/** Throws `request.unsupported_media_type` unless the body is what the row takes, spelled in the one way (R16). */
export function checkMediaType(row: Endpoint, headers: IncomingHttpHeaders): void {
  const { 'content-type': type, 'content-encoding': encoding, 'transfer-encoding': transfer } = headers;
  if (row.method === 'GET') {
    if (transfer !== undefined || Number(headers['content-length'] ?? 0) > 0) {
      throw new ProblemError('request.malformed', { reason: 'body' });
    }
    return;
  }
  const fits =
    row.kind === 'upload' ? type === 'application/octet-stream' : type !== undefined && JSON_TYPE.test(type);
  // A gzip body would be counted before it is unpacked (R51).
  if (!fits || encoding !== undefined) throw new ProblemError('request.unsupported_media_type');
}

/** Who the company is comes from the session alone; a caller that says it is told so (R34). */
export function checkNoTenantHeader(headers: IncomingHttpHeaders): void {
  for (const name of ['x-tenant', 'x-tenant-id', 'tenant', 'tenant-id']) {
    if (headers[name] !== undefined)
      throw new ProblemError('request.invalid', {}, [{ path: name, code: 'unrecognized_keys', message: '' }]);
  }
}
