/**
 * How much of a SKU to buy for a place (domain-rules §5): what should lie there, and what jobs took from there. Pure, so
 * that the page and the order it raises are told the same; what is on its way is never proposed again.
 */
import type { Id } from '../ids.ts';
import { type Quantity, quantity } from '../money.ts';
import type { Instant } from '../time.ts';

/** What jobs took is put back for so many days: after a quarter it is history, and no need. */
export const RESTOCK_DAYS = 90;

/** Up to the most where less than the least is there; or everywhere, however much there is. */
export const LEVEL_POLICIES = ['BelowLeast', 'UpToMost'] as const;
export type LevelPolicy = (typeof LEVEL_POLICIES)[number];
/** `used`: what jobs took is put back, too. */
export type ReplenishmentPolicy = { readonly levels: LevelPolicy; readonly used: boolean };

/** One job's goods of the SKU at the place. */
export type JobGoods = {
  /** By its own orders that were not canceled, come or not. */
  readonly ordered: Quantity;
  /** Taken from the place and not taken back. */
  readonly used: Quantity;
  /** Of what it used last; null: nothing. */
  readonly usedAt: Instant | null;
  /** Neither done nor canceled: what was ordered for it is still its own. */
  readonly isOpen: boolean;
};
/** An order of nobody's job in particular; `arrivedAt` null: not all of it is here. */
export type StockOrder = { readonly quantity: Quantity; readonly arrivedAt: Instant | null };

export type StockFacts = {
  readonly level: { readonly least: Quantity; readonly most: Quantity } | null;
  readonly onHand: Quantity;
  /** Open on all orders to this place, those that are not sent yet as well. */
  readonly onOrder: Quantity;
  readonly jobs: readonly JobGoods[];
  readonly orders: readonly StockOrder[];
};
export type Need = {
  readonly available: Quantity;
  readonly committed: Quantity;
  readonly used: Quantity;
  /** What to order; none where nothing is needed. */
  readonly quantity: Quantity;
};

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);

/** What came or comes for open jobs and was not used on them yet: it lies there, and is not the shelf's. */
export const committedOf = (jobs: readonly JobGoods[]): Quantity =>
  quantity(sum(jobs.map(({ isOpen, ordered, used }) => (isOpen ? Math.max(0, ordered - used) : 0))));

/**
 * What jobs took beyond their own orders and no order has put back: step by step in time, an order at the moment it had
 * come, one on its way after all uses. What came before anything was used puts nothing back.
 */
export function usedOf({ jobs, orders }: Pick<StockFacts, 'jobs' | 'orders'>): Quantity {
  const steps = [
    ...jobs.flatMap(({ ordered, used, usedAt }) =>
      usedAt !== null && used > ordered ? [{ at: usedAt as Instant | null, by: used - ordered }] : [],
    ),
    ...orders.map(({ quantity: put, arrivedAt }) => ({ at: arrivedAt, by: -put })),
  ].toSorted((a, b) => compared(a.at, b.at) || b.by - a.by);
  return quantity(steps.reduce((left, { by }) => Math.max(0, left + by), 0));
}

const compared = (a: Instant | null, b: Instant | null): number => {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
};

export function needOf(facts: StockFacts, policy: ReplenishmentPolicy): Need {
  const { level, onHand, onOrder } = facts;
  const committed = committedOf(facts.jobs);
  const available = quantity(onHand + onOrder - committed);
  const used = usedOf(facts);
  const room = level === null ? null : Math.max(0, level.most - available);
  const isLow = level !== null && (policy.levels === 'UpToMost' || available < level.least);
  const forLevel = isLow ? room! : 0;
  // Where a level is kept, no more than it holds: a shelf that was too full is not filled up again.
  const forUse = policy.used ? Math.min(used, room ?? used) : 0;
  return { available, committed, used, quantity: quantity(Math.max(forLevel, forUse)) };
}

/** By SKU and place: what makes two lines the same one. */
export const needKey = (skuId: Id, inventoryLocationId: Id): string => `${skuId}@${inventoryLocationId}`;
