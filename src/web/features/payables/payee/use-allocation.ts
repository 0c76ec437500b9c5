import { useCallback, useState } from 'react';
import type { BillSummary } from '#contract/bill.ts';
import type { Id } from '#domain/ids.ts';
import { type Cents, cents } from '#domain/money.ts';
import { byDueDate, oldestFirst } from '#domain/oldest-first.ts';
import { allDueBy } from '#domain/payables/due.ts';
import type { Day } from '#domain/time.ts';
import {
  isTyped,
  NOTHING_TYPED,
  type Typed,
  typedOf,
  wholeOf,
} from '../../../parts/allocation/typed-amounts.ts';
import { openAmounts, openCents } from './allocation.ts';

/**
 * What is typed beside the bills, and the ways to have it typed.
 * @param open as read: what is paid by somebody else meanwhile goes from it, and stays here while something is typed for it
 */
export function useAllocation(open: readonly BillSummary[]) {
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [usesCredits, setUsesCredits] = useState(true);
  const [seen, setSeen] = useState({ of: open, bills: open });
  const type = useCallback((id: Id, text: string) => setTyped((now) => ({ ...now, [id]: text })), []);
  let { bills } = seen;
  if (seen.of !== open) {
    bills = withGone(seen.bills, open, typed);
    setSeen({ of: open, bills });
  }
  const meant = openAmounts(open.filter((bill) => usesCredits || openCents(bill) > 0));
  return {
    bills,
    typed,
    usesCredits,
    setUsesCredits,
    isDirty: Object.values(typed).some((text) => text.trim() !== ''),
    type,
    tickAll: (isOn: boolean) =>
      setTyped(
        isOn ? Object.fromEntries(open.map((bill) => [bill.id, wholeOf(openCents(bill))])) : NOTHING_TYPED,
      ),
    /** What of the amount no bill is open for. */
    payOldest: (amount: Cents): Cents => {
      const lines = oldestFirst(meant, amount);
      setTyped(typedOf(lines));
      return cents(amount - lines.reduce((sum, line) => sum + line.cents, 0));
    },
    /** How many bills that are. */
    payDueBy: (last: Day): number => {
      const lines = allDueBy(meant, last);
      setTyped(typedOf(lines));
      return lines.filter((line) => line.cents > 0).length;
    },
    empty: () => setTyped(NOTHING_TYPED),
  };
}

export type AllocationState = ReturnType<typeof useAllocation>;

/** Those open now, and where they stood those that are not any more but have an amount typed. */
function withGone(before: readonly BillSummary[], open: readonly BillSummary[], typed: Typed): BillSummary[] {
  const now = new Set(open.map(({ id }) => id));
  const gone = before.filter(({ id }) => !now.has(id) && isTyped(typed, id));
  return [...open, ...gone.map((bill) => ({ ...bill, paidCents: bill.payableCents }))].sort(byDueDate);
}
