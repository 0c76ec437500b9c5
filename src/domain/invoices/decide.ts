/** What may be done to an invoice in which state (domain-rules §7, the table), and what else has to hold for it. */
import { type Decision, type Refusal, refuse } from '../decision.ts';
import { MOST_TOTAL, totalsOf } from './amounts.ts';
import type { Invoice, InvoiceCard, InvoiceItem } from './invoice.ts';

export const INVOICE_STATES = ['Pending', 'Posted', 'Exported', 'Void'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];
export const INVOICE_COMMANDS = [
  'edit',
  'editItems',
  'apply',
  'unapply',
  'send',
  'review',
  'post',
  'unpost',
  'correct',
  'void',
] as const;
export type InvoiceCommand = (typeof INVOICE_COMMANDS)[number];

/** Applying to an exported one asks for the right to (`correctExported`) and books a new entry. */
export const INVOICE_TABLE: Readonly<Record<InvoiceState, readonly InvoiceCommand[]>> = {
  Pending: ['edit', 'editItems', 'apply', 'unapply', 'send', 'review', 'post', 'void'],
  Posted: ['apply', 'unapply', 'send', 'review', 'unpost'],
  Exported: ['apply', 'unapply', 'send', 'review', 'correct'],
  Void: [],
};

export const invoiceState = ({ voided, syncStatus }: Pick<Invoice, 'voided' | 'syncStatus'>): InvoiceState =>
  voided ? 'Void' : syncStatus;

/** Whether a command may be given at all, before its parameters are looked at; null: it may. */
export function invoiceGate(
  { invoice, items, balanceCents }: InvoiceCard,
  command: InvoiceCommand,
): Refusal | null {
  const state = invoiceState(invoice);
  const { number, kind } = invoice;
  if (!INVOICE_TABLE[state].includes(command)) {
    return { code: 'invoice.not_in_status', params: { number, status: state, command } };
  }
  if (command !== 'void') return null;
  // "A job invoice only by canceling the job": it stays with its job whatever becomes of that.
  if (kind === 'Job') return { code: 'invoice.of_job', params: { number } };
  const { totalCents } = totalsOf(items, invoice.tax?.rates ?? []);
  return totalCents === balanceCents ? null : { code: 'invoice.applied', params: { number } };
}

/**
 * The items after an edit. Refuses `invoice.not_in_status`, `invoice.item_of_source` for one that another record put
 * there, `invoice.too_large`, `invoice.below_applied` where less would be owed than was paid on it.
 */
export function decideItems(
  card: InvoiceCard,
  after: readonly InvoiceItem[],
): Decision<readonly InvoiceItem[]> {
  const closed = invoiceGate(card, 'editItems');
  if (closed) return { ok: false, refusal: closed };
  const { invoice, items, balanceCents } = card;
  const now = new Map(after.map((item) => [item.id, item]));
  const torn = items.find(
    (item) =>
      item.active &&
      item.source !== null &&
      // What takes an exported invoice back does so to the cent, and stays as it is.
      (item.source === 'Correction' || !now.get(item.id)?.active),
  );
  if (torn) return refuse('invoice.item_of_source', { description: torn.description, source: torn.source });
  return decideTotal(invoice, items, after, balanceCents);
}

/** Shared by whatever changes what an invoice comes to: items, and the tax zone of its header. */
export function decideTotal(
  invoice: Invoice,
  before: readonly InvoiceItem[],
  after: readonly InvoiceItem[],
  balanceCents: number,
  ratesAfter: readonly NonNullable<Invoice['tax']>['rates'][number][] = invoice.tax?.rates ?? [],
): Decision<readonly InvoiceItem[]> {
  const { number } = invoice;
  if (!isWithin(after, ratesAfter)) return refuse('invoice.too_large', { number, mostCents: MOST_TOTAL });
  const was = totalsOf(before, invoice.tax?.rates ?? []).totalCents;
  const is = totalsOf(after, ratesAfter).totalCents;
  const applied = was - balanceCents;
  const leftOpen = is - applied;
  // What was paid on an invoice, or used of a credit, stays covered: its balance keeps its side.
  const isCovered = applied === 0 || (applied > 0 ? leftOpen >= 0 : leftOpen <= 0);
  return isCovered
    ? { ok: true, value: after }
    : refuse('invoice.below_applied', { number, appliedCents: applied, totalCents: is });
}

function isWithin(items: readonly InvoiceItem[], rates: NonNullable<Invoice['tax']>['rates']): boolean {
  try {
    const one = totalsOf(items, rates);
    return [one.subtotalCents, one.taxCents, one.totalCents].every((sum) => Math.abs(sum) <= MOST_TOTAL);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
