/** What a step made on a card, taken back the way the trade does it: a booked job is canceled, an added visit deleted. */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import type { DecisionContext, JobCommand } from './commands.ts';
import { decideJob, settled } from './decide.ts';
import type { JobCard } from './job-card.ts';

/** A job or a visit that a step made; records of other kinds are no matter of the card. */
export type Made = { readonly kind: string; readonly id: Id };

/**
 * The card without what was made on it. Refuses with `undo.not_possible`, `because` the rule of the cancel or the
 * deletion that stands in the way.
 */
export function decideTakeBack(
  card: JobCard,
  made: readonly Made[],
  context: DecisionContext,
): Decision<JobCard> {
  let taken = card;
  for (const command of made.flatMap((one) => commandFor(card, one))) {
    const decided = decideJob(taken, command, context);
    if (!decided.ok) {
      const { code, params } = decided.refusal;
      return refuse('undo.not_possible', { ...params, because: code });
    }
    taken = decided.value;
  }
  // An undone release holds the job again only where everything on it is on hold once more.
  return allow(settled(taken));
}

function commandFor(card: JobCard, { kind, id }: Made): JobCommand[] {
  if (kind === 'job' && id === card.job.id) {
    return [{ type: 'cancelJob', reasonId: null, code: 'booking.undone', memo: '' }];
  }
  // The first visit goes with its job.
  const visit = card.appointments.find((one) => kind === 'appointment' && one.id === id);
  return visit && visit.number > 1 ? [{ type: 'deleteAppointment', appointmentId: visit.id }] : [];
}
