/** SKUs by what somebody types or pastes: our code or name, or the number the vendor has for it. */
import type { QueryClient } from '@tanstack/react-query';
import type { CatalogueItem } from '#contract/catalogue.ts';
import { codeKey } from '#domain/sku/code-key.ts';
import { catalogueQueries } from '../../../data/catalogue.ts';
import { skuQueries } from '../../../data/skus.ts';
import type { FoundSku } from './line-row.ts';

const FEW = 8;

const inUse = (item: CatalogueItem): boolean => item.active && item.skuActive;

async function offersLike(client: QueryClient, vendorId: number | null, text: string) {
  if (vendorId === null) return [];
  const { pages } = await client.fetchInfiniteQuery(catalogueQueries.ofVendor(vendorId, { q: text }));
  return pages.flatMap(({ items }) => items).filter(inUse);
}

/** Those that fit, ours first, then what only the vendor calls so; at most a few. */
export async function skusLike(
  client: QueryClient,
  vendorId: number | null,
  text: string,
): Promise<FoundSku[]> {
  const [{ items }, offers] = await Promise.all([
    client.fetchQuery(skuQueries.search(text, FEW)),
    offersLike(client, vendorId, text),
  ]);
  const ours = items.map(
    ({ id, code, name, unit, cost }): FoundSku => ({
      skuId: id,
      code,
      name,
      unit,
      cost,
      offer: offers.find(({ skuId }) => skuId === id) ?? null,
    }),
  );
  const theirs = offers
    .filter(({ skuId }) => !items.some(({ id }) => id === skuId))
    .map(
      (offer): FoundSku => ({
        skuId: offer.skuId,
        code: offer.skuCode,
        name: offer.skuName,
        unit: offer.skuUnit,
        cost: offer.cost,
        offer,
      }),
    );
  // A code or a number typed whole is what was meant, whatever else begins like it.
  const all = [...ours, ...theirs];
  return [...all.filter((sku) => isExactly(sku, text)), ...all.filter((sku) => !isExactly(sku, text))].slice(
    0,
    FEW,
  );
}

/** By our code or the vendor's number, however it is written. */
export const isExactly = ({ code, offer }: FoundSku, text: string): boolean =>
  [code, offer?.vendorPartNumber ?? ''].some((one) => one !== '' && codeKey(one) === codeKey(text));

/** With what the vendor says of it now: for a line whose SKU is known, such as one of an order that is duplicated. */
export async function offerOf(client: QueryClient, vendorId: number, sku: FoundSku): Promise<FoundSku> {
  const { select: _, ...asked } = catalogueQueries.ofSku(sku.skuId);
  const { pages } = await client.fetchInfiniteQuery(asked);
  const offer = pages.flatMap(({ items }) => items).find((one) => one.vendorId === vendorId && inUse(one));
  return { ...sku, offer: offer ?? null };
}
