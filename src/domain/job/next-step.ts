/** The one step that comes next on a job, as an office works it off: somebody, on the way, there, finished. */
import type { Id } from '../ids.ts';
import { assignmentsOf } from './card.ts';
import { isUnfinished } from './derive.ts';
import type { AssignmentStatus, JobCard, JobStatus } from './job-card.ts';

export type NextStep =
  | { readonly type: 'assign'; readonly appointmentId: Id }
  | {
      readonly type: 'dispatch' | 'arrive' | 'resumeWork';
      readonly appointmentId: Id;
      /** Whom it is for; never empty. */
      readonly technicianIds: readonly Id[];
    }
  | { readonly type: 'completeJob' | 'resumeJob' | 'reopenJob' | 'removeCancellation' };

/** A job that stands still or is over has one way on. */
const STANDING: Readonly<Partial<Record<JobStatus, 'resumeJob' | 'reopenJob' | 'removeCancellation'>>> = {
  Hold: 'resumeJob',
  Completed: 'reopenJob',
  Canceled: 'removeCancellation',
};

/**
 * Offered as the first button of a job's page; whether it may be given is still the gate's to say. Who is at work comes
 * before who is not there yet, the earlier visit before the later one; visits on hold wait.
 */
export function nextStepOf(card: JobCard): NextStep {
  const standing = STANDING[card.job.status];
  if (standing) return { type: standing };
  const open = card.appointments
    .filter((one) => isUnfinished(one) && !one.hold)
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  const ids = new Set(open.map(({ id }) => id));
  const atWork = card.assignments.filter(
    (one) => one.active && one.status === 'Working' && ids.has(one.appointmentId),
  );
  const paused = atWork.filter((one) => one.paused);
  if (atWork.length > paused.length) return { type: 'completeJob' };
  if (paused[0]) {
    const { appointmentId } = paused[0];
    return { type: 'resumeWork', appointmentId, technicianIds: of(paused, appointmentId) };
  }
  const next = open[0];
  if (!next) return { type: 'completeJob' };
  const crew = assignmentsOf(card, next.id);
  const step = (status: AssignmentStatus, type: 'arrive' | 'dispatch'): NextStep | null => {
    const technicianIds = of(
      crew.filter((one) => one.status === status),
      next.id,
    );
    return technicianIds.length > 0 ? { type, appointmentId: next.id, technicianIds } : null;
  };
  return (
    step('Dispatched', 'arrive') ??
    step('Scheduled', 'dispatch') ?? { type: 'assign', appointmentId: next.id }
  );
}

const of = (crew: readonly { appointmentId: Id; technicianId: Id }[], appointmentId: Id): readonly Id[] =>
  crew.filter((one) => one.appointmentId === appointmentId).map(({ technicianId }) => technicianId);
