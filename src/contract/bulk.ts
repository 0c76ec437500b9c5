/**
 * Many jobs or visits changed in one step: looked at first (`preview`), which says for each row whether the rules let
 * it and on which versions that was decided; then given, all or nothing, and taken back by one undo.
 */
import { z } from 'zod';
import { JOB_PRIORITIES } from '#domain/job/job-card.ts';
import { LONGEST_INSTRUCTIONS, LONGEST_OVERRIDE_REASON, LONGEST_STEP_MEMO } from '#domain/lengths.ts';
import { MOST_IN_BULK } from './bulk-limit.ts';
import { expected, id, instant, requiredText, text, VERSIONED_KINDS, version } from './scalars.ts';

const technicianIds = z.array(id).min(1).max(20);
const reasonGiven = { reasonId: id, memo: text(LONGEST_STEP_MEMO).default('') };
const asked = {
  /** Nothing is written; the answer says what would be refused and why. */
  preview: z.boolean().default(false),
  /** The preview's `versions`; missing on what is not a preview: 428. */
  expected,
  overrideReason: requiredText(LONGEST_OVERRIDE_REASON).optional(),
};

/** What is done with each job. Visits are the open ones: not begun, not over. */
export const jobStep = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('change'),
    addTagIds: z.array(id).max(50).default([]),
    removeTagIds: z.array(id).max(50).default([]),
    priority: z.enum(JOB_PRIORITIES).optional(),
    campaignId: id.optional(),
  }),
  z.strictObject({ type: z.literal('hold'), ...reasonGiven }),
  z.strictObject({ type: z.literal('resume') }),
  z.strictObject({ type: z.literal('cancel'), ...reasonGiven }),
  z.strictObject({ type: z.literal('confirm') }),
  z.strictObject({ type: z.literal('assign'), technicianIds }),
  z.strictObject({ type: z.literal('unassign'), technicianIds }),
]);
export const bulkJobs = z.strictObject({
  ...asked,
  jobIds: z.array(id).min(1).max(MOST_IN_BULK),
  step: jobStep,
});

/** What is done with one visit, in this order: release, take off, move, assign, instructions, confirm, hold. */
export const appointmentEdit = z.strictObject({
  id,
  release: z.literal(true).optional(),
  unassignTechnicianIds: technicianIds.optional(),
  start: instant.optional(),
  end: instant.optional(),
  windowStart: instant.nullable().optional(),
  windowEnd: instant.nullable().optional(),
  cancelDispatch: z.boolean().optional(),
  assignTechnicianIds: technicianIds.optional(),
  specialInstructions: text(LONGEST_INSTRUCTIONS).optional(),
  isConfirmed: z.boolean().optional(),
  hold: z.strictObject(reasonGiven).optional(),
});
export const bulkAppointments = z.strictObject({
  ...asked,
  items: z.array(appointmentEdit).min(1).max(MOST_IN_BULK),
});

export const bulkRow = z.strictObject({
  /** Of the job or the visit asked for. */
  id,
  /** "1042", "1042-2". */
  label: z.string(),
  /** null: it is done, or would be. */
  refusal: z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
});
export const bulkDone = z.strictObject({
  /** null: a preview. */
  operationId: id.nullable(),
  rows: z.array(bulkRow),
  /** The records it is decided on, to be sent back as `expected`: of the rows that are not refused. */
  versions: z.array(z.strictObject({ kind: z.enum(VERSIONED_KINDS), id, version })),
  notes: z.array(z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) })),
});

export type JobStep = z.output<typeof jobStep>;
export type AppointmentEdit = z.output<typeof appointmentEdit>;
export type BulkDone = z.output<typeof bulkDone>;
