/** A line as somebody gave it, with what its SKU says where they said nothing (domain-rules §5). */
import type { Id } from '../ids.ts';
import { type Quantity, type UnitPrice, unitPrice } from '../money.ts';
import { isStocked, type Sku } from '../sku/sku.ts';
import type { Day } from '../time.ts';
import type { OrderLine } from './purchase-order.ts';

export type GivenLine = {
  readonly skuId: Id | null;
  readonly description?: string | undefined;
  readonly vendorPartNumber: string;
  readonly quantity: Quantity;
  readonly cost?: UnitPrice | undefined;
  readonly expectedOn: Day | null;
};
export type LineSku = Pick<Sku, 'id' | 'name' | 'kind' | 'cost' | 'serialized'>;

/** Whether and how it is counted where it lies: free text is not. */
export const kindOfLine = (sku: LineSku | null): Pick<OrderLine, 'skuId' | 'stocked' | 'serialized'> => ({
  skuId: sku?.id ?? null,
  stocked: sku !== null && isStocked(sku),
  serialized: sku?.serialized ?? false,
});

export const newLine = (
  id: Id,
  position: number,
  { description, vendorPartNumber, quantity, cost, expectedOn }: GivenLine,
  sku: LineSku | null,
): OrderLine => ({
  ...kindOfLine(sku),
  id,
  position,
  description: description || (sku?.name ?? ''),
  vendorPartNumber,
  quantity,
  cost: cost ?? sku?.cost ?? unitPrice(0),
  expectedOn,
  active: true,
});
