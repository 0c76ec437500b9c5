/** What a SKU is sold for (issue 6, §1): its own price, else what its cost and the markup rules make. */
import type { Id } from '../ids.ts';
import { type Rate, type UnitPrice, unitPrice } from '../money.ts';
import type { Sku } from './sku.ts';

/** Work is priced by itself: nobody marks up an hour. */
export const MARKED_UP_KINDS = ['Material', 'Equipment'] as const;
/** In millionths: 999 %. */
export const MOST_MARKUP = 9_990_000;

export type MarkupRule = {
  readonly id: Id;
  readonly kind: (typeof MARKED_UP_KINDS)[number];
  readonly costFrom: UnitPrice;
  /** Not with it: there the next step begins. Null: whatever it costs. */
  readonly costTo: UnitPrice | null;
  readonly markup: Rate;
  readonly active: boolean;
};

/** In 1/10,000, as a list tells them. */
export type Priced = Pick<Sku, 'kind'> & { readonly cost: number; readonly price: number | null };

/**
 * What one of it is sold for, before anybody types another price. Null where nobody has said: it has no price of its own
 * and no step takes its cost. A price of 0 is one: it is given away. What costs nothing is not marked up: nobody knows
 * what it costs.
 */
export function salePriceOf(sku: Priced, rules: readonly MarkupRule[]): UnitPrice | null {
  if (sku.price !== null) return unitPrice(sku.price);
  const rule = ruleFor(sku, rules);
  return rule && markedUp(unitPrice(sku.cost), rule.markup);
}

/** Of steps that overlap the one that begins last, of those that begin together the first that was made. */
const ruleFor = ({ kind, cost }: Omit<Priced, 'price'>, rules: readonly MarkupRule[]) =>
  rules
    .filter(
      (one) =>
        one.active &&
        one.kind === kind &&
        cost > 0 &&
        one.costFrom <= cost &&
        (one.costTo === null || cost < one.costTo),
    )
    .reduce<MarkupRule | null>((best, one) => (best && !isNearer(one, best) ? best : one), null);

const isNearer = (a: MarkupRule, b: MarkupRule): boolean =>
  a.costFrom > b.costFrom || (a.costFrom === b.costFrom && a.id < b.id);

const CENT = 100n;
const WHOLE = 1_000_000n;

/** To the cent, half of one up: a price list shows no parts of a cent, and what is bought by the piece is sold so. */
export function markedUp(cost: UnitPrice, markup: Rate): UnitPrice {
  const exact = BigInt(cost) * (WHOLE + BigInt(markup));
  return unitPrice(Number(((2n * exact + CENT * WHOLE) / (2n * CENT * WHOLE)) * CENT));
}

/** What is left of a price, in millionths of it, rounded down; null of nothing. Below none where it is sold at a loss. */
export function marginOf({ price, cost }: { readonly price: number; readonly cost: number }): number | null {
  return price === 0 ? null : Math.floor(Number((BigInt(price - cost) * WHOLE) / BigInt(price)));
}
