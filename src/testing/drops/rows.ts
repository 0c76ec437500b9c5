/** Technicians' days from the rows of the database, by none of the program's own ways of reading them. */
import type { Database } from '#db/database.ts';
import type { Instant } from '#domain/time.ts';
import type { Round } from './violations.ts';

type Who = Pick<Round, 'who' | 'active' | 'skillIds' | 'zoneIds'>;
type Part = {
  readonly who: number;
  readonly id: number;
  readonly start: Instant;
  readonly end: Instant;
  readonly of: string;
};
type Visit = Part & {
  readonly windowStart: Instant | null;
  readonly windowEnd: Instant | null;
  readonly skillIds: readonly number[];
  readonly zoneId: number | null;
  readonly isConfirmed: boolean;
  readonly latitude: number | null;
  readonly longitude: number | null;
};

const ABSENCES = ['shifts', 'time_off', 'non_job_events'] as const;

/** By technician; visits on hold, and those nobody is to go to any more, take no time (domain-rules §4). */
export async function roundsOf(database: Database, tenantId: number): Promise<Map<number, Round>> {
  return database.transaction({ tenantId, readOnly: true }, async (tx) => {
    const people = await tx.query<Who>(
      `select id as who, active, skill_ids as "skillIds", zone_ids as "zoneIds" from company.technicians where tenant_id = $1`,
      [tenantId],
    );
    const absences = await tx.query<Part>(
      ABSENCES.map(
        (table) =>
          `select '${table}' as of, technician_id as who, id, start, "end" from company.${table} where tenant_id = $1 and active`,
      ).join(' union all '),
      [tenantId],
    );
    const visits = await tx.query<Visit>(
      `select s.technician_id as who, a.id, a.start, a."end", a.window_start as "windowStart", a.window_end as "windowEnd",
         t.skill_ids as "skillIds", l.zone_id as "zoneId", a.is_confirmed as "isConfirmed", l.latitude, l.longitude
       from company.assignments s
         join company.appointments a on a.tenant_id = s.tenant_id and a.id = s.appointment_id
         join company.jobs j on j.tenant_id = s.tenant_id and j.id = a.job_id
         join company.job_types t on t.tenant_id = s.tenant_id and t.id = j.job_type_id
         join company.locations l on l.tenant_id = s.tenant_id and l.id = j.location_id
       where s.tenant_id = $1 and s.active and a.active and a.status not in ('Hold', 'Canceled', 'Unused')`,
      [tenantId],
    );
    return new Map(people.map((one) => [one.who, roundOf(one, absences, visits)]));
  });
}

/** Where a visit stands, and how much of technicians' time is taken by it. */
export type Standing = {
  readonly holdingLaneId: number | null;
  readonly start: Instant;
  readonly end: Instant;
  readonly technicianIds: readonly number[];
  readonly taken: number;
};

export async function standingOf(database: Database, tenantId: number, id: number): Promise<Standing> {
  const [row] = await database.transaction({ tenantId, readOnly: true }, (tx) =>
    tx.query<Standing>(
      `select a.holding_lane_id as "holdingLaneId", a.start, a."end",
         array(select s.technician_id from company.assignments s
           where s.tenant_id = $1 and s.appointment_id = a.id and s.active order by 1) as "technicianIds",
         (select count(*)::int from company.occupancy o join company.assignments s on s.tenant_id = $1 and s.id = o.source_id
           where o.tenant_id = $1 and o.kind = 'assignment' and s.appointment_id = a.id) as taken
       from company.appointments a where a.tenant_id = $1 and a.id = $2`,
      [tenantId, id],
    ),
  );
  return row!;
}

function roundOf(person: Who, absences: readonly Part[], visits: readonly Visit[]): Round {
  const away = (of: (typeof ABSENCES)[number]) =>
    absences.filter((one) => one.of === of && one.who === person.who);
  const stops = visits.filter(({ who }) => who === person.who);
  return {
    ...person,
    shifts: away('shifts'),
    timeOff: away('time_off'),
    nonJobEvents: away('non_job_events'),
    stops,
    facts: new Map(stops.map((one) => [one.id, one])),
  };
}
