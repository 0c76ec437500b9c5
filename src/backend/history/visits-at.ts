/** Visits as they stood at a past minute, in the shape the board shows them now. */
import type { AppointmentView, AssignmentView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import type { Assignment } from '#domain/job/job-card.ts';
import type { Span } from '#domain/time.ts';
import { ASSIGNMENT_FIELDS } from '../jobs/store.ts';
import { APPOINTMENT_PARTS } from '../jobs/views.ts';
import { quoted } from '../write/records.ts';
import { isUndone } from './as-of.ts';
import { partsAt, type Rewind } from './parts-at.ts';

/** The aliases the parts of a view are written for. */
const ALIAS = { appointment: 'a', job: 'j', customer: 'c', location: 'l', invoice: 'i' } as const;

type Part = { id: Id; toNext: Id; view: Partial<AppointmentView> };

/** One record's part of each view, by its id. */
async function partsOf(
  rewind: Rewind,
  kind: Exclude<keyof typeof ALIAS, 'appointment'>,
  ids: readonly Id[],
): Promise<Map<Id, Partial<AppointmentView>>> {
  const alias = ALIAS[kind];
  // An invoice is asked for by its job, which it never changes.
  const key = kind === 'invoice' ? 'i.job_id' : `${alias}.id`;
  const select = `${key} as id, jsonb_build_object(${APPOINTMENT_PARTS[kind]}) as view`;
  const parts = await partsAt<Part>(rewind, { kind, ids, alias, select });
  return new Map(parts.map(({ id, view }) => [id, view]));
}

/**
 * Of these appointments those that were in use and overlapped the span at that minute, in the order of their start.
 * @param nameOf technicians' names as of then
 */
export async function visitsAt(
  rewind: Rewind,
  ids: readonly Id[],
  { start, end }: Span,
  nameOf: ReadonlyMap<Id, string>,
): Promise<AppointmentView[]> {
  const visits = await partsAt<{ id: Id; jobId: Id; view: Partial<AppointmentView> }>(rewind, {
    kind: 'appointment',
    ids,
    alias: 'a',
    select: `a.id, a.job_id as "jobId", jsonb_build_object(${APPOINTMENT_PARTS.appointment}) as view`,
    rest: 'where a.active and a.start < $5::timestamptz and a."end" > $4::timestamptz order by a.start, a.id',
    params: [start, end],
  });
  const jobIds = visits.map(({ jobId }) => jobId);
  const jobs = await jobPartsAt(rewind, jobIds);
  const customers = await partsOf(
    rewind,
    'customer',
    [...jobs.values()].map(({ customerId }) => customerId),
  );
  const locations = await partsOf(
    rewind,
    'location',
    [...jobs.values()].map(({ locationId }) => locationId),
  );
  const invoices = await partsOf(rewind, 'invoice', await invoiceIdsOf(rewind, jobIds));
  const assignments = await assignmentsAt(
    rewind,
    visits.map(({ id }) => id),
  );
  const reasons = await reasonNamesAt(rewind);
  return visits.map(({ id, jobId, view }) => {
    const { customerId, locationId, view: job } = jobs.get(jobId)!;
    const whole = {
      ...view,
      ...job,
      ...customers.get(customerId),
      ...locations.get(locationId),
      ...invoices.get(jobId),
      assignments: (assignments.get(id) ?? []).map((one) => assignmentView(one, nameOf)),
      // Every column of the five records is in one of the parts.
    } as AppointmentView;
    const { hold } = whole;
    return hold?.reasonId ? { ...whole, hold: { ...hold, reason: reasons.get(hold.reasonId) ?? '' } } : whole;
  });
}

async function jobPartsAt(rewind: Rewind, ids: readonly Id[]) {
  type Job = { id: Id; customerId: Id; locationId: Id; view: Partial<AppointmentView> };
  const select = `j.id, j.customer_id as "customerId", j.location_id as "locationId",
    jsonb_build_object(${APPOINTMENT_PARTS.job}) as view`;
  const jobs = await partsAt<Job>(rewind, { kind: 'job', ids, alias: 'j', select });
  return new Map(jobs.map((job) => [job.id, job]));
}

async function invoiceIdsOf({ tx }: Rewind, jobIds: readonly Id[]): Promise<Id[]> {
  const rows = await tx.query<{ id: Id }>(
    `select id from company.invoices where tenant_id = $1 and kind = 'Job' and job_id = any($2::bigint[])`,
    [tx.tenantId, jobIds],
  );
  return rows.map(({ id }) => id);
}

async function reasonNamesAt(rewind: Rewind): Promise<ReadonlyMap<Id, string>> {
  const ids = await idsOf(rewind, 'company.reasons');
  const names = await partsAt<{ id: Id; name: string }>(rewind, {
    kind: 'reason',
    ids,
    alias: 'r',
    select: 'r.id, r.name',
  });
  return new Map(names.map(({ id, name }) => [id, name]));
}

/** Every id of a short set-up list. */
export async function idsOf({ tx }: Rewind, table: 'company.reasons' | 'company.technicians'): Promise<Id[]> {
  const rows = await tx.query<{ id: Id }>(`select id from ${table} where tenant_id = $1`, [tx.tenantId]);
  return rows.map(({ id }) => id);
}

/** Who was assigned, by appointment: history keeps the whole list with every write that changed it. */
async function assignmentsAt(
  { tx, at }: Rewind,
  ids: readonly Id[],
): Promise<Map<Id, readonly Assignment[]>> {
  const before = await tx.query<{ id: Id; list: readonly Assignment[] }>(
    `select distinct on (h.record_id) h.record_id as id, h.changes->'technicians'->0 as list from company.history h
     where h.tenant_id = $1 and h.record_kind = 'appointment' and h.record_id = any($2::bigint[])
       and h.changes ? 'technicians' and ${isUndone('$3')}
     order by h.record_id, h.version`,
    [tx.tenantId, ids, at],
  );
  const lists = new Map(before.map(({ id, list }) => [id, list ?? []]));
  const same = ids.filter((id) => !lists.has(id));
  const now = await tx.query<Assignment>(
    `select ${ASSIGNMENT_FIELDS.map((field) => `s.${quoted(field)} as "${field}"`).join(', ')}
     from company.assignments s where s.tenant_id = $1 and s.active and s.appointment_id = any($2::bigint[]) order by s.id`,
    [tx.tenantId, same],
  );
  for (const one of now) {
    lists.set(one.appointmentId, [...(lists.get(one.appointmentId) ?? []), one]);
  }
  return lists;
}

/** As `jobs/views.ts` shows an assignment. */
function assignmentView(one: Assignment, nameOf: ReadonlyMap<Id, string>): AssignmentView {
  const { appointmentId: _, active: __, endedBy: ___, ...shown } = one;
  return { ...shown, technicianName: nameOf.get(one.technicianId) ?? '' };
}
