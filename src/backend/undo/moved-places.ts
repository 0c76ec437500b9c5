/** Undoing a merge gives places back: not from under what was put there for the customer they belong to now. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Restoration } from '#domain/undo.ts';

/**
 * A job or project is at a place of its own customer (domain-rules §2, §3). Call with the places locked: booking
 * locks them, too. `own`: the records of the step, which go back with their place.
 * @throws ProblemError undo.not_possible (409), `because` undo.in_use
 */
export async function checkMovedPlaces(
  tx: Transaction,
  own: readonly Id[],
  restorations: readonly Restoration[],
): Promise<void> {
  const places = restorations.flatMap(({ kind, id, fields }) =>
    kind === 'location' && 'customerId' in fields ? [id] : [],
  );
  if (places.length === 0) return;
  const rows = await tx.query<{ of: string }>(
    `select of from (
       select 'job' as of, id, location_id from company.jobs where tenant_id = $1
       union all select 'project', id, location_id from company.projects where tenant_id = $1 and active
       union all select 'contact', id, location_id from company.contacts where tenant_id = $1 and active
       union all select 'note', id, owner_id from company.notes where tenant_id = $1 and owner_kind = 'location' and active
       union all select 'file', id, owner_id from company.files where tenant_id = $1 and owner_kind = 'location' and active
     ) there where location_id = any($2::bigint[]) and id <> all($3::bigint[]) group by of order by of`,
    [tx.tenantId, places, own],
  );
  if (rows.length === 0) return;
  const uses = rows.map(({ of }) => of);
  throw new ProblemError('undo.not_possible', { because: 'undo.in_use', kind: 'location', uses });
}
