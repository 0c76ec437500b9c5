/**
 * Job cards in and out of the database. Locking the job's row locks its card: every command on an appointment or an
 * assignment takes it first, jobs in id order, so that two commands on one card run one after the other.
 */
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import type { Appointment, Assignment, InvoiceSyncStatus, Job, JobCard } from '#domain/job/job-card.ts';
import type { CommandContext } from '../write/context.ts';
import { canonical, differences } from '../write/differences.ts';
import { grouped } from '../write/grouped.ts';
import { selectList } from '../write/load.ts';
import { columnName, quoted, type StoredRecord } from '../write/records.ts';
import type { RecordChange } from '../write/save.ts';
import { saveStamps } from './timesheet-stamps.ts';

type StoredJob = Job & StoredRecord;
type StoredAppointment = Appointment & StoredRecord;

/** A card as it stands in the database, with the versions a write is checked against. */
export type StoredCard = Omit<JobCard, 'job' | 'appointments'> & {
  readonly job: StoredJob;
  readonly appointments: readonly StoredAppointment[];
  readonly invoiceId: Id;
};

export const ASSIGNMENT_FIELDS = [
  'id',
  'appointmentId',
  'technicianId',
  'status',
  'paused',
  'active',
  'endedBy',
  'dispatchedOn',
  'arrivedOn',
  'workStartedOn',
  'pausedOn',
  'resumedOn',
  'doneOn',
  'override',
] as const satisfies readonly (keyof Assignment)[];
const ASSIGNMENT_COLUMNS = ASSIGNMENT_FIELDS.map((field) => [field, columnName(field)] as const);

