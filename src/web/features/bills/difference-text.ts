/** Each difference between a bill and its order as one sentence: how much, of what, and against what. Pure. */

import { oneLine } from '#domain/messages/one-line.ts';
import {
  type Cents,
  cents,
  formatCents,
  formatQuantity,
  formatUnitPrice,
  lineTotal,
  quantity,
  unitPrice,
} from '#domain/money.ts';
import { type BillLineView, type DifferenceView, type OrderLineView, writtenOf } from './match-rows.ts';

export type Paper = {
  readonly lines: readonly BillLineView[];
  readonly taxCents: number;
  readonly freightCents: number;
};

const money = (amount: number): string => formatCents(cents(Math.abs(amount)));
const units = (amount: number): string => formatQuantity(quantity(amount));
const ONE = 10_000;
const isOrAre = (amount: number): string => (amount === ONE ? 'is' : 'are');
const wasOrWere = (amount: number): string => (amount === ONE ? 'was' : 'were');
const hasOrHave = (amount: number): string => (amount === ONE ? 'has' : 'have');
const moreOrLess = (amount: number): string => (amount < 0 ? 'less' : 'more');

/** "Pump", "ft of Pipe": units that say nothing are left out. */
function nameOf(line: Pick<OrderLineView, 'description' | 'skuCode' | 'unit'>): string {
  const name = oneLine(line.description) || line.skuCode || 'this line';
  return line.unit === 'each' ? name : `${oneLine(line.unit)} of ${name}`;
}
/** "4 × Pump", "2.5 ft of Pipe". */
const counted = (amount: number, line: OrderLineView): string =>
  line.unit === 'each' ? `${units(amount)} × ${nameOf(line)}` : `${units(amount)} ${nameOf(line)}`;

/** @param paper what the vendor wrote; @param lines of the order */
export function differenceText(
  { kind, key, lineId, units: of, cents: off }: DifferenceView,
  paper: Paper,
  lines: readonly OrderLineView[],
): string {
  const line = lines.find((one) => one.lineId === lineId);
  const written = paper.lines.filter((one) => one.lineId === lineId);
  switch (kind) {
    case 'price':
      return line
        ? priceText(off, line, written)
        : `The vendor asks ${money(off)} ${moreOrLess(off)} than ordered.`;
    case 'quantity':
      return line
        ? tooManyText(off, of ?? 0, line, written)
        : `${money(off)} is billed for more than was ordered.`;
    case 'notReceived':
      return line
        ? missingText(off, of ?? 0, line, written)
        : `${money(off)} is billed for what has not come.`;
    case 'notOrdered':
      return strangeText(off, of ?? 0, paper.lines[Number(key.slice(key.indexOf(':') + 1))]);
    case 'tax':
      return chargeText('Tax', 'due', off, paper.taxCents);
    case 'freight':
      return chargeText('Freight', 'agreed', off, paper.freightCents);
  }
}

function priceText(off: number, line: OrderLineView, written: readonly BillLineView[]): string {
  const asked = writtenOf(written);
  const said = `The vendor asks ${money(off)} ${moreOrLess(off)} than ordered`;
  if (!asked) return `${said} for ${nameOf(line)}.`;
  const what = `${said} for ${counted(asked.quantity, line)}`;
  const { cost, amountCents } = asked;
  const each = line.unit === 'each' ? 'each' : `per ${oneLine(line.unit)}`;
  // An amount typed over its price, or several prices: the sums are what differs.
  const isByPrice =
    cost !== null &&
    cost !== line.cost &&
    written.length === 1 &&
    totalOf(asked.quantity, cost) === amountCents;
  if (isByPrice) return `${what}: ${price(cost)} ${each} instead of ${price(line.cost)}.`;
  return `${what}: ${money(amountCents)} instead of ${money(amountCents - off)}.`;
}
const price = (cost: number): string => formatUnitPrice(unitPrice(cost));
const totalOf = (count: number, cost: number): Cents => lineTotal(quantity(count), unitPrice(cost));

function tooManyText(off: number, of: number, line: OrderLineView, written: readonly BillLineView[]): string {
  const billed = writtenOf(written)?.quantity ?? 0;
  const { ordered, received, before } = line;
  const most =
    received > ordered
      ? `${units(ordered)} ${wasOrWere(ordered)} ordered and ${units(received)} came`
      : `${units(ordered)} ${wasOrWere(ordered)} ordered`;
  const earlier = before > 0 ? `, ${units(before)} ${wasOrWere(before)} billed before` : '';
  return `${counted(of, line)} too many, ${money(off)}: ${most}${earlier}, ${units(billed)} ${isOrAre(billed)} billed here.`;
}

function missingText(off: number, of: number, line: OrderLineView, written: readonly BillLineView[]): string {
  const billed = writtenOf(written)?.quantity ?? of;
  const part = billed === of ? counted(of, line) : `${units(of)} of ${counted(billed, line)}`;
  return `${part} ${wasOrWere(of)} billed and ${hasOrHave(of)} not come: ${money(off)}.`;
}

function strangeText(off: number, of: number, line: BillLineView | undefined): string {
  const name = oneLine(line?.description ?? '') || 'Something';
  return `${units(of)} × ${name} ${wasOrWere(of)} never ordered: ${money(off)}.`;
}

/** Nothing was to be paid for it, or less; what is less than expected is taken as it is, and told as it would be. */
function chargeText(word: string, ground: string, off: number, billed: number): string {
  const due = billed - off;
  return due === 0
    ? `${word} ${money(billed)} was never ${ground === 'due' ? 'expected' : 'agreed'}.`
    : `${word} of ${money(billed)} is ${money(off)} ${moreOrLess(off)} than the ${money(due)} ${ground}.`;
}
