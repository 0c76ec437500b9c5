/** Invoices and statements on their way to a customer (`backend/receivables`). The paper is made now, and kept as it goes. */
import type { Actor } from '#contract/upstream.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { isMailAddress } from '#domain/messages/mail-address.ts';
import { isTooOld } from '#domain/messages/sending.ts';
import { simpleHtml } from '#domain/messages/simple-html.ts';
import type { Instant } from '#domain/time.ts';
import { invoicePaper, type MadePaper, PDF } from '../receivables/papers.ts';
import { statementPaper } from '../statements/statements.ts';
import { type Claimed, mailHead, type ToSend } from './to-send.ts';

type Row = Claimed & {
  readonly to: string[];
  readonly subject: string;
  readonly text: string;
  readonly company: string;
};

export async function customerMails(
  tx: Transaction,
  ids: readonly Id[],
  { host, database }: { readonly host: string; readonly database: Database },
): Promise<ToSend[]> {
  const rows = await tx.query<Row>(
    `select m.tenant_id as "tenantId", m.id, m.tries, m.claimed_until as "claimedUntil", m.held_until as "heldUntil",
       c.addresses as "to", c.subject, c.text, t.name as company
     from office.messages m
     join company.customer_mails c on c.tenant_id = m.tenant_id and c.id = m.id
     join office.tenants t on t.id = m.tenant_id
     where m.template = 'customer.mail' and m.id = any($1::bigint[])`,
    [ids],
  );
  return rows.map((row) => ({
    ...row,
    trouble: (now: Instant) => {
      if (!row.to.every(isMailAddress)) return 'badAddress';
      // Half a day late somebody may have paid, or been told by telephone: it is looked at anew.
      return isTooOld('order', row.heldUntil, now) ? 'tooOld' : null;
    },
    mail: async () => {
      const papers = await database.transaction({ tenantId: row.tenantId }, (inside) =>
        papersOf(inside, row),
      );
      return {
        ...mailHead(row, row.company, row.subject, host),
        to: row.to,
        text: row.text,
        html: simpleHtml(row.text, null),
        calendar: null,
        papers: papers.map((paper) => ({ ...paper, mediaType: PDF })),
      };
    },
  }));
}

type PaperRow = {
  readonly kind: 'invoice' | 'statement';
  readonly documentId: Id;
  readonly fileName: string | null;
  readonly bytes: Uint8Array | null;
};

/** One that was tried before goes out with the papers of that time, so that a repeat is the same e-mail. */
async function papersOf(tx: Transaction, { tenantId, id: mailId }: Row): Promise<MadePaper[]> {
  const rows = await tx.query<PaperRow>(
    `select document_kind as kind, document_id as "documentId", file_name as "fileName", pdf as bytes
     from company.customer_mail_papers where tenant_id = $1 and mail_id = $2 order by document_id`,
    [tx.tenantId, mailId],
  );
  const papers: MadePaper[] = [];
  for (const { kind, documentId, fileName, bytes } of rows) {
    if (fileName !== null && bytes !== null) {
      papers.push({ fileName, bytes });
      continue;
    }
    const made = await (kind === 'invoice' ? invoicePaper : statementPaper)(
      tx,
      senderOf(tenantId),
      documentId,
    );
    await tx.query(
      `update company.customer_mail_papers set file_name = $3, pdf = $4
       where tenant_id = $1 and mail_id = $2 and document_id = $5`,
      [tx.tenantId, mailId, made.fileName, made.bytes, documentId],
    );
    papers.push(made);
  }
  return papers;
}

/** Who asked was allowed to; the paper is made by Truckroll itself. */
const senderOf = (tenantId: Id): Actor => ({
  tenantId,
  userId: 0,
  kind: 'system',
  name: 'Truckroll',
  roles: [],
  rights: [],
  businessUnitIds: null,
});
