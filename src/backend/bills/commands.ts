/** Vendors' figures, and words on their differences (domain-rules §6). */
import type { BillWritten } from '#contract/bill.ts';
import type { BodyOf } from '#contract/endpoints.ts';
import type { Transaction } from '#db/database.ts';
import type { Figures } from '#domain/bills/bill.ts';
import type { BillCommand } from '#domain/bills/decide.ts';
import type { Id } from '#domain/ids.ts';
import { cents, quantity, unitPrice } from '#domain/money.ts';
import type { CommandContext } from '../write/context.ts';
import { dueOn } from './asking.ts';
import { requireBill, stepBill } from './run.ts';

type Paper = Pick<BodyOf<'bills.enter'>, 'lines' | 'taxCents' | 'freightCents'>;
export const figuresOf = ({ lines, taxCents, freightCents }: Paper): Figures => ({
  lines: lines.map((line) => ({
    ...line,
    quantity: quantity(line.quantity),
    cost: unitPrice(line.cost),
    amountCents: cents(line.amountCents),
  })),
  taxCents: cents(taxCents),
  freightCents: cents(freightCents),
});

/** With the paper come its number and its day, where they are others than were told with the receipt. */
export async function enterBill(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, vendorInvoiceNumber, billDate, ...paper }: BodyOf<'bills.enter'>,
): Promise<BillWritten> {
  const bill = await requireBill(tx, context.actor, id);
  const on = billDate ?? bill.billDate;
  return stepBill(tx, context, id, 'bill.entered', expected, [{ type: 'enter', figures: figuresOf(paper) }], {
    billDate: on,
    dueDate: dueOn(on, bill),
    ...(vendorInvoiceNumber === undefined ? {} : { vendorInvoiceNumber }),
  });
}

export const judgeBill = (
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, verdicts }: BodyOf<'bills.judge'>,
): Promise<BillWritten> =>
  stepBill(
    tx,
    context,
    id,
    'bill.judged',
    expected,
    verdicts.map((said): BillCommand => ({ type: 'judge', ...said })),
  );
