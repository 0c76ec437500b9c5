/**
 * The schedule guards on the server (domain-rules §4): the same `checkSchedule` that previews a drop, asked again
 * under locks on the technicians, against every row of theirs, overridden ones too. The exclusion constraint on
 * `company.occupancy` is the second wall.
 */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import { deriveStatuses } from '#domain/job/derive.ts';
import type { Assignment, JobCard } from '#domain/job/job-card.ts';
import type { AppointmentFacts } from '#domain/schedule/facts.ts';
import { checkSchedule } from '#domain/schedule/guards.ts';
import { occupanciesOf } from '#domain/schedule/occupancies.ts';
import type { Occupancy } from '#domain/schedule/occupancy.ts';
import type { CardPair } from '../jobs/save-cards.ts';
import { settleSpans } from '../time-spans/occupancy.ts';
import type { CommandContext } from '../write/context.ts';
import { factsOf, lockSurroundings, placesOfCards, spanAround } from './facts.ts';
import { travelBetween } from './known-roads.ts';
import { stoodBefore } from './stood-before.ts';
import { toldOfVisits } from './told.ts';

/**
 * `refuse`: time that is taken refuses the command. `override`: it is taken all the same, with the reason.
 * `drop`: assignments whose time is gone are left out and listed (remove cancellation).
 * `quiet`: bulk loaders, which nobody warns: hard guards only.
 * `restore`: as `refuse`, but what was taken twice before the step that is undone may be so again (`stood-before.ts`).
 */
export type Conflicts =
  | { readonly mode: 'refuse' | 'quiet' }
  /** `overbooks`: a reason was given for a window that is full; it takes nobody's time. */
  | { readonly mode: 'drop'; readonly overbooks: boolean }
  | { readonly mode: 'restore'; readonly stepId: Id }
  | { readonly mode: 'override'; readonly reason: string };

export type ScheduleNote = { readonly code: string; readonly params: Record<string, unknown> };
type Enforced = { readonly pairs: readonly CardPair[]; readonly notes: readonly ScheduleNote[] };

const isWithin = (inner: Occupancy, outer: Occupancy | undefined): boolean =>
  outer !== undefined &&
  outer.technicianId === inner.technicianId &&
  outer.start <= inner.start &&
  outer.end >= inner.end;

/** Assignments of visits that are to be at another time: finishing early is no plan. */
function plannedAnew(before: JobCard, after: JobCard): ReadonlySet<Id> {
  const was = new Map(before.appointments.map((one) => [one.id, one]));
  const moved = after.appointments.filter(({ id, start, end }) => {
    const old = was.get(id);
    return old && (old.start !== start || old.end !== end);
  });
  const ids = new Set(moved.map(({ id }) => id));
  return new Set(after.assignments.flatMap((one) => (ids.has(one.appointmentId) ? one.id : [])));
}

const bySource = (card: JobCard | null) =>
  new Map(card ? occupanciesOf(card).map((one) => [one.sourceId, one]) : []);

