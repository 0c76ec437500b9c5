/** Counting what lies at a place, how much should, and the ledger both go into (issue 5, part 2). */
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { SkuWritten, StockCounted } from '#contract/sku.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { decimalOfQuantity, type Quantity, quantity } from '#domain/money.ts';
import { decideCount, decideLevel, type Lying } from '#domain/sku/stock.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import type { StoredRecord } from '../write/records.ts';
import { saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { skusChanged } from './changed.ts';
import { lockedSku } from './commands.ts';
import { writeMovements } from './ledger.ts';
import { skuById } from './queries.ts';

type Place = { readonly id: Id; readonly name: string; readonly active: boolean };

/** Nothing is written where the ledger says so already. A wrong count is put right by the next, not by undo. */
export async function countStock(
  tx: Transaction,
  context: CommandContext,
  skuId: Id,
  body: BodyOf<'skus.count'>,
): Promise<StockCounted> {
  const sku = await lockedSku(tx, skuId);
  const place = await placeOf(tx, body.inventoryLocationId);
  const lying = await lyingAt(tx, skuId, place.id, body.serials);
  // What lies in a place that went out of use can still be counted out of it.
  if (lying.quantity === 0 && lying.serials.length === 0) requireInUse(place);
  const movement = must(decideCount(sku, { ...body, quantity: quantity(body.quantity) }, lying));
  if (!movement) return { operationId: null, sku: await skuById(tx, skuId) };
  const said = (amount: Quantity) => `${decimalOfQuantity(amount)} ${sku.unit} at ${place.name}`;
  const saved = await saveRecords(tx, context, { verb: 'sku.counted', undoable: false }, [
    {
      kind: 'sku',
      before: sku,
      after: sku,
      label: sku.code,
      related: { stock: [said(lying.quantity), said(quantity(body.quantity))] },
    },
  ]);
  await writeMovements(tx, context, saved.operationId, [movement]);
  await skusChanged(tx, context, saved, 'sku.counted');
  return { operationId: saved.operationId, sku: await skuById(tx, skuId) };
}

export async function setLevel(
  tx: Transaction,
  context: CommandContext,
  skuId: Id,
  { inventoryLocationId, level, expected }: BodyOf<'skus.setLevel'>,
): Promise<SkuWritten> {
  const sku = await lockedSku(tx, skuId);
  const place = await placeOf(tx, inventoryLocationId);
  if (level) requireInUse(place);
  const [known] = await tx.query<{ id: Id }>(
    'select id from company.stock_levels where tenant_id = $1 and sku_id = $2 and inventory_location_id = $3',
    [tx.tenantId, skuId, place.id],
  );
  const [before = null] = await loadRecords<StoredRecord>(tx, 'stockLevel', known ? [known.id] : [], {
    lock: true,
  });
  const merged =
    before !== null &&
    before.active === true &&
    (await checkVersions(tx, expected, [
      {
        kind: 'stockLevel',
        id: before.id,
        version: before.version,
        touches: level ? ['least', 'most'] : ['active'],
      },
    ]));
  const amounts = level && { least: quantity(level.least), most: quantity(level.most) };
  if (amounts) must(decideLevel(sku, amounts));
  if (!before && !amounts) throw new ProblemError('record.not_found', { kind: 'stockLevel' });
  const id = before?.id ?? ((await newIds(tx, 1)) as [Id])[0];
  const after = {
    ...before,
    id,
    skuId,
    inventoryLocationId: place.id,
    ...amounts,
    active: amounts !== null,
  };
  const label = `${sku.code} at ${place.name}`;
  const verb = amounts ? 'stock-level.set' : 'stock-level.removed';
  const saved = await saveRecords(tx, context, { verb, undoable: true }, [
    { kind: 'stockLevel', before, after, label },
  ]);
  await skusChanged(tx, context, saved, verb);
  return { operationId: saved.operationId, merged, sku: await skuById(tx, skuId) };
}

/** @throws ProblemError record.not_found (404) */
async function placeOf(tx: Transaction, id: Id): Promise<Place> {
  const [place] = await loadRecords<Place>(tx, 'inventoryLocation', [id]);
  if (!place) throw new ProblemError('record.not_found', { kind: 'inventoryLocation' });
  return place;
}

/** @throws ProblemError sku.inactive_reference (422) */
function requireInUse({ id, name, active }: Place): void {
  if (active) return;
  throw new ProblemError('sku.inactive_reference', { inactive: [{ kind: 'inventoryLocation', id, name }] });
}

/** Call with the SKU locked. */
async function lyingAt(tx: Transaction, skuId: Id, placeId: Id, counted: readonly string[]): Promise<Lying> {
  const [row] = await tx.query<{ onHand: number; serials: string[]; elsewhere: string[] }>(
    `select
       (select coalesce(sum(quantity), 0)::bigint from company.stock_movements
         where tenant_id = $1 and sku_id = $2 and inventory_location_id = $3) as "onHand",
       coalesce(array_agg(serial order by serial) filter (where inventory_location_id = $3), '{}') as serials,
       coalesce(array_agg(serial order by serial)
         filter (where inventory_location_id <> $3 and serial = any($4::text[])), '{}') as elsewhere
     from company.stock_serials where tenant_id = $1 and sku_id = $2`,
    [tx.tenantId, skuId, placeId, counted],
  );
  return { quantity: quantity(row!.onHand), serials: row!.serials, elsewhere: row!.elsewhere };
}
