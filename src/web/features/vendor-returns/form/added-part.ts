/** A part of a free return: of the SKU as it is now, from where most of it lies, at what the vendor takes for it. */
import type { QueryClient } from '@tanstack/react-query';
import { decimalOfUnitPrice, unitPrice } from '#domain/money.ts';
import { isStocked } from '#domain/sku/sku.ts';
import { catalogueQueries } from '../../../data/catalogue.ts';
import { skuQueries } from '../../../data/skus.ts';
import type { ReturnRow } from './return-draft.ts';

let added = 0;

export async function addedPart(
  client: QueryClient,
  skuId: number,
  vendorId: number | null,
  placeId: number,
): Promise<ReturnRow> {
  const { select: _, ...offers } = catalogueQueries.ofSku(skuId);
  const [sku, { pages }] = await Promise.all([
    client.fetchQuery(skuQueries.detail(skuId)),
    client.fetchInfiniteQuery(offers),
  ]);
  const offer = pages.flatMap(({ items }) => items).find((one) => one.vendorId === vendorId && one.active);
  const [most] = [...sku.stock].sort((a, b) => b.onHand - a.onHand);
  added += 1;
  return {
    key: `part ${added}`,
    lineId: null,
    skuId,
    code: sku.code,
    vendorPartNumber: offer?.vendorPartNumber ?? '',
    description: sku.name,
    unit: sku.unit,
    stocked: isStocked(sku),
    serialized: sku.serialized,
    most: null,
    came: null,
    text: '',
    cost: decimalOfUnitPrice(unitPrice(offer?.cost ?? sku.cost)),
    placeId: most && most.onHand > 0 ? most.inventoryLocationId : placeId,
    serials: [],
  };
}
