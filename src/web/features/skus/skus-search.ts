import type { SkuKind } from '#domain/sku/sku.ts';
import type { SkuFilters } from '../../data/skus.ts';

/** What lies of it: too little somewhere, or anything at all. */
export const STOCK_FILTERS = ['low', 'some'] as const;

/** The list's state in its URL: `?q=pump&kinds=Material,Equipment&stock=low&active=false&sort=-onHand`. */
export type SkusSearch = {
  q?: string | undefined;
  kinds?: SkuKind[] | undefined;
  stock?: (typeof STOCK_FILTERS)[number] | undefined;
  /** Those out of use. */
  active?: 'false' | undefined;
  sort?: string | undefined;
  hide?: string[] | undefined;
  /** The form of a new one is open: in the address, so that the palette leads to it from anywhere. */
  new?: 'yes' | undefined;
};

export const filtersOf = ({ q, kinds, stock, active }: SkusSearch): SkuFilters => ({
  q,
  kinds,
  stock,
  active,
});
