/** Items added, changed and removed (domain-rules §7): two who edit others at the same time keep each other's. */
import type { BodyOf } from '#contract/endpoints.ts';
import type { InvoiceWritten } from '#contract/invoice.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { decideItems } from '#domain/invoices/decide.ts';
import type { InvoiceItem } from '#domain/invoices/invoice.ts';
import { decideInvoiceReferences, type ItemWords, writtenItems } from '#domain/invoices/written-items.ts';
import type { CommandContext } from '../write/context.ts';
import { differences } from '../write/differences.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import { RECORDS, type StoredRecord } from '../write/records.ts';
import { saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { invoicesChanged } from './changed.ts';
import { invoiceCardOf } from './queries.ts';
import { soldSkus } from './sold-skus.ts';
import { changesOf, lockedInvoices, type StoredInvoiceCard } from './store.ts';

/** What every step on items is decided on: who has not seen the newest of these is told before it happens. */
const DECISIVE = ['syncStatus', 'voided', 'currency'] as const;

export async function editItems(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, items, removed }: BodyOf<'invoices.editItems'>,
): Promise<InvoiceWritten> {
  const [card] = (await lockedInvoices(tx, context.actor, [id])) as [StoredInvoiceCard];
  const words = items as readonly ItemWords[];
  const named = [...removed, ...words.flatMap((one) => one.id ?? [])];
  if (named.some((itemId) => card.items.every((item) => item.id !== itemId))) {
    throw new ProblemError('record.not_found', { kind: 'invoiceItem' });
  }
  const after = must(writtenItems(card.items, words, removed, await factsFor(tx, card, words)));
  const merged = await checkVersions(tx, expected, [
    { kind: 'invoice', id, version: card.invoice.version, touches: DECISIVE },
    ...card.items
      .filter((item) => named.includes(item.id))
      .map((item) => ({
        kind: 'invoiceItem',
        id: item.id,
        version: item.version,
        touches: removed.includes(item.id) ? COLUMNS : changedIn(item, after),
      })),
  ]);
  must(decideItems(card, after));
  const saved = await saveRecords(
    tx,
    context,
    { verb: 'invoice.items-changed', undoable: false },
    changesOf(card, card.invoice, after),
  );
  await invoicesChanged(tx, context, saved);
  return { operationId: saved.operationId, merged, card: await invoiceCardOf(tx, context.actor, id) };
}

const COLUMNS = RECORDS.invoiceItem.columns;
const changedIn = (item: StoredInvoiceCard['items'][number], after: readonly InvoiceItem[]): string[] =>
  Object.keys(differences(item, after.find(({ id }) => id === item.id)!, COLUMNS));

/** @throws ProblemError record.not_found (404), invoice.inactive_reference (422): what an item newly names */
export async function factsFor(
  tx: Transaction,
  { invoice, items }: Pick<StoredInvoiceCard, 'invoice' | 'items'>,
  words: readonly ItemWords[],
) {
  const fresh = (field: 'skuId' | 'glAccountId' | 'technicianId'): Id[] =>
    words.flatMap((one) => {
      const was = items.find(({ id }) => id === one.id)?.[field];
      return one[field] && one[field] !== was ? [one[field]] : [];
    });
  for (const [kind, ids] of [
    ['glAccount', fresh('glAccountId')],
    ['technician', fresh('technicianId')],
  ] as const) {
    const found = await loadRecords<StoredRecord & { active: boolean }>(tx, kind, ids);
    if (found.length < new Set(ids).size) throw new ProblemError('record.not_found', { kind });
    must(decideInvoiceReferences(found.map(({ id, active }) => ({ kind, id, active }))));
  }
  return {
    skus: await soldSkus(tx, fresh('skuId'), invoice.currency),
    incomeAccountId: await incomeAccountOf(tx, invoice.businessUnitId),
    newIds: await newIds(tx, words.filter(({ id }) => id === null).length),
  };
}

async function incomeAccountOf(tx: Transaction, businessUnitId: Id): Promise<Id | null> {
  const [unit] = await tx.query<{ id: Id | null }>(
    'select income_account_id as id from company.business_units where tenant_id = $1 and id = $2',
    [tx.tenantId, businessUnitId],
  );
  return unit!.id;
}
