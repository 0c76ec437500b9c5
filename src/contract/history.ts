/** Change events, history, operations and undo: domain-rules §10. */
import { z } from 'zod';
import { OWNER_KINDS } from '#domain/notes.ts';
import { busyBar, labelledSpan, shift } from './board.ts';
import { customerSummary } from './customer.ts';
import { HISTORY_KINDS } from './history-kinds.ts';
import { appointment, job, jobInvoice } from './job.ts';
import { note } from './note.ts';
import { project } from './project.ts';
import { id, instant, version } from './scalars.ts';
import { vendorSummary } from './vendor.ts';

export const historyEntry = z.strictObject({
  version,
  at: instant,
  actorId: id,
  actorName: z.string(),
  verb: z.string(),
  created: z.boolean(),
  operationId: id,
  /** One per field: what it was and what it became, in the record's own shapes. */
  changes: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
export const history = z.strictObject({ kind: z.enum(HISTORY_KINDS), id, entries: z.array(historyEntry) });
/** The record as it stood at a past minute; null: it did not exist yet. */
export const recordAt = z.strictObject({
  kind: z.enum(HISTORY_KINDS),
  id,
  at: instant,
  record: z.record(z.string(), z.unknown()).nullable(),
});

const stepPlace = z.strictObject({ start: instant, technicians: z.array(z.string()) });
/** One step of a person, as the undo menu shows it. */
export const operation = z.strictObject({
  id,
  verb: z.string(),
  at: instant,
  labels: z.array(z.string()),
  /** The one job it touched, as it is called now; null: none, or several. Its times are told in `timeZone`. */
  about: z
    .strictObject({ jobNumber: z.number(), jobType: z.string(), customer: z.string(), timeZone: z.string() })
    .nullable(),
  /** A visit that went elsewhere; the technicians are named only when `isReassigned`. */
  moved: z.strictObject({ isReassigned: z.boolean(), from: stepPlace, to: stepPlace }).nullable(),
  undoable: z.boolean(),
});
/** `redoable`: steps that were undone and can be done again, the last undone first. */
export const operations = z.strictObject({ items: z.array(operation), redoable: z.array(operation) });
export const undo = z.strictObject({ operationId: id.optional() });
export const undone = z.strictObject({
  operationId: id,
  undoneOperationId: id,
  verb: z.string(),
  notes: z.array(z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) })),
});

export const redo = z.strictObject({ operationId: id.optional() });
export const redone = undone.omit({ undoneOperationId: true }).extend({ redoneOperationId: id });

/**
 * One event of the change feed as a receiver may see it: in the trade's words (`appointment.rescheduled`), carrying
 * the changed record, so that nobody refetches. `position` is the SSE id; a receiver ignores positions it has passed.
 */
const eventHead = {
  position: z.string(),
  type: z.string(),
  at: instant,
  actorId: id,
  actorName: z.string(),
  operationId: id,
  fields: z.array(z.string()),
};
export const changeEvent = z.discriminatedUnion('kind', [
  z.strictObject({ ...eventHead, kind: z.literal('appointment'), record: appointment }),
  /** Somebody else's business unit: where the technician is busy now; empty when the time is free again. */
  z.strictObject({
    ...eventHead,
    kind: z.literal('busy'),
    record: z.strictObject({ appointmentId: id, bars: z.array(busyBar) }),
  }),
  z.strictObject({ ...eventHead, kind: z.literal('job'), record: job }),
  z.strictObject({ ...eventHead, kind: z.literal('invoice'), record: jobInvoice }),
  z.strictObject({ ...eventHead, kind: z.literal('customer'), record: customerSummary }),
  z.strictObject({ ...eventHead, kind: z.literal('timeOff'), record: labelledSpan }),
  z.strictObject({ ...eventHead, kind: z.literal('nonJobEvent'), record: labelledSpan }),
  z.strictObject({ ...eventHead, kind: z.literal('shift'), record: shift }),
  /** Its fields only: what its jobs add up to differs by reader. */
  z.strictObject({ ...eventHead, kind: z.literal('project'), record: project }),
  /** Only to who may see vendors (domain-rules §9). */
  z.strictObject({ ...eventHead, kind: z.literal('vendor'), record: vendorSummary }),
  /** Which one: what it costs is read by those who may. */
  z.strictObject({ ...eventHead, kind: z.literal('sku'), record: z.strictObject({ id }) }),
  z.strictObject({ ...eventHead, kind: z.literal('purchaseOrder'), record: z.strictObject({ id }) }),
  z.strictObject({ ...eventHead, kind: z.literal('bill'), record: z.strictObject({ id }) }),
  z.strictObject({ ...eventHead, kind: z.literal('payment'), record: z.strictObject({ id }) }),
  z.strictObject({ ...eventHead, kind: z.literal('vendorReturn'), record: z.strictObject({ id }) }),
  z.strictObject({ ...eventHead, kind: z.literal('note'), record: note }),
  /** Its owner's list is read again: a link in an event would be over before it is used. */
  z.strictObject({
    ...eventHead,
    kind: z.literal('file'),
    record: z.strictObject({ id, version, ownerKind: z.enum(OWNER_KINDS), ownerId: id }),
  }),
  /** Set-up lists changed: the receiver reads them again. */
  z.strictObject({ ...eventHead, kind: z.literal('setup'), record: z.null() }),
]);
export type ChangeEvent = z.output<typeof changeEvent>;
export type HistoryEntry = z.output<typeof historyEntry>;
export type Operation = z.output<typeof operation>;
