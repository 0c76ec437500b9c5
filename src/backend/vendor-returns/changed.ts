/** After a return was written: the feed, for who sees its unit. It tells which, and no cost (domain-rules §9). */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { emitChanges } from '../changes/emit.ts';
import type { CommandContext } from '../write/context.ts';
import type { Saved } from '../write/save.ts';

export const returnsChanged = (
  tx: Transaction,
  context: CommandContext,
  saved: Saved,
  type: string,
): Promise<void> =>
  emitChanges(
    tx,
    context,
    saved.operationId,
    saved.changes
      .filter(({ kind }) => kind === 'vendorReturn')
      .map(({ kind, after, version }) => ({
        type,
        kind,
        id: after.id,
        version,
        fields: [],
        businessUnitId: after.businessUnitId as Id,
        record: { id: after.id },
      })),
  );
