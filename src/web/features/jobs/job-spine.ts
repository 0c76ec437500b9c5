/** How far a job is, from its stamps: Booked → Scheduled → Dispatched → In progress → Completed, or what stopped it. */
import type { AppointmentView, JobCardView } from '#contract/job.ts';
import type { JobStatus } from '#domain/job/job-card.ts';
import { dayOf, type Instant } from '#domain/time.ts';
import { formatDay, formatDayTime, formatTimeRange } from '../../lib/format.ts';
import { reasonText } from '../../lib/reason-text.ts';
import type { Step } from '../../ui/steps.tsx';

type SpineFacts = {
  readonly card: JobCardView;
  /** Who booked it, once the history is read. */
  readonly bookedBy: string | null;
  /** The job's zone, in which its times are read. */
  readonly zone: string;
  /** The one of the viewer's board: where it differs, each time says its zone. */
  readonly viewerZone?: string | undefined;
};

/** The step the job stands at is under way, those with a stamp before it are done, the rest is to do. */
export function jobSpine({ card, bookedBy, zone, viewerZone }: SpineFacts): Step[] {
  const { job, appointments } = card;
  const at = (moment: Instant) => formatDayTime(moment, zone, { viewerZone });
  const earliest = (field: 'dispatchedOn' | 'arrivedOn') =>
    appointments
      .flatMap(({ assignments }) => assignments.flatMap((one) => one[field] ?? []))
      .sort()
      .at(0);
  const [dispatchedOn, arrivedOn] = [earliest('dispatchedOn'), earliest('arrivedOn')];
  const visit = nextVisit(appointments);
  const isOver = job.status === 'Completed' || job.status === 'Canceled';
  const step = (label: string, state: Step['state'], detail: string): Step => ({
    label,
    detail: detail || '–',
    state,
  });
  const reached = (status: JobStatus, on: Instant | undefined): Step['state'] => {
    if (job.status === status) return 'part';
    return on === undefined ? 'todo' : 'done';
  };
  const steps = [
    step('Booked', 'done', [at(job.bookedOn), bookedBy].filter(Boolean).join(', ')),
    step(
      'Scheduled',
      reached('Scheduled', job.bookedOn),
      visit
        ? `${formatDay(dayOf(visit.start, zone))} ${formatTimeRange(visit.start, visit.end, zone, { viewerZone })}`
        : '',
    ),
    step('Dispatched', reached('Dispatched', dispatchedOn), dispatchedOn ? at(dispatchedOn) : ''),
    step('In progress', reached('InProgress', arrivedOn), arrivedOn ? at(arrivedOn) : ''),
  ];
  if (job.status === 'Hold') steps.push(stopped('On hold', job.hold ?? heldVisit(appointments), at));
  if (job.canceled)
    return [...steps.filter(({ state }) => state !== 'todo'), stopped('Canceled', job.canceled, at)];
  return [...steps, step('Completed', isOver ? 'done' : 'todo', job.completedOn ? at(job.completedOn) : '')];
}

/** The first visit that is not over, else the last one there was. */
export function nextVisit(appointments: readonly AppointmentView[]): AppointmentView | undefined {
  const active = appointments.filter((one) => one.active);
  const open = active.filter(({ status }) => status !== 'Done' && status !== 'Unused');
  return open.sort((a, b) => (a.start < b.start ? -1 : 1))[0] ?? active.at(-1);
}

const heldVisit = (appointments: readonly AppointmentView[]) =>
  appointments.find(({ hold }) => hold !== null)?.hold ?? null;

/** Why, by whom and when. */
function stopped(label: string, given: AppointmentView['hold'], at: (moment: Instant) => string): Step {
  const detail = given ? `${reasonText(given)}, ${given.byName}, ${at(given.at)}` : '–';
  return { label, detail, state: 'part' };
}
