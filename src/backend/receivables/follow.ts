/** The ledger follows whatever is written on invoices, their items and payments, undo among it: no step can forget it. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { CommandContext } from '../write/context.ts';
import type { SavedChange } from '../write/save.ts';
import { writeInvoiceTotals, writePaymentTotals } from './ledger.ts';

/** What an invoice comes to, and on which day, follows from these beside its items. */
const OF_INVOICES = ['invoiceDate', 'tax', 'voided'];
const OF_PAYMENTS = ['amountCents', 'paidOn', 'voided', 'bounced'];

export async function ledgerFollows(
  tx: Transaction,
  context: CommandContext,
  operationId: Id,
  saved: readonly SavedChange[],
): Promise<void> {
  const touches = ({ fields }: SavedChange, names: readonly string[]) => names.some((name) => name in fields);
  // A new invoice has no items but those that are saved with it.
  const invoiceIds = saved.flatMap((one) => {
    if (one.kind === 'invoiceItem') return [one.after.invoiceId as Id];
    return one.kind === 'invoice' && one.before && touches(one, OF_INVOICES) ? [one.after.id] : [];
  });
  const paymentIds = saved.flatMap((one) =>
    one.kind === 'payment' && touches(one, OF_PAYMENTS) ? [one.after.id] : [],
  );
  await writeInvoiceTotals(tx, context, operationId, invoiceIds);
  await writePaymentTotals(tx, context, operationId, paymentIds);
}
