/** Customers' accounts as a statement tells them, out of the ledger's entries (domain/receivables/statement.ts). */
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { addressCopy } from '#domain/document-copy.ts';
import type { Id } from '#domain/ids.ts';
import type { InvoiceKind } from '#domain/invoices/invoice.ts';
import { titleOfInvoice } from '#domain/invoices/printed-invoice.ts';
import { addCents, type Cents, cents } from '#domain/money.ts';
import { AGE_BUCKETS, ageOf } from '#domain/receivables/ageing.ts';
import { type Entry, keyOf } from '#domain/receivables/ledger.ts';
import type { PrintedStatement, StatementLine } from '#domain/receivables/printed-statement.ts';
import { balanceForward, closingOf, openItems, type StatementKind } from '#domain/receivables/statement.ts';
import type { Day } from '#domain/time.ts';
import { loadCopies } from '../jobs/invoice-copies.ts';
import { companyName } from '../receivables/printed-invoice.ts';
import { grouped } from '../write/grouped.ts';
import { loadRecords } from '../write/load.ts';
import type { StoredRecord } from '../write/records.ts';

export type AccountAsked = {
  readonly kind: StatementKind;
  readonly from: Day | null;
  readonly asOf: Day;
};
export type Told = { readonly customerId: Id; readonly said: Omit<PrintedStatement, 'number'> };

type Row = {
  readonly kind: 'invoice' | 'payment';
  readonly id: Id;
  readonly number: number;
  readonly invoiceKind: InvoiceKind | null;
  readonly isVoid: boolean;
  readonly isRefund: boolean;
  readonly date: Day;
  readonly dueDate: Day | null;
  readonly customerId: Id;
  readonly currency: string;
  readonly cause: Entry['cause'];
  readonly cents: number;
  readonly effectiveOn: Day;
  readonly applicationId: Id | null;
};
type Customer = StoredRecord & { readonly name: string; readonly paymentTermId: Id | null };

/** Of each customer and currency with something to tell; of the units the actor may see. */
export async function accountsOf(
  tx: Transaction,
  actor: Actor,
  customerIds: readonly Id[],
  asked: AccountAsked,
): Promise<Told[]> {
  const customers = await loadRecords<Customer>(tx, 'customer', [...customerIds]);
  const copies = await loadCopies(tx, { customers, units: [], places: [] });
  const company = addressCopy(await companyName(tx), null);
  const rows = grouped(await entriesOf(tx, actor, customerIds, asked.asOf), ({ customerId }) => customerId);
  return customers.flatMap((customer) => {
    const payer = copies.payer(customer);
    const currencies = grouped(rows.get(customer.id) ?? [], ({ currency }) => currency);
    return [...currencies].flatMap(([currency, own]): Told[] => {
      const told = tell(own, asked);
      if (told.lines.length === 0 && told.openingCents === 0) return [];
      const billTo = addressCopy(payer.name, payer.address);
      return [{ customerId: customer.id, said: { company, billTo, currency, ...asked, ...told } }];
    });
  });
}

const entriesOf = (tx: Transaction, actor: Actor, customerIds: readonly Id[], asOf: Day): Promise<Row[]> =>
  tx.query<Row>(
    `with documents as (
       select 'invoice' as kind, id, number, kind as "invoiceKind", voided is not null as "isVoid", false as "isRefund",
         invoice_date as date, due_date as "dueDate", customer_id as "customerId", currency
       from company.invoices where tenant_id = $1 and customer_id = any($2::bigint[])
         and ($3::bigint[] is null or business_unit_id = any($3::bigint[]))
       union all
       select 'payment', id, number, null, voided is not null, kind = 'Refund', paid_on, null, customer_id, currency
       from company.payments where tenant_id = $1 and customer_id = any($2::bigint[])
         and ($3::bigint[] is null or business_unit_id = any($3::bigint[]))
     )
     select d.*, e.cause, e.cents, e.effective_on as "effectiveOn", e.application_id as "applicationId"
     from documents d join company.ar_entries e on e.tenant_id = $1 and e.document_kind = d.kind and e.document_id = d.id
     where e.effective_on <= $4::date order by coalesce(d."dueDate", d.date), d.kind, d.number, e.id`,
    [tx.tenantId, [...customerIds], actor.businessUnitIds, asOf],
  );

type Account = Pick<
  PrintedStatement,
  'openingCents' | 'lines' | 'closingCents' | 'buckets' | 'unappliedCents'
>;

function tell(rows: readonly Row[], { kind, from, asOf }: AccountAsked): Account {
  const entries = rows.map(
    (row): Entry => ({
      document: { kind: row.kind, id: row.id },
      cause: row.cause,
      cents: cents(row.cents),
      effectiveOn: row.effectiveOn,
      applicationId: row.applicationId,
    }),
  );
  const documents = new Map(rows.map((row) => [keyOf(row), row]));
  const open = openItems(entries, asOf);
  const buckets: Cents[] = AGE_BUCKETS.map(() => cents(0));
  let unappliedCents = cents(0);
  for (const { document, balanceCents } of open) {
    const { dueDate } = documents.get(keyOf(document))!;
    if (dueDate === null) unappliedCents = addCents(unappliedCents, balanceCents);
    else {
      const at = ageOf(dueDate, asOf);
      buckets[at] = addCents(buckets[at]!, balanceCents);
    }
  }
  if (kind === 'OpenItem' || from === null) {
    const lines = open.map(({ document, totalCents, balanceCents }): StatementLine => {
      const row = documents.get(keyOf(document))!;
      return { ...headOf(row, totalCents), on: row.date, amountCents: totalCents, balanceCents };
    });
    return { openingCents: cents(0), lines, closingCents: closingOf(entries, asOf), buckets, unappliedCents };
  }
  const { lines, ...sums } = balanceForward(entries, from, asOf);
  return {
    ...sums,
    lines: lines.map(({ document, on, cents: amountCents, balanceCents }) => ({
      ...headOf(documents.get(keyOf(document))!, amountCents),
      on,
      amountCents,
      balanceCents,
    })),
    buckets,
    unappliedCents,
  };
}

function headOf(row: Row, totalCents: Cents): Pick<StatementLine, 'title' | 'dueDate'> {
  const { invoiceKind, number, isVoid, isRefund, dueDate } = row;
  const title =
    invoiceKind === null
      ? `${isRefund ? 'Refund' : 'Payment'} ${number}`
      : titleOfInvoice({ kind: invoiceKind, number, totalCents, isVoid });
  return { title, dueDate };
}
