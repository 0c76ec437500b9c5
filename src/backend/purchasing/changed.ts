/** After an order was written: the feed, for who sees its unit. It tells which, and no cost (domain-rules §9). */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { billsChanged } from '../bills/changed.ts';
import { emitChanges } from '../changes/emit.ts';
import type { CommandContext } from '../write/context.ts';
import type { Saved } from '../write/save.ts';

/** With the bills that followed it. @param left the unit it was of until now: who sees that one alone is told as well */
export async function ordersChanged(
  tx: Transaction,
  context: CommandContext,
  saved: Saved,
  type: string,
  left?: Id,
): Promise<void> {
  const emissions = saved.changes
    .filter(({ kind }) => kind === 'purchaseOrder')
    .flatMap(({ after, version }) => {
      const unit = after.businessUnitId as Id;
      const units = left === undefined || left === unit ? [unit] : [left, unit];
      return units.map((businessUnitId) => ({
        type,
        kind: 'purchaseOrder',
        id: after.id,
        version,
        fields: [],
        businessUnitId,
        record: { id: after.id },
      }));
    });
  await emitChanges(tx, context, saved.operationId, emissions);
  await billsChanged(tx, context, saved);
}
