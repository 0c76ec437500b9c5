/** Open orders of another system by CSV (issue 5, part 0): checked, then raised and with the vendor as one step. */
import type { ImportChecked, ListImported } from '#contract/list-imported.ts';
import { lockForCompany } from '#db/company-lock.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { checkedImport } from '../list-imports/checked.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { ordersChanged } from './changed.ts';
import { planOrders } from './plan-import.ts';
import { saveNewOrders } from './store.ts';

export async function checkOrderImport(
  tx: Transaction,
  context: CommandContext,
  { csv }: { csv: string },
): Promise<ImportChecked> {
  return checkedImport((await planOrders(tx, context, csv)).file);
}

/** Orders that cannot be taken are left out whole. Nothing is written where the rows would not become what was shown. */
export async function importOrders(
  tx: Transaction,
  context: CommandContext,
  { csv, seen }: { csv: string; seen: string },
): Promise<ListImported> {
  // Two files at once: the second sees what the first has made, and raises none of it twice.
  await lockForCompany(tx, 'company.orders-import');
  const { file, orders } = await planOrders(tx, context, csv);
  const check = checkedImport(file);
  if (check.problem || check.seen !== seen) return { isWritten: false, operationId: null, check };
  if (orders.length === 0) return { isWritten: true, operationId: null, check };
  const lineCount = orders.reduce((sum, { lines }) => sum + lines.length, 0);
  const ids: Id[] = await newIds(tx, orders.length + lineCount);
  const first = await takeNumbers(tx, 'purchaseOrder', orders.length);
  const cards = orders.map(({ lines, card }, at) =>
    card({ orderId: ids.pop()!, number: first + at, lineIds: ids.splice(-lines.length) }),
  );
  const saved = await saveNewOrders(tx, context, { verb: 'purchase-order.imported' }, cards);
  await ordersChanged(tx, context, saved, 'purchase-order.created');
  // Orders have no undo: each is canceled by itself.
  return { isWritten: true, operationId: null, check };
}
