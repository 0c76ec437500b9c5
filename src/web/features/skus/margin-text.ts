import { marginOf } from '#domain/sku/sale-price.ts';

const TENTH = 1_000;

/** "47.3 %" of the price; '' where there is none. */
export function marginText({ salePrice, cost }: { salePrice: number | null; cost: number }): string {
  const margin = salePrice === null ? null : marginOf({ price: salePrice, cost });
  return margin === null ? '' : `${(Math.round(margin / TENTH) / 10).toFixed(1)} %`;
}
