/**
 * Messages to customers and technicians wait 60 s in the outbox, so that undo un-sends them (domain-rules §10). A row
 * is one text to one recipient on one channel; whom and why is `domain/messages`. The address is read when it is sent,
 * so that a person who was erased is not kept here. `sender.ts` sends; without SMTP_URL they stay there (architecture, run-time conventions).
 */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import {
  customerChannels,
  type MessageChannel,
  type ReachableContact,
  type ReachableTechnician,
  technicianChannels,
} from '#domain/messages/channels.ts';
import { type MessageToSend, messagesFor } from '#domain/messages/recipients.ts';
import { HOLD_MINUTES } from '#domain/messages/sending.ts';
import { addMinutes, type Instant } from '#domain/time.ts';
import type { CardPair } from '../jobs/save-cards.ts';
import type { CommandContext } from '../write/context.ts';
import { grouped } from '../write/grouped.ts';
import { newIds } from '../write/ids.ts';

/**
 * In the transaction of the step `operationId`; its `verb` and the cards before and after tell who must hear of it.
 */
export async function queueMessages(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  operationId: Id,
  pairs: readonly CardPair[],
): Promise<void> {
  const messages = pairs.flatMap(({ before, after }) => messagesFor(verb, before, after));
  if (messages.length === 0) return;
  const addressed = await withChannels(tx, messages);
  const ids = await newIds(tx, addressed.length);
  const rows = addressed.map(({ message: { recipient, ...params }, channel, contactId }, at) => ({
    id: ids[at],
    recipient_kind: recipient.kind,
    recipient_id: recipient.id,
    channel,
    params: { ...params, contactId },
  }));
  if (rows.length === 0) return;
  await tx.query(
    planOnce(`insert into office.messages (tenant_id, id, operation_id, recipient_kind, recipient_id, channel, template, params, held_until, created_on, modified_on)
     select $1, r.id, $2, r.recipient_kind, r.recipient_id, r.channel, $3, r.params, $4, $5, $5
     from jsonb_to_recordset($6::jsonb) as r(id bigint, recipient_kind text, recipient_id bigint, channel text, params jsonb)`),
    [tx.tenantId, operationId, verb, addMinutes(context.now, HOLD_MINUTES), context.now, json(rows)],
  );
}

/** `contactId`: which of the customer's contacts; null for a technician, who has one address per channel. */
type Addressed = {
  readonly message: MessageToSend;
  readonly channel: MessageChannel;
  readonly contactId: Id | null;
};

/** One per channel the recipient may be reached by; those who decline, or have no address, get none. */
async function withChannels(tx: Transaction, messages: readonly MessageToSend[]): Promise<Addressed[]> {
  const idsOf = (kind: 'customer' | 'technician') => [
    ...new Set(messages.flatMap(({ recipient }) => (recipient.kind === kind ? [recipient.id] : []))),
  ];
  const contacts = await tx.query<ReachableContact & { customerId: Id }>(
    planOnce(`select id, customer_id as "customerId", location_id as "locationId", kind, may_message as "mayMessage"
     from company.contacts where tenant_id = $1 and customer_id = any($2::bigint[]) and active order by id`),
    [tx.tenantId, idsOf('customer')],
  );
  const technicians = await tx.query<ReachableTechnician & { id: Id }>(
    planOnce(`select id, phone, email, sms_allowed as "smsAllowed", email_allowed as "emailAllowed"
     from company.technicians where tenant_id = $1 and id = any($2::bigint[])`),
    [tx.tenantId, idsOf('technician')],
  );
  const contactsOf = grouped(contacts, (one) => one.customerId);
  const technicianOf = new Map(technicians.map((one) => [one.id, one]));
  return messages.flatMap((message): Addressed[] => {
    const { recipient, locationId } = message;
    if (recipient.kind === 'customer') {
      const ways = customerChannels(contactsOf.get(recipient.id) ?? [], locationId);
      return ways.map((way) => ({ message, ...way }));
    }
    const technician = technicianOf.get(recipient.id);
    const channels = technician ? technicianChannels(technician) : [];
    return channels.map((channel) => ({ message, channel, contactId: null }));
  });
}

/** Takes back what an undone operation would have sent, as far as it has not gone out and is not going at this moment. */
export async function cancelMessages(
  tx: Transaction,
  context: CommandContext,
  operationId: Id,
): Promise<number> {
  const rows = await tx.query(
    `update office.messages set status = 'Canceled', version = version + 1, modified_on = $3
     where tenant_id = $1 and operation_id = $2 and status in ('Held', 'Ready')
       and (claimed_until is null or claimed_until <= $3) returning id`,
    [tx.tenantId, operationId, context.now],
  );
  return rows.length;
}

/** Messages whose minute is over are ready for a sender; called by the backend's clock. */
export async function releaseMessages(tx: Transaction, now: Instant): Promise<number> {
  const rows = await tx.query(
    `update office.messages set status = 'Ready', modified_on = $1 where status = 'Held' and held_until <= $1 returning id`,
    [now],
  );
  return rows.length;
}
