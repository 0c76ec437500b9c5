/**
 * What repeats by the week as single days: shifts of working hours, events of event patterns. Made and kept up when a
 * pattern is written, in the same operation.
 */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import { decideSpan } from '#domain/schedule/spans.ts';
import {
  DAYS_AHEAD,
  planShifts,
  type ShiftPattern,
  type StandingShift,
  shiftsOf,
} from '#domain/setup/shift-pattern.ts';
import { addDays, dayOf, type Instant } from '#domain/time.ts';
import { eventName } from '../changes/event-names.ts';
import { told } from '../schedule/told.ts';
import { type SpanRecord, takesMore, tellSpans } from '../time-spans/commands.ts';
import { takeTime } from '../time-spans/occupancy.ts';
import type { CommandContext } from '../write/context.ts';
import { grouped } from '../write/grouped.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import { RECORDS, type RecordKind } from '../write/records.ts';
import type { RecordChange, Saved } from '../write/save.ts';

/** Which records the days of a pattern are. */
export const SPAN_OF = { shiftPattern: 'shift', eventPattern: 'nonJobEvent' } as const;
export type PatternKind = keyof typeof SPAN_OF;
export const isPattern = (kind: RecordKind): kind is PatternKind => Object.hasOwn(SPAN_OF, kind);

type Pattern = ShiftPattern & { readonly id: Id };
type Link = { id: Id; pattern_id: Id; pattern_day: string };
export type PatternSpans = {
  readonly changes: readonly RecordChange[];
  /** After they are saved: says which day of which pattern the new ones stand for. */
  link(): Promise<void>;
};

/** @param patterns changes of patterns of one kind, as they will be */
export async function patternSpans(
  tx: Transaction,
  now: Instant,
  kind: PatternKind,
  patterns: readonly RecordChange[],
): Promise<PatternSpans> {
  const span = SPAN_OF[kind];
  const plans = await plansOf(tx, now, kind, patterns);
  const touched = plans.flatMap(({ plan }) => [...plan.move.map(({ id }) => id), ...plan.takeBack]);
  const stored = new Map((await loadRecords(tx, span, touched, { lock: true })).map((one) => [one.id, one]));
  const ids = await newIds(
    tx,
    plans.reduce((sum, { plan }) => sum + plan.add.length, 0),
  );
  const changes: RecordChange[] = [];
  const links: Link[] = [];
  for (const { pattern, label, named, plan } of plans) {
    const change = (id: Id, values: object): RecordChange => {
      const before = stored.get(id)!;
      return { kind: span, before, after: { ...before, ...values }, label };
    };
    const { technicianId } = pattern;
    for (const { day, start, end } of plan.add) {
      const id = ids[links.length]!;
      links.push({ id, pattern_id: pattern.id, pattern_day: day });
      const made = { id, technicianId, start, end, active: true, ...named };
      changes.push({ kind: span, before: null, after: made, label });
    }
    changes.push(
      ...plan.move.map(({ id, start, end }) => change(id, { start, end, active: true, ...named })),
    );
    changes.push(...plan.takeBack.map((id) => change(id, { active: false })));
  }
  const link = async () => {
    if (links.length === 0) return;
    await tx.query(
      `update ${RECORDS[span].table} s set pattern_id = r.pattern_id, pattern_day = r.pattern_day
       from jsonb_to_recordset($2::jsonb) as r(id bigint, pattern_id bigint, pattern_day date)
       where s.tenant_id = $1 and s.id = r.id`,
      [tx.tenantId, json(links)],
    );
  };
  return { changes, link };
}

/** What is to happen to the days of each pattern. */
async function plansOf(tx: Transaction, now: Instant, kind: PatternKind, patterns: readonly RecordChange[]) {
  const known = patterns.map(({ after, label }) => ({ label, pattern: after as unknown as Pattern }));
  const zones = await zonesOf(
    tx,
    known.map(({ pattern }) => pattern.technicianId),
  );
  const standing = await standingSpans(
    tx,
    kind,
    known.map(({ pattern }) => pattern.id),
  );
  return known.map(({ label, pattern }) => {
    // An event is called what its pattern is; a shift has no name of its own.
    const named = SPAN_OF[kind] === 'nonJobEvent' ? { label } : {};
    const zone = zones.get(pattern.technicianId)!;
    const today = dayOf(now, zone);
    const wanted = shiftsOf(pattern, addDays(today, -1), addDays(today, DAYS_AHEAD), zone);
    const plan = planShifts(wanted, standing.get(pattern.id) ?? [], now, named.label);
    return { pattern, label, named, plan };
  });
}

/**
 * Takes the time of the events that were written, and tells the boards. Over work that is planned an event is an
 * override, its name the reason (domain/schedule/spans.ts); Truckroll itself, making events ahead, only carries on what
 * somebody has decided. Throws schedule.override_not_allowed.
 */
export async function settleSpans(
  tx: Transaction,
  context: CommandContext,
  kind: PatternKind,
  saved: Saved,
): Promise<void> {
  const span = SPAN_OF[kind];
  const written = saved.changes.filter((change) => change.kind === span);
  if (written.length === 0) return;
  const spans = written.map(({ after }) => after as unknown as SpanRecord);
  if (span === 'nonJobEvent') {
    const { conflicts, nameOf } = await takeTime(tx, span, spans);
    const more = new Set(
      written
        .filter(({ before, after }) => takesMore({ before, after: after as unknown as SpanRecord }))
        .map(({ after }) => after.id),
    );
    const asked = conflicts.filter(({ params }) => more.has(params.sourceId));
    const { actor } = context;
    const mayOverride = actor.kind === 'system' || actor.rights.includes('overrideSchedule');
    must(decideSpan(span, written[0]!.label ?? '', await told(tx, context, asked, nameOf), mayOverride));
  }
  const ids = spans.map(({ id }) => id);
  await tellSpans(tx, context, saved.operationId, span, ids, eventName(span, 'changed'));
}

/** By technician. */
async function zonesOf(tx: Transaction, technicianIds: readonly Id[]): Promise<Map<Id, string>> {
  const rows = await tx.query<{ id: Id; zone: string }>(
    `select t.id, u.time_zone as zone from company.technicians t
     join company.business_units u on u.tenant_id = t.tenant_id and u.id = t.business_unit_id
     where t.tenant_id = $1 and t.id = any($2::bigint[])`,
    [tx.tenantId, technicianIds],
  );
  return new Map(rows.map(({ id, zone }) => [id, zone]));
}

/** By pattern. A day is somebody's own once the board has moved it or taken it back. */
async function standingSpans(
  tx: Transaction,
  kind: PatternKind,
  patternIds: readonly Id[],
): Promise<Map<Id, StandingShift[]>> {
  const span = SPAN_OF[kind];
  const rows = await tx.query<StandingShift & { patternId: Id }>(
    `select s.pattern_id as "patternId", s.id, s.pattern_day as day, s.start, s."end", s.active,
       ${span === 'shift' ? `''` : 's.label'} as label,
       exists (select from company.history h where h.tenant_id = s.tenant_id and h.record_kind = $3
         and h.record_id = s.id and h.verb = $4) as "byHand"
     from ${RECORDS[span].table} s where s.tenant_id = $1 and s.pattern_id = any($2::bigint[])`,
    [tx.tenantId, patternIds, span, eventName(span, 'changed')],
  );
  return grouped(rows, (row) => row.patternId);
}
