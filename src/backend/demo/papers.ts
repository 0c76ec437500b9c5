/** The vendors' papers for what came: most say the same, one asks more, the last ones are waited for (domain-rules §6). */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { cents, lineTotal, unitPrice, unitPriceFromDecimal } from '#domain/money.ts';
import { enterBill } from '../bills/commands.ts';
import { billsInBooks } from '../bills/many.ts';
import { stepBill } from '../bills/run.ts';
import { billsOfOrders, type StoredBill } from '../bills/store.ts';
import type { CommandContext } from '../write/context.ts';
import type { OrderPlan } from './order-plans.ts';

const versionOf = ({ id, version }: { readonly id: Id; readonly version: number }) => [
  { kind: 'bill' as const, id, version },
];
/** As a new list of prices would have it. */
const DEARER_BY = unitPriceFromDecimal('7.10');

/** @param at who keeps the books, on the day the paper of that receipt is here */
export async function enterPapers(
  tx: Transaction,
  orderId: Id,
  papers: NonNullable<OrderPlan['papers']>,
  at: (receipt: number) => CommandContext,
): Promise<void> {
  const bills = (await billsOfOrders(tx, [orderId])).filter(({ kind }) => kind === 'Bill');
  for (const [index, paper] of papers.entries()) {
    const bill = bills[index];
    if (!bill) continue;
    const context = at(index);
    if (paper === 'dearer') {
      await enterBill(tx, context, bill.id, { expected: versionOf(bill), ...dearer(bill) });
      continue;
    }
    const step = [{ type: 'agree' } as const];
    const { card } = await stepBill(tx, context, bill.id, 'bill.agreed', versionOf(bill), step);
    if (paper === 'posted')
      await billsInBooks(tx, context, { command: 'post', expected: versionOf(card.bill) });
  }
}

/** The first line costs more, and nobody agreed on freight. */
function dearer({ expected }: StoredBill) {
  const lines = expected.lines.map((line, at) => {
    if (at > 0) return line;
    const cost = unitPrice(line.cost + DEARER_BY);
    return { ...line, cost, amountCents: lineTotal(line.quantity, cost) };
  });
  return { lines, taxCents: expected.taxCents, freightCents: cents(18_50) };
}
