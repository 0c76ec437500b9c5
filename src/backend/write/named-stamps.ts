/** Who set the stamps of a document, by name. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Stamp } from '#domain/purchasing/purchase-order.ts';

/** Answers a stamp with the name of who set it; somebody who is gone, or no person, is the program. */
export async function namedStamps(
  tx: Transaction,
  stamps: readonly (Stamp | null | undefined)[],
): Promise<<S extends Stamp>(stamp: S) => S & { byName: string }> {
  const ids = stamps.flatMap((stamp) => (stamp ? [stamp.by] : []));
  const rows = await tx.query<{ id: Id; name: string }>(
    'select id, name from office.users where tenant_id = $1 and id = any($2::bigint[])',
    [tx.tenantId, [...new Set(ids)]],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (stamp) => ({ ...stamp, byName: names.get(stamp.by) ?? 'Truckroll' });
}
