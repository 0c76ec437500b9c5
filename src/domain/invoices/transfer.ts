/** What moves from one invoice to another without being work: a balance to who finances it (domain-rules §7). */
import type { Id } from '../ids.ts';
import { type Cents, quantity, unitPriceOfCents } from '../money.ts';
import type { InvoiceItem } from './invoice.ts';
import { blankItem } from './written-items.ts';

type Words = { readonly from: number; readonly sourceId: Id; readonly glAccountId: Id | null };

/** On both of the pair, so that they come to nothing together; without tax, which is on the work. `sourceId`: the other one. */
export function transferItem(
  id: Id,
  items: readonly InvoiceItem[],
  amount: Cents,
  { from, sourceId, glAccountId }: Words,
): InvoiceItem {
  const position = items.reduce((last, one) => Math.max(last, one.position), 0) + 1;
  return {
    ...blankItem(id, position, { incomeAccountId: glAccountId }),
    description: `Financed part of invoice ${from}`,
    source: 'Transfer',
    sourceId,
    taxable: false,
    quantity: quantity(10_000),
    price: unitPriceOfCents(amount),
  };
}
