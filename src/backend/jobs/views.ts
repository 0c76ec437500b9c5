/**
 * Jobs and appointments as the contract shows them, built as JSON in the database: one round trip for a board day,
 * and the same text serves the job page and the change feed (architecture, "day-board JSON built in the database").
 */
import type { AppointmentView, JobView } from '#contract/job.ts';
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import { STREET, WHOLE_ADDRESS } from '../customers/address-text.ts';
import { LATITUDE, LONGITUDE } from '../schedule/known-point.ts';

/** A hold or cancellation with the reason's and the person's name; where nobody chose a reason, its code. */
export const reasonJson = (
  row: string,
  column: string,
) => `case when ${row}.${column} is null then null else jsonb_build_object(
  'reasonId', ${row}.${column}->'reasonId', 'code', ${row}.${column}->'code',
  'reason', coalesce((select r.name from company.reasons r where r.tenant_id = ${row}.tenant_id and r.id = (${row}.${column}->>'reasonId')::bigint), ''),
  'memo', ${row}.${column}->'memo', 'by', ${row}.${column}->'by',
  'byName', coalesce((select u.name from office.users u where u.tenant_id = ${row}.tenant_id and u.id = (${row}.${column}->>'by')::bigint), ''),
  'at', ${row}.${column}->'at') end`;

const stamp = (column: string) => `company.iso(s.${column})`;

const ASSIGNMENTS = `coalesce((select jsonb_agg(jsonb_build_object(
    'id', s.id, 'technicianId', s.technician_id, 'technicianName', t.name, 'status', s.status, 'paused', s.paused,
    'dispatchedOn', ${stamp('dispatched_on')}, 'arrivedOn', ${stamp('arrived_on')}, 'workStartedOn', ${stamp('work_started_on')},
    'pausedOn', ${stamp('paused_on')}, 'resumedOn', ${stamp('resumed_on')}, 'doneOn', ${stamp('done_on')}, 'override', s.override
  ) order by s.id) from company.assignments s
  join company.technicians t on t.tenant_id = s.tenant_id and t.id = s.technician_id
  where s.tenant_id = a.tenant_id and s.appointment_id = a.id and s.active), '[]'::jsonb)`;

/**
 * What an appointment shows, by the record it comes from (`a` appointment, `j` job, `c` customer, `l` location, `i`
 * invoice), as arguments of jsonb_build_object: the board of a past minute (`history/board-at.ts`) asks each record
 * for its own.
 */
export const APPOINTMENT_PARTS = {
  appointment: `'id', a.id, 'version', a.version, 'number', a.number, 'status', a.status,
    'start', company.iso(a.start), 'end', company.iso(a."end"),
    'windowStart', company.iso(a.window_start), 'windowEnd', company.iso(a.window_end),
    'isConfirmed', a.is_confirmed, 'hold', ${reasonJson('a', 'hold')}, 'specialInstructions', a.special_instructions,
    'holdingLaneId', a.holding_lane_id, 'externalKey', a.external_key, 'active', a.active`,
  job: `'jobId', j.id, 'jobNumber', j.number, 'jobVersion', j.version, 'jobStatus', j.status,
    'businessUnitId', j.business_unit_id, 'jobTypeId', j.job_type_id, 'priority', j.priority, 'summary', j.summary,
    'tagIds', j.tag_ids`,
  customer: `'customerId', c.id, 'customerName', c.name`,
  location: `'locationId', l.id, 'street', ${STREET}, 'city', l.city, 'zip', l.zip,
    'zoneId', l.zone_id, 'latitude', ${LATITUDE}, 'longitude', ${LONGITUDE}`,
  invoice: `'invoiceStatus', i.sync_status`,
} as const;

