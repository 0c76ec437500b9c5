/** Where documents stand in the books, as one step: told in the history of each, and to whoever looks at them. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { InvoiceSyncStatus } from '#domain/job/job-card.ts';
import { invoicesChanged } from '../invoices/changed.ts';
import { paymentsChanged } from '../payments/changed.ts';
import type { LockedDocument } from '../payments/documents.ts';
import type { CommandContext } from '../write/context.ts';
import { saveRecords } from '../write/save.ts';

/** Not undoable: un-posting takes it back, and nothing takes back an export. */
export async function saveStatus(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  documents: readonly LockedDocument[],
  now: { readonly syncStatus: InvoiceSyncStatus; readonly batchId?: Id | null },
): Promise<Id> {
  const saved = await saveRecords(
    tx,
    context,
    { verb, undoable: false },
    documents.map(({ kind, number, record }) => ({
      kind,
      before: record,
      after: { ...record, ...now },
      label: `${kind === 'invoice' ? 'Invoice' : 'Payment'} ${number}`,
    })),
  );
  await invoicesChanged(tx, context, saved);
  await paymentsChanged(tx, context, saved);
  return saved.operationId;
}
