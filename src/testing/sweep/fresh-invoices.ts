/** Invoices of company 1 as a step starts from them, each of its own. */
import type { InvoiceCardView } from '#contract/invoice.ts';
import { freshCard } from './fresh-cards.ts';
import type { Ground } from './ground.ts';

export const expectedOfInvoice = ({ invoice, items }: InvoiceCardView) => [
  { kind: 'invoice' as const, id: invoice.id, version: invoice.version },
  ...items.map(({ id, version }) => ({ kind: 'invoiceItem' as const, id, version })),
];

/** Of a job, with a visit on it. */
export async function filledInvoice(ground: Ground): Promise<InvoiceCardView> {
  const { invoice } = await freshCard(ground, [], []);
  const books = ground.company.person('accounting');
  const blank = await books.call('invoices.get', { params: { id: invoice.id } });
  const { card } = await books.call('invoices.editItems', {
    params: { id: invoice.id },
    body: {
      expected: expectedOfInvoice(blank),
      items: [{ id: null, kind: 'Service', description: 'Visit', price: 1_200_000 }],
    },
  });
  return card;
}

let made = 0;
/** At the counter, with one thing sold. */
export async function soldInvoice({ company, mine }: Ground): Promise<InvoiceCardView> {
  const { card } = await company.person('accounting').call('invoices.create', {
    key: `fresh invoice ${++made}`,
    body: {
      kind: 'PointOfSale',
      customerId: mine.customerId,
      businessUnitId: company.businessUnitId,
      items: [{ id: null, description: 'Filter', price: 200_000 }],
    },
  });
  return card;
}