export async function enforceSchedule(
  tx: Transaction,
  context: CommandContext,
  pairs: readonly CardPair[],
  conflicts: Conflicts,
): Promise<Enforced> {
  const wanted: Occupancy[] = [];
  // Less of a time that was taken: never refused, but an override may have lost its ground.
  const narrowed: Occupancy[] = [];
  // Planned to begin later or to end sooner: in nobody's way, but what was promised and the drives are looked at.
  const shortened = new Set<Id>();
  for (const { before, after } of pairs) {
    const held = bySource(before);
    const planned = before ? plannedAnew(before, after) : new Set<Id>();
    for (const one of occupanciesOf(after)) {
      const had = held.get(one.sourceId);
      if (!isWithin(one, had)) wanted.push(one);
      else if (had!.start !== one.start || had!.end !== one.end) {
        if (planned.has(one.sourceId)) shortened.add(one.sourceId);
        if (had!.overridden || planned.has(one.sourceId)) narrowed.push(one);
      }
    }
  }
  if (wanted.length + narrowed.length === 0) {
    return { pairs: withOverrides(context, pairs, conflicts, new Set(), new Set(), new Set()), notes: [] };
  }
  const asked = [...wanted, ...narrowed];
  const cardOccupancies = pairs.flatMap(({ after }) => occupanciesOf(after));
  const own = pairs.flatMap(({ before, after }) => [...(before?.assignments ?? []), ...after.assignments]);
  const technicianIds = [...new Set(asked.map((one) => one.technicianId))].sort((a, b) => a - b);
  const { technicians, taken } = await lockSurroundings(
    tx,
    technicianIds,
    spanAround(asked),
    own.map((one) => one.id),
  );
  // The card's other ranges, as they will be, are taken too.
  const others = [...taken, ...cardOccupancies.filter((one) => !asked.includes(one))];
  const facts =
    conflicts.mode === 'quiet' ? new Map<Id, AppointmentFacts>() : await allFacts(tx, context, pairs, others);
  const travel = await travelBetween(tx, facts.values());
  const found = checkSchedule({ wanted: asked, taken: others, technicians, facts, travel });
  const wantedIds = new Set(wanted.map((one) => one.sourceId));
  const asWanted = found.hard.filter(({ params }) => wantedIds.has(params.sourceId));
  const stood =
    conflicts.mode === 'restore' && asWanted.length > 0
      ? await stoodBefore(tx, conflicts.stepId, asWanted, cardOccupancies, taken)
      : null;
  const hard = asWanted.filter((one) => !stood?.has(one));
  const soft = found.soft.filter(
    ({ params }) => wantedIds.has(params.sourceId) || shortened.has(params.sourceId),
  );
  const nameOf = new Map(technicians.map((one) => [one.id, one.name]));
  const notes: ScheduleNote[] = soft.map(({ code, params }) => ({
    code: `schedule.${code}`,
    params: { ...params, technicianName: nameOf.get(params.technicianId) ?? '' },
  }));
  const clash = new Set(hard.map((one) => one.params.sourceId));
  if (conflicts.mode === 'drop') return dropped(pairs, clash, nameOf, notes);
  if (hard.length > 0 && conflicts.mode !== 'override') {
    throw new ProblemError('schedule.conflict', {
      conflicts: await toldOfVisits(tx, context, hard, nameOf, pairs),
    });
  }
  if (hard.length > 0 && !context.actor.rights.includes('overrideSchedule')) {
    throw new ProblemError('schedule.override_not_allowed', {
      conflicts: await toldOfVisits(tx, context, hard, nameOf, pairs),
    });
  }
  const checked = new Set(asked.map((one) => one.sourceId));
  const clashes = new Set(found.hard.map((one) => one.params.sourceId));
  return { pairs: withOverrides(context, pairs, conflicts, wantedIds, checked, clashes), notes };
}

/**
 * An override stands exactly where time is taken twice: moved to free time it is gone, whatever was asked. Where no
 * time is asked for (on hold, or less than before) a command's reason overrides nothing, so it leaves no mark: else
 * somebody without the right could take the exclusion constraint off a range.
 */
function withOverrides(
  context: CommandContext,
  pairs: readonly CardPair[],
  conflicts: Conflicts,
  wanted: ReadonlySet<Id>,
  checked: ReadonlySet<Id>,
  clashes: ReadonlySet<Id>,
): CardPair[] {
  const reason = conflicts.mode === 'override' ? conflicts.reason : '';
  const overrideOf = (one: Assignment, old: Assignment | undefined): Assignment['override'] => {
    if (clashes.has(one.id)) {
      // As it comes back, with its old reason.
      if (conflicts.mode === 'restore') return one.override;
      return wanted.has(one.id)
        ? { reason, by: context.actor.userId, at: context.now }
        : (old?.override ?? null);
    }
    // What a taking back puts where it was is as it was, though what it was laid over may have gone before.
    if (checked.has(one.id)) return conflicts.mode === 'restore' ? one.override : null;
    return conflicts.mode === 'override' ? (old?.override ?? null) : one.override;
  };
  return pairs.map(({ before, after }) => {
    const old = new Map(before?.assignments.map((one) => [one.id, one]));
    const assignments = after.assignments.map((one) => {
      const override = overrideOf(one, old.get(one.id));
      return override === one.override ? one : { ...one, override };
    });
    return { before, after: { ...after, assignments } };
  });
}

