/** Finding visits (domain-rules §2, "Finding"): by day, status, confirmation, technician, of a job, of a project. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { AppointmentRow } from '#contract/job.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { type Filter, filterOf } from '#db/filter.ts';
import { MINUTES_OF_DAY } from '#domain/clock-minutes.ts';
import type { Id } from '#domain/ids.ts';
import { MAX_APPOINTMENT_DAYS } from '#domain/job/times.ts';
import { addMinutes, type Instant, isInstant } from '#domain/time.ts';
import { folded } from '../customers/search-text.ts';
import { addWords } from '../list-words.ts';
import { appointmentViewsOf } from './views.ts';

const PAGE = 100;
/** No visit is longer (`appointment.too_long`): those that began earlier are over. */
const LONGEST_MINUTES = MAX_APPOINTMENT_DAYS * MINUTES_OF_DAY;
const TABLES = `company.appointments a
  join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id`;

/** In the order of their start; `after` names the last one shown. `total` is counted for the first page only. */
export async function appointmentPage(
  tx: Transaction,
  actor: Actor,
  query: QueryOf<'appointments.list'>,
): Promise<{ items: AppointmentRow[]; next: string | null; total: number | null }> {
  const filter = narrowed(tx, actor, query);
  const total = query.after === undefined ? await countOf(tx, filter) : null;
  const cursor = query.after === undefined ? null : cursorOf(query.after);
  if (cursor) {
    filter.add(cursor.start, (n) => `a.start >= ${n}`);
    filter.add(cursor.id, (n) => `(a.start, a.id) > ($${filter.params.length - 1}, ${n}::bigint)`);
  }
  const limit = query.limit ?? PAGE;
  const found = await tx.query<{ id: Id; start: Instant; timeZone: string }>(
    `select a.id, a.start, coalesce(l.time_zone, u.time_zone) as "timeZone" from ${TABLES}
     join company.locations l on l.tenant_id = j.tenant_id and l.id = j.location_id
     join company.business_units u on u.tenant_id = j.tenant_id and u.id = j.business_unit_id
     where ${filter.where.join(' and ')} order by a.start, a.id limit ${limit + 1}`,
    filter.params,
  );
  const shown = found.slice(0, limit);
  const zoneOf = new Map(shown.map(({ id, timeZone }) => [id, timeZone]));
  const views = await appointmentViewsOf(tx, { ids: [...zoneOf.keys()] });
  const last = shown.at(-1);
  return {
    items: views.map((view) => ({ ...view, timeZone: zoneOf.get(view.id)! })),
    next: last && found.length > limit ? `${last.start} ${last.id}` : null,
    total,
  };
}

function narrowed(tx: Transaction, actor: Actor, query: QueryOf<'appointments.list'>): Filter {
  const filter = filterOf(tx.tenantId, 'a.tenant_id = $1 and a.active');
  filter.add(actor.businessUnitIds, (n) => `j.business_unit_id = any(${n}::bigint[])`);
  filter.add(query.businessUnitIds, (n) => `j.business_unit_id = any(${n}::bigint[])`);
  filter.add(query.jobTypeIds, (n) => `j.job_type_id = any(${n}::bigint[])`);
  filter.add(query.status, (n) => `a.status = any(${n}::text[])`);
  filter.add(query.jobId, (n) => `a.job_id = ${n}`);
  filter.add(query.projectId, (n) => `j.project_id = ${n}`);
  filter.add(query.customerId, (n) => `j.customer_id = ${n}`);
  filter.add(query.from, (n) => `a."end" > ${n}`);
  if (query.from) filter.add(addMinutes(query.from, -LONGEST_MINUTES), (n) => `a.start > ${n}`);
  filter.add(query.to, (n) => `a.start < ${n}`);
  if (query.confirmed) filter.add(query.confirmed === 'yes', (n) => `a.is_confirmed = ${n}`);
  const assigned = `select from company.assignments s
    where s.tenant_id = a.tenant_id and s.appointment_id = a.id and s.active`;
  if (query.technicianId === 'none') filter.where.push(`not exists (${assigned})`);
  else filter.add(query.technicianId, (n) => `exists (${assigned} and s.technician_id = ${n})`);
  addWords(
    filter,
    folded(query.q ?? ''),
    (n) => `(j.number::text = ${n} or j.summary ilike '%' || ${n} || '%'
        or a.special_instructions ilike '%' || ${n} || '%'
        or exists (select from company.customers c where c.tenant_id = j.tenant_id and c.id = j.customer_id
          and c.search like '%' || ${n} || '%'))`,
  );
  return filter;
}

async function countOf(tx: Transaction, { where, params }: Filter): Promise<number> {
  const [row] = await tx.query<{ total: number }>(
    `select count(*)::int as total from ${TABLES} where ${where.join(' and ')}`,
    params,
  );
  return row!.total;
}

function cursorOf(text: string): { start: string; id: number } {
  const [, start, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (\d{1,15})$/.exec(text) ?? [];
  if (start === undefined || !isInstant(start)) {
    throw new ProblemError('request.invalid', {}, [{ path: 'after', code: 'cursor', message: '' }]);
  }
  return { start, id: Number(id) };
}
