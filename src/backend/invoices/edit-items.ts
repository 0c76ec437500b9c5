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
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import { RECORDS, type StoredRecord } from '../write/records.ts';
import { unitAccounts } from './accounts.ts';
import { type ItemCheck, stepInvoice } from './run.ts';
import { soldSkus } from './sold-skus.ts';
import type { StoredInvoiceCard } from './store.ts';

type Words = Pick<BodyOf<'invoices.editItems'>, 'items' | 'removed'>;

export const editItems = (
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, ...words }: BodyOf<'invoices.editItems'>,
): Promise<InvoiceWritten> =>
  stepInvoice(tx, context, id, {
    verb: 'invoice.items-changed',
    expected,
    checks: (card) => itemChecks(card, words),
    decide: async (card) => ({
      items: must(decideItems(card, must(await withWords(tx, card, words)))),
    }),
  });

const COLUMNS = RECORDS.invoiceItem.columns;

/**
 * Those that are named, with what is said of each; all of one that is removed.
 * @throws ProblemError record.not_found (404): of another invoice, or of none
 */
export function itemChecks({ items }: StoredInvoiceCard, words: Words): ItemCheck[] {
  const removed = words.removed.map((id) => ({ id, touches: COLUMNS }));
  const changed = words.items.flatMap(({ id, ...fields }) =>
    id === null ? [] : [{ id, touches: touchedBy(fields) }],
  );
  return [...removed, ...changed].map(({ id, touches }) => {
    const item = items.find((one) => one.id === id);
    if (!item) throw new ProblemError('record.not_found', { kind: 'invoiceItem' });
    return { kind: 'invoiceItem', id, version: item.version, touches: [...touches, 'active'] };
  });
}

/** Another SKU brings what it is along. */
const OF_SKU = ['kind', 'description', 'price', 'cost', 'taxable', 'glAccountId'];
const touchedBy = (fields: object): string[] => {
  const named = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  return named.includes('skuId') ? [...new Set([...named, ...OF_SKU])] : named;
};

export const withWords = async (
  tx: Transaction,
  { invoice, items }: Facts,
  { items: words, removed }: Words,
) => {
  const said = words as readonly ItemWords[];
  return writtenItems(items, said, removed, await factsFor(tx, { invoice, items }, said));
};

type Facts = {
  readonly invoice: Pick<StoredInvoiceCard['invoice'], 'businessUnitId' | 'currency'>;
  readonly items: readonly InvoiceItem[];
};
/** @throws ProblemError record.not_found (404), invoice.inactive_reference (422): what an item newly names */
export async function factsFor(tx: Transaction, { invoice, items }: Facts, words: readonly ItemWords[]) {
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
    incomeAccountId: (await unitAccounts(tx, invoice.businessUnitId)).income,
    newIds: await newIds(tx, words.filter(({ id }) => id === null).length),
  };
}
