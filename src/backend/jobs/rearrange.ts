/**
 * Several visits moved or parked as one step: each by the rules of its own card, their time checked once as it will be, so that
 * two may change places; one operation with one undo.
 */
import type { BodyOf } from '#contract/endpoints.ts';
import type { JobsWritten } from '#contract/job.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { appointmentOf } from '#domain/job/card.ts';
import { newAssignmentsOf, visitMoveCommands } from '#domain/job/visit-move-commands.ts';
import type { CommandContext } from '../write/context.ts';
import { grouped } from '../write/grouped.ts';
import { newIds } from '../write/ids.ts';
import type { RecordChange } from '../write/save.ts';
import { lockedCards, runOnCards } from './run.ts';
import { jobsOfAppointments } from './store.ts';

/**
 * @throws ProblemError bulk.refused naming every visit whose own rules refuse it; schedule.conflict whose conflicts
 *   name theirs in `visit`
 */
export const rearrange = (
  tx: Transaction,
  context: CommandContext,
  body: BodyOf<'appointments.rearrange'>,
): Promise<JobsWritten> =>
  moveVisits(
    tx,
    context,
    body,
    body.moves.every(({ holdingLaneId }) => holdingLaneId != null)
      ? 'appointment.parked'
      : 'appointment.rearranged',
  );

/** @param beside what else the step writes; asked with the jobs locked, which are before technicians (README) */
export async function moveVisits(
  tx: Transaction,
  context: CommandContext,
  body: Omit<BodyOf<'appointments.rearrange'>, 'overrideReason'> & { overrideReason?: string | undefined },
  verb: string,
  beside: () => Promise<readonly RecordChange[]> = async () => [],
): Promise<JobsWritten> {
  const { moves, expected, overrideReason, memo } = body;
  const jobOf = await jobsOfAppointments(
    tx,
    context.actor,
    moves.map((move) => move.appointmentId),
  );
  if (jobOf.size < moves.length) throw new ProblemError('record.not_found', { kind: 'appointment' });
  const movesOf = grouped(moves, (move) => jobOf.get(move.appointmentId)!);
  // Locked before they are looked at: which commands a move takes depends on where the visit stands now.
  const cards = await lockedCards(tx, context.actor, [...movesOf.keys()]);
  const besides = await beside();
  const ids: Id[] = await newIds(
    tx,
    moves.reduce((sum, move) => sum + newAssignmentsOf(move), 0),
  );
  const items = cards.map((card) => ({
    jobId: card.job.id,
    commands: movesOf.get(card.job.id)!.flatMap((move) =>
      visitMoveCommands(appointmentOf(card, move.appointmentId), move, () => ids.pop()!, {
        cancelDispatch: move.cancelDispatch,
        overrideReason,
      }),
    ),
  }));
  return runOnCards(tx, context, items, {
    verb,
    beside: besides,
    expected,
    overrideReason,
    ...(memo ? { reason: memo } : {}),
    namesRefused: true,
  });
}
