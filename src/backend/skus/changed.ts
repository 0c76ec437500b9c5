/** After SKUs or levels were written, or stock moved: the feed. It tells which, and no cost (domain-rules §9). */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { emitChanges } from '../changes/emit.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import type { StoredRecord } from '../write/records.ts';
import type { Saved, SavedChange } from '../write/save.ts';

const skuOf = ({ kind, after }: SavedChange): Id => (kind === 'sku' ? after.id : (after.skuId as Id));

/** One event for each SKU of the step; also called by undo. */
export async function skusChanged(
  tx: Transaction,
  context: CommandContext,
  saved: Saved,
  type: string,
): Promise<void> {
  const changes = saved.changes.filter(({ kind }) => kind === 'sku' || kind === 'stockLevel');
  const ids = [...new Set(changes.map(skuOf))];
  if (ids.length === 0) return;
  const records = await loadRecords<StoredRecord>(tx, 'sku', ids);
  await emitChanges(
    tx,
    context,
    saved.operationId,
    records.map(({ id, version }) => ({
      type,
      kind: 'sku',
      id,
      version,
      fields: [],
      businessUnitId: null,
      record: { id },
    })),
  );
}
