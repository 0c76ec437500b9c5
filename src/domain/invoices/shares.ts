/**
 * What of some work is on invoices already: a part received, a part used, from which cent of its price to which. A project is
 * billed in stages (domain-rules §7), so one may stand on several invoices, but no cent of it twice.
 */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import {
  allocate,
  type Cents,
  cents,
  lineTotal,
  quantity,
  type Rate,
  subtractCents,
  sumCents,
  taxOf,
  unitPriceOfCents,
} from '../money.ts';
import type { InvoiceItem, ItemSource } from './invoice.ts';

/** `to` null: to its end, whatever it comes to. */
export type Share = { readonly from: Cents; readonly to: Cents | null };
export const WHOLE: Share = { from: cents(0), to: null };

/** Something that was done or delivered and is to be paid for. */
export type Work = Pick<
  InvoiceItem,
  | 'kind'
  | 'skuId'
  | 'description'
  | 'quantity'
  | 'price'
  | 'cost'
  | 'taxable'
  | 'glAccountId'
  | 'technicianId'
> & {
  readonly source: Extract<ItemSource, 'Receipt' | 'JobPart'>;
  readonly sourceId: Id;
  /** On invoices that stand. */
  readonly billed: readonly Share[];
};

export const priceOf = (work: Pick<Work, 'quantity' | 'price'>): Cents =>
  lineTotal(work.quantity, work.price);

/** What is not yet on an invoice; the last one goes to the end. */
export function openShares(work: Work): readonly Share[] {
  const open: Share[] = [];
  let at = cents(0);
  for (const { from, to } of [...work.billed].sort((a, b) => a.from - b.from)) {
    if (from > at) open.push({ from: at, to: from });
    if (to === null) return open;
    at = cents(Math.max(at, to));
  }
  // Cheaper by now than what was billed of it: nothing is left.
  return at > 0 && at >= priceOf(work) ? open : [...open, { from: at, to: null }];
}

const sizeOf = (work: Work, { from, to }: Share): Cents =>
  subtractCents(to ?? cents(Math.max(priceOf(work), from)), from);
export const unbilledOf = (work: Work): Cents =>
  sumCents(openShares(work).map((share) => sizeOf(work, share)));

export type Billed = { readonly work: Work; readonly share: Share; readonly cents: Cents };
export type Progress = { readonly rate: Rate } | { readonly cents: Cents };

/** All that is open of it. */
export const wholly = (work: Work): Billed[] =>
  openShares(work).map((share) => ({ work, share, cents: sizeOf(work, share) }));

/**
 * So much of what is unbilled, of each in proportion. All of it takes along what has no price. Refuses
 * `invoice.nothing_unbilled`, `invoice.more_than_unbilled`.
 */
export function progressOf(all: readonly Work[], progress: Progress): Decision<readonly Billed[]> {
  const left = all.map(unbilledOf);
  const unbilled = sumCents(left);
  const amount = 'cents' in progress ? progress.cents : taxOf(unbilled, progress.rate);
  if (amount <= 0) return refuse('invoice.nothing_unbilled', { cents: unbilled });
  if (amount > unbilled) return refuse('invoice.more_than_unbilled', { cents: amount, mostCents: unbilled });
  if (amount === unbilled) return allow(all.flatMap(wholly));
  const parts = allocate(amount, left);
  return allow(all.flatMap((work, at) => taken(work, parts[at]!)));
}

/** The first so many cents of what is open. */
function taken(work: Work, amount: Cents): Billed[] {
  const found: Billed[] = [];
  let left: number = amount;
  for (const share of openShares(work)) {
    const size = Math.min(left, sizeOf(work, share));
    if (size <= 0) continue;
    const isAll = size === sizeOf(work, share);
    found.push({
      work,
      share: isAll ? share : { from: share.from, to: cents(share.from + size) },
      cents: cents(size),
    });
    left -= size;
  }
  return found;
}

/** What an item says of it: the whole as it was delivered, a part as an amount. */
export function itemOf({ work, share, cents: amount }: Billed) {
  const { billed: _, ...item } = work;
  const shares = { shareFrom: share.from, shareTo: share.to };
  if (share.from === 0 && share.to === null) return { ...item, ...shares };
  const cost = costUpTo(work, cents(share.from + amount)) - costUpTo(work, share.from);
  return {
    ...item,
    ...shares,
    description: `Part of ${work.description}`,
    quantity: quantity(10_000),
    price: unitPriceOfCents(amount),
    cost: unitPriceOfCents(cents(cost)),
  };
}

/** Of the first so many cents of its price, so that the costs of all parts come to its own. */
function costUpTo(work: Work, upTo: Cents): number {
  const price = priceOf(work);
  const cost = lineTotal(work.quantity, work.cost);
  return price === 0 ? 0 : Number((BigInt(cost) * BigInt(Math.min(upTo, price))) / BigInt(price));
}
