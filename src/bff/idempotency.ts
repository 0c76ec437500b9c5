/** The effect of a write and its answer are kept in one transaction (F15); for the writes the BFF answers itself. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant } from '#domain/time.ts';

export type KeyScope = {
  readonly tenantId: Id;
  readonly userId: Id;
  /** The endpoint's name in the table. */
  readonly route: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly now: Instant;
};
export type KeptAnswer = { readonly status: number; readonly body: unknown };

const KEPT_MINUTES = 24 * 60;

/**
 * Runs `write` the first time, and answers the same from then on for 24 hours. The row is taken first, so that of 20
 * at once one writes and 19 wait for its commit. Throws `request.idempotency_key_reused` for another body.
 */
export async function once(
  tx: Transaction,
  scope: KeyScope,
  write: () => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  const { tenantId, userId, route, key, bodyHash, now } = scope;
  const name = [tenantId, userId, route, key];
  const where = 'tenant_id = $1 and user_id = $2 and route = $3 and key = $4';
  await tx.query(`delete from office.idempotency_keys where ${where} and created_on < $5`, [
    ...name,
    addMinutes(now, -KEPT_MINUTES),
  ]);
  const taken = await tx.query(
    `insert into office.idempotency_keys (tenant_id, user_id, route, key, body_hash, status, created_on)
     values ($1, $2, $3, $4, $5, 0, $6) on conflict do nothing returning key`,
    [...name, bodyHash, now],
  );
  if (taken.length === 0) {
    const [kept] = await tx.query<{ body_hash: string; status: number; response: unknown }>(
      `select body_hash, status, response from office.idempotency_keys where ${where}`,
      name,
    );
    if (!kept) throw new ProblemError('request.idempotency_key_in_flight');
    if (kept.body_hash !== bodyHash) throw new ProblemError('request.idempotency_key_reused');
    return { status: kept.status, body: kept.response };
  }
  const answer = await write();
  await tx.query(`update office.idempotency_keys set status = $5, response = $6 where ${where}`, [
    ...name,
    answer.status,
    answer.body,
  ]);
  return answer;
}
