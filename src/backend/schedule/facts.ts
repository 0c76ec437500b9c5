/** What the schedule guards need to know from the database: the technicians, their other time, and the work around it. */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import type { AppointmentFacts, TechnicianFacts } from '#domain/schedule/facts.ts';
import type { Occupancy } from '#domain/schedule/occupancy.ts';
import { addMinutes, type Instant, type Span } from '#domain/time.ts';
import { LATITUDE, LONGITUDE } from './known-point.ts';

/** Neighbours further away than this do not matter for travel or for pushing the day. */
const AROUND_MINUTES = 12 * 60;

type Surroundings = {
  readonly technicians: readonly (TechnicianFacts & { readonly name: string })[];
  readonly taken: readonly Occupancy[];
};

/** The span of all ranges, widened to their neighbours. */
export function spanAround(ranges: readonly Span[]): Span {
  const starts = ranges.map((one) => one.start).sort();
  const ends = ranges.map((one) => one.end).sort();
  return { start: addMinutes(starts[0]!, -AROUND_MINUTES), end: addMinutes(ends.at(-1)!, AROUND_MINUTES) };
}

/** Technicians, locked in id order until the transaction ends, with what takes their time in the span. */
export async function lockSurroundings(
  tx: Transaction,
  technicianIds: readonly Id[],
  span: Span,
  leaveOutAssignments: readonly Id[],
): Promise<Surroundings> {
  const technicians = await tx.query<TechnicianFacts & { name: string }>(
    planOnce(`select id, name, active, skill_ids as "skillIds", zone_ids as "zoneIds" from company.technicians
     where tenant_id = $1 and id = any($2::bigint[]) order by id for no key update`),
    [tx.tenantId, technicianIds],
  );
  const shifts = await tx.query<{ technicianId: Id; start: Instant; end: Instant }>(
    planOnce(`select technician_id as "technicianId", start, "end" from company.shifts
     where tenant_id = $1 and technician_id = any($2::bigint[]) and active and start < $4 and "end" > $3`),
    [tx.tenantId, technicianIds, span.start, span.end],
  );
  const taken = await tx.query<Occupancy>(
    planOnce(`select kind, source_id as "sourceId", technician_id as "technicianId", start, "end", overridden from company.occupancy
     where tenant_id = $1 and plan_id = 0 and technician_id = any($2::bigint[]) and start < $4 and "end" > $3
       and not (kind = 'assignment' and source_id = any($5::bigint[]))`),
    [tx.tenantId, technicianIds, span.start, span.end, leaveOutAssignments],
  );
  return {
    technicians: technicians.map((one) => ({
      ...one,
      shifts: shifts.filter((shift) => shift.technicianId === one.id),
    })),
    taken,
  };
}

type WorkFacts = AppointmentFacts & {
  readonly assignmentId: Id;
  readonly jobId: Id;
  readonly jobNumber: number;
  readonly businessUnitId: Id;
};

/** Facts of the appointments behind assignments, by assignment id. */
export async function factsOf(tx: Transaction, assignmentIds: readonly Id[]): Promise<Map<Id, WorkFacts>> {
  const rows = await tx.query<WorkFacts>(
    planOnce(`select s.id as "assignmentId", a.id as "appointmentId", a.window_start as "windowStart", a.window_end as "windowEnd",
       t.skill_ids as "skillIds", l.zone_id as "zoneId", a.is_confirmed as "isConfirmed", ${LATITUDE} as latitude, ${LONGITUDE} as longitude,
       j.id as "jobId", j.number as "jobNumber", j.business_unit_id as "businessUnitId"
     from company.assignments s
     join company.appointments a on a.tenant_id = s.tenant_id and a.id = s.appointment_id
     join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id
     join company.job_types t on t.tenant_id = j.tenant_id and t.id = j.job_type_id
     join company.locations l on l.tenant_id = j.tenant_id and l.id = j.location_id
     where s.tenant_id = $1 and s.id = any($2::bigint[])`),
    [tx.tenantId, assignmentIds],
  );
  return new Map(rows.map((row) => [row.assignmentId, row]));
}

type Place = Pick<AppointmentFacts, 'skillIds' | 'zoneId' | 'latitude' | 'longitude'>;

/** By job id, for cards whose assignments are not in the database yet: what is needed of their job type and place. */
export async function placesOfCards(
  tx: Transaction,
  jobs: readonly { readonly id: Id; readonly jobTypeId: Id; readonly locationId: Id }[],
): Promise<Map<Id, Place>> {
  const named = jobs.map(({ id, jobTypeId, locationId }) => ({
    id,
    job_type_id: jobTypeId,
    location_id: locationId,
  }));
  const rows = await tx.query<Place & { jobId: Id }>(
    planOnce(`select r.id as "jobId", t.skill_ids as "skillIds", l.zone_id as "zoneId", ${LATITUDE} as latitude, ${LONGITUDE} as longitude
     from jsonb_to_recordset($2::jsonb) as r(id bigint, job_type_id bigint, location_id bigint)
     join company.job_types t on t.tenant_id = $1 and t.id = r.job_type_id
     left join company.locations l on l.tenant_id = $1 and l.id = r.location_id`),
    [tx.tenantId, json(named)],
  );
  return new Map(rows.map(({ jobId, ...place }) => [jobId, place]));
}
