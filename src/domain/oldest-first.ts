/** How an amount goes to what is open, of vendors and of customers alike (domain-rules §6, §8: "oldest first"). */
import { type Cents, cents } from './money.ts';
import type { Day } from './time.ts';

/** What is due first at the top. */
export const byDueDate = (a: OfDay, b: OfDay): number =>
  a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.id - b.id;
type OfDay = { readonly id: number; readonly dueDate: string };

export type OpenAmount = { readonly id: number; readonly dueDate: Day; readonly cents: Cents };
export type Allocated = { readonly id: number; readonly cents: Cents };

/** Oldest first, as far as an amount goes: what each of them gets. Credits, below none, are used before money is. */
export function oldestFirst(open: readonly OpenAmount[], amount: Cents): readonly Allocated[] {
  const inOrder = open.toSorted(byDueDate);
  const credits = inOrder.filter((one) => one.cents < 0);
  const debits = inOrder.filter((one) => one.cents > 0);
  const owed = debits.reduce((sum, one) => sum + one.cents, 0);
  const lines: { id: number; cents: Cents }[] = [];
  let credit = 0;
  for (const one of credits) {
    const use = Math.min(-one.cents, owed - credit);
    if (use === 0) break;
    credit += use;
    lines.push({ id: one.id, cents: cents(-use) });
  }
  let left = amount + credit;
  for (const one of debits) {
    const pay = Math.min(one.cents, left);
    if (pay === 0) break;
    left -= pay;
    lines.push({ id: one.id, cents: cents(pay) });
  }
  return lines;
}
