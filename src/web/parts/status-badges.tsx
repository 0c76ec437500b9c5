/** Which look and word a status of a job, visit or technician's work has (ui.md, Tokens). */
import type { AssignmentView } from '#contract/job.ts';
import type { AppointmentStatus, JobStatus } from '#domain/job/job-card.ts';
import { APPOINTMENT_STATUS_WORDS, ASSIGNMENT_STATUS_WORDS, JOB_STATUS_WORDS } from '../lib/trade-words.ts';
import { StatusBadge, type StatusHue } from '../ui/status-badge.tsx';

const JOB_HUES: Readonly<Record<JobStatus, StatusHue>> = {
  Scheduled: 'scheduled',
  Dispatched: 'dispatched',
  InProgress: 'working',
  Hold: 'hold',
  Completed: 'done',
  Canceled: 'canceled',
};
const APPOINTMENT_HUES: Readonly<Record<AppointmentStatus, StatusHue>> = {
  Scheduled: 'scheduled',
  Dispatched: 'dispatched',
  Working: 'working',
  Hold: 'hold',
  Done: 'done',
  Canceled: 'canceled',
  Unused: 'unused',
};

type VisitLook = {
  readonly status: AppointmentStatus;
  readonly assignments: readonly { status: string; paused: boolean }[];
};

/** Working, but everybody who works is paused: that is what a dispatcher has to see. */
const isPaused = ({ status, assignments }: VisitLook) => {
  const working = assignments.filter((one) => one.status === 'Working');
  return status === 'Working' && working.length > 0 && working.every(({ paused }) => paused);
};

export const visitHue = (visit: VisitLook): StatusHue =>
  isPaused(visit) ? 'paused' : APPOINTMENT_HUES[visit.status];
export const visitWord = (visit: VisitLook): string =>
  isPaused(visit) ? 'Paused' : APPOINTMENT_STATUS_WORDS[visit.status];

export function JobStatusBadge({ status }: { status: JobStatus }) {
  return <StatusBadge hue={JOB_HUES[status]} word={JOB_STATUS_WORDS[status]} />;
}

export function VisitStatusBadge({ visit }: { visit: VisitLook }) {
  return <StatusBadge hue={visitHue(visit)} word={visitWord(visit)} />;
}

export function AssignmentStatusBadge({
  assignment,
}: {
  assignment: Pick<AssignmentView, 'status' | 'paused'>;
}) {
  return assignment.paused ? (
    <StatusBadge hue="paused" word="Paused" />
  ) : (
    <StatusBadge
      hue={APPOINTMENT_HUES[assignment.status]}
      word={ASSIGNMENT_STATUS_WORDS[assignment.status]}
    />
  );
}
