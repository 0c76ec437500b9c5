/** After invoices were written: the feed, for who sees their unit. It tells what everybody may know of one. */
import type { z } from 'zod';
import type { jobInvoice } from '#contract/job.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { emitChanges } from '../changes/emit.ts';
import type { CommandContext } from '../write/context.ts';
import type { Saved } from '../write/save.ts';

export async function invoicesChanged(tx: Transaction, context: CommandContext, saved: Saved): Promise<void> {
  const changed = saved.changes.filter(({ kind }) => kind === 'invoice');
  if (changed.length === 0) return;
  const records = await tx.query<z.output<typeof jobInvoice>>(
    `select i.id, i.number, i.sync_status as "syncStatus", i.currency,
       coalesce((select sum(e.cents) from company.ar_entries e where e.tenant_id = i.tenant_id
         and e.document_kind = 'invoice' and e.document_id = i.id and e.cause = 'Total'), 0)::bigint as "totalCents"
     from company.invoices i where i.tenant_id = $1 and i.id = any($2::bigint[])`,
    [tx.tenantId, changed.map(({ after }) => after.id)],
  );
  const recordOf = new Map(records.map((one) => [one.id, one]));
  const emissions = changed.map(({ before, after, version, fields }) => ({
    type: before ? 'invoice.changed' : 'invoice.created',
    kind: 'invoice',
    id: after.id,
    version,
    fields: Object.keys(fields),
    businessUnitId: after.businessUnitId as Id,
    record: recordOf.get(after.id),
  }));
  await emitChanges(tx, context, saved.operationId, emissions);
}
