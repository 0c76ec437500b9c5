/** A balance that is given up (domain-rules §7): its own negative invoice, applied at once. There is no other way. */
import type { Transaction } from '#db/database.ts';
import { decideTakenOff } from '#domain/invoices/credit.ts';
import { cents } from '#domain/money.ts';
import { decideApplications } from '#domain/receivables/applying.ts';
import { keyOf } from '#domain/receivables/ledger.ts';
import { lockedDocuments, requireCorrecting } from '../payments/documents.ts';
import { newDocument, saveApplied } from '../payments/save.ts';
import { firstOpenDay } from '../receivables/ledger.ts';
import type { CommandContext } from '../write/context.ts';
import { must } from '../write/must.ts';
import type { BodyOfKind, Made } from './create.ts';
import { creditsAbout } from './credits.ts';
import { todayOf } from './new-head.ts';
import type { StoredInvoice } from './store.ts';

export async function createWriteOff(
  tx: Transaction,
  context: CommandContext,
  { kind, aboutInvoiceId, cents: amount, memo }: BodyOfKind<'WriteOff'>,
): Promise<Made> {
  const ref = { kind: 'invoice', id: aboutInvoiceId } as const;
  const locked = await lockedDocuments(tx, context.actor, [ref]);
  const document = locked.get(keyOf(ref))!;
  requireCorrecting(context.actor, [document]);
  must(decideTakenOff(document, cents(amount)));
  const about = document.record as StoredInvoice;
  const words = { kind, memo, cents: cents(amount), ofPaymentId: null };
  const on = await todayOf(tx, context, about);
  const description = `Written off of invoice ${about.number}`;
  const [credit] = await creditsAbout(tx, [{ ...words, about, on, description }]);
  const documents = new Map([...locked, newDocument(credit!.document)]);
  const wanted = { from: credit!.document, to: ref, cents: cents(amount) };
  const made = must(decideApplications([wanted], documents, await firstOpenDay(tx)));
  const step = { verb: 'invoice.written-off', documents, made, records: credit!.changes };
  const saved = await saveApplied(tx, context, { ...step, ...(memo ? { reason: memo } : {}) });
  return { id: credit!.document.id, operationId: saved.operationId };
}
