/** Vendors' figures, and words on their differences (domain-rules §6). */
import type { BillWritten } from '#contract/bill.ts';
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Figures } from '#domain/bills/bill.ts';
import type { BillCommand } from '#domain/bills/decide.ts';
import type { Id } from '#domain/ids.ts';
import { cents, quantity, unitPrice } from '#domain/money.ts';
import { MOST_CENTS_OF_LINE } from '#domain/purchasing/purchase-order.ts';
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

/**
 * A line of the paper is for a line of its own order, or for none.
 * @throws ProblemError record.not_found (404)
 */
export async function requireLines(
  tx: Transaction,
  orderId: Id | null,
  lines: Paper['lines'],
): Promise<void> {
  const named = [...new Set(lines.flatMap(({ lineId }) => (lineId === null ? [] : [lineId])))];
  if (named.length === 0) return;
  const found = await tx.query<{ id: Id; cost: number }>(
    'select id, cost from company.purchase_order_lines where tenant_id = $1 and order_id = $2 and id = any($3::bigint[])',
    [tx.tenantId, orderId, named],
  );
  if (found.length < named.length) throw new ProblemError('record.not_found', { kind: 'orderLine' });
  for (const { id, cost } of found) {
    const billed = lines.reduce((sum, line) => sum + (line.lineId === id ? line.quantity : 0), 0);
    if ((BigInt(billed) * BigInt(cost)) / 1_000_000n > BigInt(MOST_CENTS_OF_LINE)) {
      throw new ProblemError('order.line_too_dear', { mostCents: MOST_CENTS_OF_LINE });
    }
  }
}

/** With the paper come its number and its day, where they are others than were told with the receipt. */
export async function enterBill(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, vendorInvoiceNumber, billDate, ...paper }: BodyOf<'bills.enter'>,
): Promise<BillWritten> {
  const bill = await requireBill(tx, context.actor, id);
  await requireLines(tx, bill.orderId, paper.lines);
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
    verdicts.map((said): BillCommand => ({ type: 'judge', ...said, cents: cents(said.cents) })),
  );
