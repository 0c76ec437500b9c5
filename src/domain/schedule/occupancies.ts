/** The time a job card takes of its technicians (domain-rules §4). */
import type { Appointment, Assignment } from '../job/job-card.ts';
import { earlierOf, type Instant, laterOf } from '../time.ts';
import type { Occupancy } from './occupancy.ts';

/** Statuses in which nobody's time is taken, not even by those assigned. */
export const TAKES_NO_TIME: ReadonlySet<Appointment['status']> = new Set(['Hold', 'Canceled', 'Unused']);

type Visit = Pick<Appointment, 'id' | 'start' | 'end' | 'status' | 'active'>;
type Taken = Pick<
  Assignment,
  | 'id'
  | 'appointmentId'
  | 'technicianId'
  | 'active'
  | 'status'
  | 'workStartedOn'
  | 'arrivedOn'
  | 'pausedOn'
  | 'doneOn'
  | 'override'
>;
/** What of a job card decides whose time it takes; one appointment of it is enough to ask for that one's. */
export type TimeTaking = { readonly appointments: readonly Visit[]; readonly assignments: readonly Taken[] };

/**
 * When somebody left to come back another time: the rest of the plan is given back, until the visit is moved to a
 * time after that. null: is there, has not been there yet, or is done.
 */
function leftOn({ status, pausedOn }: Taken, start: Instant): Instant | null {
  const isAway = status === 'Scheduled' || status === 'Dispatched';
  return isAway && pausedOn && pausedOn > start ? pausedOn : null;
}

/**
 * Who comes back takes what is left of the plan from then on, never again what was given back before: other work may
 * stand there by now.
 */
const backOn = ({ workStartedOn, arrivedOn }: Taken): Instant | null =>
  workStartedOn && arrivedOn && arrivedOn > workStartedOn ? arrivedOn : null;

function occupancyOf(appointment: Visit, assignment: Taken): Occupancy | null {
  const back = backOn(assignment);
  const start = back ? laterOf(appointment.start, back) : appointment.start;
  const over = assignment.doneOn ?? leftOn(assignment, appointment.start);
  const end = over ? earlierOf(appointment.end, over) : appointment.end;
  // done before the planned start, or back after the planned end: nothing of the plan is needed
  if (end <= start) return null;
  return {
    kind: 'assignment',
    sourceId: assignment.id,
    technicianId: assignment.technicianId,
    start,
    end,
    overridden: assignment.override !== null,
  };
}

/**
 * One range per active assignment: Done takes [start, doneOn), finishing early and leaving to come back release the
 * rest; running late keeps the planned range (and shows as an exception). Hold, Canceled and Unused take none. Statuses must be derived.
 */
export function occupanciesOf(card: TimeTaking): readonly Occupancy[] {
  const taking = new Map(
    card.appointments
      .filter((one) => one.active && !TAKES_NO_TIME.has(one.status))
      .map((one) => [one.id, one]),
  );
  return card.assignments.flatMap((assignment) => {
    const appointment = assignment.active ? taking.get(assignment.appointmentId) : undefined;
    const occupancy = appointment ? occupancyOf(appointment, assignment) : null;
    return occupancy ? [occupancy] : [];
  });
}
