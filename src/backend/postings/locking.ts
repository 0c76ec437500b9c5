/** Batches that a step changes: locked after the documents in them, in id order, and compared with what was seen. */
import type { BatchSummary } from '#contract/posting.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { CommandContext } from '../write/context.ts';
import { requireBatch } from './batches.ts';

/** @throws ProblemError posting.batch_changed (409): somebody took something out of it, or exported it */
export async function lockedBatch(
  tx: Transaction,
  actor: Actor,
  id: Id,
  version: number,
): Promise<BatchSummary> {
  await tx.query(
    'select id from company.posting_batches where tenant_id = $1 and id = $2 for no key update',
    [tx.tenantId, id],
  );
  const batch = await requireBatch(tx, actor, id);
  if (batch.status === 'Open' && batch.version !== version) {
    throw new ProblemError('posting.batch_changed', { number: batch.number });
  }
  return batch;
}

/** With those that hold what was applied to its documents. Nobody exports one of them meanwhile: the documents are held. */
export async function batchesChanged(
  tx: Transaction,
  { now }: CommandContext,
  id: Id,
  applicationIds: readonly Id[],
): Promise<void> {
  await tx.query(
    `update company.posting_batches b set version = b.version + 1, modified_on = $2
     where b.tenant_id = $1 and (b.id = $3 or b.id in (select e.batch_id from company.posting_entries e
       where e.tenant_id = $1 and e.kind in ('application', 'unapplication') and e.source_id = any($4::bigint[])))`,
    [tx.tenantId, now, id, applicationIds],
  );
}
