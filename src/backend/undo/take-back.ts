/** What a step created on a card, taken back the way the trade does it. */
import { ProblemError } from '#contract/problem.ts';
import type { JobCommand } from '#domain/job/commands.ts';
import { decideJob } from '#domain/job/decide.ts';
import type { JobCard } from '#domain/job/job-card.ts';
import type { CommandContext } from '../write/context.ts';
import type { StepChange } from './command.ts';

/** The reason a booking that was undone is canceled with: no set-up record, told apart by its id. */
export const UNDONE_REASON_ID = 1;
const MEMO = 'Booking undone';

/** A booked job is canceled, an added visit deleted; refused by the same rules as those commands. */
export function takeBack(context: CommandContext, card: JobCard, changes: readonly StepChange[]): JobCard {
  const commands = changes.filter((change) => change.created).flatMap((change) => commandFor(card, change));
  return commands.reduce((current, command) => {
    const decided = decideJob(current, command, {
      now: context.now,
      actorId: context.actor.userId,
      workingElsewhere: new Set(),
    });
    if (!decided.ok)
      throw new ProblemError('undo.not_possible', {
        ...decided.refusal.params,
        because: decided.refusal.code,
      });
    return decided.value;
  }, card);
}

function commandFor(card: JobCard, change: StepChange): JobCommand[] {
  if (change.kind === 'job' && change.id === card.job.id) {
    return [{ type: 'cancelJob', reasonId: UNDONE_REASON_ID, memo: MEMO }];
  }
  // The first visit goes with its job.
  const visit = card.appointments.find((one) => change.kind === 'appointment' && one.id === change.id);
  return visit && visit.number > 1 ? [{ type: 'deleteAppointment', appointmentId: visit.id }] : [];
}
