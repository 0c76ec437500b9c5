/** Timesheets from the stamps: the domain says what they amount to, here they are found. */
import type { QueryOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { TimesheetEntry } from '#contract/timesheet.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { filterOf } from '#db/filter.ts';
import { type Stamp, workedDays } from '#domain/job/timesheet.ts';
import { addDays, day, daysBetween, type Instant, startOfDay } from '#domain/time.ts';

const MOST_DAYS = 92;
/**
 * A day asked for has a stamp near it, or what goes on now reaches into it: nobody works three days without a pause.
 * Which days exactly is sorted out by day, in the zone of each place.
 */
const NEAR_DAYS = 3;
const FIRST_DAY = day('1990-01-10');
const LAST_DAY = day('2099-12-20');

type Row = Omit<
  TimesheetEntry,
  'id' | 'day' | 'travelMinutes' | 'workMinutes' | 'start' | 'end' | 'isRunning'
> & { readonly active: boolean; readonly stamps: Stamp[] };

export async function timesheetPage(
  tx: Transaction,
  actor: Actor,
  query: QueryOf<'timesheets.list'>,
  now: Instant,
): Promise<{ items: TimesheetEntry[]; next: null; total: number }> {
  checkDays(query);
  const filter = filterOf(tx.tenantId, 's.tenant_id = $1');
  filter.add(actor.businessUnitIds, (n) => `j.business_unit_id = any(${n}::bigint[])`);
  filter.add(query.businessUnitIds, (n) => `j.business_unit_id = any(${n}::bigint[])`);
  filter.add(query.technicianId, (n) => `s.technician_id = ${n}`);
  filter.add(query.jobId, (n) => `a.job_id = ${n}`);
  const { from, until } = query;
  const first = startOfDay(addDays(from ?? FIRST_DAY, -NEAR_DAYS), 'UTC');
  const last = startOfDay(addDays(until ?? LAST_DAY, NEAR_DAYS), 'UTC');
  filter.params.push(first, last);
  const [after, before] = [`$${filter.params.length - 1}`, `$${filter.params.length}`];
  filter.where.push(`(s.id in (select t.assignment_id from company.timesheet_stamps t
      where t.tenant_id = $1 and t.at >= ${after} and t.at < ${before})
    or (s.active and not s.paused and s.status in ('Dispatched', 'Working')))`);
  const rows = await tx.query<Row>(
    `select s.id as "assignmentId", s.technician_id as "technicianId", n.name as "technicianName",
       coalesce(l.time_zone, u.time_zone) as "timeZone", s.status, s.paused, s.active,
       a.id as "appointmentId", a.number as "appointmentNumber", j.id as "jobId", j.number as "jobNumber",
       j.job_type_id as "jobTypeId", j.business_unit_id as "businessUnitId", c.name as "customerName",
       (select jsonb_agg(jsonb_build_object('kind', t.kind, 'at', company.iso(t.at)))
        from company.timesheet_stamps t where t.tenant_id = s.tenant_id and t.assignment_id = s.id) as stamps
     from company.assignments s
     join company.technicians n on n.tenant_id = s.tenant_id and n.id = s.technician_id
     join company.appointments a on a.tenant_id = s.tenant_id and a.id = s.appointment_id
     join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id
     join company.customers c on c.tenant_id = j.tenant_id and c.id = j.customer_id
     join company.locations l on l.tenant_id = j.tenant_id and l.id = j.location_id
     join company.business_units u on u.tenant_id = j.tenant_id and u.id = j.business_unit_id
     where ${filter.where.join(' and ')} order by n.name, n.id, s.id`,
    filter.params,
  );
  const items = rows.flatMap((row) => entriesOf(row, query, now)).sort(byTechnicianAndTime);
  return { items, next: null, total: items.length };
}

function checkDays({ from, until, jobId }: QueryOf<'timesheets.list'>): void {
  if (jobId !== undefined) return;
  const days = from && until ? daysBetween(from, until) + 1 : Number.NaN;
  if (days >= 1 && days <= MOST_DAYS) return;
  throw new ProblemError('request.invalid', {}, [{ path: 'until', code: 'range', message: '' }]);
}

function entriesOf(
  { stamps, active, ...row }: Row,
  { from, until }: QueryOf<'timesheets.list'>,
  now: Instant,
): TimesheetEntry[] {
  const goesOn = active && !row.paused && (row.status === 'Dispatched' || row.status === 'Working');
  return workedDays({ stamps, until: goesOn ? now : null }, row.timeZone).flatMap((worked, index) =>
    (from && worked.day < from) || (until && worked.day > until)
      ? []
      : [{ ...row, ...worked, id: row.assignmentId * 1000 + index }],
  );
}

const byTechnicianAndTime = (a: TimesheetEntry, b: TimesheetEntry): number =>
  a.technicianName === b.technicianName
    ? a.start < b.start
      ? -1
      : 1
    : a.technicianName < b.technicianName
      ? -1
      : 1;
