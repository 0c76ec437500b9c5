/**
 * Paying vendors (domain-rules §6): a payment pays bills of one payee, whole or in part, and applies their credits. Only
 * a reconciled bill is paid. Amounts in cents; a credit's are below none.
 */
import type { BillStatus } from '../bills/bill.ts';
import { allow, type Decision, type Refusal, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { addCents, type Cents, subtractCents, sumCents } from '../money.ts';
import type { Stamp } from '../purchasing/purchase-order.ts';
import type { Day } from '../time.ts';

/** Of those the accounting API knows, the two that a payment made here can have; two l's are its spelling. */
export const PAYMENT_STATUSES = ['Paid', 'Cancelled'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];
export const PAYMENT_METHODS = ['Check', 'BankTransfer', 'Card', 'Cash', 'Other'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export type PaymentLine = { readonly billId: Id; readonly cents: Cents };
export type Payment = {
  readonly id: Id;
  readonly payeeVendorId: Id;
  readonly paidOn: Day;
  readonly method: PaymentMethod;
  /** Of the check, of the transfer. */
  readonly reference: string;
  readonly memo: string;
  readonly currency: string;
  readonly lines: readonly PaymentLine[];
  readonly amountCents: Cents;
  readonly made: Stamp;
  readonly canceled: (Stamp & { readonly memo: string }) | null;
};

/** A bill or credit as far as paying it goes. */
export type Payable = {
  readonly id: Id;
  readonly number: number;
  readonly remitToVendorId: Id;
  readonly status: BillStatus;
  readonly currency: string;
  readonly payableCents: Cents;
  readonly paidCents: Cents;
};

/** Still to be paid, or to be applied. */
export const openOf = ({ payableCents, paidCents }: Pick<Payable, 'payableCents' | 'paidCents'>): Cents =>
  subtractCents(payableCents, paidCents);

export const paymentStatus = ({ canceled }: Pick<Payment, 'canceled'>): PaymentStatus =>
  canceled ? 'Cancelled' : 'Paid';

/** Of the check after this one: "1042" is followed by "1043", "0099" by "0100"; null where it is no plain number. */
export function nextCheckNumber(last: string): string | null {
  if (!/^\d{1,15}$/.test(last)) return null;
  return String(Number(last) + 1).padStart(last.length, '0');
}

type Given = Omit<Payment, 'amountCents' | 'canceled'>;

/**
 * The payment and its bills after it. Refuses `apPayment.nothing`, `apPayment.in_future`, `apPayment.not_payable`,
 * `apPayment.other_payee`, `apPayment.other_currency`, `apPayment.too_much` for more than is open, `apPayment.below_none` where
 * the credits come to more than the bills.
 * @param bills those it names, each once
 */
export function decidePayment<B extends Payable>(
  given: Given,
  bills: readonly B[],
  today: Day,
): Decision<{ readonly payment: Payment; readonly bills: readonly B[] }> {
  if (given.lines.length === 0) return refuse('apPayment.nothing');
  if (given.paidOn > today) return refuse('apPayment.in_future', { today });
  const centsOf = new Map(given.lines.map((line) => [line.billId, line.cents]));
  for (const bill of bills) {
    const refusal = lineRefusal(given, bill, centsOf.get(bill.id)!);
    if (refusal) return { ok: false, refusal };
  }
  const amountCents = sumCents(given.lines.map((line) => line.cents));
  if (amountCents < 0) return refuse('apPayment.below_none', { cents: -amountCents });
  return allow({
    payment: { ...given, amountCents, canceled: null },
    bills: bills.map((bill) => ({ ...bill, paidCents: addCents(bill.paidCents, centsOf.get(bill.id)!) })),
  });
}

function lineRefusal(given: Given, bill: Payable, amount: Cents): Refusal | null {
  const { number, status } = bill;
  const no = (code: Refusal['code'], params: object = {}): Refusal => ({
    code,
    params: { number, ...params },
  });
  if (status !== 'Reconciled') return no('apPayment.not_payable', { status });
  if (bill.remitToVendorId !== given.payeeVendorId) return no('apPayment.other_payee');
  if (bill.currency !== given.currency) return no('apPayment.other_currency', { currency: bill.currency });
  const open = openOf(bill);
  const isWithin = open > 0 ? amount > 0 && amount <= open : amount < 0 && amount >= open;
  return isWithin ? null : no('apPayment.too_much', { cents: amount, openCents: open });
}

/** Refuses `apPayment.canceled`. Its bills are open again for as much. */
export function cancelPayment<B extends Payable>(
  payment: Payment,
  bills: readonly B[],
  stamp: Stamp,
  memo: string,
): Decision<{ readonly payment: Payment; readonly bills: readonly B[] }> {
  if (payment.canceled) return refuse('apPayment.canceled');
  const centsOf = new Map(payment.lines.map((line) => [line.billId, line.cents]));
  return allow({
    payment: { ...payment, canceled: { ...stamp, memo } },
    bills: bills.map((bill) => ({
      ...bill,
      paidCents: subtractCents(bill.paidCents, centsOf.get(bill.id)!),
    })),
  });
}
