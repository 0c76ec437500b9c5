/** From the rules' answers and the stores' to what HTTP carries. */
import { ProblemError } from '#contract/problem.ts';
import type { Decision } from '#domain/decision.ts';

/** The value, or the refusal as a problem. */
export function must<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new ProblemError(decision.refusal.code, decision.refusal.params);
  return decision.value;
}

/**
 * For `.catch`: what hangs on a record one may not know of is answered like one nobody has, by its own kind (R40).
 * Anything else goes on as it is: a fault is not a 404.
 */
export const asMissing =
  (kind: string) =>
  (error: unknown): never => {
    throw error instanceof ProblemError && error.code === 'record.not_found'
      ? new ProblemError('record.not_found', { kind })
      : error;
  };
