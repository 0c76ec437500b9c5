/** The board day, and what takes technicians' time beside appointments: domain-rules §4. */
import { z } from 'zod';
import { LONGEST_EXTERNAL_KEY, LONGEST_LABEL } from '#domain/lengths.ts';
import { appointment, note } from './job.ts';
import { day, expected, id, instant, requiredText, text, timeZone, version } from './scalars.ts';

const span = { technicianId: id, start: instant, end: instant };
/** What another program calls it. Changes written before there were keys of them have none. */
const externalKey = z.string().nullable().default(null);

export const shift = z.strictObject({ id, version, ...span, externalKey, active: z.boolean() });
/** Time off and non-job events say what for. */
export const labelledSpan = shift.extend({ label: z.string() });

export const boardTechnician = z.strictObject({
  id,
  name: z.string(),
  businessUnitId: id,
  skillIds: z.array(id),
  zoneIds: z.array(id),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  /** false: no longer works here, and has visits on this day that somebody must see to. */
  active: z.boolean(),
  shifts: z.array(shift),
  timeOff: z.array(labelledSpan),
  nonJobEvents: z.array(labelledSpan),
});
/** A bar of another business unit: the time is taken, the job is not told (domain-rules §9). */
export const busyBar = z.strictObject({ id, appointmentId: id, ...span });

/** Drives of cells each to each in whole minutes, row by row; null: not known (domain/schedule/road-times.ts). */
const roadBlock = z.strictObject({ cells: z.array(z.int()), minutes: z.array(z.int().nullable()) });

/**
 * One day in one zone: [start, end) may be 23, 24 or 25 hours. `cursor` is the change feed's position the snapshot
 * was read at, so that no event is lost between this answer and the stream (F21).
 */
export const boardDay = z.strictObject({
  day,
  timeZone: z.string(),
  start: instant,
  end: instant,
  cursor: z.string(),
  technicians: z.array(boardTechnician),
  /** Every active appointment that overlaps the day, assigned or not (the tray shows those without a technician). */
  appointments: z.array(appointment),
  busy: z.array(busyBar),
  /** How long drives are reckoned to take by distance; left out: as usual (domain/schedule/travel.ts). */
  drives: z
    .strictObject({ detourFactor: z.number(), kmPerHour: z.number(), unknownMinutes: z.number() })
    .optional(),
  /** The drives between the places of the day that a road map has been asked for; left out: there is no road map. */
  roads: z.array(roadBlock).optional(),
});

/** The day as it stood at a past minute: nothing follows it in the change feed. */
export const pastBoardDay = boardDay.omit({ cursor: true }).extend({ at: instant });

const key = requiredText(LONGEST_EXTERNAL_KEY).nullable();
export const newShift = z.strictObject({ ...span, externalKey: key.default(null) });
export const newLabelledSpan = newShift.extend({ label: text(LONGEST_LABEL).default('') });

const shiftChanges = z.strictObject({ start: instant, end: instant, externalKey: key, active: z.boolean() });
export const changeShift = z.strictObject({ expected, changes: shiftChanges.partial() });
export const changeLabelledSpan = z.strictObject({
  expected,
  changes: shiftChanges.extend({ label: text(LONGEST_LABEL) }).partial(),
});
/** `notes`: the work and absences it shares its time with, `schedule.overlap` …: it is taken all the same. */
const overTaken = { operationId: id, merged: z.boolean(), notes: z.array(note) };
export const timeOffWritten = z.strictObject({ ...overTaken, timeOff: labelledSpan });
export const nonJobEventWritten = z.strictObject({ ...overTaken, nonJobEvent: labelledSpan });
export const shiftWritten = z.strictObject({ operationId: id, merged: z.boolean(), shift });

export const boardQuery = z.strictObject({ day, timeZone: timeZone.optional() });

export const pastBoardQuery = boardQuery.extend({ at: instant });

export type PastBoardDay = z.output<typeof pastBoardDay>;
export type BoardDay = z.output<typeof boardDay>;
export type BusyBar = z.output<typeof busyBar>;
export type BoardTechnician = z.output<typeof boardTechnician>;
export type Shift = z.output<typeof shift>;