// jsonb_build_object takes at most 100 arguments, hence the two halves.
const APPOINTMENT = `jsonb_build_object(${APPOINTMENT_PARTS.appointment}, 'assignments', ${ASSIGNMENTS})
  || jsonb_build_object(${APPOINTMENT_PARTS.job}, ${APPOINTMENT_PARTS.customer}, ${APPOINTMENT_PARTS.location},
    ${APPOINTMENT_PARTS.invoice})`;

const FROM_APPOINTMENT = `from company.appointments a
  join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id
  join company.customers c on c.tenant_id = j.tenant_id and c.id = j.customer_id
  join company.locations l on l.tenant_id = j.tenant_id and l.id = j.location_id
  join company.invoices i on i.tenant_id = j.tenant_id and i.job_id = j.id and i.kind = 'Job'`;

const VIEWS = `select ${APPOINTMENT} as view ${FROM_APPOINTMENT} where a.tenant_id = $1`;
const IN_ORDER = 'order by a.start, a.id';

/** Appointments by their ids or those of their jobs, in the order of their start. */
export async function appointmentViewsOf(
  tx: Transaction,
  of: { readonly ids: readonly Id[] } | { readonly jobIds: readonly Id[] },
): Promise<AppointmentView[]> {
  const [column, ids] = 'ids' in of ? ['id', of.ids] : ['job_id', of.jobIds];
  const rows = await tx.query<{ view: AppointmentView }>(
    planOnce(`${VIEWS} and a.${column} = any($2::bigint[]) ${IN_ORDER}`),
    [tx.tenantId, ids],
  );
  return rows.map((row) => row.view);
}

/**
 * Appointments by a condition on `a` (appointment) and `j` (job), in the order of their start. `$1` is the tenant.
 */
export async function appointmentViews(
  tx: Transaction,
  where: string,
  params: readonly unknown[],
  most: number | null = null,
): Promise<AppointmentView[]> {
  const rows = await tx.query<{ view: AppointmentView }>(
    `${VIEWS} and ${where} ${IN_ORDER} ${most === null ? '' : `limit ${most}`}`,
    [tx.tenantId, ...params],
  );
  return rows.map((row) => row.view);
}

const JOB = `jsonb_build_object(
    'id', j.id, 'version', j.version, 'number', j.number, 'status', j.status, 'customerId', j.customer_id,
    'customerName', c.name, 'locationId', l.id,
    'address', ${WHOLE_ADDRESS},
    'billToCustomerId', j.bill_to_customer_id, 'billToName', b.name, 'businessUnitId', j.business_unit_id,
    'jobTypeId', j.job_type_id, 'campaignId', j.campaign_id, 'priority', j.priority, 'summary', j.summary,
    'customerPo', j.customer_po, 'tagIds', j.tag_ids, 'customFields', j.custom_fields, 'externalKey', j.external_key)
  || jsonb_build_object('hold', ${reasonJson('j', 'hold')}, 'canceled', ${reasonJson('j', 'canceled')},
    'completedOn', company.iso(j.completed_on), 'recallForJobId', j.recall_for_job_id,
    'warrantyForJobId', j.warranty_for_job_id, 'bookedOn', company.iso(j.booked_on), 'source', j.source,
    'modifiedOn', company.iso(j.modified_on), 'timeZone', coalesce(l.time_zone, u.time_zone))`;

/** Jobs by id, in id order. */
export async function jobViews(tx: Transaction, ids: readonly Id[]): Promise<JobView[]> {
  const rows = await tx.query<{ view: JobView }>(
    planOnce(`select ${JOB} as view from company.jobs j
     join company.customers c on c.tenant_id = j.tenant_id and c.id = j.customer_id
     join company.customers b on b.tenant_id = j.tenant_id and b.id = j.bill_to_customer_id
     join company.locations l on l.tenant_id = j.tenant_id and l.id = j.location_id
     join company.business_units u on u.tenant_id = j.tenant_id and u.id = j.business_unit_id
     where j.tenant_id = $1 and j.id = any($2::bigint[]) order by j.id`),
    [tx.tenantId, ids],
  );
  return rows.map((row) => row.view);
}
