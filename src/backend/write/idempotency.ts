import { ProblemError } from '#contract/problem.ts';
import type { UpstreamRequest, UpstreamResponse } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { once as onceByKey } from '#db/once.ts';
import type { Instant } from '#domain/time.ts';
import { checkStillVisible } from './still-visible.ts';
import { withoutCosts } from './without-costs.ts';

/**
 * Runs `work` once per key (`db/once.ts`, F15); without a key it simply runs. Another body under the same key: 422. Kept
 * answers are looked at again with the rights of now: 404 where the first answer would be one today, and no costs for who may not see them any more.
 */
export async function once(
  tx: Transaction,
  request: UpstreamRequest,
  now: Instant,
  work: () => Promise<UpstreamResponse>,
): Promise<UpstreamResponse> {
  const { idempotencyKey: key, endpoint: route, bodyHash } = request;
  if (key === null) return work();
  const { tenantId, userId } = request.actor;
  const scope = { tenantId, userId, route, key, bodyHash, now };
  let isFirst = false;
  const answer = await onceByKey(
    tx,
    scope,
    (code) => new ProblemError(code),
    () => {
      isFirst = true;
      return work();
    },
  );
  if (isFirst) return answer;
  await checkStillVisible(tx, request.actor, answer.body);
  return { ...answer, body: withoutCosts(request.actor, answer.body) };
}
