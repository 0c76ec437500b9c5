/**
 * What a document says in the journal (domain-rules §8: "Journal entries balance per document and per batch"). An
 * invoice stands in its unit's receivables, a payment in its unit's unapplied money; what is applied goes from the one to
 * the other, so both accounts together always come to what the customers' ledger says.
 */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { amountsOf } from '../invoices/amounts.ts';
import type { Invoice, InvoiceItem, InvoiceKind } from '../invoices/invoice.ts';
import { addCents, type Cents, negateCents, sumCents } from '../money.ts';
import type { CustomerPayment } from '../payments/payment.ts';

/** Where an account is set that an entry needs. */
export const ACCOUNT_PURPOSES = [
  'Item',
  'Receivable',
  'Unapplied',
  'WriteOff',
  'Refund',
  'Tax',
  'PaymentType',
] as const;
export type AccountPurpose = (typeof ACCOUNT_PURPOSES)[number];

/** Debit above none, credit below. */
export type JournalLine = { readonly accountId: Id; readonly cents: Cents };
export type UnitAccounts = {
  readonly name: string;
  readonly receivable: Id | null;
  readonly unapplied: Id | null;
  readonly writeOff: Id | null;
  readonly refund: Id | null;
  readonly tax: Id | null;
};
/** `name`: of the item, the unit or the payment type where the account is to be set. */
type Side = {
  readonly accountId: Id | null;
  readonly cents: Cents;
  readonly purpose: AccountPurpose;
  readonly name: string;
};
type Journal = Decision<readonly JournalLine[]>;

/** Refuses `posting.no_account`, naming what has none. @throws Error where the sides do not come to nothing: a bug */
function journalOf(number: number, sides: readonly Side[]): Journal {
  const moved = sides.filter(({ cents }) => cents !== 0);
  const missing = moved.find(({ accountId }) => accountId === null);
  if (missing) {
    return refuse('posting.no_account', { number, purpose: missing.purpose, name: missing.name });
  }
  if (sumCents(moved.map(({ cents }) => cents)) !== 0) throw new Error(`Document ${number} does not balance`);
  const byAccount = new Map<Id, Cents>();
  for (const { accountId, cents } of moved) {
    const id = accountId as Id;
    byAccount.set(id, addCents(byAccount.get(id) ?? (0 as Cents), cents));
  }
  return allow(
    [...byAccount].filter(([, cents]) => cents !== 0).map(([accountId, cents]) => ({ accountId, cents })),
  );
}

/** Money given up and money given back have accounts of their own; an item's own goes before it. */
const OF_KIND: Readonly<Partial<Record<InvoiceKind, 'writeOff' | 'refund'>>> = {
  WriteOff: 'writeOff',
  Refund: 'refund',
};

/** Debit what is owed, credit what it is owed for, and the tax; one below none the other way round. */
export function invoiceJournal(
  { number, kind, tax }: Pick<Invoice, 'number' | 'kind' | 'tax'>,
  items: readonly InvoiceItem[],
  unit: UnitAccounts,
): Journal {
  const purpose = OF_KIND[kind];
  const priced = items
    .filter(({ active }) => active)
    .map((item) => ({ item, ...amountsOf(item, tax?.rates ?? []) }));
  const lines = priced.map(({ item, lineCents }): Side => {
    const own = purpose && item.glAccountId === null ? unit[purpose] : item.glAccountId;
    return {
      accountId: own,
      cents: negateCents(lineCents),
      ...(purpose
        ? { purpose: purpose === 'writeOff' ? 'WriteOff' : 'Refund', name: unit.name }
        : { purpose: 'Item', name: item.description }),
    };
  });
  const taxCents = negateCents(sumCents(priced.map((one) => one.taxCents)));
  const total = negateCents(sumCents([...lines.map(({ cents }) => cents), taxCents]));
  return journalOf(number, [
    { accountId: unit.receivable, cents: total, purpose: 'Receivable', name: unit.name },
    ...lines,
    { accountId: unit.tax, cents: taxCents, purpose: 'Tax', name: unit.name },
  ]);
}

/** Debit where the money is, credit what is the customer's until it is applied; a refund the other way round. */
export const paymentJournal = (
  { number, amountCents }: Pick<CustomerPayment, 'number' | 'amountCents'>,
  type: { readonly accountId: Id | null; readonly name: string },
  unit: UnitAccounts,
): Journal =>
  journalOf(number, [
    { ...type, cents: amountCents, purpose: 'PaymentType' },
    {
      accountId: unit.unapplied,
      cents: negateCents(amountCents),
      purpose: 'Unapplied',
      name: unit.name,
    },
  ]);

/** A side of an application: where its document stands. */
export type AppliedSide = {
  readonly kind: 'invoice' | 'payment';
  readonly number: number;
  readonly unit: UnitAccounts;
};
const sideOf = ({ kind, unit }: AppliedSide, cents: Cents): Side =>
  kind === 'invoice'
    ? { accountId: unit.receivable, cents, purpose: 'Receivable', name: unit.name }
    : { accountId: unit.unapplied, cents, purpose: 'Unapplied', name: unit.name };

/** Debit the credit that was used, credit the debt it was used for. Within one account nothing moves. */
export const applicationJournal = (from: AppliedSide, to: AppliedSide, cents: Cents): Journal =>
  journalOf(from.number, [sideOf(from, cents), sideOf(to, negateCents(cents))]);

/** What takes an entry back: a payment that bounced, an application that was undone. */
export const reversedJournal = (lines: readonly JournalLine[]): readonly JournalLine[] =>
  lines.map(({ accountId, cents }) => ({ accountId, cents: negateCents(cents) }));

/** What stands on either side of a balanced entry. */
export const debitOf = (lines: readonly Pick<JournalLine, 'cents'>[]): Cents =>
  sumCents(lines.flatMap(({ cents }) => (cents > 0 ? [cents] : [])));
