/** An invoice card for tests of rules: Pending, with one taxed service of 100.00, nothing applied. */
import { cents, quantity, unitPrice } from '../money.ts';
import { day, instant } from '../time.ts';
import { totalsOf } from './amounts.ts';
import type { Invoice, InvoiceCard, InvoiceItem } from './invoice.ts';

export const RATES = [
  { name: 'Sales', base: 'Subtotal', rate: 50_000 },
  { name: 'Goods', base: 'Material', rate: 12_500 },
] as const;

export const makeItem = (changes: Partial<InvoiceItem> = {}): InvoiceItem => ({
  id: 1,
  position: 1,
  kind: 'Service',
  skuId: null,
  description: 'Visit',
  quantity: quantity(10_000),
  price: unitPrice(1_000_000),
  cost: unitPrice(0),
  taxable: true,
  glAccountId: null,
  technicianId: null,
  membershipId: null,
  source: null,
  sourceId: null,
  active: true,
  ...changes,
});

export const makeInvoice = (changes: Partial<Invoice> = {}): Invoice => ({
  id: 70,
  number: 1000,
  kind: 'PointOfSale',
  customerId: 7,
  businessUnitId: 3,
  currency: 'USD',
  invoiceDate: day('2026-11-20'),
  dueDate: day('2026-12-20'),
  syncStatus: 'Pending',
  reviewStatus: 'NeedsReview',
  tax: { name: 'City', rates: RATES },
  voided: null,
  ...changes,
});

export const VOIDED = { by: 9, at: instant('2026-11-21T10:00:00.000Z'), memo: 'Twice' };

/** @param appliedCents what is applied to it: its balance is its total less that */
export function makeInvoiceCard(
  changes: Partial<Invoice> = {},
  items: readonly InvoiceItem[] = [makeItem()],
  appliedCents = 0,
): InvoiceCard {
  const invoice = makeInvoice(changes);
  const { totalCents } = totalsOf(items, invoice.tax?.rates ?? []);
  return { invoice, items, balanceCents: cents(totalCents - appliedCents) };
}
