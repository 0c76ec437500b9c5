/**
 * A board day and a change make the board day after it: pure, so that "snapshot + events = newer snapshot" is a test.
 * A change at or before the snapshot's cursor is in it already (F21). Nothing changed: the same object comes back.
 */
import type { BoardDay, BoardTechnician, BusyBar } from '#contract/board.ts';
import type { ChangeEvent } from '#contract/history.ts';
import type { AppointmentView, JobView } from '#contract/job.ts';
import { isBehind } from '#contract/upstream.ts';
import type { Instant } from '#domain/time.ts';

type Ranged = { readonly start: Instant; readonly end: Instant };
const isOn = (day: BoardDay, one: Ranged) => one.start < day.end && one.end > day.start;

export function foldBoardDay(day: BoardDay, event: ChangeEvent): BoardDay {
  if (!isBehind(day.cursor, event.position)) return day;
  const after = folded(day, event);
  return after === day ? day : { ...after, cursor: event.position };
}

function folded(day: BoardDay, event: ChangeEvent): BoardDay {
  switch (event.kind) {
    case 'appointment':
      return putAppointment(day, event.record);
    case 'busy':
      return putBusy(day, event.record.appointmentId, event.record.bars);
    case 'job':
      return putJob(day, event.record);
    case 'customer': {
      const { id, name } = event.record;
      return mapAppointments(day, (one) =>
        one.customerId === id && one.customerName !== name ? { ...one, customerName: name } : one,
      );
    }
    case 'shift':
      return putSpan(day, 'shifts', event.record);
    case 'timeOff':
      return putSpan(day, 'timeOff', event.record);
    case 'nonJobEvent':
      return putSpan(day, 'nonJobEvents', event.record);
    case 'invoice':
    case 'project':
    case 'sku':
    case 'purchaseOrder':
    case 'vendorReturn':
    case 'bill':
    case 'payment':
    case 'vendor':
    case 'note':
    case 'file':
    case 'setup':
      return day;
  }
}

/** Newer than what is known: by its own version, then by its job's, whose fields it carries. */
const isOlder = (one: AppointmentView, known: AppointmentView) =>
  one.version === known.version ? one.jobVersion < known.jobVersion : one.version < known.version;

/** The appointment as it is now, on the day or off it. Also used for the answer to one's own write. */
export function putAppointment(day: BoardDay, record: AppointmentView): BoardDay {
  const index = day.appointments.findIndex(({ id }) => id === record.id);
  const known = day.appointments[index];
  if (known && isOlder(record, known)) return day;
  const stays = record.active && isOn(day, record);
  // Seen with its details now: it came into one's own unit, and its bar would overlap it.
  const busy = day.busy.filter((bar) => bar.appointmentId !== record.id);
  const hadBars = busy.length < day.busy.length;
  if (!known && !stays && !hadBars) return day;
  const appointments = [...day.appointments];
  if (known && stays) appointments[index] = record;
  else if (known) appointments.splice(index, 1);
  else if (stays) appointments.push(record);
  return { ...day, appointments, busy: hadBars ? busy : day.busy };
}

function mapAppointments(day: BoardDay, change: (one: AppointmentView) => AppointmentView): BoardDay {
  const appointments = day.appointments.map(change);
  return appointments.every((one, index) => one === day.appointments[index]) ? day : { ...day, appointments };
}

/** The job's fields that appointments carry flat. */
export function putJob(day: BoardDay, job: JobView): BoardDay {
  return mapAppointments(day, (one) => withJob(one, job));
}

export function withJob(one: AppointmentView, job: JobView): AppointmentView {
  if (one.jobId !== job.id || one.jobVersion >= job.version) return one;
  const { version: jobVersion, status: jobStatus, customerName, businessUnitId } = job;
  const { jobTypeId, priority, summary, tagIds } = job;
  return {
    ...one,
    jobVersion,
    jobStatus,
    customerName,
    businessUnitId,
    jobTypeId,
    priority,
    summary,
    tagIds,
  };
}

/** Another unit's appointment: its bars by assignment, and its details no longer (it may have been ours until now). */
function putBusy(day: BoardDay, appointmentId: number, bars: readonly BusyBar[]): BoardDay {
  const here = bars.filter((bar) => isOn(day, bar));
  const appointments = day.appointments.filter(({ id }) => id !== appointmentId);
  const others = day.busy.filter((bar) => bar.appointmentId !== appointmentId);
  const same =
    here.length === 0 && appointments.length === day.appointments.length && others.length === day.busy.length;
  return same ? day : { ...day, appointments, busy: [...others, ...here] };
}

type SpanList = 'shifts' | 'timeOff' | 'nonJobEvents';
type SpanRecord = Ranged & {
  readonly id: number;
  readonly version: number;
  readonly technicianId: number;
  readonly active: boolean;
};

/** A shift, time off or non-job event as it is now; it may have gone to another technician. */
export function putSpan<L extends SpanList>(
  day: BoardDay,
  list: L,
  record: BoardTechnician[L][number],
): BoardDay {
  const now: SpanRecord = record;
  const technicians = day.technicians.map((technician) => {
    const spans: readonly SpanRecord[] = technician[list];
    const known = spans.find(({ id }) => id === now.id);
    const here = technician.id === now.technicianId && now.active && isOn(day, now);
    if (known ? known.version > now.version : !here) return technician;
    const others = spans.filter(({ id }) => id !== now.id);
    const next = here ? [...others, now].sort((a, b) => (a.start < b.start ? -1 : 1)) : others;
    return { ...technician, [list]: next };
  });
  const same = technicians.every((one, index) => one === day.technicians[index]);
  return same ? day : { ...day, technicians };
}
