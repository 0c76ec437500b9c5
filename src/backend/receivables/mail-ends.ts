/** What became of e-mails to customers, from the outbox to where they are kept; told by the sender's loop. */
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { MessageFault, MessageStatus } from '#domain/messages/sending.ts';
import { endOf } from '#domain/purchasing/sends.ts';
import type { Instant } from '#domain/time.ts';

type Ended = {
  readonly tenantId: Id;
  readonly id: Id;
  readonly status: MessageStatus | null;
  readonly fault: MessageFault | null;
  readonly faultReply: string | null;
};

/** All that have gone out, failed, or been forgotten by the outbox since. */
export async function settleCustomerMails(database: Database, now: Instant): Promise<void> {
  const ended = await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query<Ended>(
      `select c.tenant_id as "tenantId", c.id, m.status, m.fault, m.fault_reply as "faultReply"
       from company.customer_mails c
       left join office.messages m on m.tenant_id = c.tenant_id and m.id = c.id
       where c.state = 'Sending' and (m.id is null or m.status in ('Sent', 'Failed', 'Canceled'))
       order by c.tenant_id, c.id limit 100`,
    ),
  );
  for (const one of ended) {
    await database.transaction({ tenantId: one.tenantId }, (tx) => settle(tx, one, now));
  }
}

async function settle(
  tx: Transaction,
  { id, status, fault, faultReply }: Ended,
  now: Instant,
): Promise<void> {
  const end = endOf(status === null ? null : { status, fault });
  if (end === null) return;
  await tx.query(
    `update company.customer_mails set state = $3, fault = $4, fault_reply = $5, ended_on = $6
     where tenant_id = $1 and id = $2 and state = 'Sending'`,
    [tx.tenantId, id, end.state, end.fault, faultReply, now],
  );
  if (end.state !== 'Sent') return;
  await tx.query(
    `update company.statements s set sent = c.asked from company.customer_mail_papers p
     join company.customer_mails c on c.tenant_id = p.tenant_id and c.id = p.mail_id
     where p.tenant_id = $1 and p.mail_id = $2 and p.document_kind = 'statement' and s.tenant_id = p.tenant_id
       and s.id = p.document_id and s.sent is null`,
    [tx.tenantId, id],
  );
}
