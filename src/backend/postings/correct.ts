/**
 * What was exported is corrected by two invoices about it (domain-rules §7): one that takes it back to the cent, applied to
 * it at once, and one that stands in its place and can be edited. What was applied to it is moved to the new one.
 */
import type { BodyOf } from '#contract/endpoints.ts';
import type { Corrected } from '#contract/posting.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { totalsOf } from '#domain/invoices/amounts.ts';
import { invoiceGate } from '#domain/invoices/decide.ts';
import { negateCents } from '#domain/money.ts';
import { correctionApplications, replacingItem, reversingItem } from '#domain/posting/correction.ts';
import { bookedOn } from '#domain/posting/posting.ts';
import { decideApplications, decideUnapplying } from '#domain/receivables/applying.ts';
import { type DocumentRef, keyOf } from '#domain/receivables/ledger.ts';
import { dayOf } from '#domain/time.ts';
import { headAbout, type NewHead } from '../invoices/new-head.ts';
import { cardsOf, changesOf, requireInvoices, type StoredInvoice } from '../invoices/store.ts';
import { loadApplications } from '../payments/applications.ts';
import { lockedDocuments, requireCorrecting } from '../payments/documents.ts';
import { saveApplied, type Touched } from '../payments/save.ts';
import { firstOpenDay } from '../receivables/ledger.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import type { StoredRecord } from '../write/records.ts';
import type { RecordChange } from '../write/save.ts';

export async function correctInvoice(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { version, memo }: BodyOf<'invoices.correct'>,
): Promise<Corrected> {
  const { actor, now } = context;
  await requireInvoices(tx, actor, [id]);
  const ref: DocumentRef = { kind: 'invoice', id };
  const seen = await loadApplications(tx, await appliedTo(tx, id));
  // The other sides may be of units the actor does not see: they stay the customer's, and only move along.
  const everybody = { ...actor, businessUnitIds: null };
  const sides = seen.flatMap(({ from, to }) => [from, to]);
  const documents = await lockedDocuments(tx, everybody, [ref, ...sides]);
  const own = documents.get(keyOf(ref))!;
  requireCorrecting(actor, [own]);
  const invoice = own.record as StoredInvoice;
  const [card] = await cardsOf(tx, [invoice]);
  const closed = invoiceGate(card!, 'correct');
  if (closed) throw new ProblemError(closed.code, closed.params);
  if (await isCorrected(tx, id)) throw new ProblemError('invoice.corrected', { number: invoice.number });
  const applications = (await loadApplications(tx, await appliedTo(tx, id))).filter((one) => !one.isUndone);
  const isSame = applications.every(({ id: known }) => seen.some((one) => one.id === known));
  const { totalCents } = totalsOf(card!.items, invoice.tax?.rates ?? []);
  if (invoice.version !== version || !isSame) {
    throw new ProblemError('posting.changed_since', { number: invoice.number, totalCents });
  }
  const openFrom = await firstOpenDay(tx);
  const [unit] = await loadRecords<{ timeZone: string }>(tx, 'businessUnit', [invoice.businessUnitId]);
  const today = dayOf(now, unit!.timeZone);
  const on = bookedOn(today, openFrom);
  const items = card!.items.filter(({ active }) => active);
  const ids = await newIds(tx, 2 + items.length * 2);
  const number = await takeNumbers(tx, 'invoice', 2);
  const [reversingId, replacementId] = ids as [Id, Id];
  const head = { ...headAbout(invoice, on), kind: 'Adjustment', memo } as const;
  const made = [
    {
      head: { ...head, relation: 'Reverses', reviewStatus: 'Reviewed', dueDate: on } satisfies NewHead,
      items: items.map((item, at) => reversingItem(item, ids[2 + at]!)),
      document: { id: reversingId, number, cents: negateCents(totalCents) },
    },
    {
      // It is as late as what it stands for.
      head: {
        ...head,
        relation: 'Replaces',
        reviewStatus: invoice.reviewStatus,
        dueDate: invoice.dueDate,
      } satisfies NewHead,
      items: items.map((item, at) => replacingItem(item, ids[2 + items.length + at]!)),
      document: { id: replacementId, number: number + 1, cents: totalCents },
    },
  ];
  const back = must(decideUnapplying(applications, documents, today, openFrom));
  const fresh = made.map(
    ({ document }): Touched => ({
      ...document,
      kind: 'invoice',
      customerId: invoice.customerId,
      currency: invoice.currency,
      on,
      state: 'Pending',
      record: null,
    }),
  );
  const all = new Map<string, Touched>([
    ...back.documents,
    ...fresh.map((one) => [keyOf(one), one] as const),
  ]);
  const wanted = correctionApplications(ref, { reversingId, replacementId, totalCents }, applications);
  const saved = await saveApplied(tx, context, {
    verb: 'invoice.corrected',
    ...(memo ? { reason: memo } : {}),
    documents: all,
    undone: back.undone,
    made: must(decideApplications(wanted, all, openFrom)),
    records: [
      ...made.flatMap((one) => changesOf(null, { ...one.head, ...idOf(one.document) }, one.items)),
      ...(await places(tx, id, [reversingId, replacementId])),
    ],
  });
  return {
    operationId: saved.operationId,
    reversing: { id: reversingId, number },
    replacement: { id: replacementId, number: number + 1 },
  };
}
const idOf = ({ id, number }: { id: Id; number: number }) => ({ id, number });

async function appliedTo(tx: Transaction, id: Id): Promise<Id[]> {
  const rows = await tx.query<{ id: Id }>(
    `select id from company.ar_applications
     where tenant_id = $1 and undone is null and from_kind = 'invoice' and from_id = $2
     union select id from company.ar_applications
     where tenant_id = $1 and undone is null and to_kind = 'invoice' and to_id = $2`,
    [tx.tenantId, id],
  );
  return rows.map((row) => row.id);
}

async function isCorrected(tx: Transaction, id: Id): Promise<boolean> {
  const rows = await tx.query(
    `select id from company.invoices
     where tenant_id = $1 and about_invoice_id = $2 and relation = 'Reverses' and voided is null`,
    [tx.tenantId, id],
  );
  return rows.length > 0;
}

/** The copy of the place, for both. */
async function places(tx: Transaction, id: Id, ids: readonly Id[]): Promise<RecordChange[]> {
  const [place] = await loadRecords<StoredRecord>(tx, 'invoicePlace', [id]);
  if (!place) return [];
  return ids.map((newId) => ({
    kind: 'invoicePlace',
    before: null,
    after: { ...place, id: newId },
    label: 'Invoice',
  }));
}
