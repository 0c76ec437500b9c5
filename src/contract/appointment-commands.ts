/** What is asked of one appointment: domain-rules §2. What a job is asked, too, is in `job-commands.ts`. */

import { z } from 'zod';
import { LONGEST_EXTERNAL_KEY, LONGEST_INSTRUCTIONS } from '#domain/lengths.ts';
import { overrideReason } from './job-commands.ts';
import { expected, id, instant, requiredText, text } from './scalars.ts';

export const reschedule = z.strictObject({
  expected,
  start: instant.optional(),
  end: instant.optional(),
  windowStart: instant.nullable().optional(),
  windowEnd: instant.nullable().optional(),
  cancelDispatch: z.boolean().default(false),
  overrideReason,
});
export const setInstructions = z.strictObject({ expected, text: text(LONGEST_INSTRUCTIONS) });
/** What another program calls the visit; null: nothing. */
export const setExternalKey = z.strictObject({
  expected,
  externalKey: requiredText(LONGEST_EXTERNAL_KEY).nullable(),
});
/** The board's drag: from a technician (or the tray, null) to a technician at a time, in one step. */
export const reassign = z.strictObject({
  expected,
  fromTechnicianId: id.nullable(),
  toTechnicianId: id,
  start: instant,
  end: instant,
  cancelDispatch: z.boolean().default(false),
  overrideReason,
});
/** Everybody off and into a holding lane at a time, in one step; what is left out of the time stays. */
export const park = z.strictObject({
  expected,
  holdingLaneId: id,
  start: instant.optional(),
  end: instant.optional(),
  cancelDispatch: z.boolean().default(false),
});
export const technicianStep = z.strictObject({ expected, technicianId: id, at: instant.optional() });
export const leave = z.strictObject({
  expected,
  technicianId: id,
  at: instant.optional(),
  comingBack: z.boolean().default(false),
});
