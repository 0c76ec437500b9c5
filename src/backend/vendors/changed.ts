/** After vendors, people there or what they sell were written: what they are found by, and the feed. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { emitChanges } from '../changes/emit.ts';
import type { CommandContext } from '../write/context.ts';
import { grouped } from '../write/grouped.ts';
import { loadRecords } from '../write/load.ts';
import type { Saved, SavedChange } from '../write/save.ts';
import { vendorSummaries } from './queries.ts';

/** A vendor's own, the people there, what it sells. */
export const isVendorKind = (kind: string): boolean =>
  kind === 'vendor' || kind === 'vendorContact' || kind === 'catalogueItem';

const vendorOf = ({ kind, after }: SavedChange): Id =>
  kind === 'vendor' ? after.id : (after.vendorId as Id);

/** One event for each vendor of the step; also called by undo. */
export async function vendorsChanged(
  tx: Transaction,
  context: CommandContext,
  saved: Saved,
  type: string,
): Promise<void> {
  const changes = saved.changes.filter(({ kind }) => isVendorKind(kind));
  const ids = [...new Set(changes.map(vendorOf))];
  if (ids.length === 0) return;
  const versions = new Map((await loadRecords(tx, 'vendor', ids)).map((one) => [one.id, one.version]));
  const own = grouped(
    changes.filter(({ kind }) => kind === 'vendor'),
    ({ after }) => after.id,
  );
  const fieldsOf = (id: Id) => (own.get(id) ?? []).flatMap(({ fields }) => Object.keys(fields));
  await emitChanges(
    tx,
    context,
    saved.operationId,
    (await vendorSummaries(tx, ids)).map((record) => ({
      type,
      kind: 'vendor',
      id: record.id,
      version: versions.get(record.id)!,
      fields: fieldsOf(record.id),
      businessUnitId: null,
      record,
    })),
  );
}
