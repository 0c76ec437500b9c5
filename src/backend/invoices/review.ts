/** How far invoices were looked at, each decided on by itself: what is refused stays as it is and is told. */
import type { BodyOf, ResultOf } from '#contract/endpoints.ts';
import type { Transaction } from '#db/database.ts';
import { invoiceGate } from '#domain/invoices/decide.ts';
import type { CommandContext } from '../write/context.ts';
import { saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { invoicesChanged } from './changed.ts';
import { changesOf, lockedInvoices } from './store.ts';

export async function reviewInvoices(
  tx: Transaction,
  context: CommandContext,
  { reviewStatus, expected }: BodyOf<'invoices.review'>,
): Promise<ResultOf<'invoices.review'>> {
  const cards = await lockedInvoices(
    tx,
    context.actor,
    expected.map(({ id }) => id),
  );
  const touches = ['reviewStatus', 'voided'];
  await checkVersions(
    tx,
    expected,
    cards.map(({ invoice: { id, version } }) => ({ kind: 'invoice', id, version, touches })),
  );
  const closed = new Map(cards.map((card) => [card.invoice.id, invoiceGate(card, 'review')]));
  const saved = await saveRecords(
    tx,
    context,
    { verb: 'invoice.reviewed', undoable: false },
    cards
      .filter(({ invoice }) => closed.get(invoice.id) === null)
      .flatMap((card) => changesOf(card, { ...card.invoice, reviewStatus }, card.items)),
  );
  await invoicesChanged(tx, context, saved);
  const outcomes = cards.map(({ invoice: { id, number } }) => {
    const refusal = closed.get(id) ?? null;
    return { id, number, problem: refusal && { ...refusal, params: { ...refusal.params } } };
  });
  return { operationId: saved.operationId, outcomes };
}
