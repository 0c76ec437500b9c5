/** A company that sells: pumps on a shelf at 90.00, and special orders that go onto the invoice. */
import type { BodyIn } from '#contract/endpoints.ts';
import type { InvoiceCardView } from '#contract/invoice.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { buyingCompany, key } from './buying.ts';
import { expectedOfInvoice } from './sweep/fresh-invoices.ts';

export type NewInvoice = BodyIn<'invoices.create'>;
export type Selling = Awaited<ReturnType<typeof sellingCompany>>;

export async function sellingCompany(database: Database) {
  const company = await buyingCompany(database);
  const books = company.office.person('accounting');
  const { record } = await company.admin.call('purchasing.create', {
    key: key(),
    body: { kind: 'purchaseOrderType', values: { name: 'Special', copiesToInvoice: true } },
  });
  await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query('update company.skus set price = 900000 where id = $1', [company.pump]),
  );
  await company.buyer.call('skus.count', {
    key: key(),
    params: { id: company.pump },
    body: { inventoryLocationId: company.shelf, quantity: 500_000 },
  });
  const read = (id: Id) => books.call('invoices.get', { params: { id } });
  const create = async (body: NewInvoice, once = key()) =>
    (await books.call('invoices.create', { key: once, body })).card;
  const step = <N extends 'void' | 'discount' | 'invoiceJob'>(
    name: N,
    card: InvoiceCardView,
    body: Omit<BodyIn<`invoices.${N}`>, 'expected'>,
  ) =>
    books.call(`invoices.${name}`, {
      params: { id: card.invoice.id },
      body: { expected: expectedOfInvoice(card), ...body } as never,
    });
  return { company, books, special: record.id, read, create, step };
}
