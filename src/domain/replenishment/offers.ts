/** From whom what is needed is bought, how many at least, at what cost (domain-rules §5). */
import type { Id } from '../ids.ts';
import { type Cents, lineTotal, type Quantity, quantity, sumCents } from '../money.ts';
import { type CatalogueItem, costFor } from '../vendor/catalogue.ts';

/** What a vendor in use says of the SKU. */
export type Offer = Pick<CatalogueItem, 'vendorId' | 'cost' | 'priceBreaks' | 'minQuantity' | 'preferred'>;

/** No less than the vendor sells. */
export const atLeastSold = (needed: Quantity, { minQuantity }: Pick<Offer, 'minQuantity'>): Quantity =>
  quantity(Math.max(needed, minQuantity ?? 0));

export const totalAt = (count: Quantity, offer: Offer): Cents => lineTotal(count, costFor(offer, count));

/** The preferred one; else the one that comes to least, the first of those that come to the same. */
export const offerFor = <O extends Offer>(offers: readonly O[], needed: Quantity): O | undefined =>
  offers.find(({ preferred }) => preferred) ??
  offers.toSorted((a, b) => totalAt(atLeastSold(needed, a), a) - totalAt(atLeastSold(needed, b), b))[0];

export type ChosenLine = {
  readonly inventoryLocationId: Id;
  readonly quantity: Quantity;
  readonly offer: Offer;
};

/** An order goes to one vendor and comes to one place, and has so many lines at most. */
export function ordersOf<L extends ChosenLine>(lines: readonly L[], mostLines: number): L[][] {
  const groups = new Map<string, L[]>();
  for (const line of lines) {
    const key = `${line.offer.vendorId}@${line.inventoryLocationId}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / mostLines) }, (_, at) =>
      group.slice(at * mostLines, (at + 1) * mostLines),
    ),
  );
}

export const linesTotal = (lines: readonly ChosenLine[]): Cents =>
  sumCents(lines.map((line) => totalAt(line.quantity, line.offer)));
