/**
 * The three-way match: ordered, received, billed, line by line, and what differs beyond the vendor's tolerances
 * (domain-rules §6). Nothing is corrected here: the vendor's figures stand, a difference gets a verdict.
 */
import type { Id } from '../ids.ts';
import {
  type Cents,
  cents,
  lineTotal,
  type Quantity,
  quantity,
  type Rate,
  subtractCents,
  sumCents,
  taxOf,
} from '../money.ts';
import { receivedByLine } from '../purchasing/amounts.ts';
import type { OrderCard, PurchaseOrder } from '../purchasing/purchase-order.ts';
import { mostReceived } from '../purchasing/receiving.ts';
import type { Bill, BillLine, Difference, Figures } from './bill.ts';
import { standingBills } from './bill.ts';
import { netOf, owedOf, subtotalOf } from './figures.ts';

export type Tolerances = { readonly overReceipt: Rate; readonly price: Rate };

/** One line of the order with all that is billed of it; `before`: by other bills. */
export type MatchedLine = {
  readonly lineId: Id;
  readonly ordered: Quantity;
  readonly received: Quantity;
  readonly before: Quantity;
  readonly billed: Quantity;
  readonly billedCents: Cents;
  /** At the order's cost. */
  readonly dueCents: Cents;
};

export type Matching = {
  readonly lines: readonly MatchedLine[];
  readonly differences: readonly Difference[];
};

/** What a bill is held against; a bill of no order against none. */
export type MatchCard = Pick<OrderCard, 'lines' | 'receipts'> & {
  readonly order: Pick<PurchaseOrder, 'tax' | 'shippingCents'>;
};
/** Nothing was ordered, so all of it asks for a word. */
export const NO_ORDER: MatchCard = {
  order: { tax: { kind: 'Typed', cents: cents(0) }, shippingCents: cents(0) },
  lines: [],
  receipts: [],
};

/** A cent for each line the vendor wrote: their rounding is not ours. */
const ROUNDING_CENTS = 1;

/** @param others all bills of the order; those that do not stand are left out, and so is this one */
export function matchBill(
  bill: Bill,
  card: MatchCard,
  others: readonly Bill[],
  tolerances: Tolerances,
): Matching {
  const figures = owedOf(bill);
  const standing = standingBills(others).filter(({ id }) => id !== bill.id);
  const lines = matchedLines(figures, card, standing);
  const written = linesOf(figures);
  return {
    lines,
    differences: [
      ...lines.flatMap((line) => lineDifferences(line, written.get(line.lineId)!.length, tolerances)),
      ...notOrdered(figures, card),
      ...chargeDifferences(bill, figures, card, standing),
    ],
  };
}

/** A vendor may split a line in two: they are one line of the order. */
function linesOf({ lines }: Figures): ReadonlyMap<Id, readonly BillLine[]> {
  const byLine = new Map<Id, BillLine[]>();
  for (const line of lines) {
    if (line.lineId !== null) byLine.set(line.lineId, [...(byLine.get(line.lineId) ?? []), line]);
  }
  return byLine;
}

/** By all of these bills together, less what is claimed of them. */
export function unitsByLine(bills: readonly Bill[]): ReadonlyMap<Id, number> {
  const units = new Map<Id, number>();
  for (const { lineId, quantity: count } of bills.flatMap((bill) => netOf(bill).lines)) {
    if (lineId !== null) units.set(lineId, (units.get(lineId) ?? 0) + count);
  }
  return units;
}

const unitsOf = (lines: readonly BillLine[]): Quantity =>
  quantity(lines.reduce((sum, line) => sum + line.quantity, 0));

