/** The records a job names, loaded once for many jobs; a foreign or unknown id is answered like a missing record (R40). */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { loadRecords } from '../write/load.ts';
import type { RecordKind, StoredRecord } from '../write/records.ts';

export type References = { of(kind: RecordKind, id: Id): StoredRecord };

/** Throws ProblemError record.not_found (404) naming the kind when one is missing. */
export async function loadReferences(
  tx: Transaction,
  wanted: Readonly<Partial<Record<RecordKind, readonly Id[]>>>,
): Promise<References> {
  const found = new Map<string, StoredRecord>();
  for (const [kind, ids] of Object.entries(wanted) as [RecordKind, readonly Id[]][]) {
    for (const record of await loadRecords(tx, kind, ids)) found.set(`${kind} ${record.id}`, record);
    const missing = ids.find((id) => !found.has(`${kind} ${id}`));
    if (missing !== undefined) throw new ProblemError('record.not_found', { kind });
  }
  return { of: (kind, id) => found.get(`${kind} ${id}`)! };
}
