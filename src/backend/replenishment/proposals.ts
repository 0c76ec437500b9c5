/** What should be bought for which place, by the rules, and who sells it. */
import { MOST_PROPOSALS, type Proposal, type Proposals } from '#contract/replenishment.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { needOf, type ReplenishmentPolicy } from '#domain/replenishment/need.ts';
import type { Instant } from '#domain/time.ts';
import { grouped } from '../write/grouped.ts';
import { stockFacts } from './facts.ts';

export async function proposalsFor(
  tx: Transaction,
  now: Instant,
  policy: ReplenishmentPolicy,
): Promise<Proposals> {
  const needed = (await stockFacts(tx, now)).flatMap(({ facts, ...place }) => {
    const { quantity, committed, used } = needOf(facts, policy);
    if (quantity === 0) return [];
    const { level, onHand, onOrder } = facts;
    return [{ ...place, level, onHand, onOrder, committed, used, quantity }];
  });
  const shown = needed.slice(0, MOST_PROPOSALS);
  const offers = await offersOf(
    tx,
    shown.map(({ skuId }) => skuId),
  );
  return {
    lines: shown.map((line) => ({ ...line, offers: offers.get(line.skuId) ?? [] })),
    left: needed.length - shown.length,
  };
}

/** Of vendors in use, by SKU. */
export async function offersOf(
  tx: Transaction,
  skuIds: readonly Id[],
): Promise<ReadonlyMap<Id, Proposal['offers']>> {
  const rows = await tx.query<Proposal['offers'][number] & { skuId: Id }>(
    `select i.sku_id as "skuId", v.id as "vendorId", v.name as "vendorName", i.vendor_part_number as "vendorPartNumber",
       i.cost, i.price_breaks as "priceBreaks", i.min_quantity as "minQuantity", i.lead_days as "leadDays", i.preferred
     from company.catalogue_items i
     join company.vendors v on v.tenant_id = i.tenant_id and v.id = i.vendor_id and v.active
     where i.tenant_id = $1 and i.sku_id = any($2::bigint[]) and i.active
     order by v.name_key collate "C", v.id`,
    [tx.tenantId, [...new Set(skuIds)]],
  );
  const bySku = grouped(rows, ({ skuId }) => skuId);
  return new Map([...bySku].map(([id, all]) => [id, all.map(({ skuId: _, ...offer }) => offer)]));
}
