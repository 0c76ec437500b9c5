/** Orders on their way to a vendor: the words and papers as they were asked for (`backend/purchasing/by-mail.ts`). */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { isMailAddress } from '#domain/messages/mail-address.ts';
import { isTooOld } from '#domain/messages/sending.ts';
import { simpleHtml } from '#domain/messages/simple-html.ts';
import type { OrderStatus } from '#domain/purchasing/purchase-order.ts';
import { isTakenBack } from '#domain/purchasing/sends.ts';
import type { Instant } from '#domain/time.ts';
import { MEDIA_TYPES, type PaperFormat, paperName } from '../purchasing/paper.ts';
import { type Claimed, mailHead, type ToSend } from './to-send.ts';

type OrderMailRow = Claimed & {
  readonly to: string[];
  readonly subject: string;
  readonly text: string;
  readonly company: string;
  readonly number: number;
  readonly again: boolean;
  readonly askedAt: Instant;
  readonly status: OrderStatus;
  readonly sentAt: Instant | null;
};
type InOffice = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;

export async function orderMails(
  tx: Transaction,
  ids: readonly Id[],
  { host, inOffice }: { readonly host: string; readonly inOffice: InOffice },
): Promise<ToSend[]> {
  const rows = await tx.query<OrderMailRow>(
    `select m.tenant_id as "tenantId", m.id, m.tries, m.claimed_until as "claimedUntil", m.held_until as "heldUntil",
       s.addresses as "to", s.subject, s.text, t.name as company, o.number,
       s.again, s.asked ->> 'at' as "askedAt", o.status, o.sent ->> 'at' as "sentAt"
     from office.messages m
     join company.purchase_order_sends s on s.tenant_id = m.tenant_id and s.id = m.id
     join company.purchase_orders o on o.tenant_id = s.tenant_id and o.id = s.order_id
     join office.tenants t on t.id = m.tenant_id
     where m.recipient_kind = 'vendor' and m.id = any($1::bigint[])`,
    [ids],
  );
  return rows.map((row) => ({
    ...row,
    trouble: (now: Instant) => {
      if (!row.to.every(isMailAddress)) return 'badAddress';
      if (isTakenBack(row, row)) return 'takenBack';
      return isTooOld('order', row.heldUntil, now) ? 'tooOld' : null;
    },
    mail: async () => ({
      ...mailHead(row, row.company, row.subject, host),
      to: row.to,
      text: row.text,
      html: simpleHtml(row.text, null),
      calendar: null,
      papers: await inOffice((inside) => papersOf(inside, row)),
    }),
  }));
}

async function papersOf(tx: Transaction, { tenantId, id, number }: OrderMailRow) {
  const [row] = await tx.query<{ pdf: Uint8Array | null; workbook: Uint8Array | null }>(
    'select pdf, workbook from company.purchase_order_sends where tenant_id = $1 and id = $2',
    [tenantId, id],
  );
  const paper = (format: PaperFormat, bytes: Uint8Array | null) =>
    bytes ? [{ fileName: paperName(number, format), mediaType: MEDIA_TYPES[format], bytes }] : [];
  return [...paper('pdf', row!.pdf), ...paper('xlsx', row!.workbook)];
}
