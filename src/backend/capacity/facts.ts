/**
 * Technicians with their shifts and what takes their time, and the visits that wait without one. Spans come as arrays of
 * minutes, one row per technician: on the large demo a fifth of the time that a row per span takes.
 */
import type { Transaction } from '#db/database.ts';
import type { CapacityTechnician, WaitingVisit } from '#domain/capacity/facts.ts';
import { type MinuteSpan, minuteSpan } from '#domain/capacity/minute-spans.ts';
import type { Id } from '#domain/ids.ts';
import type { Occupancy } from '#domain/schedule/occupancy.ts';
import { addMinutes, type Instant, type Span } from '#domain/time.ts';

type SpansOf = { readonly id: Id; readonly from: readonly number[]; readonly to: readonly number[] };

const MINUTES = `array_agg(floor(extract(epoch from o."start") / 60)::bigint) as "from",
  array_agg(ceil(extract(epoch from o."end") / 60)::bigint) as "to"`;

/** What a command has decided and not saved yet, instead of what the database has of the same cards. */
export type NotSavedYet = {
  readonly appointmentIds: readonly Id[];
  readonly assignmentIds: readonly Id[];
  readonly taken: readonly Occupancy[];
  readonly waiting: readonly WaitingVisit[];
};
export const ALL_SAVED: NotSavedYet = { appointmentIds: [], assignmentIds: [], taken: [], waiting: [] };

/** The active technicians of a unit, with what touches `range`. */
export async function capacityTechnicians(
  tx: Transaction,
  businessUnitId: Id,
  range: Span,
  notSaved: NotSavedYet = ALL_SAVED,
): Promise<CapacityTechnician[]> {
  const people = await tx.query<Omit<CapacityTechnician, 'shifts' | 'taken'>>(
    `select id, active, business_unit_id as "businessUnitId", skill_ids as "skillIds", zone_ids as "zoneIds"
     from company.technicians where tenant_id = $1 and business_unit_id = $2 and active order by id`,
    [tx.tenantId, businessUnitId],
  );
  const ids = people.map(({ id }) => id);
  const spans = async (table: string, only: string, ...more: unknown[]) => {
    const rows = await tx.query<SpansOf>(
      `select o.technician_id as id, ${MINUTES} from company.${table} o
       where o.tenant_id = $1 and o.technician_id = any($2::bigint[]) and o."start" < $4 and o."end" > $3 and ${only}
       group by o.technician_id`,
      [tx.tenantId, ids, range.start, range.end, ...more],
    );
    return new Map(
      rows.map(({ id, from, to }) => [id, from.map((at, index) => ({ from: at, to: to[index]! }))]),
    );
  };
  const shifts = await spans('shifts', 'o.active');
  const taken = await spans(
    'occupancy',
    `o.plan_id = 0 and not (o.kind = 'assignment' and o.source_id = any($5::bigint[]))`,
    notSaved.assignmentIds,
  );
  const nothing: MinuteSpan[] = [];
  return people.map((one) => ({
    ...one,
    shifts: shifts.get(one.id) ?? nothing,
    taken: [
      ...(taken.get(one.id) ?? nothing),
      ...notSaved.taken.filter(({ technicianId }) => technicianId === one.id).map(minuteSpan),
    ],
  }));
}

/** A visit begins in or near its window; one planned further away is an import's, and takes no room there. */
const NEAR_ITS_WINDOW_MINUTES = 7 * 24 * 60;

/** Visits of a unit promised in windows that touch `range`, with nobody assigned: those the counters count. */
export async function waitingVisits(
  tx: Transaction,
  businessUnitId: Id,
  range: Span,
  notSaved: NotSavedYet = ALL_SAVED,
): Promise<WaitingVisit[]> {
  const rows = await tx.query<
    Omit<WaitingVisit, 'window'> & { readonly windowStart: Instant; readonly windowEnd: Instant }
  >(
    `select a.window_start as "windowStart", a.window_end as "windowEnd",
       ceil(extract(epoch from a."end" - a."start") / 60)::int as minutes, t.skill_ids as "skillIds", l.zone_id as "zoneId"
     from company.appointments a
     join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id
     join company.job_types t on t.tenant_id = j.tenant_id and t.id = j.job_type_id
     join company.locations l on l.tenant_id = j.tenant_id and l.id = j.location_id
     where a.tenant_id = $1 and a.active and a.status = 'Scheduled' and a."start" >= $5 and a."start" < $6
       and a.window_start < $4 and a.window_end > $3 and j.business_unit_id = $2 and a.id <> all($7::bigint[])
       and not exists (select from company.assignments s
         where s.tenant_id = a.tenant_id and s.appointment_id = a.id and s.active)`,
    [
      tx.tenantId,
      businessUnitId,
      range.start,
      range.end,
      addMinutes(range.start, -NEAR_ITS_WINDOW_MINUTES),
      addMinutes(range.end, NEAR_ITS_WINDOW_MINUTES),
      notSaved.appointmentIds,
    ],
  );
  const saved = rows.map(({ windowStart, windowEnd, ...visit }) => ({
    ...visit,
    window: minuteSpan({ start: windowStart, end: windowEnd }),
  }));
  return [...saved, ...notSaved.waiting];
}
