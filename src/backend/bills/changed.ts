/** After a bill was written: the feed, for who sees its unit, or saw it until it moved with its order. It tells which, and no cost (domain-rules §9). */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { emitChanges } from '../changes/emit.ts';
import type { CommandContext } from '../write/context.ts';
import type { Saved } from '../write/save.ts';

export async function billsChanged(tx: Transaction, context: CommandContext, saved: Saved): Promise<void> {
  const emissions = saved.changes
    .filter(({ kind }) => kind === 'bill')
    .flatMap(({ before, after, version }) => {
      const units = new Set([before?.businessUnitId ?? after.businessUnitId, after.businessUnitId]);
      return [...units].map((businessUnitId) => ({
        type: before ? 'bill.updated' : 'bill.created',
        kind: 'bill',
        id: after.id,
        version,
        fields: [],
        businessUnitId: businessUnitId as Id,
        record: { id: after.id },
      }));
    });
  await emitChanges(tx, context, saved.operationId, emissions);
}
