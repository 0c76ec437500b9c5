/** A step on one invoice: everything locked that it waits for, versions compared, decided, saved, told. */
import type { InvoiceWritten } from '#contract/invoice.ts';
import type { Expected } from '#contract/scalars.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Invoice, InvoiceItem } from '#domain/invoices/invoice.ts';
import type { CommandContext } from '../write/context.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { invoicesChanged } from './changed.ts';
import { invoiceCardOf } from './queries.ts';
import { changesOf, type InvoiceHead, lockedInvoices, type StoredInvoiceCard } from './store.ts';

/** What every step is decided on: who has not seen the newest of these is told before it happens. */
const DECISIVE = ['syncStatus', 'voided', 'currency'] as const;

export type ItemCheck = {
  readonly kind: 'invoiceItem';
  readonly id: Id;
  readonly version: number;
  readonly touches: readonly string[];
};
type After = {
  readonly invoice?: Invoice & InvoiceHead;
  readonly items?: readonly InvoiceItem[];
  /** Of other invoices, in the same step. */
  readonly more?: readonly RecordChange[];
};
type Step = {
  readonly verb: string;
  readonly reason?: string;
  readonly expected: Expected;
  readonly touches?: readonly string[];
  /** Invoices that change along with it. */
  readonly along?: readonly Id[];
  checks?(card: StoredInvoiceCard): readonly ItemCheck[];
  decide(card: StoredInvoiceCard, along: readonly StoredInvoiceCard[]): Promise<After> | After;
};

export async function stepInvoice(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { verb, reason, expected, touches = [], along = [], checks, decide }: Step,
): Promise<InvoiceWritten> {
  const locked = await lockedInvoices(tx, context.actor, [id, ...along]);
  const card = locked.find(({ invoice }) => invoice.id === id)!;
  const merged = await checkVersions(tx, expected, [
    { kind: 'invoice', id, version: card.invoice.version, touches: [...DECISIVE, ...touches] },
    ...(checks?.(card) ?? []),
  ]);
  const {
    invoice = card.invoice,
    items = card.items,
    more = [],
  } = await decide(
    card,
    locked.filter((one) => one !== card),
  );
  const saved = await saveRecords(tx, context, { verb, undoable: false, ...(reason ? { reason } : {}) }, [
    ...changesOf(card, invoice, items),
    ...more,
  ]);
  await invoicesChanged(tx, context, saved);
  return { operationId: saved.operationId, merged, card: await invoiceCardOf(tx, context.actor, id) };
}
