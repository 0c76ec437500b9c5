/** For tests: an invoice with an item, as the server tells it. */
import type { InvoiceCardView } from '#contract/invoice.ts';
import type { Lists } from './item-row.ts';

export const LISTS: Lists = {
  accounts: [
    { id: 1, name: '4000 Service income', active: true },
    { id: 2, name: '4100 Material income', active: true },
  ],
  technicians: [{ id: 5, name: 'Ana Ruiz', active: true }],
};

export const ITEM: InvoiceCardView['items'][number] = {
  id: 11,
  version: 3,
  position: 1,
  kind: 'Service',
  skuId: 7,
  skuCode: 'TUNE',
  description: 'Tune-up',
  quantity: 10_000,
  price: 1_000_000,
  taxable: true,
  glAccountId: 1,
  glAccount: '4000 Service income',
  technicianId: null,
  technicianName: null,
  source: null,
  lineCents: 100_00,
  taxCents: 6_25,
  spent: null,
};

export const invoiceCard = (
  invoice: Partial<InvoiceCardView['invoice']> = {},
  items: InvoiceCardView['items'] = [ITEM],
): InvoiceCardView =>
  ({
    invoice: {
      id: 9,
      version: 4,
      number: 1042,
      kind: 'Job',
      currency: 'USD',
      syncStatus: 'Pending',
      reviewStatus: 'NeedsReview',
      invoiceDate: '2026-11-20',
      dueDate: '2026-12-20',
      totalCents: 106_25,
      balanceCents: 106_25,
      isVoid: false,
      voided: null,
      batch: null,
      tax: { name: 'Boston', rates: [{ name: 'State', base: 'Subtotal', rate: 62_500 }] },
      ...invoice,
    },
    items,
    totals: { subtotalCents: 100_00, taxCents: 6_25, totalCents: 106_25, spent: null },
    applications: [],
    about: null,
    linked: [],
    commands: [],
  }) as unknown as InvoiceCardView;
