/** A technician's visits of one day, as the link in their message shows them. */
import type { DayVisit, TechnicianDay } from '#contract/technician-day.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type Day, daySpan, type Instant } from '#domain/time.ts';

/** Null: nobody of that name works here any more. A company's transaction. */
export async function technicianDay(
  tx: Transaction,
  technicianId: Id,
  of: Day,
  now: Instant,
): Promise<TechnicianDay | null> {
  const [who] = await tx.query<{ name: string; company: string; zone: string }>(
    `select t.name, o.name as company, u.time_zone as zone from company.technicians t
     join company.business_units u on u.tenant_id = t.tenant_id and u.id = t.business_unit_id
     join office.tenants o on o.id = t.tenant_id
     where t.tenant_id = $1 and t.id = $2 and t.active`,
    [tx.tenantId, technicianId],
  );
  if (!who) return null;
  const { start, end } = daySpan(of, who.zone);
  const visits = await visitsOf(tx, 'a.start < $3 and a."end" > $4', [tx.tenantId, technicianId, end, start]);
  return { company: who.company, technicianName: who.name, day: of, asOf: now, visits };
}

/** One visit as that technician has it, or had it. For the sender, whose transactions are of all companies. */
export async function visitOf(
  tx: Transaction,
  tenantId: Id,
  technicianId: Id,
  appointmentId: Id,
): Promise<DayVisit | undefined> {
  return (await visitsOf(tx, 'a.id = $3', [tenantId, technicianId, appointmentId]))[0];
}

/** In the zone of the technician's own office: the day a link is for, and when it ends. */
export async function zoneOfTechnician(tx: Transaction, tenantId: Id, technicianId: Id): Promise<string> {
  const [row] = await tx.query<{ zone: string }>(
    `select u.time_zone as zone from company.technicians t
     join company.business_units u on u.tenant_id = t.tenant_id and u.id = t.business_unit_id
     where t.tenant_id = $1 and t.id = $2`,
    [tenantId, technicianId],
  );
  return row?.zone ?? 'UTC';
}

/** A visit given to others, canceled or on hold is told without whose it is: it is not their business any more. */
async function visitsOf(tx: Transaction, where: string, params: readonly unknown[]): Promise<DayVisit[]> {
  const theirs = `(p.active and a.active and a.status not in ('Canceled', 'Hold', 'Unused'))`;
  const own = (what: string) => `case when ${theirs} then ${what} else '' end`;
  return tx.query<DayVisit>(
    `select a.id as "appointmentId", $2::bigint as "technicianId", a.version as sequence,
       a.start, a."end", a.window_start as "windowStart", a.window_end as "windowEnd", a.status, ${theirs} as "isTheirs",
       j.number as "jobNumber", a.number as "appointmentNumber", y.name as "jobType", ${own('j.summary')} as summary,
       ${own('a.special_instructions')} as instructions, ${own('c.name')} as "customerName",
       ${own('l.street')} as street, ${own('l.unit')} as unit, ${own('l.city')} as city, ${own('l.state')} as state,
       ${own('l.zip')} as zip, coalesce(l.time_zone, u.time_zone) as "timeZone",
       case when ${theirs} then (
         select coalesce(array_agg(k.value order by k.location_id is null, k.id), '{}') from company.contacts k
         where k.tenant_id = a.tenant_id and k.customer_id = c.id and k.active and k.kind in ('Phone', 'Mobile')
           and (k.location_id is null or k.location_id = l.id)) else '{}' end as phones
     from company.appointments a
     join lateral (
       select bool_or(s.active) as active
       from company.assignments s
       where s.tenant_id = a.tenant_id and s.appointment_id = a.id and s.technician_id = $2) p on p.active is not null
     join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id
     join company.job_types y on y.tenant_id = j.tenant_id and y.id = j.job_type_id
     join company.customers c on c.tenant_id = j.tenant_id and c.id = j.customer_id
     join company.locations l on l.tenant_id = j.tenant_id and l.id = j.location_id
     join company.business_units u on u.tenant_id = j.tenant_id and u.id = j.business_unit_id
     where a.tenant_id = $1 and ${where} order by a.start, a.id`,
    params,
  );
}
