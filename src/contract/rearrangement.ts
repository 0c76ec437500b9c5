/** Several visits moved as one step (domain-rules §4), and visits made from others: split, duplicated. */
import { z } from 'zod';
import { LONGEST_OVERRIDE_REASON, LONGEST_STEP_MEMO } from '#domain/lengths.ts';
import { labelledSpan, newLabelledSpan } from './board.ts';
import { MOST_IN_REARRANGEMENT } from './bulk-limit.ts';
import { jobsWritten } from './job.ts';
import { expected, id, instant, requiredText, text } from './scalars.ts';

const exchange = z
  .strictObject({ from: id.nullable(), to: id.nullable() })
  .refine(({ from, to }) => from !== null || to !== null, 'names nobody');

/**
 * Where one visit will be and who goes there instead of whom; who is not named stays. `from` null: one more goes;
 * `to` null: nobody comes instead. `technicians` empty: the same people at another time. `holdingLaneId`: parked there,
 * which takes everybody off; null: out of its lane; left out: as it is.
 */
const visitMove = z
  .strictObject({
    appointmentId: id,
    start: instant,
    end: instant,
    technicians: z.array(exchange).max(20).default([]),
    holdingLaneId: id.nullable().optional(),
    cancelDispatch: z.boolean().default(false),
  })
  .refine(
    ({ technicians }) =>
      isUnique(technicians.flatMap(({ from, to }) => [from, to].filter((one) => one !== null))),
    { message: 'names a technician twice', path: ['technicians'] },
  )
  .refine(({ technicians, holdingLaneId }) => holdingLaneId == null || technicians.length === 0, {
    message: 'is nobody’s in a holding lane',
    path: ['technicians'],
  });

const movesOf = (fewest: number) =>
  z
    .array(visitMove)
    .min(fewest)
    .max(MOST_IN_REARRANGEMENT)
    .refine((moves) => isUnique(moves.map(({ appointmentId }) => appointmentId)), 'moves a visit twice');

/** All or nothing, checked as it will be: two visits may change places. */
export const rearrange = z.strictObject({
  expected,
  moves: movesOf(1),
  overrideReason: requiredText(LONGEST_OVERRIDE_REASON).optional(),
  /** Why, in the history. */
  memo: text(LONGEST_STEP_MEMO).default(''),
});

/** Somebody is out: their time off, and where their visits and those that make room for them go. */
export const absorb = z.strictObject({
  expected,
  ...newLabelledSpan.shape,
  moves: movesOf(0),
  /** Why, in the history. */
  memo: text(LONGEST_STEP_MEMO).default(''),
});
export const absorbed = jobsWritten.extend({ timeOff: labelledSpan });

const made = {
  expected,
  windowStart: instant.nullable().default(null),
  windowEnd: instant.nullable().default(null),
  /** Left out: those who go to the visit it is made from. Empty: nobody yet. */
  technicianIds: z.array(id).max(20).optional(),
  overrideReason: requiredText(LONGEST_OVERRIDE_REASON).optional(),
};
/** The visit ends at `at`; the rest of it is a visit more, from `start`, or right after it. */
export const splitVisit = z.strictObject({
  ...made,
  at: instant,
  start: instant.optional(),
  cancelDispatch: z.boolean().default(false),
});
/** One more of the same job, as long as this. Without a `start` at the same time, for nobody yet. */
export const duplicateVisit = z.strictObject({ ...made, start: instant.optional() });

const isUnique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
