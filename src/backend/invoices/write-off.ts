/** A balance that is given up (domain-rules §7): its own negative invoice, applied at once. There is no other way. */

import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { invoiceGate } from '#domain/invoices/decide.ts';
import { writeOffItem } from '#domain/invoices/transfer.ts';
import { cents, negateCents } from '#domain/money.ts';
import { decideApplication, keyOf, type OpenDocument } from '#domain/receivables/ledger.ts';
import { toldOf, writeApplications } from '../payments/applications.ts';
import { firstOpenDay } from '../receivables/ledger.ts';
import type { CommandContext } from '../write/context.ts';
import { must } from '../write/must.ts';
import type { RecordChange } from '../write/save.ts';
import { unitAccounts } from './accounts.ts';
import { type BodyOfKind, type Made, todayOf } from './create.ts';
import { headAbout } from './new-head.ts';
import { newId, saveNew } from './save-new.ts';
import { changesOf, lockedInvoices, type StoredInvoiceCard } from './store.ts';

export async function createWriteOff(
  tx: Transaction,
  context: CommandContext,
  { kind, aboutInvoiceId, cents: amount, memo }: BodyOfKind<'WriteOff'>,
): Promise<Made> {
  const [about] = (await lockedInvoices(tx, context.actor, [aboutInvoiceId])) as [StoredInvoiceCard];
  const closed = invoiceGate(about, 'apply');
  if (closed) throw new ProblemError(closed.code, closed.params);
  const { invoice, balanceCents } = about;
  if (amount > balanceCents) {
    throw new ProblemError('invoice.more_than_owed', { cents: amount, mostCents: balanceCents });
  }
  const today = await todayOf(tx, context, invoice);
  const { writeOff } = await unitAccounts(tx, invoice.businessUnitId);
  const id = await newId(tx);
  const given = negateCents(cents(amount));
  const item = writeOffItem(await newId(tx), given, {
    from: invoice.number,
    sourceId: invoice.id,
    glAccountId: writeOff,
  });
  // Due at once: it is nobody's debt.
  const head = {
    ...headAbout(invoice, today),
    kind,
    relation: 'WritesOff',
    memo,
    tax: null,
    taxZoneId: null,
    paymentTermId: null,
    paymentTerm: null,
    dueDate: today,
  } as const;
  const open = (document: Pick<OpenDocument, 'id' | 'number' | 'cents' | 'on'>): OpenDocument => ({
    ...document,
    kind: 'invoice',
    customerId: invoice.customerId,
    currency: invoice.currency,
  });
  const to = open({ id: invoice.id, number: invoice.number, cents: balanceCents, on: invoice.invoiceDate });
  const from = (number: number) => open({ id, number, cents: given, on: today });
  const { effectiveOn } = must(decideApplication(from(0), to, cents(amount), await firstOpenDay(tx)));
  const made = {
    from: { kind: 'invoice', id },
    to: { kind: 'invoice', id: to.id },
    cents: cents(amount),
    effectiveOn,
  } as const;
  const { operationId } = await saveNew(
    tx,
    context,
    { id, head, items: [item] },
    (number) => {
      const told = toldOf(new Map([from(number), to].map((one) => [keyOf(one), one])), [made]);
      const [own] = changesOf(about, invoice, about.items) as [RecordChange];
      return [{ ...own, related: told.get(keyOf(to)) ?? {} }];
    },
    async (saved) => {
      await writeApplications(tx, context, saved.operationId, [made]);
    },
  );
  return { id, operationId };
}
