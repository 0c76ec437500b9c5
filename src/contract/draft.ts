/** Draft boards: a day played through before it is published. Moves on top of the live day (`domain/schedule/drafts`). */
import { z } from 'zod';
import { LONGEST_OWN_NAME } from '#domain/lengths.ts';
import { MOST_STEPS_IN_DRAFT, MOST_VISITS_IN_DRAFT } from '#domain/schedule/drafts/steps.ts';
import { jobsWritten } from './job.ts';
import { rearrange } from './rearrangement.ts';
import { day, id, instant, requiredText, timeZone, version } from './scalars.ts';

const span = z.strictObject({ start: instant, end: instant });
const crew = z.array(id).max(20);
/** `from`: where the visit stood when it was moved, which tells others' changes apart from the draft's. */
const draftMove = z.strictObject({
  appointmentId: id,
  jobNumber: z.int(),
  time: z.strictObject({ from: span, to: span }).nullable(),
  crew: z.strictObject({ from: crew, to: crew }).nullable(),
  /** Into a holding lane, out of one, or from one to another; left out: it stays where it is. */
  lane: z.strictObject({ from: id.nullable(), to: id.nullable() }).nullable().optional(),
});
const draftStep = z.strictObject({ moves: z.array(draftMove).min(1).max(MOST_VISITS_IN_DRAFT) });
/** Done one after the other; the last is taken back first. */
const steps = z.array(draftStep).max(MOST_STEPS_IN_DRAFT);
const name = requiredText(LONGEST_OWN_NAME);

const draftHead = z.strictObject({
  id,
  version,
  name,
  day,
  timeZone: z.string(),
  /** Colleagues who dispatch may open it, copy it and publish from it; its owner alone changes it. */
  shared: z.boolean(),
  active: z.boolean(),
  ownerId: id,
  ownerName: z.string(),
  /** How many visits it moves. */
  visits: z.int().min(0),
  modifiedOn: instant,
});
/** `hidden`: moves of visits of other business units than the reader's, which are left out. */
export const draft = z.strictObject({ ...draftHead.shape, steps, hidden: z.int().min(0) });
/** One's own and those shared, the last changed first. */
export const drafts = z.strictObject({ items: z.array(draftHead) });

export const newDraft = z.strictObject({
  name,
  day,
  timeZone,
  shared: z.boolean().default(false),
  /** Left out: nothing is moved yet. A copy brings those of the other along. */
  steps: steps.default([]),
});
/** `active: false` puts it away, and true takes it out again. */
export const changeDraft = z.strictObject({
  version,
  changes: z.strictObject({ name, shared: z.boolean(), active: z.boolean(), steps }).partial(),
});
/** Some or all of the draft's visits, as they are to be; what is published leaves the draft. */
export const publishDraft = z.strictObject({
  expected: rearrange.shape.expected,
  moves: rearrange.shape.moves,
  overrideReason: rearrange.shape.overrideReason,
});
export const draftPublished = z.strictObject({ ...jobsWritten.shape, draft });

export type Draft = z.output<typeof draft>;
export type DraftHead = z.output<typeof draftHead>;
