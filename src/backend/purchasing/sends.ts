/** E-mails with orders as they lie in the database, and the messages of the outbox they go out by: one id for both. */
import type { OrderSend } from '#contract/order-send.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { MessageFault, MessageStatus } from '#domain/messages/sending.ts';
import type { Stamp } from '#domain/purchasing/purchase-order.ts';
import type { SendEnd, SendState } from '#domain/purchasing/sends.ts';
import type { Instant } from '#domain/time.ts';

export type NewSend = {
  readonly id: Id;
  readonly orderId: Id;
  readonly vendorId: Id;
  readonly again: boolean;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly pdf: Uint8Array | null;
  readonly workbook: Uint8Array | null;
  readonly rolledUp: boolean;
  readonly asked: Stamp;
};

/** Ready at once: nothing of an order is undone, so there is no minute to wait for. */
export async function addSend(tx: Transaction, send: NewSend, operationId: Id): Promise<void> {
  await tx.query(
    `insert into company.purchase_order_sends
       (tenant_id, id, order_id, again, addresses, subject, text, pdf, workbook, rolled_up, asked)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.tenantId,
      send.id,
      send.orderId,
      send.again,
      [...send.to],
      send.subject,
      send.text,
      send.pdf,
      send.workbook,
      send.rolledUp,
      { ...send.asked },
    ],
  );
  await tx.query(
    `insert into office.messages (tenant_id, id, operation_id, recipient_kind, recipient_id, channel, template, params,
       status, held_until, created_on, modified_on)
     values ($1, $2, $3, 'vendor', $4, 'Email', 'purchase-order.send', $5, 'Ready', $6, $6, $6)`,
    [tx.tenantId, send.id, operationId, send.vendorId, { orderId: send.orderId }, send.asked.at],
  );
}

/** Each has its whole text; that there were older ones stands in the history. */
const MOST_SENDS = 50;

/** Of an order, newest first; whatever is under way is among them, so that it can be stopped. */
export async function sendsOf(
  tx: Transaction,
  orderId: Id,
  most = MOST_SENDS,
): Promise<{ sends: OrderSend[]; sendCount: number }> {
  const rows = await tx.query<OrderSend & { readonly sendCount: number }>(
    `select s.id, s.again, s.addresses as "to", s.subject, s.text, s.pdf is not null as pdf,
       s.workbook is not null as workbook, s.rolled_up as "rolledUp",
       s.asked || jsonb_build_object('byName', coalesce(u.name, 'Truckroll')) as asked, s.state, s.ended_on as "endedOn",
       coalesce(s.fault, m.fault) as fault, coalesce(s.fault_reply, m.fault_reply) as "faultReply",
       m.next_try_on as "nextTryOn", count(*) over ()::int as "sendCount"
     from company.purchase_order_sends s
     left join office.messages m on s.state = 'Sending' and m.tenant_id = s.tenant_id and m.id = s.id
     left join office.users u on u.tenant_id = s.tenant_id and u.id = (s.asked ->> 'by')::bigint
     where s.tenant_id = $1 and s.order_id = $2 order by s.state = 'Sending' desc, s.id desc limit $3`,
    [tx.tenantId, orderId, most],
  );
  const sends = rows.map(({ sendCount: _, ...send }) => send).sort((a, b) => b.id - a.id);
  return { sends, sendCount: rows[0]?.sendCount ?? 0 };
}

export type StoredSend = {
  readonly id: Id;
  readonly orderId: Id;
  readonly again: boolean;
  readonly pdf: boolean;
  readonly workbook: boolean;
  readonly asked: Stamp;
  readonly state: SendState;
};

/** With its order locked. */
export async function loadSend(tx: Transaction, id: Id): Promise<StoredSend | null> {
  const [send = null] = await tx.query<StoredSend>(
    `select id, order_id as "orderId", again, pdf is not null as pdf, workbook is not null as workbook, asked, state
     from company.purchase_order_sends where tenant_id = $1 and id = $2`,
    [tx.tenantId, id],
  );
  return send;
}

export async function endSend(
  tx: Transaction,
  id: Id,
  { state, fault }: SendEnd,
  faultReply: string | null,
  now: Instant,
): Promise<void> {
  await tx.query(
    `update company.purchase_order_sends set state = $3, fault = $4, fault_reply = $5, ended_on = $6
     where tenant_id = $1 and id = $2`,
    [tx.tenantId, id, state, fault, faultReply, now],
  );
}

export type SendMessage = {
  readonly status: MessageStatus;
  readonly fault: MessageFault | null;
  readonly faultReply: string | null;
  readonly claimedUntil: Instant | null;
};

/** null: the outbox has forgotten it. */
export async function lockMessage(tx: Transaction, id: Id): Promise<SendMessage | null> {
  const [message = null] = await tx.query<SendMessage>(
    `select status, fault, fault_reply as "faultReply", claimed_until as "claimedUntil" from office.messages
     where tenant_id = $1 and id = $2 for update`,
    [tx.tenantId, id],
  );
  return message;
}

/** It will not go out; call it with the message locked. */
export async function cancelSendMessage(tx: Transaction, id: Id, by: Id, now: Instant): Promise<void> {
  await tx.query(
    `update office.messages set status = 'Canceled', version = version + 1, modified_on = $3, changed_by = $4
     where tenant_id = $1 and id = $2`,
    [tx.tenantId, id, now, by],
  );
}

/** The paper as it was sent. null: this one had none of the kind, or is of another order. */
export async function sentPaper(
  tx: Transaction,
  orderId: Id,
  id: Id,
  format: 'pdf' | 'xlsx',
): Promise<Uint8Array | null> {
  const [row] = await tx.query<{ bytes: Uint8Array | null }>(
    `select ${format === 'pdf' ? 'pdf' : 'workbook'} as bytes from company.purchase_order_sends
     where tenant_id = $1 and order_id = $2 and id = $3`,
    [tx.tenantId, orderId, id],
  );
  return row?.bytes ?? null;
}
