/** Handing a batch on (domain-rules §7): once, as it is, and read-only from then on. */
import type { BodyOf } from '#contract/endpoints.ts';
import type { BatchView } from '#contract/posting.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import { decideExport } from '#domain/posting/posting.ts';
import type { DocumentRef } from '#domain/receivables/ledger.ts';
import { type LockedDocument, lockedDocuments } from '../payments/documents.ts';
import type { CommandContext } from '../write/context.ts';
import { must } from '../write/must.ts';
import { batchOf, requireBatch } from './batches.ts';
import { storedEntries } from './entries.ts';
import { lockedBatch } from './locking.ts';
import { saveStatus } from './save.ts';

export async function exportBatch(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { version }: BodyOf<'postings.export'>,
): Promise<BatchView> {
  const { actor, now } = context;
  await requireBatch(tx, actor, id);
  const documents = [...(await lockedDocuments(tx, actor, await restsOn(tx, id))).values()];
  const batch = await lockedBatch(tx, actor, id, version);
  must(decideExport(batch, await earlierOf(tx, id, documents)));
  await tx.query(
    `update company.posting_batches set status = 'Exported', exported = $3, version = version + 1, modified_on = $4
     where tenant_id = $1 and id = $2`,
    [tx.tenantId, id, json({ by: actor.userId, at: now }), now],
  );
  const own = documents.filter(({ record }) => batchIdOf(record) === id);
  await saveStatus(tx, context, 'posting.exported', own, { syncStatus: 'Exported' });
  return batchOf(tx, actor, id);
}

const batchIdOf = (record: LockedDocument['record']): Id | null =>
  (record as { batchId?: Id | null }).batchId ?? null;

/** Its documents, and those that something in it was applied to. */
async function restsOn(tx: Transaction, id: Id): Promise<DocumentRef[]> {
  const entries = await storedEntries(tx, id);
  const applied = entries.flatMap(({ kind, sourceId }) =>
    kind === 'application' || kind === 'unapplication' ? [sourceId] : [],
  );
  const sides = await tx.query<DocumentRef>(
    `select from_kind as kind, from_id as id from company.ar_applications
     where tenant_id = $1 and id = any($2::bigint[])
     union select to_kind, to_id from company.ar_applications where tenant_id = $1 and id = any($2::bigint[])`,
    [tx.tenantId, applied],
  );
  const own = entries.flatMap(({ kind, sourceId }): DocumentRef[] => {
    if (kind === 'invoice') return [{ kind, id: sourceId }];
    return kind === 'payment' || kind === 'bounce' ? [{ kind: 'payment', id: sourceId }] : [];
  });
  return [...own, ...sides];
}

/** The number of the first batch that is open and holds one of these. */
async function earlierOf(
  tx: Transaction,
  id: Id,
  documents: readonly LockedDocument[],
): Promise<number | null> {
  const batchIds = documents.flatMap(({ record }) => batchIdOf(record) ?? []);
  const [row] = await tx.query<{ number: number | null }>(
    `select min(number) as number from company.posting_batches
     where tenant_id = $1 and id = any($2::bigint[]) and id <> $3 and status = 'Open'`,
    [tx.tenantId, batchIds, id],
  );
  return row!.number;
}
