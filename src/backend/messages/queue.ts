/**
 * Messages to customers and technicians wait 60 s in the outbox, so that undo un-sends them (domain-rules §10).
 * Nothing sends yet: without SMTP_URL they stay there (architecture, run-time conventions).
 */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes } from '#domain/time.ts';
import type { CardPair } from '../jobs/save-cards.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';

const HOLD_MINUTES = 1;

/** Which steps tell the customer and the technicians (domain-rules §2, last sentence of "Assignment"). */
const TOLD = new Set([
  'appointment.dispatched',
  'appointment.arrived',
  'appointment.left',
  'appointment.rescheduled',
  'appointment.reassigned',
  'appointment.held',
  'job.held',
  'job.completed',
]);

export async function queueMessages(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  operationId: Id,
  pairs: readonly CardPair[],
): Promise<void> {
  if (!TOLD.has(verb)) return;
  const recipients = pairs.flatMap(({ after }) => [
    { kind: 'customer', id: after.job.customerId, jobId: after.job.id },
    ...[...new Set(after.assignments.filter((one) => one.active).map((one) => one.technicianId))].map(
      (id) => ({
        kind: 'technician',
        id,
        jobId: after.job.id,
      }),
    ),
  ]);
  const ids = await newIds(tx, recipients.length);
  const rows = recipients.map(({ kind, id, jobId }, at) => ({
    id: ids[at],
    recipient_kind: kind,
    recipient_id: id,
    params: { jobId },
  }));
  await tx.query(
    `insert into office.messages (tenant_id, id, operation_id, recipient_kind, recipient_id, template, params, held_until, created_on, modified_on)
     select $1, r.id, $2, r.recipient_kind, r.recipient_id, $3, r.params, $4, $5, $5
     from jsonb_to_recordset($6::jsonb) as r(id bigint, recipient_kind text, recipient_id bigint, params jsonb)`,
    [tx.tenantId, operationId, verb, addMinutes(context.now, HOLD_MINUTES), context.now, json(rows)],
  );
}

/** Takes back what an undone operation would have sent, as far as it has not gone out. */
export async function cancelMessages(
  tx: Transaction,
  context: CommandContext,
  operationId: Id,
): Promise<number> {
  const rows = await tx.query(
    `update office.messages set status = 'Canceled', modified_on = $3
     where tenant_id = $1 and operation_id = $2 and status = 'Held' returning id`,
    [tx.tenantId, operationId, context.now],
  );
  return rows.length;
}

/** Messages whose minute is over are ready for a sender; called by the backend's clock. */
export async function releaseMessages(tx: Transaction, now: string): Promise<number> {
  const rows = await tx.query(
    `update office.messages set status = 'Ready', modified_on = $1 where status = 'Held' and held_until <= $1 returning id`,
    [now],
  );
  return rows.length;
}
