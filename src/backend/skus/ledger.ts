/** The ledger of stock: rows are added, never changed; what lies where, and each serial number's place, follow from them. */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import type { Movement } from '#domain/sku/stock.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';

/** The one way into the ledger. Call with the SKUs locked. */
export async function writeMovements(
  tx: Transaction,
  context: CommandContext,
  operationId: Id,
  movements: readonly (Movement & {
    readonly receiptLineId?: Id;
    readonly jobMaterialId?: Id;
    readonly returnLineId?: Id;
  })[],
): Promise<void> {
  const ids = await newIds(tx, movements.length);
  const rows = movements.map((one, index) => ({ id: ids[index], ...one }));
  await tx.query(
    `insert into company.stock_movements (tenant_id, id, sku_id, inventory_location_id, kind, quantity, serials_in,
       serials_out, memo, at, actor_id, operation_id, job_material_id, receipt_line_id,
       return_line_id)
     select $1, r.id, r."skuId", r."inventoryLocationId", r.kind, r.quantity, r."serialsIn", r."serialsOut", r.memo,
       $2, $3, $4, r."jobMaterialId", r."receiptLineId", r."returnLineId"
     from jsonb_to_recordset($5::jsonb) as r(id bigint, "skuId" bigint, "inventoryLocationId" bigint, kind text,
       quantity bigint, "serialsIn" text[], "serialsOut" text[], memo text,
       "jobMaterialId" bigint, "receiptLineId" bigint, "returnLineId" bigint)`,
    [tx.tenantId, context.now, context.actor.userId, operationId, json(rows)],
  );
  await placeSerials(tx, movements);
}

/** Each number where the last of the movements leaves it, in two statements however many there are. */
async function placeSerials(tx: Transaction, movements: readonly Movement[]): Promise<void> {
  const placed = new Map<string, { skuId: Id; serial: string; placeId: Id | null }>();
  for (const { skuId, inventoryLocationId, serialsIn, serialsOut } of movements) {
    for (const serial of serialsOut) placed.set(`${skuId} ${serial}`, { skuId, serial, placeId: null });
    for (const serial of serialsIn)
      placed.set(`${skuId} ${serial}`, { skuId, serial, placeId: inventoryLocationId });
  }
  if (placed.size === 0) return;
  const rows = json([...placed.values()]);
  const given = 'jsonb_to_recordset($2::jsonb) as r("skuId" bigint, serial text, "placeId" bigint)';
  await tx.query(
    `delete from company.stock_serials s using ${given}
     where s.tenant_id = $1 and s.sku_id = r."skuId" and s.serial = r.serial`,
    [tx.tenantId, rows],
  );
  await tx.query(
    `insert into company.stock_serials (tenant_id, sku_id, serial, inventory_location_id)
     select $1, r."skuId", r.serial, r."placeId" from ${given} where r."placeId" is not null`,
    [tx.tenantId, rows],
  );
}
