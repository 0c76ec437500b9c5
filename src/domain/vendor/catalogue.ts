/** What a vendor sells of the company's SKUs: under which number, at what cost, how soon (domain-rules §5). */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { inactiveAmong, type NamedReference } from '../job/references.ts';
import type { Quantity, UnitPrice } from '../money.ts';

/** From so many on, one costs so much. */
export type PriceBreak = { readonly from: Quantity; readonly cost: UnitPrice };
/** One for each vendor and SKU. */
export type CatalogueItem = {
  readonly id: Id;
  readonly vendorId: Id;
  readonly skuId: Id;
  readonly vendorPartNumber: string;
  /** The vendor's words. */
  readonly description: string;
  readonly cost: UnitPrice;
  /** From order to delivery; null: nobody said. */
  readonly leadDays: number | null;
  /** Less of it they do not sell; null: any. */
  readonly minQuantity: Quantity | null;
  /** From below upwards. */
  readonly priceBreaks: readonly PriceBreak[];
  /** Where the SKU is bought unless somebody says otherwise. */
  readonly preferred: boolean;
  readonly externalKey: string | null;
  readonly active: boolean;
};
export type CatalogueChanges = {
  readonly [Field in keyof Omit<CatalogueItem, 'id' | 'vendorId' | 'skuId'>]?: CatalogueItem[Field];
};

export const MOST_BREAKS = 10;

/** Where in the list a break stands that does not begin above the one before it, or above none; -1: nowhere. */
export const breakOutOfOrder = (breaks: readonly Pick<PriceBreak, 'from'>[]): number =>
  breaks.findIndex(({ from }, at) => from <= (at === 0 ? 0 : breaks[at - 1]!.from));

/**
 * The item with the changes. `chosen` is the vendor and the SKU where they are chosen: for an item that is new, or comes
 * back. Refuses `catalogue.too_many_breaks`, `catalogue.breaks_out_of_order`, `catalogue.inactive_reference`.
 */
export function decideCatalogueItem(
  before: CatalogueItem,
  changes: CatalogueChanges,
  chosen: readonly NamedReference[],
): Decision<CatalogueItem> {
  const { priceBreaks = [] } = changes;
  if (priceBreaks.length > MOST_BREAKS) return refuse('catalogue.too_many_breaks', { most: MOST_BREAKS });
  const at = breakOutOfOrder(priceBreaks);
  if (at >= 0) return refuse('catalogue.breaks_out_of_order', { from: priceBreaks[at]!.from });
  const inactive = inactiveAmong(chosen);
  if (inactive.length > 0) return refuse('catalogue.inactive_reference', { inactive });
  return allow({ ...before, ...changes });
}

/** What one costs when so many are bought: at the last break they reach, else at the item's own cost. */
export const costFor = (
  { cost, priceBreaks }: Pick<CatalogueItem, 'cost' | 'priceBreaks'>,
  bought: Quantity,
): UnitPrice => priceBreaks.findLast(({ from }) => from <= bought)?.cost ?? cost;

/** Of the items of one SKU, where it is bought unless somebody says otherwise: one in use, of a vendor in use. */
export const preferredOf = <Item extends Pick<CatalogueItem, 'preferred' | 'active'>>(
  items: readonly (Item & { readonly vendorActive: boolean })[],
) => items.find(({ preferred, active, vendorActive }) => preferred && active && vendorActive);

type Marked = Pick<CatalogueItem, 'id' | 'skuId' | 'preferred' | 'active'>;

/**
 * Of the other items of its SKU, those that give up the mark to one that has it now: each SKU has one preferred vendor.
 * Those out of use as well, so that none comes back with a mark another one has by then.
 */
export const givingUpMark = <Item extends Marked>(marked: Marked, others: readonly Item[]): Item[] =>
  marked.preferred && marked.active
    ? others.filter(({ id, skuId, preferred }) => preferred && skuId === marked.skuId && id !== marked.id)
    : [];
