/** E-mails to customers as they lie in the database, and the messages of the outbox they go out by: one id for both. */
import type { CustomerMail } from '#contract/customer-mail.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import {
  billingAddress,
  type CustomerMailKind,
  type MailContact,
  type Words,
} from '#domain/receivables/customer-mail.ts';
import type { CommandContext } from '../write/context.ts';
import { grouped } from '../write/grouped.ts';
import type { MadePaper } from './papers.ts';

export type NewMail = {
  readonly id: Id;
  readonly customerId: Id;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly documentIds: readonly Id[];
};
/** What somebody wrote in place of the words that are made; what they left alone is left out. */
export const inOwnWords = ({
  subject,
  text,
}: { [F in keyof Words]?: Words[F] | undefined }): Partial<Words> => ({
  ...(subject === undefined ? {} : { subject }),
  ...(text === undefined ? {} : { text }),
});

type DocumentKind = 'invoice' | 'statement';

/** Ready at once: who sends a bill has looked at it, and nothing of a bill is undone. Each table in one statement. */
export async function addMails(
  tx: Transaction,
  { actor, now }: CommandContext,
  kind: CustomerMailKind,
  documentKind: DocumentKind,
  mails: readonly NewMail[],
): Promise<void> {
  const rows = json(mails);
  await tx.query(
    `insert into company.customer_mails (tenant_id, id, kind, customer_id, addresses, subject, text, asked)
     select $1, r.id, $2, r."customerId", array(select jsonb_array_elements_text(r."to")), r.subject, r.text, $3::jsonb
     from jsonb_to_recordset($4::jsonb) as r(id bigint, "customerId" bigint, "to" jsonb, subject text, text text)`,
    [tx.tenantId, kind, json({ by: actor.userId, at: now }), rows],
  );
  await tx.query(
    `insert into company.customer_mail_papers (tenant_id, mail_id, document_kind, document_id)
     select $1, r.id, $2, d::bigint from jsonb_to_recordset($3::jsonb) as r(id bigint, "documentIds" jsonb)
     cross join jsonb_array_elements_text(r."documentIds") as d`,
    [tx.tenantId, documentKind, rows],
  );
  await tx.query(
    `insert into office.messages (tenant_id, id, operation_id, recipient_kind, recipient_id, channel, template, params,
       status, held_until, created_on, modified_on)
     select $1, r.id, 0, 'customer', r."customerId", 'Email', 'customer.mail', '{}'::jsonb, 'Ready', $2, $2, $2
     from jsonb_to_recordset($3::jsonb) as r(id bigint, "customerId" bigint)`,
    [tx.tenantId, now, rows],
  );
}

/** Where the bills of each go; who is not among them has no address that may be written to. */
export async function billingAddresses(
  tx: Transaction,
  customerIds: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  const contacts = await tx.query<MailContact & { customerId: Id }>(
    `select customer_id as "customerId", location_id as "locationId", kind, value, may_message as "mayMessage"
     from company.contacts where tenant_id = $1 and customer_id = any($2::bigint[]) and active order by id`,
    [tx.tenantId, [...new Set(customerIds)]],
  );
  const found = [...grouped(contacts, ({ customerId }) => customerId)].flatMap(([id, own]) => {
    const address = billingAddress(own);
    return address === null ? [] : [[id, address] as const];
  });
  return new Map(found);
}

/** Each has its whole text; older ones lie in the database. */
const MOST_SHOWN = 50;

/** Those a document went with, newest first. */
export const mailsOf = (tx: Transaction, kind: DocumentKind, documentId: Id): Promise<CustomerMail[]> =>
  tx.query<CustomerMail>(
    `select c.id, c.addresses as "to", c.subject, c.text,
       c.asked || jsonb_build_object('byName', coalesce(u.name, 'Truckroll')) as asked, c.state,
       c.ended_on as "endedOn", coalesce(c.fault, m.fault) as fault,
       coalesce(c.fault_reply, m.fault_reply) as "faultReply", m.next_try_on as "nextTryOn"
     from company.customer_mail_papers p
     join company.customer_mails c on c.tenant_id = p.tenant_id and c.id = p.mail_id
     left join office.messages m on c.state = 'Sending' and m.tenant_id = c.tenant_id and m.id = c.id
     left join office.users u on u.tenant_id = c.tenant_id and u.id = (c.asked ->> 'by')::bigint
     where p.tenant_id = $1 and p.document_kind = $2 and p.document_id = $3 order by c.id desc limit ${MOST_SHOWN}`,
    [tx.tenantId, kind, documentId],
  );

/** @throws ProblemError record.not_found (404): another document's, or not made yet */
export async function mailedPaper(
  tx: Transaction,
  kind: DocumentKind,
  documentId: Id,
  mailId: Id,
): Promise<MadePaper> {
  const [paper] = await tx.query<MadePaper>(
    `select file_name as "fileName", pdf as bytes from company.customer_mail_papers
     where tenant_id = $1 and mail_id = $2 and document_kind = $3 and document_id = $4 and pdf is not null`,
    [tx.tenantId, mailId, kind, documentId],
  );
  if (!paper) throw new ProblemError('record.not_found', { kind: 'invoice' });
  return paper;
}
