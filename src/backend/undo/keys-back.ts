/** Keys of other programs that an undo would give back. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Restoration } from '#domain/undo.ts';
import { RECORDS, type RecordKind } from '../write/records.ts';

/** @throws ProblemError undo.not_possible (409), `because` record.key_taken: another record has got the key since */
export async function checkKeysBack(tx: Transaction, restorations: readonly Restoration[]): Promise<void> {
  for (const { kind, id, fields } of restorations) {
    if (typeof fields.externalKey !== 'string') continue;
    const taken = await tx.query(
      `select from ${RECORDS[kind as RecordKind].table} where tenant_id = $1 and external_key = $2 and id <> $3`,
      [tx.tenantId, fields.externalKey, id],
    );
    if (taken.length > 0) throw new ProblemError('undo.not_possible', { because: 'record.key_taken', kind });
  }
}