function dropped(
  pairs: readonly CardPair[],
  clash: ReadonlySet<Id>,
  nameOf: ReadonlyMap<Id, string>,
  notes: readonly ScheduleNote[],
): Enforced {
  const lost = pairs.flatMap(({ after }) => after.assignments.filter((one) => clash.has(one.id)));
  return {
    pairs: pairs.map(({ before, after }) => ({
      before,
      after: deriveStatuses({
        ...after,
        assignments: after.assignments.map((one) =>
          clash.has(one.id) ? { ...one, active: false, endedBy: 'unassign' } : one,
        ),
      }),
    })),
    notes: [
      ...notes.filter((note) => !clash.has(note.params.sourceId as Id)),
      ...lost.map(({ appointmentId, technicianId }) => ({
        code: 'assignment.time_gone',
        params: { appointmentId, technicianId, technicianName: nameOf.get(technicianId) ?? '' },
      })),
    ],
  };
}

/**
 * Facts of the work around, and of the cards' own assignments, which may not be in the database yet. Another unit's
 * work is only time that is taken: where it is and what was promised there is not told (domain-rules §9).
 */
async function allFacts(
  tx: Transaction,
  { actor }: CommandContext,
  pairs: readonly CardPair[],
  others: readonly Occupancy[],
): Promise<Map<Id, AppointmentFacts>> {
  const around = others.filter((one) => one.kind === 'assignment').map((one) => one.sourceId);
  const units = actor.businessUnitIds;
  const known = [...(await factsOf(tx, around))].filter(
    ([, one]) => units === null || units.includes(one.businessUnitId),
  );
  const facts = new Map<Id, AppointmentFacts>(known);
  const places = await placesOfCards(
    tx,
    pairs.map(({ after }) => after.job),
  );
  for (const { after } of pairs) {
    const place = places.get(after.job.id)!;
    for (const { id, appointmentId } of after.assignments) {
      const { windowStart, windowEnd, isConfirmed } = after.appointments.find(
        (one) => one.id === appointmentId,
      )!;
      facts.set(id, { ...place, appointmentId, windowStart, windowEnd, isConfirmed });
    }
  }
  return facts;
}

/** Frees and takes the time that differs between the cards before and after. */
export async function saveOccupancy(tx: Transaction, pairs: readonly CardPair[]): Promise<void> {
  const gone: Id[] = [];
  const freed: Occupancy[] = [];
  const rows: Record<string, unknown>[] = [];
  for (const { before, after } of pairs) {
    const was = bySource(before);
    const is = bySource(after);
    for (const [id, old] of was) {
      const now = is.get(id);
      if (!now || JSON.stringify(now) !== JSON.stringify(old)) {
        gone.push(id);
        freed.push(old);
      }
    }
    for (const [id, now] of is) {
      const old = was.get(id);
      if (old && JSON.stringify(now) === JSON.stringify(old)) continue;
      rows.push({
        source_id: id,
        technician_id: now.technicianId,
        start: now.start,
        end: now.end,
        overridden: now.overridden,
      });
    }
  }
  if (gone.length > 0) {
    await tx.query(
      planOnce(
        `delete from company.occupancy where tenant_id = $1 and plan_id = 0 and kind = 'assignment' and source_id = any($2::bigint[])`,
      ),
      [tx.tenantId, gone],
    );
  }
  if (rows.length > 0) {
    await tx.query(
      planOnce(`insert into company.occupancy (tenant_id, technician_id, kind, source_id, "start", "end", overridden)
       select $1, r.technician_id, 'assignment', r.source_id, r.start, r."end", r.overridden
       from jsonb_to_recordset($2::jsonb) as r(source_id bigint, technician_id bigint, "start" timestamptz, "end" timestamptz, overridden boolean)`),
      [tx.tenantId, json(rows)],
    );
  }
  await settleSpans(tx, freed);
}
