/**
 * Jobs and appointments as the contract shows them, built as JSON in the database: one round trip for a board day,
 * and the same text serves the job page and the change feed (architecture, "day-board JSON built in the database").
 */
import type { AppointmentView, JobView } from '#contract/job.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';

/** A hold or cancellation with the reason's and the person's name. */
const reasonJson = (column: string) => `case when ${column} is null then null else jsonb_build_object(
  'reasonId', ${column}->'reasonId',
  'reason', coalesce((select r.name from company.reasons r where r.tenant_id = j.tenant_id and r.id = (${column}->>'reasonId')::bigint), ''),
  'memo', ${column}->'memo', 'by', ${column}->'by',
  'byName', coalesce((select u.name from office.users u where u.tenant_id = j.tenant_id and u.id = (${column}->>'by')::bigint), ''),
  'at', ${column}->'at') end`;

const stamp = (column: string) => `company.iso(s.${column})`;

const ASSIGNMENTS = `coalesce((select jsonb_agg(jsonb_build_object(
    'id', s.id, 'technicianId', s.technician_id, 'technicianName', t.name, 'status', s.status, 'paused', s.paused,
    'dispatchedOn', ${stamp('dispatched_on')}, 'arrivedOn', ${stamp('arrived_on')}, 'workStartedOn', ${stamp('work_started_on')},
    'pausedOn', ${stamp('paused_on')}, 'resumedOn', ${stamp('resumed_on')}, 'doneOn', ${stamp('done_on')}, 'override', s.override
  ) order by s.id) from company.assignments s
  join company.technicians t on t.tenant_id = s.tenant_id and t.id = s.technician_id
  where s.tenant_id = a.tenant_id and s.appointment_id = a.id and s.active), '[]'::jsonb)`;

// jsonb_build_object takes at most 100 arguments, hence the two halves.
const APPOINTMENT = `jsonb_build_object(
    'id', a.id, 'version', a.version, 'number', a.number, 'status', a.status,
    'start', company.iso(a.start), 'end', company.iso(a."end"),
    'windowStart', company.iso(a.window_start), 'windowEnd', company.iso(a.window_end),
    'isConfirmed', a.is_confirmed, 'hold', ${reasonJson('a.hold')}, 'specialInstructions', a.special_instructions,
    'active', a.active, 'assignments', ${ASSIGNMENTS})
  || jsonb_build_object('jobId', j.id, 'jobNumber', j.number, 'jobVersion', j.version, 'jobStatus', j.status,
    'businessUnitId', j.business_unit_id, 'jobTypeId', j.job_type_id, 'priority', j.priority, 'summary', j.summary,
    'tagIds', j.tag_ids, 'customerId', j.customer_id, 'customerName', c.name, 'locationId', l.id,
    'street', concat_ws(' ', l.street, nullif(l.unit, '')), 'city', l.city, 'zip', l.zip, 'zoneId', l.zone_id,
    'latitude', l.latitude, 'longitude', l.longitude, 'invoiceStatus', i.sync_status)`;

const FROM_APPOINTMENT = `from company.appointments a
  join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id
  join company.customers c on c.tenant_id = j.tenant_id and c.id = j.customer_id
  join company.locations l on l.tenant_id = j.tenant_id and l.id = j.location_id
  join company.invoices i on i.tenant_id = j.tenant_id and i.job_id = j.id and i.kind = 'Job'`;

/**
 * Appointments by a condition on `a` (appointment) and `j` (job), in the order of their start. `$1` is the tenant.
 */
export async function appointmentViews(
  tx: Transaction,
  where: string,
  params: readonly unknown[],
): Promise<AppointmentView[]> {
  const rows = await tx.query<{ view: AppointmentView }>(
    `select ${APPOINTMENT} as view ${FROM_APPOINTMENT} where a.tenant_id = $1 and ${where} order by a.start, a.id`,
    [tx.tenantId, ...params],
  );
  return rows.map((row) => row.view);
}

const JOB = `jsonb_build_object(
    'id', j.id, 'version', j.version, 'number', j.number, 'status', j.status, 'customerId', j.customer_id,
    'customerName', c.name, 'locationId', l.id,
    'address', concat_ws(', ', concat_ws(' ', l.street, nullif(l.unit, '')), nullif(l.city, ''), nullif(concat_ws(' ', nullif(l.state, ''), nullif(l.zip, '')), '')),
    'billToCustomerId', j.bill_to_customer_id, 'billToName', b.name, 'businessUnitId', j.business_unit_id,
    'jobTypeId', j.job_type_id, 'campaignId', j.campaign_id, 'priority', j.priority, 'summary', j.summary,
    'customerPo', j.customer_po, 'tagIds', j.tag_ids, 'customFields', j.custom_fields)
  || jsonb_build_object('hold', ${reasonJson('j.hold')}, 'canceled', ${reasonJson('j.canceled')},
    'completedOn', company.iso(j.completed_on), 'recallForJobId', j.recall_for_job_id,
    'warrantyForJobId', j.warranty_for_job_id, 'bookedOn', company.iso(j.booked_on), 'source', j.source,
    'modifiedOn', company.iso(j.modified_on), 'timeZone', coalesce(l.time_zone, u.time_zone))`;

/** Jobs by id, in id order. */
export async function jobViews(tx: Transaction, ids: readonly Id[]): Promise<JobView[]> {
  const rows = await tx.query<{ view: JobView }>(
    `select ${JOB} as view from company.jobs j
     join company.customers c on c.tenant_id = j.tenant_id and c.id = j.customer_id
     join company.customers b on b.tenant_id = j.tenant_id and b.id = j.bill_to_customer_id
     join company.locations l on l.tenant_id = j.tenant_id and l.id = j.location_id
     join company.business_units u on u.tenant_id = j.tenant_id and u.id = j.business_unit_id
     where j.tenant_id = $1 and j.id = any($2::bigint[]) order by j.id`,
    [tx.tenantId, ids],
  );
  return rows.map((row) => row.view);
}
