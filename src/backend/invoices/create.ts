/** Invoices that somebody writes: at the counter, to adjust another one, and the kinds with a file of their own (domain-rules §7). */
import type { BodyOf } from '#contract/endpoints.ts';
import type { InvoiceWritten } from '#contract/invoice.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { InvoiceItem } from '#domain/invoices/invoice.ts';
import { type ItemWords, writtenItems } from '#domain/invoices/written-items.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import type { StoredRecord } from '../write/records.ts';
import { factsFor } from './edit-items.ts';
import { createFinancing } from './financing.ts';
import { headAbout, type NewHead, newHead, todayOf } from './new-head.ts';
import { createOfProject } from './of-project.ts';
import { invoiceCardOf } from './queries.ts';
import { newId, saveNew } from './save-new.ts';
import { lockedInvoices, type StoredInvoiceCard } from './store.ts';
import { createWriteOff } from './write-off.ts';

type Body = BodyOf<'invoices.create'>;
export type BodyOfKind<K extends Body['kind']> = Extract<Body, { kind: K }>;

export async function createInvoice(
  tx: Transaction,
  context: CommandContext,
  body: Body,
): Promise<InvoiceWritten> {
  const { id, operationId } = await make(tx, context, body);
  return { operationId, merged: false, card: await invoiceCardOf(tx, context.actor, id) };
}

export type Made = { readonly id: Id; readonly operationId: Id };
function make(tx: Transaction, context: CommandContext, body: Body): Promise<Made> {
  switch (body.kind) {
    case 'PointOfSale':
      return createAtCounter(tx, context, body);
    case 'Adjustment':
      return createAdjustment(tx, context, body);
    case 'Project':
      return createOfProject(tx, context, body);
    case 'Financing':
      return createFinancing(tx, context, body);
    case 'WriteOff':
      return createWriteOff(tx, context, body);
  }
}

/** No place and no job. */
async function createAtCounter(
  tx: Transaction,
  context: CommandContext,
  { kind, memo, items, ...of }: BodyOfKind<'PointOfSale'>,
): Promise<Made> {
  const head: NewHead = { ...(await newHead(tx, context, of)).head, kind, memo };
  return saveWords(tx, context, head, items as readonly ItemWords[]);
}

async function createAdjustment(
  tx: Transaction,
  context: CommandContext,
  { kind, aboutInvoiceId, memo, items }: BodyOfKind<'Adjustment'>,
): Promise<Made> {
  const [about] = (await lockedInvoices(tx, context.actor, [aboutInvoiceId])) as [StoredInvoiceCard];
  const today = await todayOf(tx, context, about.invoice);
  const head: NewHead = { ...headAbout(about.invoice, today), kind, relation: 'Adjusts', memo };
  const [place] = await loadRecords(tx, 'invoicePlace', [aboutInvoiceId]);
  return saveWords(tx, context, head, items as readonly ItemWords[], place);
}

async function saveWords(
  tx: Transaction,
  context: CommandContext,
  head: NewHead,
  words: readonly ItemWords[],
  place?: StoredRecord,
): Promise<Made> {
  const id = await newId(tx);
  const items = await newItems(tx, head, words);
  const { operationId } = await saveNew(tx, context, { id, head, items, place: place ?? null });
  return { id, operationId };
}

/** As somebody wrote them on an invoice that has none. */
export async function newItems(
  tx: Transaction,
  head: Pick<NewHead, 'businessUnitId' | 'currency'>,
  words: readonly ItemWords[],
): Promise<readonly InvoiceItem[]> {
  const fresh = words.map((one) => ({ ...one, id: null }));
  return must(writtenItems([], fresh, [], await factsFor(tx, { invoice: head, items: [] }, fresh)));
}
