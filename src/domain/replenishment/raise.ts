/** Whether what somebody saw proposed may still be ordered: two who raise at once buy nothing twice (issue 5, part 7). */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import type { Quantity } from '../money.ts';
import { needKey } from './need.ts';

export type RaisedLine = {
  readonly skuId: Id;
  readonly inventoryLocationId: Id;
  readonly vendorId: Id;
  /** As it was proposed when somebody decided to order. */
  readonly proposed: number;
  /** The vendor is in use and sells it. */
  readonly isSold: boolean;
};

/**
 * Refuses `replenishment.changed` naming the lines of which less is needed now, and those given twice;
 * `replenishment.not_sold` naming what its vendor does not sell.
 */
export function decideRaise(
  lines: readonly RaisedLine[],
  needs: ReadonlyMap<string, Quantity>,
): Decision<null> {
  const seen = new Set<string>();
  const gone = lines.filter(({ skuId, inventoryLocationId, proposed }) => {
    const key = needKey(skuId, inventoryLocationId);
    if (seen.has(key)) return true;
    seen.add(key);
    return (needs.get(key) ?? 0) < proposed;
  });
  const named = (all: readonly RaisedLine[]) =>
    all.map(({ skuId, inventoryLocationId }) => ({ skuId, inventoryLocationId }));
  if (gone.length > 0) return refuse('replenishment.changed', { lines: named(gone) });
  const unsold = lines.filter(({ isSold }) => !isSold);
  return unsold.length > 0 ? refuse('replenishment.not_sold', { lines: named(unsold) }) : allow(null);
}
