/** Links to files that are good for a short while: signed, for one file of one company, checked without a look-up. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { urlOf } from '#contract/client.ts';
import { LINK_MINUTES } from '#domain/files.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant } from '#domain/time.ts';

const signatureOf = (key: Buffer, tenantId: Id, id: Id, goodUntil: Instant): string =>
  createHmac('sha256', key).update(`${tenantId} ${id} ${goodUntil}`).digest('hex');

export function linkTo(key: Buffer, tenantId: Id, id: Id, now: Instant) {
  const goodUntil = addMinutes(now, LINK_MINUTES);
  const signature = signatureOf(key, tenantId, id, goodUntil);
  return { url: urlOf('files.content', { id }, { goodUntil, signature }), goodUntil };
}

/** Signed by us, for this file of this company, and not over yet. */
export function isGood(
  key: Buffer,
  tenantId: Id,
  id: Id,
  link: { readonly goodUntil: Instant; readonly signature: string },
  now: Instant,
): boolean {
  const expected = Buffer.from(signatureOf(key, tenantId, id, link.goodUntil), 'hex');
  const given = Buffer.from(link.signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected) && link.goodUntil > now;
}
