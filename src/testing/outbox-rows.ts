/** A message in the outbox about a visit, written as the queue writes it, in a state of its way. */
import type { JobCardView } from '#contract/job.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { MessageStatus } from '#domain/messages/sending.ts';

export async function addMessage(
  database: Database,
  tenantId: Id,
  { job, appointments }: JobCardView,
  status: MessageStatus,
): Promise<Id> {
  const [visit] = appointments;
  const { start, end, windowStart, windowEnd } = visit!;
  const params = {
    jobId: job.id,
    jobNumber: job.number,
    locationId: job.locationId,
    appointmentId: visit!.id,
    appointmentNumber: visit!.number,
    change: 'rescheduled',
    times: { start, end, windowStart, windowEnd },
    before: null,
    completedOn: null,
    contactId: null,
  };
  const [row] = await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query<{ id: Id }>(
      `insert into office.messages (tenant_id, id, operation_id, recipient_kind, recipient_id, channel, template, params,
         status, held_until, created_on, modified_on)
       values ($1, nextval('company.ids'), 1, 'customer', $2, 'Email', 'appointment.rescheduled', $3::jsonb, $4,
         '2026-12-31T15:00:00Z', '2026-11-20T14:59:30Z', '2026-11-20T14:59:30Z') returning id`,
      [tenantId, job.customerId, params, status],
    ),
  );
  return row!.id;
}
