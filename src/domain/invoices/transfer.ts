/** What moves from one invoice to another without being work: a balance to who finances it, a balance that is given up. */
import type { Id } from '../ids.ts';
import { type Cents, quantity, unitPriceOfCents } from '../money.ts';
import type { InvoiceItem } from './invoice.ts';
import { blankItem } from './written-items.ts';

type Words = { readonly from: number; readonly sourceId: Id; readonly glAccountId: Id | null };

/** One for the whole amount, without tax: that is on the work. */
function movedItem(
  id: Id,
  items: readonly InvoiceItem[],
  amount: Cents,
  glAccountId: Id | null,
  words: Pick<InvoiceItem, 'description' | 'source' | 'sourceId'>,
): InvoiceItem {
  const position = items.reduce((last, one) => Math.max(last, one.position), 0) + 1;
  return {
    ...blankItem(id, position, { incomeAccountId: glAccountId }),
    ...words,
    taxable: false,
    quantity: quantity(10_000),
    price: unitPriceOfCents(amount),
  };
}

/** On both of the pair, so that they come to nothing together. `sourceId`: the other one of them. */
export const transferItem = (
  id: Id,
  items: readonly InvoiceItem[],
  amount: Cents,
  { from, sourceId, glAccountId }: Words,
): InvoiceItem =>
  movedItem(id, items, amount, glAccountId, {
    description: `Financed part of invoice ${from}`,
    source: 'Transfer',
    sourceId,
  });

/** Of the invoice whose balance is given up. */
export const writeOffItem = (id: Id, amount: Cents, { from, sourceId, glAccountId }: Words): InvoiceItem =>
  movedItem(id, [], amount, glAccountId, {
    description: `Balance of invoice ${from} written off`,
    source: 'WriteOff',
    sourceId,
  });
