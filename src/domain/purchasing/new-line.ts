/** A line as somebody gave it, with what the vendor's catalogue and the SKU say where they said nothing (domain-rules §5). */
import type { Id } from '../ids.ts';
import { type Quantity, type UnitPrice, unitPrice } from '../money.ts';
import { isStocked, type Sku } from '../sku/sku.ts';
import type { Day } from '../time.ts';
import { type CatalogueItem, costFor } from '../vendor/catalogue.ts';
import type { DescriptionSource, OrderLine } from './purchase-order.ts';

export type GivenLine = {
  readonly skuId: Id | null;
  readonly description?: string | undefined;
  readonly vendorPartNumber: string;
  readonly quantity: Quantity;
  readonly cost?: UnitPrice | undefined;
  readonly expectedOn: Day | null;
};
/** What the order's vendor says of the SKU. */
export type LineItem = Pick<CatalogueItem, 'vendorPartNumber' | 'description' | 'cost' | 'priceBreaks'>;
export type LineSku = Pick<Sku, 'id' | 'name' | 'kind' | 'cost' | 'serialized'>;

/** Whether and how it is counted where it lies: free text is not. */
export const kindOfLine = (sku: LineSku | null): Pick<OrderLine, 'skuId' | 'stocked' | 'serialized'> => ({
  skuId: sku?.id ?? null,
  stocked: sku !== null && isStocked(sku),
  serialized: sku?.serialized ?? false,
});

/** @param from whose words a line has where it was given none: the SKU's, or the vendor's */
export const newLine = (
  id: Id,
  position: number,
  { description, vendorPartNumber, quantity, cost, expectedOn }: GivenLine,
  { sku, item, from }: { sku: LineSku | null; item: LineItem | null; from: DescriptionSource },
): OrderLine => ({
  ...kindOfLine(sku),
  id,
  position,
  description: description || (from === 'Vendor' && item?.description) || (sku?.name ?? ''),
  vendorPartNumber: vendorPartNumber || (item?.vendorPartNumber ?? ''),
  quantity,
  cost: cost ?? (item ? costFor(item, quantity) : (sku?.cost ?? unitPrice(0))),
  expectedOn,
  active: true,
});
