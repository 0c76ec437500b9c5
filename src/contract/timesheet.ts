/** What technicians travelled and worked, by assignment and day, from the stamps (domain-rules §2). */
import { z } from 'zod';
import { ASSIGNMENT_STATUSES } from '#domain/job/job-card.ts';
import { day, id, instant, pageOf } from './scalars.ts';

export const timesheetEntry = z.strictObject({
  /** Of the row: an assignment has one for each of its days. */
  id,
  assignmentId: id,
  technicianId: id,
  technicianName: z.string(),
  /** In the zone of the place. */
  day,
  timeZone: z.string(),
  travelMinutes: z.int(),
  workMinutes: z.int(),
  /** The first and the last moment of the day that count. */
  start: instant,
  end: instant,
  /** It goes on; `end` is now. */
  isRunning: z.boolean(),
  status: z.enum(ASSIGNMENT_STATUSES),
  paused: z.boolean(),
  appointmentId: id,
  appointmentNumber: z.int(),
  jobId: id,
  jobNumber: z.int(),
  jobTypeId: id,
  businessUnitId: id,
  customerName: z.string(),
});
/** By technician, then by time. All of the days asked for: there are no pages. */
export const timesheets = pageOf(timesheetEntry);

export type TimesheetEntry = z.output<typeof timesheetEntry>;
