/**
 * A negative invoice about another: what is written off of it, or given back (domain-rules §7). It names what it is about,
 * bills the same payer in the same currency and is due at once.
 */

import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { type Cents, cents, quantity, unitPrice, unitPriceOfCents } from '../money.ts';
import type { Day } from '../time.ts';
import type { InvoiceItem, InvoiceKind, InvoiceRelation } from './invoice.ts';

export const CREDIT_KINDS = ['WriteOff', 'Refund'] as const;
type CreditKind = (typeof CREDIT_KINDS)[number];
const RELATIONS = {
  WriteOff: 'WritesOff',
  Refund: 'Refunds',
} as const satisfies Record<CreditKind, InvoiceRelation>;

/** What it takes over from the one it is about. */
const COPIED = [
  'customerId',
  'businessUnitId',
  'currency',
  'jobId',
  'projectId',
  'locationId',
  'billToName',
  'billToStreet',
  'billToUnit',
  'billToCity',
  'billToState',
  'billToZip',
  'billToCountry',
] as const;
/** An invoice with at least these. */
export type Credited = { readonly id: Id } & Readonly<Record<(typeof COPIED)[number], unknown>>;

export type CreditWords = {
  readonly kind: CreditKind & InvoiceKind;
  readonly id: Id;
  readonly itemId: Id;
  readonly number: number;
  readonly on: Day;
  /** Above none. */
  readonly cents: Cents;
  readonly description: string;
  readonly memo: string;
  readonly glAccountId: Id | null;
  /** A refund's: whose money goes back. */
  readonly ofPaymentId: Id | null;
};

export function creditAbout<I extends Credited>(about: I, words: CreditWords) {
  const { kind, id, number, on, ofPaymentId } = words;
  const copied = Object.fromEntries(COPIED.map((field) => [field, about[field]])) as Pick<
    I,
    (typeof COPIED)[number]
  >;
  const invoice = {
    ...copied,
    kind,
    id,
    number,
    invoiceDate: on,
    dueDate: on,
    syncStatus: 'Pending' as const,
    reviewStatus: 'Reviewed' as const,
    tax: null,
    taxZoneId: null,
    paymentTermId: null,
    paymentTerm: null,
    memo: words.memo,
    membershipEvent: null,
    membershipId: null,
    periodStart: null,
    stage: '',
    aboutInvoiceId: about.id,
    relation: RELATIONS[kind],
    refundOfPaymentId: ofPaymentId,
    batchId: null,
    voided: null,
  };
  const item: InvoiceItem = {
    id: words.itemId,
    position: 1,
    kind: 'Other',
    skuId: null,
    description: words.description,
    quantity: quantity(10_000),
    price: unitPriceOfCents(cents(-words.cents)),
    cost: unitPrice(0),
    taxable: false,
    glAccountId: words.glAccountId,
    technicianId: null,
    membershipId: null,
    source: kind,
    sourceId: ofPaymentId ?? about.id,
    active: true,
  };
  return { invoice, item, openCents: cents(-words.cents) };
}

/** What is written off of an invoice, or asked of somebody else: part of what is owed, or all of it. Refuses `invoice.more_than_owed`. */
export const decideTakenOff = (about: { readonly cents: Cents }, amount: Cents): Decision<Cents> =>
  amount <= about.cents
    ? allow(amount)
    : refuse('invoice.more_than_owed', { cents: amount, mostCents: about.cents });
