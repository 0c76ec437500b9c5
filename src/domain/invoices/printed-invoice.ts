/** What the customer's paper says of an invoice, and nothing else: no cost, no account (`backend/papers` sees no other field). */
import type { AddressCopy } from '../document-copy.ts';
import { type EarlyDiscount, earlyDiscount } from '../early-discount.ts';
import {
  addCents,
  type Cents,
  cents,
  formatCents,
  type Quantity,
  subtractCents,
  type UnitPrice,
} from '../money.ts';
import type { Day } from '../time.ts';
import { writtenDay } from '../written-day.ts';
import type { InvoiceKind } from './invoice.ts';

export type PrintedItem = {
  readonly code: string;
  readonly description: string;
  readonly quantity: Quantity;
  readonly price: UnitPrice;
  readonly taxable: boolean;
  readonly amountCents: Cents;
};
export type PrintedTerm = {
  readonly name: string;
  /** Of the total, in millionths; 0: none. */
  readonly discountRate: number;
  readonly discountDays: number;
};
/** Texts may be empty: the paper leaves out what is not known. */
export type PrintedInvoice = {
  readonly company: AddressCopy;
  readonly businessUnit: string;
  readonly kind: InvoiceKind;
  readonly number: number;
  readonly isVoid: boolean;
  readonly date: Day;
  readonly dueDate: Day;
  readonly billTo: AddressCopy;
  readonly place: AddressCopy | null;
  readonly job: string;
  readonly project: string;
  /** null: due on receipt. */
  readonly term: PrintedTerm | null;
  readonly memo: string;
  readonly currency: string;
  /** By position. */
  readonly items: readonly PrintedItem[];
  readonly subtotalCents: Cents;
  readonly taxName: string;
  readonly taxCents: Cents;
  readonly totalCents: Cents;
  /** By the ledger, on the day the paper is made. */
  readonly balanceCents: Cents;
};

const TITLES: Readonly<Partial<Record<InvoiceKind, string>>> = {
  Refund: 'Refund',
  WriteOff: 'Write-off',
  Adjustment: 'Adjustment',
};

/** What is owed to the customer is no invoice to them. */
export function titleOfInvoice({
  kind,
  number,
  totalCents,
  isVoid,
}: Pick<PrintedInvoice, 'kind' | 'number' | 'totalCents' | 'isVoid'>): string {
  const word = TITLES[kind] ?? (totalCents < 0 ? 'Credit' : 'Invoice');
  return `${word} ${number}${isVoid ? ' (void)' : ''}`;
}

/** All that was applied to it, in money or otherwise. */
export const appliedTo = ({
  totalCents,
  balanceCents,
}: Pick<PrintedInvoice, 'totalCents' | 'balanceCents'>): Cents => subtractCents(totalCents, balanceCents);

type Owed = Pick<
  PrintedInvoice,
  'term' | 'date' | 'dueDate' | 'totalCents' | 'balanceCents' | 'isVoid' | 'currency'
>;

/** "The term's text is on the document" (§7): by when, and what is saved by whom pays early; nothing where nothing is owed. */
export function termText({ term, date, dueDate, totalCents, balanceCents, isVoid, currency }: Owed): string {
  if (isVoid || balanceCents <= 0) return '';
  const by = dueDate <= date ? 'Due on receipt.' : `Due by ${writtenDay(dueDate, true)}.`;
  const early = term && totalCents === balanceCents ? earlyDiscount(totalCents, date, term) : null;
  return [term?.name && `${term.name}:`, by, early && earlyText(early, totalCents, currency)]
    .filter(Boolean)
    .join(' ');
}

const earlyText = (early: EarlyDiscount, total: Cents, currency: string): string =>
  `Paid by ${writtenDay(early.until, true)}, ${formatCents(addCents(total, cents(-early.cents)))} ${currency} settles it: ${formatCents(early.cents)} ${currency} off.`;
