/** An invoice as its customer reads it: by its own copies, paid as the ledger says now. */
import type { InvoiceCardView } from '#contract/invoice.ts';
import type { Transaction } from '#db/database.ts';
import { addressCopy } from '#domain/document-copy.ts';
import type { PrintedInvoice } from '#domain/invoices/printed-invoice.ts';
import { cents, quantity, unitPrice } from '#domain/money.ts';

/** Our own name; a company keeps no address yet. */
export async function companyName(tx: Transaction): Promise<string> {
  const [row] = await tx.query<{ name: string }>('select name from office.tenants where id = $1', [
    tx.tenantId,
  ]);
  return row!.name;
}

export async function printedInvoice(
  tx: Transaction,
  { invoice, items, totals }: InvoiceCardView,
): Promise<PrintedInvoice> {
  const { projectNumber, projectName } = invoice;
  return {
    company: addressCopy(await companyName(tx), null),
    businessUnit: invoice.businessUnit,
    kind: invoice.kind,
    number: invoice.number,
    isVoid: invoice.isVoid,
    date: invoice.invoiceDate,
    dueDate: invoice.dueDate,
    billTo: invoice.billTo,
    place: invoice.place,
    job: invoice.jobNumber === null ? '' : String(invoice.jobNumber),
    project: [projectNumber, projectName, invoice.stage].filter(Boolean).join(' · '),
    term: invoice.term,
    memo: invoice.memo,
    currency: invoice.currency,
    items: items.map((item) => ({
      code: item.skuCode ?? '',
      description: item.description,
      quantity: quantity(item.quantity),
      price: unitPrice(item.price),
      taxable: item.taxable,
      amountCents: cents(item.lineCents),
    })),
    subtotalCents: cents(totals.subtotalCents),
    taxName: invoice.tax?.name ?? '',
    taxCents: cents(totals.taxCents),
    totalCents: cents(totals.totalCents),
    balanceCents: cents(invoice.balanceCents),
  };
}
