/** Messages as they lie in the outbox, with what their texts are made of: for the screen, its commands and the sender. */
import type { Message } from '#contract/message.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { VisitTimes } from '#domain/job/times.ts';
import type { MessageChange } from '#domain/messages/recipients.ts';
import type { MessageStatus } from '#domain/messages/sending.ts';
import { type MessageText, messageText } from '#domain/messages/texts.ts';
import type { Instant } from '#domain/time.ts';

export type OutboxRow = Omit<Message, 'subject' | 'text' | 'edited' | 'change'> & {
  readonly tenantId: Id;
  readonly status: MessageStatus;
  readonly tries: number;
  readonly claimedUntil: Instant | null;
  readonly ownSubject: string | null;
  readonly ownText: string | null;
  readonly customerName: string;
  readonly technicianNames: string[];
  readonly company: string;
  readonly zone: string;
  readonly street: string;
  readonly city: string;
  readonly jobType: string;
  readonly params: {
    readonly change: MessageChange;
    readonly times: VisitTimes;
    readonly before: VisitTimes | null;
  };
};

/** What the office sees of it (`domain/messages/sending.ts`); `now` is the placeholder of an instant. */
export const stateOf = (now: string): string => `case m.status
  when 'Canceled' then 'unsent' when 'Sent' then 'sent' when 'Failed' then 'failed'
  else case when m.channel = 'Sms' then 'noWay'
    when m.status = 'Held' and m.held_until > ${now}::timestamptz then 'waiting' else 'queued' end end`;

/** `m` with its job `j` and customer `c`: enough to narrow and count. */
export const OUTBOX = `office.messages m
  join company.jobs j on j.tenant_id = m.tenant_id and j.id = (m.params->>'jobId')::bigint
  join company.customers c on c.tenant_id = j.tenant_id and c.id = j.customer_id
  left join company.technicians n
    on m.recipient_kind = 'technician' and n.tenant_id = m.tenant_id and n.id = m.recipient_id`;

/**
 * @param where conditions on `m`, `j`, `c` and the technician it is to, `n`; its parameters are `params`
 * @param now the placeholder of the present
 * @param tail order and limit
 */
export function outboxRows(
  tx: Transaction,
  where: string,
  params: readonly unknown[],
  now: string,
  tail: string,
): Promise<OutboxRow[]> {
  return tx.query<OutboxRow>(
    `select m.tenant_id as "tenantId", m.id, m.version, m.operation_id as "operationId", j.id as "jobId",
       j.number as "jobNumber", (m.params->>'appointmentId')::bigint as "appointmentId",
       (m.params->>'appointmentNumber')::int as "appointmentNumber", j.business_unit_id as "businessUnitId",
       m.recipient_kind as "recipientKind", m.recipient_id as "recipientId", coalesce(n.name, c.name) as "recipientName",
       coalesce(case when m.recipient_kind = 'customer' then k.value
         when not n.active then null
         when m.channel = 'Email' then case when n.email_allowed then n.email end
         else case when n.sms_allowed then n.phone end end, '') as address,
       m.channel, m.status, ${stateOf(now)} as state, m.created_on as "createdOn", m.held_until as "heldUntil",
       m.sent_on as "sentOn", m.next_try_on as "nextTryOn", m.fault, m.fault_reply as "faultReply", m.tries,
       m.claimed_until as "claimedUntil", m.subject as "ownSubject", m.text as "ownText", m.params,
       c.name as "customerName", o.name as company, coalesce(l.time_zone, u.time_zone) as zone, l.street, l.city,
       y.name as "jobType",
       case when n.id is not null then array[n.name] else (
         select coalesce(array_agg(w.name order by s.id), '{}') from company.assignments s
         join company.technicians w on w.tenant_id = s.tenant_id and w.id = s.technician_id
         where s.tenant_id = m.tenant_id and s.appointment_id = (m.params->>'appointmentId')::bigint
           and (s.active or s.ended_by = 'complete')) end as "technicianNames"
     from ${OUTBOX}
     join office.tenants o on o.id = m.tenant_id
     join company.locations l on l.tenant_id = m.tenant_id and l.id = (m.params->>'locationId')::bigint
     join company.business_units u on u.tenant_id = j.tenant_id and u.id = j.business_unit_id
     join company.job_types y on y.tenant_id = j.tenant_id and y.id = j.job_type_id
     left join company.contacts k on k.tenant_id = m.tenant_id and k.id = (m.params->>'contactId')::bigint
       and k.active and k.may_message
     where ${where} ${tail}`,
    params,
  );
}

/** As the office wrote it, or as it is made. */
export function textOf(row: OutboxRow): MessageText {
  const made = messageText({ ...row, ...row.params, recipient: row.recipientKind });
  return { subject: row.ownSubject ?? made.subject, text: row.ownText ?? made.text };
}

/** Field by field: nothing of the row that was not meant to leave does. */
export function messageView(row: OutboxRow): Message {
  const { subject, text } = textOf(row);
  return {
    id: row.id,
    version: row.version,
    operationId: row.operationId,
    jobId: row.jobId,
    jobNumber: row.jobNumber,
    appointmentId: row.appointmentId,
    appointmentNumber: row.appointmentNumber,
    businessUnitId: row.businessUnitId,
    recipientKind: row.recipientKind,
    recipientId: row.recipientId,
    recipientName: row.recipientName,
    address: row.address,
    channel: row.channel,
    change: row.params.change,
    state: row.state,
    createdOn: row.createdOn,
    heldUntil: row.heldUntil,
    sentOn: row.sentOn,
    nextTryOn: row.nextTryOn,
    fault: row.fault,
    faultReply: row.faultReply,
    subject,
    text,
    edited: row.ownSubject !== null || row.ownText !== null,
  };
}
