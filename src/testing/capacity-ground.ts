/** Shifts, skills and times for the tests of capacity, on the small company. */
import type { BodyIn } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant, instant } from '#domain/time.ts';
import { bookingBody, type Company } from './company.ts';

/** Monday after the company's Friday; New York is five hours behind. */
export const MONDAY = '2026-11-23';
export const at = (clock: string, day = MONDAY): Instant =>
  addMinutes(instant(`${day}T${clock}:00Z`), 5 * 60);

let made = 90_000;
export async function addShift(database: Database, technicianId: Id, from: string, to: string, day = MONDAY) {
  await database.transaction({ tenantId: 1 }, (tx) =>
    tx.query(
      `insert into company.shifts (tenant_id, id, technician_id, "start", "end", created_on, modified_on)
       values (1, $1, $2, $3, $4, now(), now())`,
      [++made, technicianId, at(from, day), at(to, day)],
    ),
  );
}
export const sql = <T>(database: Database, text: string, params: readonly unknown[] = []) =>
  database.transaction({ tenantId: 1 }, (tx) => tx.query<T>(text, params));

/** A booking in a window of the Monday; the visit begins with it. */
export const inWindow = (
  company: Company,
  [from, to]: readonly [string, string],
  minutes = 90,
  technicianIds: readonly Id[] = [],
  day = MONDAY,
): BodyIn<'jobs.book'> => {
  const start = at(from, day);
  const body = bookingBody(company, { technicianIds });
  return {
    ...body,
    appointment: {
      start,
      end: addMinutes(start, minutes),
      windowStart: start,
      windowEnd: at(to, day),
      technicianIds: [...technicianIds],
    },
  };
};
let keys = 0;
export const nextKey = () => `capacity-${++keys}`;

export const ask = (company: Company, more: Record<string, unknown> = {}) => ({
  from: MONDAY,
  to: MONDAY,
  jobTypeId: company.jobTypeId,
  businessUnitId: company.businessUnitId,
  priority: 'Normal',
  ...more,
});

export type Refused = { code: string; params: Record<string, unknown> };
/** 'done', or the refusal as it was told. */
export const tried = (work: Promise<unknown>): Promise<'done' | Refused> =>
  work.then(
    () => 'done' as const,
    (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      return { code: error.code, params: { ...error.params } };
    },
  );

/** Counters that are not zero, and the same counted again from the visits. */
export async function counted(database: Database) {
  const order = 'order by 1, 2, 3';
  const kept = await sql(
    database,
    `select business_unit_id as unit, window_start, window_end, visits, minutes from company.window_counters
     where visits <> 0 or minutes <> 0 ${order}`,
  );
  const again = await sql(
    database,
    `select j.business_unit_id as unit, a.window_start, a.window_end, count(*)::int as visits,
       sum(extract(epoch from a."end" - a."start") / 60)::int as minutes
     from company.appointments a join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id
     where a.active and a.status = 'Scheduled' and a.window_start is not null
       and not exists (select from company.assignments s where s.appointment_id = a.id and s.active)
     group by 1, 2, 3 ${order}`,
  );
  return { kept, again };
}