function matchedLines(figures: Figures, card: MatchCard, standing: readonly Bill[]): MatchedLine[] {
  const received = receivedByLine(card.receipts);
  const billedBefore = unitsByLine(standing);
  return [...linesOf(figures)].flatMap(([lineId, written]) => {
    const line = card.lines.find(({ id, active }) => id === lineId && active);
    if (!line) return [];
    const billed = unitsOf(written);
    const before = quantity(billedBefore.get(lineId) ?? 0);
    return [
      {
        lineId,
        ordered: line.quantity,
        received: received.get(lineId) ?? quantity(0),
        before,
        billed,
        billedCents: sumCents(written.map(({ amountCents }) => amountCents)),
        dueCents: lineTotal(billed, line.cost),
      },
    ];
  });
}

function lineDifferences(line: MatchedLine, written: number, tolerances: Tolerances): Difference[] {
  const { lineId, ordered, received, before, billed, billedCents, dueCents } = line;
  const all = before + billed;
  const isTooMany = all > mostReceived(ordered, tolerances.overReceipt);
  const beyond = isTooMany ? all - Math.max(ordered, received) : all - received;
  const off = subtractCents(billedCents, dueCents);
  const allowed = Math.max(written * ROUNDING_CENTS, Math.abs(taxOf(dueCents, tolerances.price)));
  const found: Difference[] = [];
  if (all > received) {
    const units = quantity(Math.min(billed, beyond));
    const kind = isTooMany ? 'quantity' : 'notReceived';
    const share = billed === 0 ? 0 : Number((BigInt(billedCents) * BigInt(units)) / BigInt(billed));
    found.push({ key: `${kind}:${lineId}`, kind, lineId, units, cents: cents(share) });
  }
  if (Math.abs(off) > allowed) {
    found.push({ key: `price:${lineId}`, kind: 'price', lineId, units: null, cents: off });
  }
  return found;
}

/** Each by itself, in the order they were written. */
function notOrdered({ lines }: Figures, card: MatchCard): Difference[] {
  const known = new Set(card.lines.filter(({ active }) => active).map(({ id }) => id));
  return lines.flatMap((line, index) =>
    line.lineId !== null && known.has(line.lineId)
      ? []
      : [
          {
            key: `notOrdered:${index}`,
            kind: 'notOrdered' as const,
            lineId: null,
            units: line.quantity,
            cents: line.amountCents,
          },
        ],
  );
}

/** Tax by what is billed, freight by what is left of the order's; less than either is taken as it is. */
function chargeDifferences(
  bill: Bill,
  figures: Figures,
  card: MatchCard,
  standing: readonly Bill[],
): Difference[] {
  const tax = subtractCents(figures.taxCents, taxDue(bill, figures, card, standing));
  const freight = subtractCents(figures.freightCents, freightDue(bill, card, standing));
  const rounding = Math.max(1, figures.lines.length) * ROUNDING_CENTS;
  return [
    ...(tax > rounding ? [charge('tax', tax)] : []),
    ...(freight > 0 ? [charge('freight', freight)] : []),
  ];
}

const charge = (kind: 'tax' | 'freight', off: Cents): Difference => ({
  key: kind,
  kind,
  lineId: null,
  units: null,
  cents: off,
});

/** What was typed with the receipt, or the order's: a rate of what is billed, or what is left of the amount typed. */
function taxDue(
  { expected }: Bill,
  figures: Figures,
  { order }: MatchCard,
  standing: readonly Bill[],
): Cents {
  if (expected.taxCents > 0) return expected.taxCents;
  if (order.tax.kind === 'Rate') return taxOf(subtotalOf(figures), order.tax.rate);
  return leftOf(
    order.tax.cents,
    standing.map((one) => netOf(one).taxCents),
  );
}

function freightDue({ expected }: Bill, { order }: MatchCard, standing: readonly Bill[]): Cents {
  if (expected.freightCents > 0) return expected.freightCents;
  return leftOf(
    order.shippingCents,
    standing.map((one) => netOf(one).freightCents),
  );
}

const leftOf = (all: Cents, taken: readonly Cents[]): Cents =>
  cents(Math.max(0, subtractCents(all, sumCents(taken))));
