/** After payments were written: the feed, for who sees their unit. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { emitChanges } from '../changes/emit.ts';
import type { CommandContext } from '../write/context.ts';
import type { Saved } from '../write/save.ts';

export async function paymentsChanged(tx: Transaction, context: CommandContext, saved: Saved): Promise<void> {
  const emissions = saved.changes
    .filter(({ kind }) => kind === 'payment')
    .map(({ before, after, version }) => ({
      type: before ? 'payment.updated' : 'payment.created',
      kind: 'payment',
      id: after.id,
      version,
      fields: [],
      businessUnitId: after.businessUnitId as Id,
      record: { id: after.id },
    }));
  await emitChanges(tx, context, saved.operationId, emissions);
}
