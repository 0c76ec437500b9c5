/**
 * What a vendor asks for, and what was expected of it (domain-rules §6). Expected figures follow the receipt; the
 * vendor's own are given once and never changed. Amounts in cents, quantities and costs in 1/10,000 (`money.ts`).
 */
import type { Id } from '../ids.ts';
import type { InvoiceSyncStatus } from '../job/job-card.ts';
import type { Cents, Quantity, UnitPrice } from '../money.ts';
import type { Stamp } from '../purchasing/purchase-order.ts';
import type { Day } from '../time.ts';

export const BILL_STATUSES = ['Unreconciled', 'Discrepancy', 'Reconciled', 'Canceled'] as const;
export type BillStatus = (typeof BILL_STATUSES)[number];

/** Made by a receipt, keyed in from the vendor's paper, from a file, to make good a reconciled one, or for goods sent back. */
export const BILL_SOURCES = ['Receipt', 'Keyed', 'Import', 'Correction', 'Return'] as const;
export type BillSource = (typeof BILL_SOURCES)[number];

export const DIFFERENCE_KINDS = ['price', 'quantity', 'notReceived', 'notOrdered', 'tax', 'freight'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export const VERDICTS = ['accept', 'dispute', 'credit'] as const;
export type VerdictKind = (typeof VERDICTS)[number];

/** `lineId`: the order's line; null: on no order. */
export type BillLine = {
  readonly lineId: Id | null;
  readonly description: string;
  readonly quantity: Quantity;
  readonly cost: UnitPrice;
  readonly amountCents: Cents;
};
export type Figures = {
  readonly lines: readonly BillLine[];
  readonly taxCents: Cents;
  readonly freightCents: Cents;
};

/** `cents`: how much more the vendor asks than is due for it; below none, how much less. */
export type Difference = {
  /** The same for the same difference however often it is matched: `price:11`. */
  readonly key: string;
  readonly kind: DifferenceKind;
  readonly lineId: Id | null;
  /** Of the units in question; null where none are. */
  readonly units: Quantity | null;
  readonly cents: Cents;
};

/** What was said to a difference. It counts for that much: a difference that grows is open again. */
export type Verdict = Stamp & {
  readonly key: string;
  readonly cents: Cents;
  readonly verdict: VerdictKind;
  readonly memo: string;
};

export type Bill = {
  readonly id: Id;
  /** A credit's figures are below none. */
  readonly kind: 'Bill' | 'Credit';
  readonly source: BillSource;
  readonly receiptId: Id | null;
  readonly vendorInvoiceNumber: string;
  readonly billDate: Day;
  readonly syncStatus: InvoiceSyncStatus;
  readonly expected: Figures;
  /** The vendor's paper; null until it is here. */
  readonly billed: Figures | null;
  readonly verdicts: readonly Verdict[];
  readonly reconciled: Stamp | null;
  /** The differences the vendor is to credit, as they were when it was reconciled: not owed. */
  readonly claims: readonly Difference[];
  readonly canceled: Stamp | null;
  /** The one that carries what changed since; the old one stays. */
  readonly replacedById: Id | null;
  readonly creditOfId: Id | null;
};

/** Of a bill that nothing has happened to yet. */
export const UNTOUCHED_BILL = {
  syncStatus: 'Pending',
  billed: null,
  verdicts: [],
  reconciled: null,
  claims: [],
  canceled: null,
  replacedById: null,
  creditOfId: null,
} as const satisfies Partial<Bill>;

/** Whether it still says what is owed: neither canceled nor made good by a credit, nor itself a credit. */
export const isStanding = ({ kind, canceled }: Bill, credited: boolean): boolean =>
  kind === 'Bill' && !canceled && !credited;

/** The bill of a receipt that stands. */
export function standingOf(bills: readonly Bill[], receiptId: Id): Bill | undefined {
  const credited = new Set(bills.map(({ creditOfId }) => creditOfId));
  return bills.find((one) => one.receiptId === receiptId && isStanding(one, credited.has(one.id)));
}

/** Every bill that stands, whatever it came from. */
export function standingBills(bills: readonly Bill[]): readonly Bill[] {
  const credited = new Set(bills.map(({ creditOfId }) => creditOfId));
  return bills.filter((one) => isStanding(one, credited.has(one.id)));
}
