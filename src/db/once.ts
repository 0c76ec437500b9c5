/**
 * Idempotency keys (F15), the one mechanism of BFF and backend: the key is taken first, in the write's own
 * transaction, so that of 20 requests with the same key one writes and 19 wait for its commit and get its answer. A
 * refused or failed request leaves no key behind.
 */
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant } from '#domain/time.ts';
import type { Transaction } from './database.ts';
import { json } from './parameters.ts';
import { planOnce } from './plan-once.ts';

type KeyScope = {
  readonly tenantId: Id;
  readonly userId: Id;
  /** The endpoint's name in the contract's table. */
  readonly route: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly now: Instant;
};
type KeyRefusal = 'request.idempotency_key_reused' | 'request.idempotency_key_in_flight';
type Answer = { readonly status: number; readonly body?: unknown };

/** How long the same key gives the same answer (F15). */
const KEPT_MINUTES = 24 * 60;

/**
 * Runs `write` the first time and answers the same for 24 hours from then; later the key is new again. `refusal` makes
 * the error to throw: the same key with another body, or one that was forgotten while this request waited for it.
 */
export async function once<A extends Answer>(
  tx: Transaction,
  scope: KeyScope,
  refusal: (code: KeyRefusal) => Error,
  write: () => Promise<A>,
): Promise<A | { readonly status: number; readonly body: unknown }> {
  const { tenantId, userId, route, key, bodyHash, now } = scope;
  const name = [tenantId, userId, route, key];
  const where = 'tenant_id = $1 and user_id = $2 and route = $3 and key = $4';
  const taken = await tx.query(
    planOnce(`insert into office.idempotency_keys as k (tenant_id, user_id, route, key, body_hash, status, created_on)
     values ($1, $2, $3, $4, $5, 0, $6)
     on conflict (tenant_id, user_id, route, key) do update
       set body_hash = excluded.body_hash, status = 0, response = null, created_on = excluded.created_on
       where k.created_on < $7
     returning key`),
    [...name, bodyHash, now, forgottenBefore(now)],
  );
  if (taken.length === 0) {
    const [kept] = await tx.query<{ bodyHash: string; status: number; response: unknown }>(
      `select body_hash as "bodyHash", status, response from office.idempotency_keys where ${where}`,
      name,
    );
    if (!kept) throw refusal('request.idempotency_key_in_flight');
    if (kept.bodyHash !== bodyHash) throw refusal('request.idempotency_key_reused');
    return { status: kept.status, body: kept.response };
  }
  const answer = await write();
  await tx.query(`update office.idempotency_keys set status = $5, response = $6::jsonb where ${where}`, [
    ...name,
    answer.status,
    json(answer.body ?? null),
  ]);
  return answer;
}

const forgottenBefore = (now: Instant): Instant => addMinutes(now, -KEPT_MINUTES);

/** Deletes at most `limit` keys older than 24 hours, of all companies; answers how many. */
export async function forgetKeys(tx: Transaction, now: Instant, limit: number): Promise<number> {
  const rows = await tx.query(
    `delete from office.idempotency_keys where ctid = any(array(
       select ctid from office.idempotency_keys where created_on < $1 order by created_on limit $2
       for update skip locked)) returning 1`,
    [forgottenBefore(now), limit],
  );
  return rows.length;
}
