/** A part of what a customer owes is asked of who finances it (domain-rules §7): off the one invoice, onto the other. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { decideTakenOff } from '#domain/invoices/credit.ts';
import { decideItems } from '#domain/invoices/decide.ts';
import { transferItem } from '#domain/invoices/transfer.ts';
import { cents, negateCents } from '#domain/money.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { must } from '../write/must.ts';
import { unitAccounts } from './accounts.ts';
import type { BodyOfKind, Made } from './create.ts';
import { type NewHead, newHead } from './new-head.ts';
import { saveNew } from './save-new.ts';
import { changesOf, lockedInvoices, requireInvoices, type StoredInvoiceCard } from './store.ts';

export async function createFinancing(
  tx: Transaction,
  context: CommandContext,
  { kind, aboutInvoiceId, financingCustomerId, cents: amount, memo }: BodyOfKind<'Financing'>,
): Promise<Made> {
  const [seen] = await requireInvoices(tx, context.actor, [aboutInvoiceId]);
  if (seen!.customerId === financingCustomerId) throw new ProblemError('invoice.same_customer');
  const [about] = (await lockedInvoices(tx, context.actor, [aboutInvoiceId], [financingCustomerId])) as [
    StoredInvoiceCard,
  ];
  const { invoice, items, balanceCents } = about;
  must(decideTakenOff({ cents: balanceCents }, cents(amount)));
  const { head } = await newHead(tx, context, {
    customerId: financingCustomerId,
    businessUnitId: invoice.businessUnitId,
  });
  const [id, offId, ontoId] = (await newIds(tx, 3)) as [Id, Id, Id];
  const { receivable } = await unitAccounts(tx, invoice.businessUnitId);
  const words = { from: invoice.number, glAccountId: receivable };
  const off = transferItem(offId, items, negateCents(cents(amount)), { ...words, sourceId: id });
  const onto = transferItem(ontoId, [], cents(amount), { ...words, sourceId: invoice.id });
  const after = must(decideItems(about, [...items, off]));
  const { operationId } = await saveNew(
    tx,
    context,
    {
      id,
      head: {
        ...head,
        kind,
        memo,
        // The tax is on the work, which stays on the customer's.
        tax: null,
        taxZoneId: null,
        currency: invoice.currency,
        jobId: invoice.jobId,
        projectId: invoice.projectId,
        aboutInvoiceId: invoice.id,
        relation: 'Finances',
      } satisfies NewHead,
      items: [onto],
    },
    changesOf(about, invoice, after),
  );
  return { id, operationId };
}
