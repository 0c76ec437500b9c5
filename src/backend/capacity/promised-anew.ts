/** The places that commands on job cards need: moved into a window, or added to one, without a technician. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { WaitingVisit } from '#domain/capacity/facts.ts';
import { lengthOf, minuteSpan } from '#domain/capacity/minute-spans.ts';
import { promisedAnew, slotChanges, type WaitingInWindow, waitingIn } from '#domain/capacity/window-slots.ts';
import type { Refusal } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import type { JobCard } from '#domain/job/job-card.ts';
import { occupanciesOf } from '#domain/schedule/occupancies.ts';
import type { CommandContext } from '../write/context.ts';
import { lockWindows } from './counters.ts';
import type { NotSavedYet } from './facts.ts';
import { mayOverbook, refusalIn } from './room.ts';

type Pair = { readonly before: JobCard | null; readonly after: JobCard };
export type Unplaced = { readonly appointmentId: Id; readonly refusal: Refusal };

/** So many refused visits are told a next best window; it takes a look at two weeks each. */
const MOST_OFFERS = 5;

/**
 * The visits of these decided cards for which their new window has no place, those before them in the command counted.
 * Bookings (no card before) have asked for themselves (`room.ts`), since their place may be new. Windows are locked.
 *
 * @param isOverridden a reason was given: it counts only for those who may override
 */
export async function withoutRoom(
  tx: Transaction,
  context: CommandContext,
  pairs: readonly Pair[],
  isOverridden: boolean,
): Promise<readonly Unplaced[]> {
  const promised = pairs.flatMap(({ before, after }) => (before ? promisedAnew(before, after) : []));
  if (promised.length === 0) return [];
  await lockWindows(tx, slotChanges(pairs));
  if (isOverridden && mayOverbook(context)) return [];
  const cards = pairs.map(({ after }) => after);
  const demandOf = await demands(tx, cards);
  const anew = new Set(promised.map(({ visit }) => visit.id));
  const kept = cards.flatMap((card) => [...waitingIn(card)]).filter(({ visit }) => !anew.has(visit.id));
  const waiting: WaitingVisit[] = kept.map(demandOf);
  const notSaved: NotSavedYet = {
    appointmentIds: cards.flatMap(({ appointments }) => appointments.map(({ id }) => id)),
    assignmentIds: cards.flatMap(({ assignments }) => assignments.map(({ id }) => id)),
    taken: cards.flatMap(occupanciesOf),
    waiting,
  };
  const unplaced: Unplaced[] = [];
  for (const one of promised) {
    const { job } = one.card;
    const { jobTypeId, businessUnitId, priority, locationId, customerId } = job;
    const minutes = lengthOf(minuteSpan(one.visit));
    const question = { jobTypeId, businessUnitId, priority, minutes, locationId, customerId };
    const offersNext = unplaced.length < MOST_OFFERS;
    const refusal = await refusalIn(tx, context, { slot: one.slot, question }, { notSaved, offersNext });
    if (refusal) unplaced.push({ appointmentId: one.visit.id, refusal });
    else waiting.push(demandOf(one));
  }
  return unplaced;
}

/** Throws ProblemError capacity.window_full for the first visit without a place. */
export async function requirePlaces(
  tx: Transaction,
  context: CommandContext,
  pairs: readonly Pair[],
  isOverridden: boolean,
): Promise<void> {
  const [first] = await withoutRoom(tx, context, pairs, isOverridden);
  if (first) throw new ProblemError(first.refusal.code, first.refusal.params);
}

/** What a waiting visit of these cards will ask of whoever takes it. */
async function demands(tx: Transaction, cards: readonly JobCard[]) {
  const asked = cards.map(({ job }) => ({ id: job.id, type: job.jobTypeId, place: job.locationId }));
  const rows = await tx.query<Pick<WaitingVisit, 'skillIds' | 'zoneId'> & { readonly id: Id }>(
    `select r.id, t.skill_ids as "skillIds", l.zone_id as "zoneId"
     from jsonb_to_recordset($2::jsonb) as r(id bigint, type bigint, place bigint)
     join company.job_types t on t.tenant_id = $1 and t.id = r.type
     join company.locations l on l.tenant_id = $1 and l.id = r.place`,
    [tx.tenantId, json(asked)],
  );
  const ofJob = new Map(rows.map(({ id, ...demand }) => [id, demand]));
  return ({ card, visit, slot }: WaitingInWindow): WaitingVisit => ({
    ...ofJob.get(card.job.id)!,
    window: minuteSpan({ start: slot.windowStart, end: slot.windowEnd }),
    minutes: lengthOf(minuteSpan(visit)),
  });
}
