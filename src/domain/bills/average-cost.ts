/**
 * What a SKU costs on average: value ÷ quantity, both kept exactly (domain-rules §6) and within one currency, since
 * amounts of two never add up (§1). Only accepted bills add to either, and what makes a bill good takes away just what that
 * one brought, so a reversal restores the average to the last digit. What goes back to the vendor leaves at the average.
 */
import type { Id } from '../ids.ts';
import {
  allocate,
  type Cents,
  cents,
  negateCents,
  type Quantity,
  quantity,
  type UnitPrice,
  unitPrice,
} from '../money.ts';
import type { OrderLine } from '../purchasing/purchase-order.ts';
import type { ReturnLine } from '../purchasing/vendor-return.ts';
import type { Bill } from './bill.ts';
import { netOf } from './figures.ts';

export type CostPool = { readonly valueCents: Cents; readonly quantity: Quantity };
export const EMPTY_POOL: CostPool = { valueCents: cents(0), quantity: quantity(0) };

const CENTS_TO_UNITS = 100n;
const PARTS = 10_000n;

/** To the nearest 1/10,000, half away from zero; null while nothing was bought. */
export function averageOf({ valueCents, quantity: bought }: CostPool): UnitPrice | null {
  if (bought <= 0) return null;
  const value = BigInt(valueCents) * CENTS_TO_UNITS * PARTS;
  const by = BigInt(bought);
  const magnitude = value < 0n ? -value : value;
  const rounded = (2n * magnitude + by) / (2n * by);
  // Nothing costs that much: a slip of the pen, and no reason to show nothing else.
  if (rounded > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return unitPrice(Number(value < 0n ? -rounded : rounded));
}

/** What one that was used cost: the average, or the SKU's own cost before anything was bought. */
export const costOfUse = (pool: CostPool, cost: UnitPrice): UnitPrice => averageOf(pool) ?? cost;

/** What an accepted bill adds to each SKU: its lines, with freight by value so that no cent of it is lost. Of a return: `takenOut`. */
export function addedBy(
  bill: Bill,
  lines: readonly Pick<OrderLine, 'id' | 'skuId' | 'stocked'>[],
): ReadonlyMap<Id, CostPool> {
  const added = new Map<Id, CostPool>();
  if (!bill.reconciled || bill.canceled || bill.source === 'Return') return added;
  const owed = netOf(bill);
  if (owed.lines.length === 0) return added;
  const weights = owed.lines.map(({ amountCents }) => Math.abs(amountCents));
  const freight = allocate(owed.freightCents, weights);
  const skuOf = new Map(lines.flatMap(({ id, skuId, stocked }) => (stocked && skuId ? [[id, skuId]] : [])));
  for (const [index, { lineId, amountCents, quantity: bought }] of owed.lines.entries()) {
    const skuId = lineId === null ? undefined : skuOf.get(lineId);
    if (skuId === undefined) continue;
    const so = added.get(skuId) ?? EMPTY_POOL;
    added.set(skuId, {
      valueCents: cents(so.valueCents + amountCents + freight[index]!),
      quantity: quantity(so.quantity + bought),
    });
  }
  return added;
}

/**
 * What goods that went back take from each SKU: at the average, whatever the vendor gives for them, so that the average stays
 * and one that is gone whole leaves no value behind; and never more than was bought.
 */
export function takenOut(
  lines: readonly Pick<ReturnLine, 'skuId' | 'stocked' | 'quantity'>[],
  poolOf: (skuId: Id) => CostPool,
): ReadonlyMap<Id, CostPool> {
  const back = new Map<Id, number>();
  for (const { skuId, stocked, quantity: count } of lines) {
    if (stocked && skuId !== null) back.set(skuId, (back.get(skuId) ?? 0) + count);
  }
  return new Map([...back].map(([skuId, count]) => [skuId, takenBack(shareOf(poolOf(skuId), count))]));
}

/** What that many of it are worth, all of it where there are no more. */
function shareOf(pool: CostPool, count: number): CostPool {
  if (pool.quantity <= 0) return EMPTY_POOL;
  if (count >= pool.quantity) return pool;
  const value = (BigInt(Math.abs(pool.valueCents)) * BigInt(count)) / BigInt(pool.quantity);
  return { valueCents: cents(Math.sign(pool.valueCents) * Number(value)), quantity: quantity(count) };
}

/** The same the other way round: what makes good what brought it. */
export const takenBack = ({ valueCents, quantity: count }: CostPool): CostPool => ({
  valueCents: negateCents(valueCents),
  quantity: quantity(-count),
});

/** All accepted bills together. */
export function poolOf(
  skuId: Id,
  bills: readonly Bill[],
  lines: readonly Pick<OrderLine, 'id' | 'skuId' | 'stocked'>[],
): CostPool {
  return bills.reduce<CostPool>((sum, bill) => {
    const added = addedBy(bill, lines).get(skuId) ?? EMPTY_POOL;
    return {
      valueCents: cents(sum.valueCents + added.valueCents),
      quantity: quantity(sum.quantity + added.quantity),
    };
  }, EMPTY_POOL);
}
