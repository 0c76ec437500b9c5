/** Capacity (domain-rules §4): which arrival windows are open for a booking, how full, who could go, and why not. */
import { z } from 'zod';
import { WINDOW_FACTORS } from '#domain/capacity/best-windows.ts';
import { LINT_CODES } from '#domain/capacity/lint-facts.ts';
import { CLOSED_CODES } from '#domain/capacity/window-capacity.ts';
import { JOB_PRIORITIES } from '#domain/job/job-card.ts';
import { daysBetween } from '#domain/time.ts';
import { day, id, idText, instant, text } from './scalars.ts';

/** Asked for instead of a zone: the place that is being made is in none, whatever is known of its postal code. */
export const NO_ZONE = 'none';

/** Days asked for at once, both ends counted. */
export const MOST_DAYS = 14;

export const windowsQuery = z
  .strictObject({
    /** Days on the clock of the place. */
    from: day,
    to: day,
    jobTypeId: idText,
    businessUnitId: idText,
    priority: z.enum(JOB_PRIORITIES),
    /** Length of the visit; the job type's unless said. */
    minutes: z
      .string()
      .regex(/^[1-9]\d{0,3}$/, 'is not a number of minutes')
      .transform(Number)
      .optional(),
    /** Where the work is: its clock, dispatch zone and business hours count. */
    locationId: idText.optional(),
    /** For a place that is only being made: zone and middle of its postal code count, unless a zone or none is named. */
    zip: text(10).optional(),
    zoneId: z.union([idText, z.literal(NO_ZONE)]).optional(),
    /** Whose last technician is preferred. */
    customerId: idText.optional(),
  })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) < MOST_DAYS, {
    path: ['to'],
    message: `is not within ${MOST_DAYS} days of the first`,
  });

/** A code and what its sentence needs. */
const params = z.record(z.string(), z.unknown());

export const capacityWindow = z.strictObject({
  day,
  /** `08:00-10:00`: the same for the same hours on every day. */
  key: z.string(),
  start: instant,
  end: instant,
  /** null: open. */
  closed: z.strictObject({ code: z.enum(CLOSED_CODES), params }).nullable(),
  /** Of the technician-minutes with the skills and the zone; null when there are none. */
  percentFull: z.int().nullable(),
  capacityMinutes: z.int(),
  freeMinutes: z.int(),
  reserveMinutes: z.int(),
  /** Visits promised in it without a technician. */
  waiting: z.int(),
  /** How many could go, and the first of them. */
  able: z.int(),
  technicianIds: z.array(id),
  /** Open only because more may be promised than fits. */
  isOverbooked: z.boolean(),
  /** The unit keeps no roster in these days: nothing is known about its room. */
  isUnplanned: z.boolean(),
});
export const bestWindow = z.strictObject({
  day,
  key: z.string(),
  start: instant,
  end: instant,
  technicianId: id.nullable(),
  /** The sum of the factors' points. */
  score: z.int(),
  factors: z.array(
    z.strictObject({
      code: z.enum(WINDOW_FACTORS),
      points: z.int(),
      params,
    }),
  ),
});
export const capacityWindows = z.strictObject({
  /** On whose clock the windows are promised. */
  timeZone: z.string(),
  minutes: z.int(),
  windows: z.array(capacityWindow),
  /** The three best, best first. */
  best: z.array(bestWindow),
});

/** What is wrong with the set-up (`domain/capacity/lint.ts`): the record to mend, and names its sentence needs. */
export const lintAnswer = z.strictObject({
  checkedOn: instant,
  findings: z.array(
    z.strictObject({ code: z.enum(LINT_CODES), id, name: z.string(), about: z.array(z.string()) }),
  ),
});
export type LintAnswer = z.output<typeof lintAnswer>;

export type WindowsQuery = z.output<typeof windowsQuery>;
export type CapacityWindow = z.output<typeof capacityWindow>;
export type BestWindowView = z.output<typeof bestWindow>;
export type CapacityWindows = z.output<typeof capacityWindows>;
