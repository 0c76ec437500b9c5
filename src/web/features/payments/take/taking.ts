/** What is typed beside a customer's open invoices, reckoned and held against the rules (domain-rules §8). */
import type { Refusal } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import { type Cents, cents, negateCents, sumCents } from '#domain/money.ts';
import { decideTaking } from '#domain/payments/taking.ts';
import { decideApplication } from '#domain/receivables/ledger.ts';
import { decideRemainder } from '#domain/receivables/write-off.ts';
import type { Day } from '#domain/time.ts';
import { typedCents } from '../../../lib/typed-number.ts';
import { amountOf, type Typed } from '../../../parts/allocation/typed-amounts.ts';
import type { OpenRow } from '../open-look.tsx';

export type Line = { readonly invoiceId: Id; readonly cents: Cents };
export type Taking = {
  readonly lines: Line[];
  readonly appliedCents: Cents;
  /** What was paid: as typed, or else what is applied. undefined: no amount can be read. */
  readonly amountCents: Cents | undefined;
  /** What stays as the customer's credit; below none: more is applied than was paid. */
  readonly leftCents: Cents;
  /** What is left of invoices that are paid all but a little: it may be written off. */
  readonly remainders: ReadonlyMap<Id, Cents>;
  /** Rows whose amount cannot be read. */
  readonly unread: ReadonlySet<Id>;
  /** What the rules refuse of an invoice by itself. */
  readonly refused: ReadonlyMap<Id, Refusal>;
  /** What they refuse of all together. */
  readonly whole: Refusal | null;
};
export type TakingHead = { readonly customerId: Id; readonly paidOn: Day; readonly amount: string };

export function reckon(rows: readonly OpenRow[], typed: Typed, head: TakingHead, today: Day): Taking {
  const unread = new Set<Id>();
  const refused = new Map<Id, Refusal>();
  const remainders = new Map<Id, Cents>();
  const lines: Line[] = [];
  for (const row of rows) {
    const amount = amountOf(row.openCents, typed[row.id] ?? '');
    if (amount === undefined) unread.add(row.id);
    if (amount === null || amount === undefined) continue;
    lines.push({ invoiceId: row.id, cents: amount });
    // Each by itself, so that all that are wrong say so.
    const alone = applied(row, amount, head.customerId);
    if (alone) refused.set(row.id, alone);
    const left = decideRemainder({ number: row.number, cents: cents(row.openCents) }, amount);
    if (left.ok && left.value > 0) remainders.set(row.id, left.value);
  }
  const appliedCents = sumCents(lines.map((line) => line.cents));
  const read = head.amount.trim() === '' ? appliedCents : typedCents(head.amount);
  const amountCents = read === undefined ? undefined : cents(read);
  const decision = decideTaking({ ...head, amountCents: amountCents ?? cents(0), lines }, [], today, null);
  return {
    lines,
    appliedCents,
    amountCents,
    leftCents: cents((amountCents ?? 0) - appliedCents),
    remainders,
    unread,
    refused,
    whole: decision.ok || amountCents === undefined ? null : decision.refusal,
  };
}

function applied(row: OpenRow, amount: Cents, customerId: Id): Refusal | null {
  const common = { customerId, currency: row.currency, on: row.on };
  const decision = decideApplication(
    // As much as is wanted: what the payment has is asked of all lines together.
    { ...common, kind: 'payment', id: 0 as Id, number: 0, cents: negateCents(amount) },
    { ...common, kind: 'invoice', id: row.id, number: row.number, cents: cents(row.openCents) },
    amount,
    null,
  );
  return decision.ok ? null : decision.refusal;
}

/** The invoices of a customer that may be paid in a currency. */
export const payableOf = (items: readonly OpenRow[], currency: string): OpenRow[] =>
  items.filter((one) => one.kind === 'invoice' && one.openCents > 0 && one.currency === currency);
/** What is theirs already. */
export const creditsOf = (items: readonly OpenRow[], currency: string): OpenRow[] =>
  items.filter((one) => one.openCents < 0 && one.currency === currency);
