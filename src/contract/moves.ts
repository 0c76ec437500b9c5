/** Who moved what, from where to where, when, why and by which way: domain-rules §10. */
import { z } from 'zod';
import { CHANNELS } from '#domain/history.ts';
import { SPAN_KINDS } from '#domain/schedule/spans.ts';
import { day, id, idText, instant, timeZone } from './scalars.ts';

/** The most that are answered at once, the newest of them. */
export const MOST_MOVES = 500;

/** Of a day of the board (of one technician on it), of a job, of a visit; `since` ≤ when < `until`. */
export const movesQuery = z
  .strictObject({
    day: day.optional(),
    timeZone: timeZone.optional(),
    technicianId: idText.optional(),
    jobId: idText.optional(),
    appointmentId: idText.optional(),
    since: instant.optional(),
    until: instant.optional(),
    actorId: idText.optional(),
  })
  .refine(({ day, jobId, appointmentId }) => [day, jobId, appointmentId].filter(Boolean).length === 1, {
    message: 'asks for a day, a job or a visit',
    path: ['day'],
  });

/** Where something stood. `status` is a visit's, empty for an absence, an event or a shift. */
export const movePlace = z.strictObject({
  start: instant,
  end: instant,
  status: z.string(),
  active: z.boolean(),
  technicians: z.array(z.strictObject({ id, name: z.string() })),
  /** Where a visit was parked, as the lane is called now. */
  holdingLane: z.string().nullable(),
});
export const move = z.strictObject({
  operationId: id,
  at: instant,
  actorId: id,
  actorName: z.string(),
  channel: z.enum(CHANNELS),
  verb: z.string(),
  /** What was given as the reason, as it was typed or chosen; null: none was asked for. */
  reason: z.string().nullable(),
  /** Taken back since. */
  undone: z.boolean(),
  subject: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('appointment'),
      id,
      number: z.int(),
      jobId: id,
      jobNumber: z.int(),
      customerName: z.string(),
    }),
    z.strictObject({ kind: z.enum(SPAN_KINDS), id, label: z.string() }),
  ]),
  fields: z.array(z.string()),
  /** null: it was made by this step. */
  before: movePlace.nullable(),
  after: movePlace,
});
export const moves = z.strictObject({
  /** Newest first, at most `MOST_MOVES`. */
  items: z.array(move),
  total: z.int(),
  /** When something changed between `since` and `until`, each instant once, the earliest first. */
  times: z.array(instant),
  /** The last change before `since` and the first from `until` on; null: none. */
  earlier: instant.nullable(),
  later: instant.nullable(),
  /** Everybody who changed something here, whoever was asked for. */
  people: z.array(z.strictObject({ id, name: z.string() })),
});
export type Move = z.output<typeof move>;
export type MovePlace = z.output<typeof movePlace>;
export type Moves = z.output<typeof moves>;
export type MovesQuery = z.output<typeof movesQuery>;
