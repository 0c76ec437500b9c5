/** What stands above the items, after somebody changed it (domain-rules §7): what follows from its day, term and zone follows. */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { type Payer, type TermCopy, termCopy } from '../invoice.ts';
import { dueDate } from '../payment-term.ts';
import { type DatedTaxRate, ratesInForce } from '../tax-rates.ts';
import { decideTotal, invoiceGate } from './decide.ts';
import type { Invoice, InvoiceCard } from './invoice.ts';

export type InvoiceEdit = {
  readonly [F in
    | 'memo'
    | 'stage'
    | 'billToName'
    | 'billToStreet'
    | 'billToUnit'
    | 'billToCity'
    | 'billToState'
    | 'billToZip'
    | 'billToCountry']?: string;
} & Partial<Pick<Invoice, 'invoiceDate' | 'dueDate'>> & {
    readonly paymentTermId?: Id | null;
    readonly taxZoneId?: Id | null;
  };
type Edited = Invoice & TermCopy & { readonly taxZoneId: Id | null };

/** As they are to be: of the term and the zone that are chosen now, or were before. */
export type HeadFacts = {
  readonly term: Payer['term'];
  readonly taxZone: { readonly name: string; readonly rates: readonly DatedTaxRate[] } | null;
};

/**
 * A new day takes the rates of that day and is due by the same term; another term is due by itself, unless the due date is
 * said, too. Refuses `invoice.not_in_status`, `invoice.due_before_date`, `invoice.too_large`, `invoice.below_applied`.
 */
export function decideHead<I extends Edited>(
  card: InvoiceCard & { readonly invoice: I },
  edit: InvoiceEdit,
  { term, taxZone }: HeadFacts,
): Decision<I> {
  const closed = invoiceGate(card, 'edit');
  if (closed) return { ok: false, refusal: closed };
  const { invoice, items, balanceCents } = card;
  const so = { ...invoice, ...edit };
  const hasOther = (field: 'invoiceDate' | 'taxZoneId' | 'paymentTermId') => so[field] !== invoice[field];
  const day = so.invoiceDate;
  const tax =
    hasOther('invoiceDate') || hasOther('taxZoneId')
      ? taxZone && { name: taxZone.name, rates: ratesInForce(taxZone.rates, day) }
      : invoice.tax;
  const copy = hasOther('paymentTermId') ? termCopy({ term }, { term: null }, day) : invoice;
  const isDueAnew = hasOther('invoiceDate') || hasOther('paymentTermId');
  const due = edit.dueDate ?? (isDueAnew ? dueDate(day, copy.paymentTerm) : invoice.dueDate);
  if (due < day) return refuse('invoice.due_before_date', { dueDate: due, invoiceDate: day });
  const total = decideTotal(invoice, items, items, balanceCents, tax?.rates ?? []);
  if (!total.ok) return total;
  return allow({
    ...so,
    tax,
    paymentTermId: copy.paymentTermId,
    paymentTerm: copy.paymentTerm,
    dueDate: due,
  });
}
