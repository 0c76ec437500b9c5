/**
 * A draft's moves on the live day: one rearrangement, so one step with one undo, and what was published leaves the draft
 * in the same transaction. The step's own audit row tells of it, its reason names the draft. Taken back, it is the draft's again (`store.ts`).
 */
import type { BodyOf, ResultOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { netMoves, withoutVisits } from '#domain/schedule/drafts/steps.ts';
import { rearrange } from '../jobs/rearrange.ts';
import type { CommandContext } from '../write/context.ts';
import { foundDraft, getDraft } from './commands.ts';
import { updateDraft } from './store.ts';

/**
 * By whoever may open the draft: a shift lead publishes what a colleague played through.
 * @throws ProblemError as `appointments.rearrange`; record.not_found for a visit that is not in the draft
 */
export async function publishDraft(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, moves, overrideReason }: BodyOf<'drafts.publish'>,
): Promise<ResultOf<'drafts.publish'>> {
  // Before the jobs: nobody who holds one of those waits for a draft.
  const draft = await foundDraft(tx, context.actor, id, { lock: true });
  const asked = new Set(moves.map(({ appointmentId }) => appointmentId));
  const leaving = netMoves(draft.steps).filter(({ appointmentId }) => asked.has(appointmentId));
  if (leaving.length < asked.size) throw new ProblemError('record.not_found', { kind: 'appointment' });
  const memo = [`Draft “${draft.name}”`, overrideReason].filter(Boolean).join(': ');
  const written = await rearrange(tx, context, { expected, moves, overrideReason, memo });
  const published = [...draft.published, { operationId: written.operationId, moves: leaving }].slice(-50);
  await updateDraft(tx, { ...draft, steps: withoutVisits(draft.steps, asked), published }, context.now);
  return { ...written, draft: await getDraft(tx, context.actor, id) };
}
