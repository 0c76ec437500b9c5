/** Entries of the journal, in and out of the database. */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import type { FiledEntry } from '#domain/posting/files.ts';
import type { EntryKind } from '#domain/posting/posting.ts';
import type { DocumentRef } from '#domain/receivables/ledger.ts';

export type NewEntry = Omit<FiledEntry, 'position'> & {
  readonly sourceId: Id;
  readonly customerId: Id;
  readonly businessUnitIds: readonly Id[];
  readonly debitCents: number;
};
export type StoredEntry = NewEntry & { readonly position: number };

const COLUMNS = `position, kind, source_id as "sourceId", label, effective_on as "on", currency,
  business_unit_ids as "businessUnitIds", unit_name as "unitName", customer_id as "customerId",
  customer_name as "customerName", lines, debit_cents as "debitCents"`;

export const storedEntries = (tx: Transaction, batchId: Id): Promise<StoredEntry[]> =>
  tx.query<StoredEntry>(
    `select ${COLUMNS} from company.posting_entries where tenant_id = $1 and batch_id = $2 order by position`,
    [tx.tenantId, batchId],
  );

export const entriesOfSources = (
  tx: Transaction,
  kind: EntryKind,
  sourceIds: readonly Id[],
): Promise<(StoredEntry & { readonly batchId: Id })[]> =>
  tx.query(
    planOnce(`select ${COLUMNS}, batch_id as "batchId" from company.posting_entries
     where tenant_id = $1 and kind = $2 and source_id = any($3::bigint[])`),
    [tx.tenantId, kind, sourceIds],
  );

/** In the order they are told; what was applied, and taken back, is marked as known to the books. */
export async function writeEntries(
  tx: Transaction,
  batchId: Id,
  entries: readonly NewEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry, at) => ({
    position: at + 1,
    kind: entry.kind,
    source_id: entry.sourceId,
    label: entry.label,
    effective_on: entry.on,
    currency: entry.currency,
    business_unit_ids: entry.businessUnitIds,
    unit_name: entry.unitName,
    customer_id: entry.customerId,
    customer_name: entry.customerName,
    lines: entry.lines,
    debit_cents: entry.debitCents,
  }));
  await tx.query(
    planOnce(`insert into company.posting_entries (tenant_id, batch_id, position, kind, source_id, label, effective_on,
       currency, business_unit_ids, unit_name, customer_id, customer_name, lines, debit_cents)
     select $1, $2, r.position, r.kind, r.source_id, r.label, r.effective_on, r.currency, r.business_unit_ids,
       r.unit_name, r.customer_id, r.customer_name, r.lines, r.debit_cents
     from jsonb_to_recordset($3::jsonb) as r(position int, kind text, source_id bigint, label text, effective_on date,
       currency text, business_unit_ids bigint[], unit_name text, customer_id bigint, customer_name text, lines jsonb,
       debit_cents bigint)`),
    [tx.tenantId, batchId, json(rows)],
  );
  const idsOf = (kind: EntryKind) => entries.flatMap((one) => (one.kind === kind ? [one.sourceId] : []));
  await tx.query(
    planOnce(`update company.ar_applications set posted = true, reversal_posted = id = any($3::bigint[])
     where tenant_id = $1 and id = any($2::bigint[] || $3::bigint[])`),
    [tx.tenantId, idsOf('application'), idsOf('unapplication')],
  );
}

/** What was applied between these and others, as far as the books know of it. */
export const postedApplicationsOf = async (
  tx: Transaction,
  documents: readonly DocumentRef[],
): Promise<Id[]> => {
  const ids = (kind: string) => documents.flatMap((one) => (one.kind === kind ? [one.id] : []));
  const rows = await tx.query<{ id: Id }>(
    planOnce(`select id from company.ar_applications where tenant_id = $1 and posted and from_kind = 'invoice' and from_id = any($2::bigint[])
     union select id from company.ar_applications where tenant_id = $1 and posted and from_kind = 'payment' and from_id = any($3::bigint[])
     union select id from company.ar_applications where tenant_id = $1 and posted and to_kind = 'invoice' and to_id = any($2::bigint[])
     union select id from company.ar_applications where tenant_id = $1 and posted and to_kind = 'payment' and to_id = any($3::bigint[])`),
    [tx.tenantId, ids('invoice'), ids('payment')],
  );
  return rows.map(({ id }) => id);
};

/** Takes them out of their batches, and lets what was applied wait again. */
export async function removeEntries(
  tx: Transaction,
  documents: readonly DocumentRef[],
  applicationIds: readonly Id[],
): Promise<void> {
  const remove = (kinds: readonly EntryKind[], ids: readonly Id[]) =>
    tx.query(
      planOnce(`delete from company.posting_entries
       where tenant_id = $1 and kind = any($2::text[]) and source_id = any($3::bigint[])`),
      [tx.tenantId, kinds, ids],
    );
  for (const kind of ['invoice', 'payment'] as const) {
    await remove(
      [kind],
      documents.flatMap((one) => (one.kind === kind ? [one.id] : [])),
    );
  }
  await remove(['application', 'unapplication'], applicationIds);
  await tx.query(
    planOnce(`update company.ar_applications set posted = false, reversal_posted = false
     where tenant_id = $1 and id = any($2::bigint[])`),
    [tx.tenantId, applicationIds],
  );
}
