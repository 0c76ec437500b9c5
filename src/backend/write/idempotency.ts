/**
 * Idempotency keys (F15): the key is claimed first in the write's own transaction, so a second request with the same
 * key waits for the first to end and then gets its answer; a refused or failed request leaves no key behind.
 */

import { ProblemError } from '#contract/problem.ts';
import type { UpstreamRequest, UpstreamResponse } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Instant } from '#domain/time.ts';

/** Runs `work` once per key; without a key it simply runs. Another body under the same key: 422. */
export async function once(
  tx: Transaction,
  request: UpstreamRequest,
  now: Instant,
  work: () => Promise<UpstreamResponse>,
): Promise<UpstreamResponse> {
  const key = request.idempotencyKey;
  if (key === null) return work();
  const scope = [tx.tenantId, request.actor.userId, request.endpoint, key];
  const claimed = await tx.query(
    `insert into office.idempotency_keys (tenant_id, user_id, route, key, body_hash, status, created_on)
     values ($1, $2, $3, $4, $5, 0, $6) on conflict do nothing returning key`,
    [...scope, request.bodyHash, now],
  );
  if (claimed.length === 0) {
    const [kept] = await tx.query<{ bodyHash: string; status: number; response: unknown }>(
      `select body_hash as "bodyHash", status, response from office.idempotency_keys
       where tenant_id = $1 and user_id = $2 and route = $3 and key = $4`,
      scope,
    );
    if (!kept) throw new ProblemError('request.idempotency_key_in_flight');
    if (kept.bodyHash !== request.bodyHash) throw new ProblemError('request.idempotency_key_reused');
    return { status: kept.status, body: kept.response };
  }
  const response = await work();
  await tx.query(
    `update office.idempotency_keys set status = $5, response = $6::jsonb
     where tenant_id = $1 and user_id = $2 and route = $3 and key = $4`,
    [...scope, response.status, json(response.body ?? null)],
  );
  return response;
}
