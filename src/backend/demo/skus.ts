/** The demo company's SKUs: a service per job type, parts, and what lies of them where. */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import { quantity, unitPriceFromDecimal } from '#domain/money.ts';
import type { Instant } from '#domain/time.ts';
import { foundBy } from '../skus/search-text.ts';
import { newIds } from '../write/ids.ts';
import type { AddRows } from './add-rows.ts';
import { costOf, JOB_TYPES } from './job-types.ts';

type Part = readonly [
  code: string,
  name: string,
  kind: 'Material' | 'Equipment',
  price: string,
  cost: string,
];
const PARTS: readonly Part[] = [
  ['FRG-2231', 'Condenser fan motor', 'Material', '240', '84.10'],
  ['CAP-4505', 'Capacitor 45/5', 'Material', '89', '12.10'],
  ['FLT-1625', 'Filter 16 × 25 × 1', 'Material', '24', '6.35'],
  ['TST-T6', 'Thermostat T6', 'Material', '310', '118.40'],
  ['PEX-34', 'PEX pipe 3/4 in', 'Material', '3.10', '0.8725'],
  ['SMP-13', 'Sump pump 1/3 hp', 'Equipment', '690', '241'],
  ['WH-50G', 'Water heater 50 gal', 'Equipment', '1490', '712'],
  ['CND-3T', 'Condenser 3 ton', 'Equipment', '3950', '1874.50'],
];

const withKeys = <T extends { code: string; name: string }>(sku: T) => ({
  ...sku,
  ...foundBy({ ...sku, description: '' }),
});

/** Answers the services, in the order of their job types, and the parts. */
export async function addSkus(add: AddRows, income: Id): Promise<{ services: Id[]; parts: Id[] }> {
  const common = { glAccountId: income };
  const services = await add(
    'skus',
    JOB_TYPES.map(([, name, , , , price], index) =>
      withKeys({
        ...common,
        code: `SV-${100 + index}`,
        name,
        kind: 'Service',
        unit: 'each',
        price: unitPriceFromDecimal(price),
        cost: costOf(unitPriceFromDecimal(price)),
        taxable: false,
      }),
    ),
  );
  const parts = await add(
    'skus',
    PARTS.map(([code, name, kind, price, cost]) =>
      withKeys({
        ...common,
        code,
        name,
        kind,
        unit: code.startsWith('PEX') ? 'ft' : 'each',
        price: unitPriceFromDecimal(price),
        cost: unitPriceFromDecimal(cost),
        taxable: true,
      }),
    ),
  );
  return { services, parts };
}

const UNIT = 10_000;

/** Every part lies in the warehouses, the small ones on the first trucks; of every third one there is too little. */
export async function addStock(
  tx: Transaction,
  at: Instant,
  add: AddRows,
  { parts, places }: { readonly parts: readonly Id[]; readonly places: readonly Id[] },
): Promise<void> {
  const [warehouses, trucks] = [places.slice(0, 2), places.slice(2, 8)];
  const kept = parts.flatMap((skuId, index) => [
    ...warehouses.map((placeId) => ({ skuId, placeId, least: 6, lies: index % 3 === 0 ? 2 : 12 + index })),
    ...(index < 4 ? trucks.map((placeId) => ({ skuId, placeId, least: 1, lies: 2 })) : []),
  ]);
  await add(
    'stock_levels',
    kept.map(({ skuId, placeId, least }) => ({
      skuId,
      inventoryLocationId: placeId,
      least: quantity(least * UNIT),
      most: quantity(least * 3 * UNIT),
    })),
  );
  const [operationId, ...ids] = await newIds(tx, kept.length + 1);
  const rows = kept.map(({ skuId, placeId, lies }, index) => ({
    id: ids[index],
    sku_id: skuId,
    place_id: placeId,
    quantity: quantity(lies * UNIT),
  }));
  await tx.query(
    `insert into company.stock_movements (tenant_id, id, sku_id, inventory_location_id, kind, quantity, memo, at,
       actor_id, operation_id)
     select $1, r.id, r.sku_id, r.place_id, 'Count', r.quantity, 'Opening stock', $2, 0, $3
     from jsonb_to_recordset($4::jsonb) as r(id bigint, sku_id bigint, place_id bigint, quantity bigint)`,
    [tx.tenantId, at, operationId, json(rows)],
  );
}
