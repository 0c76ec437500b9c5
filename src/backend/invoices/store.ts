/**
 * Invoices in and out of the database. Whoever changes one holds, in this order: its job (the freeze reads the invoice),
 * the account of who pays, the invoice itself.
 */
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { PostalAddress } from '#domain/document-copy.ts';
import type { Id } from '#domain/ids.ts';
import { totalsOf } from '#domain/invoices/amounts.ts';
import type {
  Invoice,
  InvoiceCard,
  InvoiceItem,
  InvoiceRelation,
  MembershipEvent,
} from '#domain/invoices/invoice.ts';
import { cents, decimalOfCents, decimalOfQuantity, decimalOfUnitPrice } from '#domain/money.ts';
import type { PaymentTerm } from '#domain/payment-term.ts';
import { keyOf } from '#domain/receivables/ledger.ts';
import type { Day } from '#domain/time.ts';
import { balancesOf, lockAccounts } from '../receivables/ledger.ts';
import type { FieldChanges } from '../write/differences.ts';
import { grouped } from '../write/grouped.ts';
import { loadRecords } from '../write/load.ts';
import type { StoredRecord } from '../write/records.ts';
import { requireUnit } from '../write/require-unit.ts';
import type { RecordChange } from '../write/save.ts';
import { foundBy } from './found-by.ts';
import { loadItems, type StoredItem } from './items.ts';

type BillTo = { readonly [F in keyof PostalAddress as `billTo${Capitalize<F>}`]: string };
/** What is written on an invoice beside what rules look at. */
export type InvoiceHead = BillTo & {
  readonly billToName: string;
  readonly jobId: Id | null;
  readonly locationId: Id | null;
  readonly projectId: Id | null;
  readonly stage: string;
  readonly memo: string;
  readonly taxZoneId: Id | null;
  readonly paymentTermId: Id | null;
  readonly paymentTerm: PaymentTerm | null;
  readonly membershipEvent: MembershipEvent | null;
  readonly membershipId: Id | null;
  readonly periodStart: Day | null;
  readonly aboutInvoiceId: Id | null;
  readonly relation: InvoiceRelation | null;
  readonly refundOfPaymentId: Id | null;
  readonly batchId: Id | null;
};
export type StoredInvoice = Invoice & InvoiceHead & StoredRecord;
export type StoredInvoiceCard = Omit<InvoiceCard, 'invoice' | 'items'> & {
  readonly invoice: StoredInvoice;
  readonly items: readonly StoredItem[];
};

/** @throws ProblemError record.not_found (404): unknown, another tenant's, or of a unit the actor is confined from */
export async function requireInvoices(
  tx: Transaction,
  actor: Actor,
  ids: readonly Id[],
  locking: { readonly lock?: boolean } = {},
): Promise<StoredInvoice[]> {
  const found = await loadRecords<StoredInvoice>(tx, 'invoice', ids, locking);
  if (found.length < new Set(ids).size) throw new ProblemError('record.not_found', { kind: 'invoice' });
  requireUnit(
    actor,
    found.map(({ businessUnitId }) => businessUnitId),
    'invoice',
  );
  return found;
}

export async function cardsOf(
  tx: Transaction,
  invoices: readonly StoredInvoice[],
): Promise<StoredInvoiceCard[]> {
  const ids = invoices.map(({ id }) => id);
  const items = grouped(await loadItems(tx, ids), ({ invoiceId }) => invoiceId);
  const documents = ids.map((id) => ({ kind: 'invoice' as const, id }));
  const balances = await balancesOf(tx, documents);
  return invoices.map((invoice) => ({
    invoice,
    items: items.get(invoice.id) ?? [],
    balanceCents: balances.get(keyOf({ kind: 'invoice', id: invoice.id })) ?? cents(0),
  }));
}

/**
 * With everything that a step on them waits for. In id order.
 * @param customerIds whose accounts are wanted beside
 */
export async function lockedInvoices(
  tx: Transaction,
  actor: Actor,
  ids: readonly Id[],
  customerIds: readonly Id[] = [],
): Promise<StoredInvoiceCard[]> {
  const seen = await requireInvoices(tx, actor, ids);
  await loadRecords(
    tx,
    'job',
    seen.flatMap(({ jobId }) => jobId ?? []),
    { lock: true },
  );
  // A job that changed hands while it was waited for took its invoice along.
  const payers = await requireInvoices(tx, actor, ids);
  await lockAccounts(tx, [...customerIds, ...payers.map(({ customerId }) => customerId)]);
  return cardsOf(tx, await requireInvoices(tx, actor, ids, { lock: true }));
}

const labelOf = ({ number }: Pick<Invoice, 'number'>): string => `Invoice ${number}`;

/** An invoice with its items, as they are to be saved: those that are new, and what is other than it was. */
export function changesOf(
  before: StoredInvoiceCard | null,
  invoice: Invoice & InvoiceHead,
  items: readonly InvoiceItem[],
): RecordChange[] {
  const label = labelOf(invoice);
  const were = new Map((before?.items ?? []).map((item) => [item.id, item]));
  return [
    {
      kind: 'invoice',
      before: before?.invoice ?? null,
      after: { ...invoice, search: foundBy(invoice) },
      label,
      related: toldOf(before, invoice, items),
    },
    ...items.map((item): RecordChange => {
      const was = were.get(item.id) ?? null;
      return {
        kind: 'invoiceItem',
        before: was,
        after: { externalKey: was?.externalKey ?? null, ...item, invoiceId: invoice.id },
        label,
      };
    }),
  ];
}

/** For the history, without what anything costs (§9): items in words, and what the invoice comes to. */
function toldOf(
  before: StoredInvoiceCard | null,
  invoice: Invoice,
  items: readonly InvoiceItem[],
): FieldChanges {
  const words = ({ description, quantity, price, taxable }: InvoiceItem) =>
    `${decimalOfQuantity(quantity)} × ${description} at ${decimalOfUnitPrice(price)}${taxable ? '' : ', not taxed'}`;
  const standing = (all: readonly InvoiceItem[]) => all.filter(({ active }) => active).map(words);
  const [was, is] = [standing(before?.items ?? []), standing(items)];
  const total = ({ tax, voided }: Invoice, all: readonly InvoiceItem[]) =>
    decimalOfCents(voided ? cents(0) : totalsOf(all, tax?.rates ?? []).totalCents);
  const came = before && total(before.invoice, before.items);
  const comes = total(invoice, items);
  const changes: Record<string, [unknown, unknown]> = {};
  if (was.join('\n') !== is.join('\n')) {
    changes.items = [was.filter((one) => !is.includes(one)), is.filter((one) => !was.includes(one))];
  }
  if (came !== comes && (before || items.length > 0)) changes.total = [came, comes];
  return changes;
}
