/** A card with old values written back: what an undo would make of it, before the rules have their say. */
import type { Id } from '../ids.ts';
import type { Restoration } from '../undo.ts';
import { changeAssignments, ended } from './card.ts';
import { deriveStatuses } from './derive.ts';
import type { Assignment, AssignmentEnd, JobCard } from './job-card.ts';

/** Who is no longer on the visit went by what the undo repeats: a cancel and a completion can be taken back again. */
function endOf(card: JobCard, job: Readonly<Record<string, unknown>>): AssignmentEnd {
  if (job.canceled && !card.job.canceled) return 'cancel';
  return job.completedOn && !card.job.completedOn ? 'complete' : 'unassign';
}

/**
 * The card with the restored fields of its job, its appointments and their `technicians`; statuses follow. An
 * assignment that is not among the restored ones is ended, and nobody who has not been there stays on a canceled job.
 */
export function restoredCard(card: JobCard, restorations: readonly Restoration[]): JobCard {
  const fieldsOf = (kind: string, id: Id) =>
    restorations.find((one) => one.kind === kind && one.id === id)?.fields ?? {};
  const job = fieldsOf('job', card.job.id);
  const endedBy = endOf(card, job);
  const techniciansOf = (id: Id) =>
    fieldsOf('appointment', id).technicians as readonly Assignment[] | undefined;
  const assignments = card.assignments.map((one): Assignment => {
    const restored = techniciansOf(one.appointmentId);
    if (!restored) return one;
    return (
      restored.find((old) => old.id === one.id) ?? (one.active ? { ...one, active: false, endedBy } : one)
    );
  });
  const restored: JobCard = {
    ...card,
    job: { ...card.job, ...job },
    appointments: card.appointments.map((one) => {
      const { technicians: _, ...fields } = fieldsOf('appointment', one.id);
      return { ...one, ...fields };
    }),
    assignments,
  };
  return deriveStatuses(
    endedBy === 'unassign'
      ? restored
      : changeAssignments(restored, ({ status }) => status !== 'Done', ended(endedBy)),
  );
}
