/**
 * Discounts are negative items (domain-rules §7): one for each way items are taxed and each account they go to, in proportion
 * to what is there, so that the tax shrinks as the price does and each account loses its own part.
 */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import {
  allocate,
  type Cents,
  cents,
  lineTotal,
  negateCents,
  quantity,
  type Rate,
  sumCents,
  taxOf,
  unitPriceOfCents,
} from '../money.ts';
import type { Invoice, InvoiceItem, ItemKind } from './invoice.ts';
import { blankItem } from './written-items.ts';

export type Discount =
  | { readonly rate: Rate; readonly description: string }
  | { readonly cents: Cents; readonly description: string };

/** What a discount of such an item is, to be taxed as the item is. */
const LESS: Readonly<Record<ItemKind, ItemKind>> = {
  Service: 'Service',
  Material: 'Material',
  Equipment: 'Material',
  Discount: 'Discount',
  Other: 'Discount',
};
type Part = Pick<InvoiceItem, 'kind' | 'taxable' | 'glAccountId'> & { readonly cents: Cents };

/** What stands, item by item; nothing in it that takes something away. */
function parts(items: readonly InvoiceItem[]): Part[] {
  const found = new Map<string, Part>();
  for (const { kind, taxable, glAccountId, quantity: count, price, active } of items) {
    if (!active) continue;
    const less = LESS[kind];
    const key = `${less} ${taxable} ${glAccountId}`;
    const so = found.get(key) ?? { kind: less, taxable, glAccountId, cents: cents(0) };
    found.set(key, { ...so, cents: cents(so.cents + lineTotal(count, price)) });
  }
  return [...found.values()].filter((part) => part.cents > 0);
}

/**
 * The items with those of the discount after them. Refuses `invoice.nothing_to_discount`, and `invoice.discount_too_large`
 * for more than the items come to.
 * @param newIds as many as there are items, to be sure
 */
export function discounted(
  { number }: Pick<Invoice, 'number'>,
  items: readonly InvoiceItem[],
  discount: Discount,
  newIds: readonly Id[],
): Decision<readonly InvoiceItem[]> {
  const standing = items.filter(({ active }) => active);
  const worth = sumCents(standing.map((item) => lineTotal(item.quantity, item.price)));
  if (worth <= 0) return refuse('invoice.nothing_to_discount', { number });
  const less = 'cents' in discount ? discount.cents : taxOf(worth, discount.rate);
  if (less <= 0) return refuse('invoice.nothing_to_discount', { number });
  if (less > worth) return refuse('invoice.discount_too_large', { number, cents: less, mostCents: worth });
  const shares = parts(items);
  const amounts = allocate(
    less,
    shares.map((part) => part.cents),
  );
  const last = Math.max(...items.map(({ position }) => position));
  const made = shares.flatMap((part, at) => {
    const { kind, taxable, glAccountId } = part;
    if (amounts[at] === 0) return [];
    const blank = blankItem(newIds[at]!, last + at + 1, { incomeAccountId: glAccountId });
    const price = unitPriceOfCents(negateCents(amounts[at]!));
    return [
      { ...blank, kind, taxable, description: discount.description, quantity: quantity(10_000), price },
    ];
  });
  return allow([...items, ...made]);
}
