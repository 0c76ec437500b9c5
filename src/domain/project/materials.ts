/** What a project's jobs used from the shelves and nobody ordered for them: that stands on no bill of theirs (domain-rules §3). */
import type { Id } from '../ids.ts';
import { type Cents, lineTotal, quantity, sumCents, type UnitPrice } from '../money.ts';

type OfJob = { readonly jobId: Id; readonly skuId: Id; readonly quantity: number };

/**
 * What was ordered for a job and came is on its bills, so that much of what it used is not counted again; the rest is at
 * the average cost, or the SKU's own before anything was bought.
 */
export function stockCost(
  used: readonly (OfJob & { readonly unitCost: UnitPrice })[],
  received: readonly OfJob[],
): Cents {
  const keyOf = ({ jobId, skuId }: OfJob) => `${jobId}:${skuId}`;
  const left = new Map<string, number>();
  for (const one of received) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + one.quantity);
  return sumCents(
    used.map((one) => {
      const covered = Math.min(one.quantity, left.get(keyOf(one)) ?? 0);
      left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) - covered);
      return lineTotal(quantity(one.quantity - covered), one.unitCost);
    }),
  );
}