/** Cards of these jobs, in id order; ids that do not exist are left out. `lock` for commands. */
export async function loadCards(
  tx: Transaction,
  jobIds: readonly Id[],
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredCard[]> {
  if (jobIds.length === 0) return [];
  const jobs = await tx.query<StoredJob>(
    `select ${selectList('job', 'r')} from company.jobs r where r.tenant_id = $1 and r.id = any($2::bigint[])
     order by r.id ${lock ? 'for no key update' : ''}`,
    [tx.tenantId, [...new Set(jobIds)]],
  );
  const ids = jobs.map((job) => job.id);
  const appointments = await tx.query<StoredAppointment>(
    planOnce(`select ${selectList('appointment', 'r')} from company.appointments r
     where r.tenant_id = $1 and r.job_id = any($2::bigint[]) order by r.job_id, r.number`),
    [tx.tenantId, ids],
  );
  const assignments = await tx.query<Assignment & { jobId: Id }>(
    planOnce(`select ${ASSIGNMENT_FIELDS.map((field) => `s.${quoted(field)} as "${field}"`).join(', ')}, a.job_id as "jobId"
     from company.assignments s join company.appointments a on a.tenant_id = s.tenant_id and a.id = s.appointment_id
     where s.tenant_id = $1 and a.job_id = any($2::bigint[]) order by s.id`),
    [tx.tenantId, ids],
  );
  const invoices = await tx.query<{ id: Id; jobId: Id; status: InvoiceSyncStatus }>(
    planOnce(`select id, job_id as "jobId", sync_status as status from company.invoices
     where tenant_id = $1 and kind = 'Job' and job_id = any($2::bigint[])`),
    [tx.tenantId, ids],
  );
  const appointmentsOf = grouped(appointments, (one) => one.jobId);
  const assignmentsOf = grouped(assignments, (one) => one.jobId);
  const invoiceOf = new Map(invoices.map((one) => [one.jobId, one]));
  const paid = await paidInvoices(
    tx,
    invoices.map(({ id }) => id),
  );
  return jobs.map((job) => ({
    job,
    appointments: appointmentsOf.get(job.id) ?? [],
    assignments: (assignmentsOf.get(job.id) ?? []).map(({ jobId: _, ...assignment }) => assignment),
    invoiceStatus: invoiceOf.get(job.id)!.status,
    invoicePaidInPart: paid.has(invoiceOf.get(job.id)!.id),
    invoiceId: invoiceOf.get(job.id)!.id,
  }));
}

/** Invoices something is applied to, by the ledger. */
async function paidInvoices(tx: Transaction, invoiceIds: readonly Id[]): Promise<ReadonlySet<Id>> {
  const rows = await tx.query<{ id: Id }>(
    planOnce(`select document_id as id from company.ar_entries
     where tenant_id = $1 and document_kind = 'invoice' and document_id = any($2::bigint[]) and cause = 'Application'
     group by document_id having sum(cents) <> 0`),
    [tx.tenantId, invoiceIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The jobs these appointments belong to; an id the actor may not know of is not in the map. */
export async function jobsOfAppointments(
  tx: Transaction,
  actor: Actor,
  appointmentIds: readonly Id[],
): Promise<Map<Id, Id>> {
  const rows = await tx.query<{ id: Id; jobId: Id }>(
    planOnce(`select a.id, j.id as "jobId" from company.appointments a
     join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id
     where a.tenant_id = $1 and a.id = any($2::bigint[]) and a.active
       and ($3::bigint[] is null or j.business_unit_id = any($3::bigint[]))`),
    [tx.tenantId, appointmentIds, actor.businessUnitIds],
  );
  return new Map(rows.map((row) => [row.id, row.jobId]));
}

/** The field `technicians` of an appointment's record: its active assignments. */
export const techniciansOf = (card: JobCard, appointmentId: Id): Assignment[] =>
  card.assignments
    .filter((one) => one.active && one.appointmentId === appointmentId)
    .sort((a, b) => a.id - b.id);

/**
 * What differs between a card before (null: new) and after, as record changes. An appointment's assignments are part
 * of its record under the one field `technicians`: they share its version (architecture, "Concurrency").
 */
export function cardChanges(before: StoredCard | null, after: JobCard): RecordChange[] {
  const changes: RecordChange[] = [
    {
      kind: 'job',
      before: before?.job ?? null,
      after: { ...before?.job, ...after.job },
      label: `Job ${after.job.number}`,
    },
  ];
  const old = new Map(before?.appointments.map((one) => [one.id, one]));
  for (const appointment of after.appointments) {
    const was = before ? techniciansOf(before, appointment.id) : [];
    const is = techniciansOf(after, appointment.id);
    changes.push({
      kind: 'appointment',
      before: old.get(appointment.id) ?? null,
      after: { ...old.get(appointment.id), ...appointment },
      label: `Appointment ${after.job.number}-${appointment.number}`,
      related: differences({ technicians: was }, { technicians: is }, ['technicians']),
    });
  }
  return changes;
}

/** Writes the assignments that differ; call after the appointments are written (they are referred to). */
export async function saveAssignments(
  tx: Transaction,
  context: CommandContext,
  pairs: readonly { before: JobCard | null; after: JobCard }[],
): Promise<void> {
  const changed: { before: Assignment | undefined; after: Assignment }[] = [];
  for (const { before, after } of pairs) {
    const old = new Map(before?.assignments.map((one) => [one.id, one]));
    for (const one of after.assignments) {
      const was = old.get(one.id);
      if (!was || canonical(was) !== canonical(one)) changed.push({ before: was, after: one });
    }
  }
  if (changed.length === 0) return;
  const rows = changed.map(({ after: one }) => ({
    tenant_id: tx.tenantId,
    created_on: context.now,
    modified_on: context.now,
    ...Object.fromEntries(ASSIGNMENT_COLUMNS.map(([field, column]) => [column, one[field]])),
  }));
  const names = [...ASSIGNMENT_FIELDS.map(quoted), '"modified_on"'];
  const all = ['tenant_id', 'created_on', ...names].join(', ');
  // One Working per technician is unique: rows that end a Working go first, so that a hand-over is one command.
  await tx.query(
    `insert into company.assignments (${all}) select ${all}
     from jsonb_populate_recordset(null::company.assignments, $1::jsonb) order by status = 'Working', id
     on conflict (tenant_id, id) do update set ${names
       .filter((name) => name !== '"id"')
       .map((name) => `${name} = excluded.${name}`)
       .join(', ')}`,
    [json(rows)],
  );
  await saveStamps(tx, changed);
}
