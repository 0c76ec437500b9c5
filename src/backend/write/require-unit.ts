/** Another unit's is not there for who is confined (domain-rules §9). */
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Id } from '#domain/ids.ts';

/**
 * @param unitIds all units the record is of: one that the actor may not see hides it
 * @throws ProblemError record.not_found (404)
 */
export function requireUnit(actor: Actor, unitIds: readonly Id[], kind: string): void {
  const units = actor.businessUnitIds;
  if (units && unitIds.some((id) => !units.includes(id)))
    throw new ProblemError('record.not_found', { kind });
}
