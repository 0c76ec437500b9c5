/**
 * What a SKU costs on average: value ÷ quantity, both kept exactly (domain-rules §6). Only accepted bills add to
 * either, and a credit takes away just what its bill brought, so a reversal restores the average to the last digit.
 */
import type { Id } from '../ids.ts';
import { allocate, type Cents, cents, type Quantity, quantity, type UnitPrice, unitPrice } from '../money.ts';
import type { OrderLine } from '../purchasing/purchase-order.ts';
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

/** What an accepted bill adds to each SKU: its lines, with freight by value so that no cent of it is lost. */
export function addedBy(
  bill: Bill,
  lines: readonly Pick<OrderLine, 'id' | 'skuId' | 'stocked'>[],
): ReadonlyMap<Id, CostPool> {
  const added = new Map<Id, CostPool>();
  if (!bill.reconciled || bill.canceled) return added;
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
