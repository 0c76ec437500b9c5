/** Out of a batch again while it was not exported (domain-rules §7); what was applied to it waits for the next posting. */
import type { BodyOf } from '#contract/endpoints.ts';
import type { PostingOutcome, PostingWritten } from '#contract/posting.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Refusal } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import { invoiceGate } from '#domain/invoices/decide.ts';
import { cents } from '#domain/money.ts';
import { paymentGate } from '#domain/payments/payment.ts';
import { unpostGate } from '#domain/posting/posting.ts';
import { type DocumentRef, keyOf } from '#domain/receivables/ledger.ts';
import type { StoredInvoice } from '../invoices/store.ts';
import { type LockedDocument, lockedDocuments, type StoredPayment } from '../payments/documents.ts';
import type { CommandContext } from '../write/context.ts';
import { requireBatch } from './batches.ts';
import { postedApplicationsOf, removeEntries, storedEntries } from './entries.ts';
import { batchesChanged, lockedBatch } from './locking.ts';
import { saveStatus } from './save.ts';

export async function unpostDocuments(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { version, documents: asked }: BodyOf<'postings.unpost'>,
): Promise<PostingWritten> {
  const { actor } = context;
  await requireBatch(tx, actor, id);
  const inside = (await storedEntries(tx, id)).flatMap(({ kind, sourceId }): DocumentRef[] =>
    kind === 'invoice' || kind === 'payment' ? [{ kind, id: sourceId }] : [],
  );
  const refs = asked ?? inside;
  if (refs.some((one) => !inside.some((other) => keyOf(other) === keyOf(one)))) {
    throw new ProblemError('record.not_found', { kind: refs[0]!.kind });
  }
  const documents = await lockedDocuments(tx, actor, refs);
  const batch = await lockedBatch(tx, actor, id, version);
  const closed = unpostGate(batch);
  if (closed) throw new ProblemError(closed.code, closed.params);
  const decided = refs.map((ref) => {
    const document = documents.get(keyOf(ref))!;
    return { document, problem: gateOf(document) };
  });
  const back = decided.flatMap(({ document, problem }) => (problem ? [] : [document]));
  const applications = await postedApplicationsOf(tx, back);
  await batchesChanged(tx, context, id, applications);
  await removeEntries(tx, back, applications);
  const operationId = await saveStatus(tx, context, 'posting.unposted', back, {
    syncStatus: 'Pending',
    batchId: null,
  });
  return {
    operationId,
    batch: await requireBatch(tx, actor, id),
    outcomes: decided.map(
      ({ document: { kind, id: documentId, number }, problem }): PostingOutcome => ({
        kind,
        id: documentId,
        number,
        problem: problem && { ...problem, params: { ...problem.params } },
      }),
    ),
  };
}

const gateOf = ({ kind, record }: LockedDocument): Refusal | null =>
  kind === 'invoice'
    ? invoiceGate({ invoice: record as StoredInvoice, items: [], balanceCents: cents(0) }, 'unpost')
    : paymentGate({ payment: record as StoredPayment, openCents: cents(0) }, 'unpost');
