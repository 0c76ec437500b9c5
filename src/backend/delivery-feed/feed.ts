/**
 * The address of one's calendar of deliveries: who has it reads it, by nothing else. The token is told once, when it is
 * made, and kept as a hash: nobody reads it out of the database or a backup.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DeliveryFeed, FeedMade } from '#contract/spend.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Instant } from '#domain/time.ts';
import { auditDone } from '../write/audit-done.ts';
import type { CommandContext } from '../write/context.ts';

/** On API_PORT (`facades/calendars.ts`). */
const FEED_PATH = '/calendars/deliveries/';
const TOKEN = /^[\w-]{43}$/;
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export async function ownFeed(tx: Transaction, { actor }: CommandContext): Promise<DeliveryFeed> {
  const [row] = await tx.query<{ madeOn: Instant }>(
    'select made_on as "madeOn" from office.delivery_feeds where tenant_id = $1 and user_id = $2',
    [tx.tenantId, actor.userId],
  );
  return { madeOn: row?.madeOn ?? null };
}

/** A new address; the one before opens nothing any more. */
export async function makeFeed(tx: Transaction, context: CommandContext): Promise<FeedMade> {
  const token = randomBytes(32).toString('base64url');
  await tx.query(
    `insert into office.delivery_feeds (tenant_id, user_id, token_hash, made_on) values ($1, $2, $3, $4)
     on conflict (tenant_id, user_id) do update set token_hash = excluded.token_hash, made_on = excluded.made_on`,
    [tx.tenantId, context.actor.userId, hashOf(token), context.now],
  );
  await auditDone(tx, context, 'delivery-feed.make', undefined);
  return { madeOn: context.now, url: `${context.apiOrigin ?? ''}${FEED_PATH}${token}.ics` };
}

export async function revokeFeed(tx: Transaction, context: CommandContext): Promise<DeliveryFeed> {
  await tx.query('delete from office.delivery_feeds where tenant_id = $1 and user_id = $2', [
    tx.tenantId,
    context.actor.userId,
  ]);
  await auditDone(tx, context, 'delivery-feed.revoke', undefined);
  return { madeOn: null };
}

/** A system transaction: whose the token is has to be found over all companies. */
export async function ownerOfFeed(
  tx: Transaction,
  token: string,
): Promise<{ readonly tenantId: Id; readonly userId: Id } | null> {
  if (!TOKEN.test(token)) return null;
  const given = hashOf(token);
  const [row] = await tx.query<{ tenantId: Id; userId: Id; tokenHash: Uint8Array }>(
    `select tenant_id as "tenantId", user_id as "userId", token_hash as "tokenHash"
     from office.delivery_feeds where token_hash = $1`,
    [given],
  );
  // The index compares byte by byte; what is let in is compared in constant time.
  if (!row || !timingSafeEqual(given, row.tokenHash)) return null;
  // The last character of 43 has two idle bits: only the one spelling is the token.
  if (Buffer.from(token, 'base64url').toString('base64url') !== token) return null;
  return { tenantId: row.tenantId, userId: row.userId };
}
