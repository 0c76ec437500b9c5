/** A new invoice with its items, and what is written with it. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { decideItems } from '#domain/invoices/decide.ts';
import type { InvoiceItem } from '#domain/invoices/invoice.ts';
import { cents } from '#domain/money.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { must } from '../write/must.ts';
import { type RecordChange, type Saved, saveRecords } from '../write/save.ts';
import { invoicesChanged } from './changed.ts';
import type { NewHead } from './new-head.ts';
import { changesOf } from './store.ts';

export type Written = {
  readonly id: Id;
  readonly head: NewHead;
  readonly items: readonly InvoiceItem[];
  /** The copy of its place, where it has one. */
  readonly place?: Readonly<Record<string, unknown>> | null;
};

/** @param more records changed along with it */
export async function saveNew(
  tx: Transaction,
  context: CommandContext,
  { id, head, items, place = null }: Written,
  more: readonly RecordChange[] = [],
): Promise<Saved> {
  const number = await takeNumbers(tx, 'invoice', 1);
  const invoice = { ...head, id, number };
  must(decideItems({ invoice, items: [], balanceCents: cents(0) }, items));
  const [own, ...ownItems] = changesOf(null, invoice, items) as [RecordChange, ...RecordChange[]];
  const copy: RecordChange[] = place
    ? [{ kind: 'invoicePlace', before: null, after: { ...place, id }, label: own.label }]
    : [];
  const saved = await saveRecords(
    tx,
    context,
    { verb: 'invoice.created', undoable: false, ...(head.memo ? { reason: head.memo } : {}) },
    [own, ...copy, ...ownItems, ...more],
  );
  await invoicesChanged(tx, context, saved);
  return saved;
}

export const newId = async (tx: Transaction): Promise<Id> => (await newIds(tx, 1))[0]!;
