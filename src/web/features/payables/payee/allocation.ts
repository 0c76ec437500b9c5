/** What is typed beside the open bills of a payee, reckoned and held against the rules. Cents; a credit's are below none. */
import type { BillSummary } from '#contract/bill.ts';
import type { Refusal } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import { type Cents, cents, sumCents } from '#domain/money.ts';
import { byDueDate } from '#domain/oldest-first.ts';
import { decidePayment, openOf, type Payable, type PaymentLine } from '#domain/payables/payment.ts';
import type { Day } from '#domain/time.ts';
import { amountOf, type Typed } from '../../../parts/allocation/typed-amounts.ts';

export type Allocation = {
  readonly lines: readonly PaymentLine[];
  readonly paysCents: Cents;
  /** Below none, or none. */
  readonly creditCents: Cents;
  readonly totalCents: Cents;
  /** How many bills get something; credits are not counted. */
  readonly billCount: number;
  readonly creditCount: number;
  /** What cannot be read as an amount. */
  readonly unread: ReadonlySet<Id>;
  /** What the rules refuse of a bill by itself. */
  readonly refused: ReadonlyMap<Id, Refusal>;
  /** What they refuse of all together. */
  readonly whole: Refusal | null;
};

/** To whom and of which day: what the rules ask of a payment beside its lines. */
export type PaymentHead = { readonly payeeVendorId: Id; readonly currency: string; readonly paidOn: Day };

export const payableOf = (bill: BillSummary): Payable => ({
  ...bill,
  payableCents: cents(bill.payableCents),
  paidCents: cents(bill.paidCents),
});
export const openCents = (bill: BillSummary): Cents => openOf(payableOf(bill));

/** Those that are paid to this payee in this currency, what is due first at the top. */
export const ofPayee = (
  bills: readonly BillSummary[],
  { payeeVendorId, currency }: Omit<PaymentHead, 'paidOn'>,
): BillSummary[] =>
  bills
    .filter((bill) => bill.remitToVendorId === payeeVendorId && bill.currency === currency)
    .sort(byDueDate);

/** As the rules propose by: what is open of each. */
export const openAmounts = (bills: readonly BillSummary[]) =>
  bills.map((bill) => ({ id: bill.id, dueDate: bill.dueDate, cents: openCents(bill) }));

export function allocate(
  bills: readonly BillSummary[],
  typed: Typed,
  head: PaymentHead,
  today: Day,
): Allocation {
  const unread = new Set<Id>();
  const refused = new Map<Id, Refusal>();
  const lines: PaymentLine[] = [];
  const named: Payable[] = [];
  for (const bill of bills) {
    const amount = amountOf(openCents(bill), typed[bill.id] ?? '');
    if (amount === undefined) unread.add(bill.id);
    if (amount === null || amount === undefined) continue;
    const line = { billId: bill.id, cents: amount };
    lines.push(line);
    named.push(payableOf(bill));
    // Each by itself, so that all that are wrong say so; a credit alone comes to less than nothing, with bills it does not.
    const alone = decide({ ...head, paidOn: today }, [line], [payableOf(bill)], today);
    if (alone && alone.code !== 'apPayment.below_none') refused.set(bill.id, alone);
  }
  const paid = lines.filter((line) => line.cents > 0);
  const applied = lines.filter((line) => line.cents < 0);
  const together = refused.size > 0 ? null : decide(head, lines, named, today);
  return {
    lines,
    paysCents: sumCents(paid.map((line) => line.cents)),
    creditCents: sumCents(applied.map((line) => line.cents)),
    totalCents: sumCents(lines.map((line) => line.cents)),
    billCount: paid.length,
    creditCount: applied.length,
    unread,
    refused,
    whole: together,
  };
}

function decide(
  head: PaymentHead,
  lines: readonly PaymentLine[],
  bills: readonly Payable[],
  today: Day,
): Refusal | null {
  const decision = decidePayment(
    { ...head, ...UNDECIDED, lines, made: { by: 0 as Id, at: '' as never } },
    bills,
    today,
  );
  return decision.ok ? null : decision.refusal;
}
/** What the rules do not ask about. */
const UNDECIDED = { id: 0 as Id, method: 'Check', reference: '', memo: '' } as const;
