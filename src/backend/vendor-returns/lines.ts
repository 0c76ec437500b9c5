/** Lines of a return as somebody gave them, with what the order, the vendor's catalogue and the SKU say of each. */
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { quantity, unitPrice } from '#domain/money.ts';
import { newLine } from '#domain/purchasing/new-line.ts';
import type { OrderLine } from '#domain/purchasing/purchase-order.ts';
import type { ReturnLine } from '#domain/purchasing/vendor-return.ts';
import { requirePlaces } from '../purchasing/receipts.ts';
import { itemsOf, skusFor } from '../purchasing/references.ts';
import type { StoredOrderCard } from '../purchasing/store.ts';
import { newIds } from '../write/ids.ts';

type Given = BodyOf<'vendorReturns.create'>['lines'][number];
type Named = { readonly vendorId: Id; readonly order: StoredOrderCard | null };

/**
 * @param known SKUs the return has already: they may have gone out of use since
 * @throws ProblemError record.not_found (404), order.inactive_reference (422)
 */
export async function linesFrom(
  tx: Transaction,
  { vendorId, order }: Named,
  given: readonly Given[],
  known: readonly (Id | null)[] = [],
): Promise<ReturnLine[]> {
  await requirePlaces(tx, given);
  const skuIds = given.flatMap(({ skuId }) => (skuId === null ? [] : [skuId]));
  const skus = await skusFor(tx, skuIds, known);
  const items = await itemsOf(tx, vendorId, skuIds);
  const ids = await newIds(tx, given.length);
  return given.map((line, index) => {
    const of = line.lineId === null ? ofSku(line) : ofOrder(line.lineId);
    return {
      id: ids[index]!,
      lineId: line.lineId,
      skuId: of.skuId,
      stocked: of.stocked,
      serialized: of.serialized,
      description: of.description,
      vendorPartNumber: of.vendorPartNumber,
      inventoryLocationId: line.inventoryLocationId,
      quantity: quantity(line.quantity),
      cost: line.cost === undefined ? of.cost : unitPrice(line.cost),
      serials: of.serialized ? line.serials : [],
    };
  });

  function ofSku({ skuId, quantity: back }: Given): OrderLine {
    const nothingSaid = { skuId, vendorPartNumber: '', quantity: quantity(back), expectedOn: null };
    return newLine(0, 0, nothingSaid, {
      sku: skus.get(skuId!)!,
      item: items.get(skuId!) ?? null,
      from: 'Sku',
    });
  }
  function ofOrder(lineId: Id): OrderLine {
    const line = order?.lines.find(({ id }) => id === lineId);
    if (!line) throw new ProblemError('record.not_found', { kind: 'orderLine' });
    return line;
  }
}
